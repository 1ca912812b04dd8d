// The fast reader of rows: eight bytes at a time, each row as the ranges of its fields. `PlainReader` in the tests is its
// slow twin; both must agree on every table, wherever the input is cut.
import Bytes

/// Finds the fields of one row after the other in a block of bytes.
///
///     var scanner = RowScanner(Dialect())
///     if case .row(let next) = scanner.scan(bytes, from: 0, atEnd: true) { scanner.fields … }
public struct RowScanner: Sendable {
  /// What was found at the start of the scan.
  public enum Outcome: Sendable, Equatable {
    /// A row, in `fields`; the next one begins at `next`.
    case row(next: Int)
    /// A line with nothing on it.
    case blank(next: Int)
    /// The block ends inside the row: more bytes are needed.
    case needsMore
    /// The end of the input.
    case end
    /// A row that breaks the dialect's rules, and where.
    case fault(RowFault, at: Int)
  }

  /// What the bytes follow.
  public let dialect: Dialect
  /// The fields of the last row that was found.
  public private(set) var fields: [Field] = []
  /// How many further fields the row has, which were not kept.
  public private(set) var overflow = 0
  /// The most fields of a row that are kept are one more than a header may have: that one tells that there were more.
  public static let columnLimit = 100_000
  /// How many fields a row has; only `Escape.quote` needs it, to tell an escaped line break from the end of the row.
  public var width = 0

  private let delimiters: UInt64
  private let carriageReturns: UInt64
  private let escapes: UInt64
  private let lineFeeds = ByteLanes.repeating(UInt8(ascii: "\n"))

  /// A scanner for `dialect`.
  public init(_ dialect: Dialect) {
    self.dialect = dialect
    delimiters = ByteLanes.repeating(dialect.delimiter)
    // A pattern that is not looked for repeats another one.
    carriageReturns = ByteLanes.repeating(dialect.lineBreak == .lineFeed ? dialect.delimiter : UInt8(ascii: "\r"))
    escapes = ByteLanes.repeating(dialect.escape == .backslash ? UInt8(ascii: "\\") : dialect.delimiter)
  }

  /// How a field ended.
  private enum FieldEnd {
    case delimiter, row, needsMore
    case fault(RowFault, at: Int)
  }

  /// Looks for the row that begins at `start`; `atEnd`: no bytes follow those of the block.
  public mutating func scan(_ bytes: RawSpan, from start: Int, atEnd: Bool) -> Outcome {
    forget()
    guard start < bytes.byteCount else { return atEnd ? .end : .needsMore }
    var at = start
    let first = field(bytes, &at, atEnd)
    return row(bytes, at, after: first, atEnd)
  }

  /// As `scan`, for the rest of a row whose first field was opened by a quote that stood before `start`.
  mutating func scanWithinQuotes(_ bytes: RawSpan, from start: Int, atEnd: Bool) -> Outcome {
    forget()
    var at = start
    let first = quoted(bytes, &at, content: start, atEnd)
    return row(bytes, at, after: first, atEnd)
  }

  @inline(__always)
  private mutating func forget() {
    fields.removeAll(keepingCapacity: true)
    overflow = 0
  }

  /// Reads one field from `at` on, and moves behind it.
  @inline(__always)
  private mutating func field(_ bytes: RawSpan, _ at: inout Int, _ atEnd: Bool) -> FieldEnd {
    let isQuoted = at < bytes.byteCount && bytes.byte(at) == dialect.quote
    return isQuoted ? quoted(bytes, &at, content: at &+ 1, atEnd) : plain(bytes, &at, atEnd)
  }

  /// Reads the further fields of a row whose first one ended in `first`.
  @inline(__always)
  private mutating func row(_ bytes: RawSpan, _ start: Int, after first: FieldEnd, _ atEnd: Bool) -> Outcome {
    var at = start
    var end = first
    while true {
      switch end {
      case .delimiter:
        if fields.count > Self.columnLimit {
          fields.removeLast()
          overflow += 1
        }
        end = field(bytes, &at, atEnd)
      case .row:
        let isBlank = fields.count == 1 && fields[0].start == fields[0].end && fields[0].form == .plain
        return isBlank ? .blank(next: at) : .row(next: at)
      case .needsMore: return .needsMore
      case .fault(let fault, let place): return .fault(fault, at: place)
      }
    }
  }

  /// The next delimiter, line break or escape from `start` on, or the end of the block.
  @inline(__always)
  private func special(_ bytes: RawSpan, _ start: Int) -> Int {
    var at = start
    let end = bytes.byteCount
    while at &+ 8 <= end {
      let word = bytes.word(at)
      let marks =
        ByteLanes.zeros(in: word ^ delimiters) | ByteLanes.zeros(in: word ^ lineFeeds)
        | ByteLanes.zeros(in: word ^ carriageReturns) | ByteLanes.zeros(in: word ^ escapes)
      if marks != 0 { return at &+ ByteLanes.first(marks) }
      at &+= 8
    }
    while at < end {
      let byte = UInt64(bytes.byte(at))
      if byte == delimiters & 0xFF || byte == 0x0A || byte == carriageReturns & 0xFF || byte == escapes & 0xFF {
        return at
      }
      at &+= 1
    }
    return end
  }

  /// Reads an unquoted field from `at` on, and moves behind it.
  @inline(__always)
  private mutating func plain(_ bytes: RawSpan, _ at: inout Int, _ atEnd: Bool) -> FieldEnd {
    let start = at
    var isEscaped = false
    var search = start
    while true {
      let end = special(bytes, search)
      guard end < bytes.byteCount else {
        guard atEnd else { return .needsMore }
        add(bytes, start, end, isEscaped)
        at = end
        return .row
      }
      let byte = bytes.byte(end)
      if byte == dialect.delimiter {
        add(bytes, start, end, isEscaped)
        at = end &+ 1
        return .delimiter
      }
      if byte == UInt8(ascii: "\\") {
        guard end &+ 1 < bytes.byteCount else { return atEnd ? .fault(.trailingEscape, at: end) : .needsMore }
        isEscaped = true
        search = end &+ 2
        continue
      }
      switch lineBreakLength(bytes, end, atEnd) {
      case nil: return .needsMore
      case 0: search = end &+ 1
      case let length?:
        add(bytes, start, end, isEscaped)
        at = end &+ length
        return .row
      }
    }
  }

  /// The length of the line break at `at`, which holds CR or LF: 0 when it is none in this dialect, nil when the next byte
  /// decides and is not there yet.
  @inline(__always)
  private func lineBreakLength(_ bytes: RawSpan, _ at: Int, _ atEnd: Bool) -> Int? {
    if bytes.byte(at) == UInt8(ascii: "\n") { return dialect.lineBreak == .carriageReturnLineFeed ? 0 : 1 }
    guard at &+ 1 < bytes.byteCount else { return atEnd ? (dialect.lineBreak == .any ? 1 : 0) : nil }
    if bytes.byte(at &+ 1) == UInt8(ascii: "\n") { return 2 }
    return dialect.lineBreak == .any ? 1 : 0
  }

  /// Reads a quoted field, whose opening quote is at `at` and whose text begins at `start`, and moves behind it.
  private mutating func quoted(_ bytes: RawSpan, _ at: inout Int, content start: Int, _ atEnd: Bool) -> FieldEnd {
    if dialect.escape == .quote { return quoteEscaped(bytes, &at, content: start, atEnd) }
    let quote = dialect.quote ?? UInt8(ascii: "\"")
    var form = Field.Form.quoted
    var search = start
    while true {
      let end = closing(bytes, search, quote)
      guard end < bytes.byteCount else { return atEnd ? .fault(.unclosedQuote, at: at) : .needsMore }
      guard bytes.byte(end) == quote else {
        guard end &+ 1 < bytes.byteCount else { return atEnd ? .fault(.unclosedQuote, at: at) : .needsMore }
        form = .quotedEscaped
        search = end &+ 2
        continue
      }
      if end &+ 1 == bytes.byteCount, !atEnd { return .needsMore }
      if end &+ 1 < bytes.byteCount, bytes.byte(end &+ 1) == quote {
        if form == .quoted { form = .doubled }
        search = end &+ 2
        continue
      }
      fields.append(Field(start: start, end: end, form: form))
      return afterQuote(bytes, end &+ 1, &at, atEnd)
    }
  }

  /// The next quote, or backslash where it escapes, from `start` on, or the end of the block.
  @inline(__always)
  private func closing(_ bytes: RawSpan, _ start: Int, _ quote: UInt8) -> Int {
    guard dialect.escape == .backslash else {
      return bytes.firstOffset(of: quote, in: min(start, bytes.byteCount)..<bytes.byteCount) ?? bytes.byteCount
    }
    var at = start
    let end = bytes.byteCount
    let quotes = ByteLanes.repeating(quote)
    while at &+ 8 <= end {
      let word = bytes.word(at)
      let marks = ByteLanes.zeros(in: word ^ quotes) | ByteLanes.zeros(in: word ^ escapes)
      if marks != 0 { return at &+ ByteLanes.first(marks) }
      at &+= 8
    }
    while at < end, bytes.byte(at) != quote, bytes.byte(at) != UInt8(ascii: "\\") { at &+= 1 }
    return min(at, end)
  }

  /// What follows a closing quote: a delimiter, a line break or the end; all else is a fault.
  @inline(__always)
  private func afterQuote(_ bytes: RawSpan, _ place: Int, _ at: inout Int, _ atEnd: Bool) -> FieldEnd {
    guard place < bytes.byteCount else {
      at = place
      return atEnd ? .row : .needsMore
    }
    let byte = bytes.byte(place)
    if byte == dialect.delimiter {
      at = place &+ 1
      return .delimiter
    }
    guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { return .fault(.textAfterQuote, at: place) }
    guard let length = lineBreakLength(bytes, place, atEnd) else { return .needsMore }
    guard length > 0 else { return .fault(.textAfterQuote, at: place) }
    at = place &+ length
    return .row
  }

  @inline(__always)
  private mutating func add(_ bytes: RawSpan, _ start: Int, _ end: Int, _ isEscaped: Bool) {
    var form = isEscaped ? Field.Form.escaped : .plain
    if isEscaped, end &- start == 2, bytes.byte(start &+ 1) == UInt8(ascii: "N") { form = .null }
    if !dialect.nullWords.isEmpty, dialect.nullWords.contains(where: { bytes.equals($0, in: start..<end) }) {
      form = .null
    }
    fields.append(Field(start: start, end: end, form: form))
  }

  /// As `quoted`, where the quote escapes: `"N` before a delimiter is NULL; a quote before a line break closes the field
  /// only when the row is complete.
  private mutating func quoteEscaped(
    _ bytes: RawSpan, _ at: inout Int, content start: Int, _ atEnd: Bool
  ) -> FieldEnd {
    let quote = dialect.quote ?? UInt8(ascii: "\"")
    if let end = endOfNull(bytes, start, atEnd) {
      guard end > 0 else { return .needsMore }
      fields.append(Field(start: start, end: end, form: .null))
      return afterQuote(bytes, end, &at, atEnd)
    }
    var form = Field.Form.quoted
    var search = start
    while true {
      let end = bytes.firstOffset(of: quote, in: min(search, bytes.byteCount)..<bytes.byteCount) ?? bytes.byteCount
      guard end < bytes.byteCount else { return atEnd ? .fault(.unclosedQuote, at: at) : .needsMore }
      if end &+ 1 == bytes.byteCount, !atEnd { return .needsMore }
      let next = end &+ 1 < bytes.byteCount ? bytes.byte(end &+ 1) : dialect.delimiter
      let escapesBreak = (next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")) && fields.count &+ 1 < width
      if next == quote || next == UInt8(ascii: "0") || escapesBreak {
        form = .quotedEscaped
        search = end &+ 2
        continue
      }
      fields.append(Field(start: start, end: end, form: form))
      return afterQuote(bytes, end &+ 1, &at, atEnd)
    }
  }

  /// Where `"N`, whose `N` stands at `start`, ends as a NULL: nil when it is text, 0 when the next byte decides.
  private func endOfNull(_ bytes: RawSpan, _ start: Int, _ atEnd: Bool) -> Int? {
    guard start < bytes.byteCount else { return atEnd ? nil : 0 }
    guard bytes.byte(start) == UInt8(ascii: "N") else { return nil }
    guard start &+ 1 < bytes.byteCount else { return atEnd ? start &+ 1 : 0 }
    let next = bytes.byte(start &+ 1)
    let ends = next == dialect.delimiter || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
    return ends ? start &+ 1 : nil
  }
}
