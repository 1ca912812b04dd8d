// Records on their way out.
import Bytes
import JSONLines

/// A buffered writer of lines; every write is checked.
public final class Output {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  /// How many lines have been written.
  public private(set) var lines = 0

  /// A writer to `handle`.
  public init(_ handle: FileHandle) {
    self.handle = handle
    buffer.reserveCapacity(LineReader.blockSize)
  }

  /// Writes a record and a line feed.
  public func write(_ record: borrowing Record) throws(SystemError) {
    try write(line: record.bytes)
  }

  /// Writes a record and a line feed.
  public func write(_ object: JSONObject) throws(SystemError) {
    object.write(to: &buffer)
    try endLine()
  }

  /// Writes what `writer` holds, one record, and a line feed.
  public func write(_ writer: JSONWriter) throws(SystemError) {
    try write(line: writer.bytes)
  }

  /// Writes a line, to which a line feed is added.
  public func write(line: [UInt8]) throws(SystemError) {
    buffer.append(contentsOf: line)
    try endLine()
  }

  /// Writes text as it is.
  public func write(text: String) throws(SystemError) {
    buffer.append(contentsOf: text.utf8)
    try flushIfFull()
  }

  /// Writes bytes as they are, which hold `lines` lines.
  public func write(bytes: ArraySlice<UInt8>, lines: Int) throws(SystemError) {
    self.lines += lines
    if bytes.count >= LineReader.blockSize {
      try flush()
      try handle.write(bytes)
    } else {
      buffer.append(contentsOf: bytes)
      try flushIfFull()
    }
  }

  /// Hands everything to the system.
  public func flush() throws(SystemError) {
    guard !buffer.isEmpty else { return }
    try handle.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func endLine() throws(SystemError) {
    buffer.append(UInt8(ascii: "\n"))
    lines += 1
    try flushIfFull()
  }

  private func flushIfFull() throws(SystemError) {
    if buffer.count >= LineReader.blockSize { try flush() }
  }
}
