// From a stream of bytes to the rows of a table.
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

/// Reads a table in constant memory: finds its dialect, encoding and header, then gives row after row.
public struct TableReader {
  /// How many bytes are read at once.
  public static let blockSize = 256 * 1024

  /// How the table writes its rows; known after `open`.
  public private(set) var dialect = Dialect()
  /// The names of its columns.
  public private(set) var names: [String] = []
  /// What was found and not told, for the user.
  public internal(set) var notes: [String] = []
  /// Bytes read so far, as UTF-8.
  public private(set) var position = 0

  private(set) var options: TableOptions
  private var source: TextSource
  private(set) var scanner = RowScanner(Dialect())
  private var buffer: [UInt8] = []
  /// The line that the buffer begins on.
  private var line = 1
  /// Where in the block at hand lines have been counted to.
  private var counted = 0
  /// Where bytes begin that are no text.
  private(set) var textFault: Int?

  /// A reader of what `read` adds to its array (at most so many bytes; none at the end).
  public init(_ options: TableOptions = TableOptions(), read: @escaping (inout [UInt8], Int) throws -> Int) {
    self.options = options
    source = TextSource(
      read, encoding: options.encoding, checks: options.binaryColumns.isEmpty, repairs: options.repairsMojibake)
  }

  /// Whether the text was found to be in another encoding than UTF-8.
  public var foundEncoding: TextEncoding? {
    source.wasDetected && source.encoding != .utf8 && source.encoding != .detected ? source.encoding : nil
  }

  /// How many characters of mojibake have been repaired.
  public var repairs: Int { source.repairs }

  /// Reads the first block and finds dialect and header. False: the input holds no row at all.
  public mutating func open() throws -> Bool {
    try fill(Self.blockSize)
    skipLines(options.skippedLines)
    if let delimiter = takeSeparatorLine() { options.delimiter = options.delimiter ?? delimiter }
    dialect = DialectSniffer(buffer[...], atEnd: source.atEnd).dialect(options)
    if options.delimiter == nil, dialect.delimiter != UInt8(ascii: ",") {
      notes.append("columns are separated by \(Self.spelt(dialect.delimiter))")
    }
    scanner = RowScanner(dialect)
    if let columns = options.columns {
      names = columns
      scanner.width = columns.count
      return !buffer.isEmpty
    }
    while !holdsRow(), !source.atEnd, buffer.count <= options.longestRow { try fill(buffer.count) }
    return try takeHeader()
  }

  /// Whether the buffer holds a whole row, or what cannot become one.
  private func holdsRow() -> Bool {
    var scanner = scanner
    var at = 0
    while true {
      switch scanner.scan(buffer.span.bytes, from: at, atEnd: source.atEnd) {
      case .blank(let next): at = next
      case .needsMore: return false
      default: return true
      }
    }
  }

  /// Calls `body` with the bytes of the block and each row; `fault` with each bad row, which is passed over when it
  /// returns.
  public mutating func forEachRow(
    _ body: (RawSpan, Row) throws -> Void, fault: (TableError) throws -> Void
  ) throws {
    while true {
      var block: [UInt8] = []
      swap(&block, &buffer)
      let done = try rows(of: block, body, fault)
      let isFinished = source.atEnd && done >= block.count
      block.removeSubrange(..<min(done, block.count))
      swap(&block, &buffer)
      if isFinished { return }
      try more(fault)
    }
  }

  /// Reads on; a row longer than allowed is passed over line by line.
  private mutating func more(_ fault: (TableError) throws -> Void) throws {
    if buffer.count > options.longestRow {
      let reason = "row longer than \(options.longestRow) bytes; is a quote missing its partner?"
      try fault(TableError(line: line, column: 1, reason: reason, raw: nil))
    }
    if source.atEnd { return }
    try fill(max(Self.blockSize, buffer.count))
  }

  private mutating func fill(_ count: Int) throws {
    let before = buffer.count
    let found = try source.fill(&buffer, count: count)
    textFault = textFault ?? found
    position += buffer.count - before
  }

  /// Gives all whole rows of `block`; returns where the rest begins.
  private mutating func rows(
    of block: [UInt8], _ body: (RawSpan, Row) throws -> Void, _ fault: (TableError) throws -> Void
  ) throws -> Int {
    let bytes = block.span.bytes
    let width = names.count
    var at = 0
    counted = 0
    defer {
      countLines(bytes, to: at)
      textFault = textFault.map { $0 - at }
    }
    while true {
      switch scanner.scan(bytes, from: at, atEnd: source.atEnd) {
      case .row(let next):
        if scanner.fields.count != width || textFault.map({ $0 < next }) ?? false,
          let reason = problem(bytes, at..<next)
        {
          try fault(error(bytes, reason.text, at: reason.place, row: at..<next))
          skipTextFault(bytes, next)
        } else {
          if options.tracksLines { countLines(bytes, to: at) }
          try body(bytes, Row(fields: scanner.fields, range: at..<next, line: options.tracksLines ? line : 0))
        }
        at = next
      case .blank(let next):
        if options.isMySQL, width == 1 { try body(bytes, Row(fields: scanner.fields, range: at..<next, line: line)) }
        at = next
      case .fault(let found, let place):
        let next = recovery(bytes, at, found, place)
        try fault(error(bytes, advice(found), at: place, row: at..<next))
        skipTextFault(bytes, next)
        at = next
      case .needsMore, .end: return at
      }
    }
  }

  /// Moves the number of the line on to that of `place`.
  private mutating func countLines(_ bytes: RawSpan, to place: Int) {
    line += LineCounter.breaks(bytes, counted..<place, dialect.lineBreak)
    counted = place
  }

  /// Where to go on after a bad row: behind the line of the fault, or, where a quote is not closed, behind the first line.
  private func recovery(_ bytes: RawSpan, _ start: Int, _ fault: RowFault, _ place: Int) -> Int {
    var at = fault == .unclosedQuote ? start : place
    while at < bytes.byteCount {
      let byte = bytes.byte(at)
      at += 1
      if byte == UInt8(ascii: "\n") { return at }
      if byte == UInt8(ascii: "\r"), dialect.lineBreak == .any {
        return at < bytes.byteCount && bytes.byte(at) == UInt8(ascii: "\n") ? at + 1 : at
      }
    }
    return at
  }

  private mutating func skipTextFault(_ bytes: RawSpan, _ next: Int) {
    guard let fault = textFault, fault < next else { return }
    textFault = UTF8Sequence.firstFault(in: bytes, next..<bytes.byteCount)
  }

  private mutating func error(_ bytes: RawSpan, _ reason: String, at place: Int, row: Range<Int>) -> TableError {
    countLines(bytes, to: row.lowerBound)
    let start = LineCounter.start(bytes, place, dialect.lineBreak)
    let further = LineCounter.breaks(bytes, counted..<max(counted, start), dialect.lineBreak)
    return TableError(line: line + further, column: place - start + 1, reason: reason, raw: bytes.array(row))
  }
}

extension TableReader {
  /// Drops the first `count` lines.
  private mutating func skipLines(_ count: Int) {
    for _ in 0..<count {
      guard let end = buffer.firstIndex(of: UInt8(ascii: "\n")) else { break }
      drop(end + 1)
    }
  }

  private mutating func drop(_ count: Int) {
    line += LineCounter.breaks(buffer.span.bytes, 0..<count, dialect.lineBreak)
    textFault = textFault.map { $0 - count }
    buffer.removeSubrange(..<count)
    if let fault = textFault, fault < 0 { textFault = UTF8Sequence.firstFault(in: buffer.span.bytes, 0..<buffer.count) }
  }

  /// The delimiter of a first line `sep=;`, as Excel writes and reads it.
  private mutating func takeSeparatorLine() -> UInt8? {
    guard let end = buffer.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), end <= 7 else { return nil }
    var text = buffer[..<end]
    if text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") { text = text.dropFirst().dropLast() }
    guard text.count == 5, text.map({ $0 | 0x20 }).starts(with: "sep=".utf8), let delimiter = text.last else {
      return nil
    }
    let isPair = buffer[end] == 0x0D && end + 1 < buffer.count && buffer[end + 1] == 0x0A
    drop(end + (isPair ? 2 : 1))
    return delimiter
  }

  /// Makes `names` the columns and takes the header, which ends at `end`, off the buffer.
  mutating func adopt(_ names: [String], dropping end: Int) {
    self.names = names
    if options.isMySQL, dialect.quote == nil, dialect.delimiter == UInt8(ascii: "\t") {
      dialect.nullWords = [Array("NULL".utf8)]
      notes.append("a header, tabs and no quotes: read as 'mariadb -B' writes; a text NULL cannot be told from a NULL")
      scanner = RowScanner(dialect)
    }
    scanner.width = names.count
    drop(end)
  }

  /// The number of the line that holds `offset` of the buffer.
  func lineNumber(of offset: Int) -> Int {
    line + LineCounter.breaks(buffer.span.bytes, 0..<offset, dialect.lineBreak)
  }

  /// Calls `body` with the bytes of the buffer, and whether the input ends with them.
  func withBuffer<Result>(_ body: (RawSpan, Bool) -> Result) -> Result {
    body(buffer.span.bytes, source.atEnd)
  }

  private static func spelt(_ byte: UInt8) -> String {
    byte == UInt8(ascii: "\t") ? "tabs" : "'\(Unicode.Scalar(byte))'"
  }
}
