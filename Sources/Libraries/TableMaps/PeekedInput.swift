// An input whose beginning is looked at before it is read.
import Bytes
import CSV
import TextEncodings

/// A file that can be read from its beginning after a look at that.
public final class PeekedInput {
  private let handle: FileHandle
  private var head: [UInt8] = []

  /// The file behind `handle`, with its first bytes looked at.
  public init(_ handle: FileHandle) throws {
    self.handle = handle
    while head.count < 1 << 16, try handle.read(into: &head, count: 1 << 16) > 0 {}
  }

  /// The first bytes, at least 64 KiB where the file has so many.
  public var beginning: [UInt8] { head }

  /// The first bytes, as UTF-8 where they are UTF-16.
  var beginningAsText: [UInt8] {
    TextEncoding.isUTF16(head) ? DecodedText(head, encoding: nil).bytes : head
  }

  /// Adds up to `count` bytes to `buffer`; 0 at the end.
  public func read(into buffer: inout [UInt8], count: Int) throws -> Int {
    guard !head.isEmpty else { return try handle.read(into: &buffer, count: count) }
    let part = head.prefix(count)
    buffer.append(contentsOf: part)
    head.removeFirst(part.count)
    return part.count
  }

  /// The names of the columns of a table read by `options`; nil when it has no header that is right for them.
  func columns(_ options: TableOptions) -> [String]? {
    var rest = head[...]
    var reader = TableReader(options) { buffer, count in
      let part = rest.prefix(count)
      buffer.append(contentsOf: part)
      rest = rest.dropFirst(part.count)
      return part.count
    }
    guard let isTable = try? reader.open(), isTable else { return nil }
    return reader.names
  }
}
