// Files within a ZIP file (PKWARE, APPNOTE.TXT 6.3.10), read one at a time and within bounds.
import Bytes

/// Why a ZIP file, or one of its entries, cannot be read.
public struct ZipError: Error, Sendable, Equatable {
  /// What is wrong.
  public let reason: String

  /// An error for this reason.
  public init(reason: String) {
    self.reason = reason
  }
}

/// A ZIP file, by its central directory.
public struct ZipArchive: Sendable {
  /// A file in it.
  public struct Entry: Sendable, Equatable {
    /// Its path, with slashes.
    public let name: String
    /// Its length in bytes.
    public let size: Int
    let compressedSize: Int
    let method: Int
    let isEncrypted: Bool
    let checksum: UInt32
    /// Where its local header begins.
    let offset: Int
  }

  /// The most files that are listed.
  private static let entryLimit = 200_000
  /// The longest central directory, in bytes.
  private static let directoryLimit = 256 << 20

  /// Up to so many bytes from an offset on; fewer only at the end.
  public typealias Read = @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]

  /// The files, in the order of the directory; folders are none.
  public let entries: [Entry]
  private let read: Read

  /// Whether `bytes` begin as a ZIP file does.
  public static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Reads the directory of the file behind `handle`, which must be a regular one.
  public init(_ handle: FileHandle) throws {
    guard let size = handle.regularSize() else { throw ZipError(reason: "a ZIP file cannot be read from a pipe") }
    try self.init(size: size) { offset, count in try handle.read(at: offset, count: count) }
  }

  /// Reads the directory of `size` bytes that `read` gives.
  public init(size: Int, read: @escaping Read) throws {
    self.read = read
    let end = try DirectoryEnd(size: size, read)
    guard end.directorySize <= Self.directoryLimit, end.directoryOffset <= size - end.directorySize else {
      throw ZipError(reason: "the ZIP file's directory lies outside the file")
    }
    let directory = LittleEndian(try read(end.directoryOffset, end.directorySize))
    var entries: [Entry] = []
    var at = 0
    while at + 46 <= directory.count, directory.word(at) == 0x0201_4B50 {
      guard entries.count < Self.entryLimit else { throw ZipError(reason: "more than \(Self.entryLimit) files") }
      let (entry, next) = try Self.entry(directory, at)
      if !entry.name.hasSuffix("/") { entries.append(entry) }
      at = next
    }
    self.entries = entries
  }

  /// The bytes of `entry`, which may be `limit` long.
  public func contents(of entry: Entry, limit: Int) throws -> [UInt8] {
    guard entry.size <= min(limit, Int(UInt32.max)), entry.compressedSize <= min(limit, Int(UInt32.max)) else {
      throw ZipError(reason: "\(entry.name) is longer than \(limit) bytes")
    }
    if entry.isEncrypted { throw ZipError(reason: "\(entry.name) is encrypted") }
    let header = LittleEndian(try read(entry.offset, 30))
    guard header.count == 30, header.word(0) == 0x0403_4B50 else {
      throw ZipError(reason: "\(entry.name) has no header")
    }
    let start = entry.offset + 30 + header.half(26) + header.half(28)
    let packed = try read(start, entry.compressedSize)
    guard packed.count == entry.compressedSize else { throw ZipError(reason: "\(entry.name) is cut short") }
    let bytes: [UInt8]?
    switch entry.method {
    case 0: bytes = packed.count == entry.size ? packed : nil
    case 8: bytes = Inflate.bytes(packed, size: entry.size)
    default: throw ZipError(reason: "\(entry.name) is packed by method \(entry.method), which is not known")
    }
    guard let bytes, Inflate.checksum(bytes) == entry.checksum else {
      throw ZipError(reason: "\(entry.name) is damaged")
    }
    return bytes
  }

  private static func entry(_ directory: LittleEndian, _ at: Int) throws -> (Entry, next: Int) {
    let nameLength = directory.half(at + 28)
    let extraLength = directory.half(at + 30)
    let next = at + 46 + nameLength + extraLength + directory.half(at + 32)
    guard next <= directory.count else { throw ZipError(reason: "the ZIP file's directory is cut short") }
    var sizes = [Int(directory.word(at + 24)), Int(directory.word(at + 20)), Int(directory.word(at + 42))]
    let extra = at + 46 + nameLength
    readLongSizes(directory, extra..<(extra + extraLength), &sizes)
    guard sizes.allSatisfy({ $0 >= 0 && $0 < 1 << 48 }) else { throw ZipError(reason: "a size is beyond all bounds") }
    let entry = Entry(
      name: directory.text(at + 46, nameLength), size: sizes[0], compressedSize: sizes[1],
      method: directory.half(at + 10), isEncrypted: directory.half(at + 8) & 1 == 1,
      checksum: directory.word(at + 16), offset: sizes[2])
    return (entry, next)
  }

  /// Takes sizes of 64 bits, which stand in the extra field 1 where those of 32 are full (APPNOTE.TXT, 4.5.3).
  private static func readLongSizes(_ directory: LittleEndian, _ range: Range<Int>, _ sizes: inout [Int]) {
    var at = range.lowerBound
    while at + 4 <= range.upperBound {
      let length = directory.half(at + 2)
      if directory.half(at) == 1 {
        var place = at + 4
        for index in sizes.indices where sizes[index] == Int(UInt32.max) && place + 8 <= at + 4 + length {
          guard place + 8 <= range.upperBound else { return }
          sizes[index] = directory.long(place)
          place += 8
        }
        return
      }
      at += 4 + length
    }
  }
}

/// What the end of a ZIP file says of its directory.
private struct DirectoryEnd {
  var directoryOffset: Int
  var directorySize: Int

  init(size: Int, _ read: ZipArchive.Read) throws {
    // The comment behind the record has at most 65,535 bytes.
    let start = max(0, size - 22 - 65_535)
    let tail = LittleEndian(try read(start, size - start))
    guard let at = stride(from: tail.count - 22, through: 0, by: -1).first(where: { tail.word($0) == 0x0605_4B50 })
    else { throw ZipError(reason: "not a whole ZIP file: its directory is missing") }
    directorySize = Int(tail.word(at + 12))
    directoryOffset = Int(tail.word(at + 16))
    guard directoryOffset == Int(UInt32.max) || directorySize == Int(UInt32.max), at >= 20,
      tail.word(at - 20) == 0x0706_4B50
    else { return }
    let long = LittleEndian(try read(tail.long(at - 12), 56))
    guard long.count == 56, long.word(0) == 0x0606_4B50 else { throw ZipError(reason: "not a whole ZIP file") }
    directorySize = long.long(40)
    directoryOffset = long.long(48)
    guard directorySize >= 0, directoryOffset >= 0 else { throw ZipError(reason: "a size is beyond all bounds") }
  }
}

/// Numbers in some bytes, the lowest byte first; the callers keep within `count`.
private struct LittleEndian {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func half(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }

  func word(_ at: Int) -> UInt32 { UInt32(half(at)) | UInt32(half(at + 2)) << 16 }

  /// A number of 64 bits; one that no file reaches becomes -1.
  func long(_ at: Int) -> Int {
    let number = UInt64(word(at)) | UInt64(word(at + 4)) << 32
    return number < 1 << 48 ? Int(number) : -1
  }

  func text(_ at: Int, _ count: Int) -> String { String(decoding: bytes[at..<(at + count)], as: UTF8.self) }
}
