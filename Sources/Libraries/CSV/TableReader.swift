// From a stream of bytes to the rows of a table.
import Bytes
import TextEncodings

/// Reads a table in constant memory: finds its dialect, encoding and header, then gives row after row.
public struct TableReader {
  /// How many bytes are read at once.
  var blockSize: Int

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
  /// Whether the last block has been given.
  private var isFinished = false
  private var boundary = RowBoundary(Dialect())
  /// What is passed over at the beginning of the buffer.
  private var passing = Passing.nothing
  /// Where bytes begin that are no text.
  private(set) var textFault: Int?

  /// A reader of what `read` adds to its array (at most so many bytes; none at the end).
  public init(_ options: TableOptions = TableOptions(), read: @escaping (inout [UInt8], Int) throws -> Int) {
    self.options = options
    blockSize = max(1, options.blockSize)
    source = TextSource(
      read, encoding: options.encoding, checks: options.binaryColumns.isEmpty, repairs: options.repairsMojibake)
  }

  /// What the user should know of the encoding, once all is read; nil when there is nothing to tell.
  public var encodingNote: String? { source.note }

  /// How many characters of mojibake have been repaired.
  public var repairs: Int { source.repairs }

  /// Reads the first block and finds dialect and header. False: the input holds no row at all.
  public mutating func open() throws -> Bool {
    try fill(1)
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
      boundary = RowBoundary(dialect)
      return !buffer.isEmpty
    }
    while !holdsRow(), !source.atEnd, buffer.count <= options.longestRow { try fill(min(buffer.count, 1 << 24)) }
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

  /// What reads the rows of this table's blocks; known after `open`.
  public var blockReader: BlockReader { BlockReader(dialect, names, options) }

  /// The next block, nil behind the last one. Blocks for one reader end anywhere, and what it leaves is put back before
  /// the next one; blocks for `several` end with a row, as far as can be guessed.
  public mutating func nextBlock(forSeveral several: Bool) throws -> TableBlock? {
    guard !isFinished else { return nil }
    while true {
      if !source.atEnd { try fill(max(1, min(buffer.count, options.longestRow / 2))) }
      let isLast = source.atEnd
      var end = buffer.count
      if !isLast {
        if several { end = lastBoundary() ?? end }
        // A line break that is cut would be counted twice.
        if end == buffer.count, buffer.last == UInt8(ascii: "\r") { end -= 1 }
        if end == 0 { continue }
      }
      isFinished = isLast
      return take(end, isLast: isLast)
    }
  }

  private mutating func lastBoundary() -> Int? {
    var boundary = boundary
    defer { self.boundary = boundary }
    return boundary.last(in: buffer.span.bytes)
  }

  /// Takes the first `end` bytes off the buffer.
  private mutating func take(_ end: Int, isLast: Bool) -> TableBlock {
    let rest = Array(buffer[end...])
    let next = line + LineCounter.breaks(buffer.span.bytes, 0..<end, dialect.lineBreak)
    var further = textFault.map { $0 - end }
    if let fault = textFault, fault < end {
      further = UTF8Sequence.firstFault(in: rest.span.bytes, 0..<rest.count)
    }
    buffer.removeSubrange(end...)
    var block = TableBlock(buffer, line: line, isLast: isLast, textFault: textFault.flatMap { $0 < end ? $0 : nil })
    block.passing = passing
    (buffer, line, textFault, passing) = (rest, next, further, .nothing)
    return block
  }

  /// Puts back what the reader of the last block has left.
  public mutating func putBack(_ block: TableBlock) {
    textFault = block.textFault ?? textFault.map { $0 + block.bytes.count }
    buffer = buffer.isEmpty ? block.bytes : block.bytes + buffer
    line = block.line
    passing = block.passing
  }

  /// Says that a block did not end with a row.
  public mutating func missedBoundary() {
    boundary.missed()
  }

  /// Calls `body` with the bytes of a block and each row in it; `fault` with each bad row, which is passed over when it
  /// returns.
  public mutating func forEachRow(
    _ body: (RawSpan, Row) throws -> Void, fault: (TableError) throws -> Void
  ) throws {
    var reader = blockReader
    while let block = try nextBlock(forSeveral: false) {
      if let rest = try reader.read(block, body, fault: fault) { putBack(rest) }
    }
  }

  /// Reads at least `count` bytes, less only at the end; always in the same portions, since what is found of the encoding
  /// may depend on them.
  private mutating func fill(_ count: Int) throws {
    let wanted = buffer.count + count
    while buffer.count < wanted, !source.atEnd {
      let before = buffer.count
      let found = try source.fill(&buffer, count: blockSize)
      textFault = textFault ?? found
      position += buffer.count - before
    }
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
    defer { boundary = RowBoundary(dialect) }
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
