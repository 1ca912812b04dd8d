import Glibc

/// A compiled time zone as RFC 8536 describes it (TZif, versions 1 to 4).
struct ZoneFile {
  private(set) var initialOffset = 0
  private(set) var changes: [Zone.Change] = []
  private(set) var rule: ZoneRule?

  /// Longest file that is read; the largest of the database has 4 KB.
  private static let longest = 64 * 1024

  private struct Header {
    var version: UInt8
    var utcFlags, standardFlags, leaps, times, types, letters: Int

    /// Bytes of the data block whose times are `width` bytes wide.
    func length(width: Int) -> Int {
      times * (width + 1) + types * 6 + letters + leaps * (width + 4) + standardFlags + utcFlags
    }
  }

  /// Reads the content of a zone file; nil when it is none.
  init?(parsing bytes: [UInt8]) {
    guard let first = Self.header(bytes, at: 0) else { return nil }
    var start = 44
    var width = 4
    var header = first
    if first.version >= UInt8(ascii: "2") {
      let second = 44 + first.length(width: 4)
      guard let wide = Self.header(bytes, at: second) else { return nil }
      header = wide
      start = second + 44
      width = 8
    }
    let end = start + header.length(width: width)
    guard end <= bytes.count, read(bytes, header, start, width) else { return nil }
    if width == 8 { rule = Self.footer(bytes[end...]) }
  }

  private mutating func read(_ bytes: [UInt8], _ header: Header, _ start: Int, _ width: Int) -> Bool {
    let indices = start + header.times * width
    let types = indices + header.times
    let offsets = (0..<header.types).map { Int(Int32(truncatingIfNeeded: Self.number(bytes, types + 6 * $0, 4))) }
    guard let first = offsets.first, offsets.allSatisfy({ abs($0) < 93_600 }) else { return false }
    initialOffset = first
    changes.reserveCapacity(header.times)
    for index in 0..<header.times {
      let type = Int(bytes[indices + index])
      guard type < offsets.count else { return false }
      let at = Self.number(bytes, start + index * width, width)
      guard changes.last.map({ $0.at < at }) ?? true else { return false }
      changes.append(Zone.Change(at: at, offset: offsets[type]))
    }
    return true
  }

  private static func header(_ bytes: [UInt8], at start: Int) -> Header? {
    guard start >= 0, start + 44 <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
    let counts = (0..<6).map { Int(number(bytes, start + 20 + 4 * $0, 4) & 0xFFFF_FFFF) }
    guard counts.allSatisfy({ $0 <= longest }), counts[4] >= 1 else { return nil }
    return Header(
      version: bytes[start + 4], utcFlags: counts[0], standardFlags: counts[1], leaps: counts[2], times: counts[3],
      types: counts[4], letters: counts[5])
  }

  /// A big-endian signed number of `width` bytes; the caller has checked that they are there.
  private static func number(_ bytes: [UInt8], _ start: Int, _ width: Int) -> Int64 {
    var value: Int64 = bytes[start] & 0x80 != 0 ? -1 : 0
    for byte in bytes[start..<start + width] { value = value << 8 | Int64(byte) }
    return value
  }

  private static func footer(_ rest: ArraySlice<UInt8>) -> ZoneRule? {
    guard rest.first == 0x0A, let end = rest.dropFirst().firstIndex(of: 0x0A) else { return nil }
    return ZoneRule(parsing: rest[(rest.startIndex + 1)..<end])
  }

  /// The bytes of a regular file of at most 64 KB, or nil.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    while bytes.count <= longest {
      // Sound: the pointer is used only within the call and never beyond the buffer's count.
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes.append(contentsOf: buffer[..<count])
    }
    return nil
  }
}
