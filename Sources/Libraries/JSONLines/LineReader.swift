// From a stream of bytes to blocks of whole lines.
import Bytes

/// Some whole lines of one input, in order.
public struct LineBlock: Sendable {
  /// The lines; the last one may lack its line feed at the end of the input.
  public let bytes: [UInt8]
  /// The number of the first line, from 1.
  public let firstLine: Int
  /// The offset of the first byte in the input.
  public let offset: Int
  /// The number of the line after the last one.
  let nextLine: Int

  /// Calls `body` with the range in `bytes` of each line that is not blank, without its line break, and its number.
  public func forEachLine<E: Error>(_ body: (Range<Int>, Int) throws(E) -> Void) throws(E) {
    try bytes.span.bytes.forEachLine(from: 0, numbered: firstLine, body)
  }
}

extension RawSpan {
  /// Calls `body` with the range of each line from `start` on that is not blank, without its line break, and its number,
  /// which is `first` for the first one.
  public func forEachLine<E: Error>(
    from start: Int, numbered first: Int, _ body: (Range<Int>, Int) throws(E) -> Void
  ) throws(E) {
    var start = start
    var line = first
    while start < byteCount {
      let end = firstOffset(of: UInt8(ascii: "\n"), in: start..<byteCount) ?? byteCount
      var last = end
      if last > start, byte(last - 1) == UInt8(ascii: "\r") { last -= 1 }
      if JSONScanner.skipBlanks(self, start, last) < last { try body(start..<last, line) }
      start = end + 1
      line += 1
    }
  }
}

/// Reads lines in blocks, however short the reads and however long the lines, up to a bound.
public struct LineReader {
  /// What came next.
  public enum Item: Sendable {
    /// Whole lines.
    case lines(LineBlock)
    /// A line longer than the bound, which was passed over: its number, offset and length in bytes.
    case overlong(line: Int, offset: Int, bytes: Int)
  }

  /// How many bytes are read at once.
  public static let blockSize = 256 * 1024

  private let read: (inout [UInt8]) throws(SystemError) -> Int
  private let maxLine: Int
  private var pending: [UInt8] = []
  private var line = 1
  private var offset = 0
  private var atEnd = false

  /// A reader of `handle` that passes over lines of more than `maxLine` bytes.
  public init(_ handle: FileHandle, maxLine: Int = 64 << 20) {
    self.init(maxLine: maxLine) { (buffer: inout [UInt8]) throws(SystemError) in
      try handle.read(into: &buffer, count: LineReader.blockSize)
    }
  }

  /// A reader of what `read` appends to the buffer; it returns how many bytes, 0 at the end.
  public init(maxLine: Int = 64 << 20, read: @escaping (inout [UInt8]) throws(SystemError) -> Int) {
    self.read = read
    self.maxLine = maxLine
  }

  /// The bytes read so far.
  public var position: Int { offset + pending.count }

  /// The next lines, or nil at the end.
  public mutating func next() throws(SystemError) -> Item? {
    var searched = 0
    while !atEnd {
      let got = try read(&pending)
      if got == 0 { atEnd = true }
      if offset == 0 { skipByteOrderMark() }
      if let last = lastLineFeed(from: min(searched, pending.count)) { return cut(after: last) }
      searched = pending.count
      if pending.count > maxLine { return try passOver() }
    }
    return pending.isEmpty ? nil : cut(after: pending.count - 1)
  }

  /// A byte order mark at the start of a file is no part of its first line.
  private mutating func skipByteOrderMark() {
    guard pending.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    pending.removeFirst(3)
    offset = 3
  }

  private func lastLineFeed(from start: Int) -> Int? {
    pending.span.bytes.lastOffset(of: UInt8(ascii: "\n"), in: start..<pending.count)
  }

  private mutating func cut(after last: Int) -> Item? {
    var rest: [UInt8] = []
    rest.reserveCapacity(Self.blockSize + pending.count - last)
    rest.append(contentsOf: pending[(last + 1)...])
    pending.removeSubrange((last + 1)...)
    swap(&rest, &pending)
    return block(of: rest)
  }

  /// The block of `bytes`, or the first overlong line in it.
  private mutating func block(of bytes: [UInt8]) -> Item? {
    if bytes.count > maxLine, let item = split(bytes) { return item }
    let lines = bytes.span.bytes.count(of: UInt8(ascii: "\n"), in: 0..<bytes.count)
    let block = LineBlock(bytes: bytes, firstLine: line, offset: offset, nextLine: line + lines)
    line = block.nextLine
    offset += bytes.count
    return .lines(block)
  }

  /// Only where the bound is smaller than a block: gives the lines before an overlong one, or that one, and puts the
  /// rest back. Nil when no line is too long.
  private mutating func split(_ bytes: [UInt8]) -> Item? {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if end - start > maxLine {
        let next = min(end + 1, bytes.count)
        let keep = start == 0 ? next : start
        pending.insert(contentsOf: bytes[keep...], at: 0)
        atEnd = atEnd && pending.isEmpty
        if start > 0 { return block(of: Array(bytes[..<start])) }
        line += 1
        defer { offset += next }
        return .overlong(line: line - 1, offset: offset, bytes: end)
      }
      start = end + 1
    }
    return nil
  }

  /// Reads on to the end of a line that is too long.
  private mutating func passOver() throws(SystemError) -> Item? {
    var length = pending.count
    let start = offset
    while true {
      pending.removeAll(keepingCapacity: true)
      if try read(&pending) == 0 {
        atEnd = true
        break
      }
      if let end = pending.span.bytes.firstOffset(of: UInt8(ascii: "\n"), in: 0..<pending.count) {
        length += end
        pending.removeSubrange(...end)
        break
      }
      length += pending.count
    }
    offset = start + length + 1
    line += 1
    return .overlong(line: line - 1, offset: start, bytes: length)
  }
}
