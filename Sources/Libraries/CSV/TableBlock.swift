// A piece of a table that begins with a row: what one thread reads at a time.
import Bytes

/// Some bytes of a table, from the beginning of a row on, as far as that can be told without reading the rows before.
public struct TableBlock: Sendable {
  /// The bytes, as UTF-8.
  public private(set) var bytes: [UInt8]
  /// The number of the line that it begins on, from 1.
  public private(set) var line: Int
  /// Whether the input ends with it.
  public private(set) var isLast: Bool
  /// Where bytes begin that are no text.
  var textFault: Int?
  /// What is passed over at its beginning.
  var passing = Passing.nothing

  init(_ bytes: [UInt8], line: Int, isLast: Bool, textFault: Int?) {
    self.bytes = bytes
    self.line = line
    self.isLast = isLast
    self.textFault = textFault
  }

  /// A block without bytes at the end of an input.
  public static let end = TableBlock([], line: 0, isLast: true, textFault: nil)

  /// Adds the block that follows.
  public mutating func append(_ next: TableBlock) {
    textFault = textFault ?? next.textFault.map { $0 + bytes.count }
    bytes.append(contentsOf: next.bytes)
    isLast = next.isLast
  }

  /// What stands from `offset` on, whose line is `line`.
  func rest(from offset: Int, line: Int, passing: Passing) -> TableBlock {
    var fault = textFault.map { $0 - offset }
    if fault.map({ $0 < 0 }) ?? false {
      fault = UTF8Sequence.firstFault(in: bytes.span.bytes, offset..<bytes.count).map { $0 - offset }
    }
    var rest = TableBlock(Array(bytes[offset...]), line: line, isLast: isLast, textFault: fault)
    rest.passing = passing
    return rest
  }
}
