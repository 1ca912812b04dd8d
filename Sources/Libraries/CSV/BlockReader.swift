// From the bytes of a block to the rows of a table.
import Bytes

/// One row, valid while its block is.
public struct Row: Sendable {
  /// Its fields, as ranges of the block.
  public let fields: [Field]
  /// Its bytes in the block.
  public let range: Range<Int>
  /// The line that it begins on, where lines are tracked, else 0.
  public let line: Int
}

/// Reads the rows of blocks; each thread has one.
public struct BlockReader: Sendable {
  /// How the table writes its rows.
  public let dialect: Dialect
  /// The names of its columns.
  public let names: [String]
  let options: TableOptions
  var scanner: RowScanner
  /// The line that the row at hand begins on, up to where lines have been counted.
  private var line = 1
  private var counted = 0
  /// Where bytes begin that are no text.
  private(set) var textFault: Int?
  /// What is passed over where the reader stands.
  var passing = Passing.nothing

  init(_ dialect: Dialect, _ names: [String], _ options: TableOptions) {
    self.dialect = dialect
    self.names = names
    self.options = options
    scanner = RowScanner(dialect)
    scanner.width = names.count
  }

  /// Calls `body` with each whole row of `block` and `fault` with each bad one, which is passed over when it returns; gives
  /// what is left at the end, which is part of a row, or nil.
  public mutating func read(
    _ block: TableBlock, _ body: (RawSpan, Row) throws -> Void, fault: (TableError) throws -> Void
  ) throws -> TableBlock? {
    line = block.line
    counted = 0
    textFault = block.textFault
    passing = block.passing
    let bytes = block.bytes.span.bytes
    let start = passOver(bytes, 0, block.isLast)
    let end = passing == .nothing ? try rows(bytes, from: start, isLast: block.isLast, body, fault) : start
    guard end < bytes.byteCount || passing != .nothing && !block.isLast else { return nil }
    countLines(bytes, to: end)
    return block.rest(from: end, line: line, passing: passing)
  }

  /// Gives all whole rows; returns where the rest begins.
  private mutating func rows(
    _ bytes: RawSpan, from start: Int, isLast: Bool, _ body: (RawSpan, Row) throws -> Void,
    _ fault: (TableError) throws -> Void
  ) throws -> Int {
    let width = names.count
    var at = start
    while passing == .nothing {
      switch scanner.scan(bytes, from: at, atEnd: isLast) {
      case .row(let next) where next - at > options.longestRow: at = try passOverLongRow(bytes, at, isLast, fault)
      case .row(let next):
        if scanner.fields.count != width || textFault.map({ $0 < next }) ?? false, let found = problem(bytes, at..<next)
        {
          try fault(error(bytes, found.text, at: found.place, row: at..<next))
          skipTextFault(bytes, next)
        } else {
          if options.tracksLines { countLines(bytes, to: at) }
          try body(bytes, Row(fields: scanner.fields, range: at..<next, line: options.tracksLines ? line : 0))
        }
        at = next
      case .blank(let next):
        if options.isMySQL, width == 1 {
          if options.tracksLines { countLines(bytes, to: at) }
          try body(bytes, Row(fields: scanner.fields, range: at..<next, line: options.tracksLines ? line : 0))
        }
        at = next
      case .fault(let found, let place):
        let end = found == .unclosedQuote ? bytes.byteCount : place
        if end - at > options.longestRow {
          at = try passOverLongRow(bytes, at, isLast, fault)
          continue
        }
        guard let next = lineEnd(bytes, from: found == .unclosedQuote ? at : place, isLast),
          next - at <= options.longestRow
        else {
          guard bytes.byteCount - at > options.longestRow else { return at }
          at = try passOverLongRow(bytes, at, isLast, fault)
          continue
        }
        try fault(error(bytes, found.reason(isMySQL: options.isMySQL), at: place, row: at..<next))
        skipTextFault(bytes, next)
        at = next
      case .needsMore:
        guard bytes.byteCount - at > options.longestRow else { return at }
        at = try passOverLongRow(bytes, at, isLast, fault)
      case .end: return at
      }
    }
    return at
  }

  /// Moves the number of the line on to that of `place`.
  mutating func countLines(_ bytes: RawSpan, to place: Int) {
    line += LineCounter.breaks(bytes, counted..<place, dialect.lineBreak)
    counted = place
  }

  /// Where the line of `start` ends, with its line break; nil when more bytes must tell.
  func lineEnd(_ bytes: RawSpan, from start: Int, _ isLast: Bool) -> Int? {
    var at = start
    while at < bytes.byteCount {
      let byte = bytes.byte(at)
      at += 1
      if byte == UInt8(ascii: "\n") { return at }
      if byte == UInt8(ascii: "\r"), dialect.lineBreak == .any {
        guard at < bytes.byteCount else { return isLast ? at : nil }
        return bytes.byte(at) == UInt8(ascii: "\n") ? at + 1 : at
      }
    }
    return isLast ? at : nil
  }

  mutating func skipTextFault(_ bytes: RawSpan, _ next: Int) {
    guard let fault = textFault, fault < next else { return }
    textFault = UTF8Sequence.firstFault(in: bytes, next..<bytes.byteCount)
  }

  mutating func error(_ bytes: RawSpan, _ reason: String, at place: Int, row: Range<Int>) -> TableError {
    countLines(bytes, to: row.lowerBound)
    let start = LineCounter.start(bytes, place, dialect.lineBreak)
    let further = LineCounter.breaks(bytes, counted..<max(counted, start), dialect.lineBreak)
    return TableError(line: line + further, column: place - start + 1, reason: reason, raw: bytes.array(row))
  }
}
