// What the first block of a table shows of its dialect.
import Bytes

/// Decides what the user has not said.
struct DialectSniffer {
  /// The most rows that are looked at.
  private static let rowLimit = 100
  /// In the order in which they are preferred.
  private static let candidates: [UInt8] = Array(",;\t|".utf8)

  private let bytes: RawSpanBox
  private let atEnd: Bool

  /// The bytes of the block, owned, so that several scanners can pass over it.
  private struct RawSpanBox {
    let bytes: [UInt8]
  }

  /// A sniffer of the first block of a table; `atEnd`: it is all there is.
  init(_ block: ArraySlice<UInt8>, atEnd: Bool) {
    bytes = RawSpanBox(bytes: Array(block.prefix(256 * 1024)))
    self.atEnd = atEnd && block.count <= 256 * 1024
  }

  /// The dialect of the table.
  func dialect(_ options: TableOptions) -> Dialect {
    var dialect = Dialect()
    dialect.escape = options.escape ?? (options.isMySQL ? .backslash : .none)
    switch options.quoting {
    case .off: dialect.quote = nil
    case .byte(let quote): dialect.quote = quote
    case .found: break
    }
    dialect.delimiter = options.delimiter ?? delimiter(dialect)
    if options.isMySQL {
      dialect.lineBreak = endsLinesWithCRLF(dialect) ? .carriageReturnLineFeed : .lineFeed
      if dialect.quote != nil, usesQuotes(dialect) {
        // LOAD DATA's rule: where fields are enclosed, the bare word is a NULL and the enclosed one is text.
        dialect.nullWords = [Array("NULL".utf8)]
      } else if options.quoting == .found, dialect.delimiter != UInt8(ascii: ",") {
        dialect.quote = nil
      }
    }
    return dialect
  }

  /// The candidate that gives the most rows of one width above 1; among equals the wider rows, then the earlier candidate.
  private func delimiter(_ dialect: Dialect) -> UInt8 {
    var best = (delimiter: Self.candidates[0], rows: 0, width: 1)
    for candidate in Self.candidates {
      var dialect = dialect
      dialect.delimiter = candidate
      var counts: [Int: Int] = [:]
      eachRow(dialect) { _, fields in
        if fields.count > 1 { counts[fields.count, default: 0] += 1 }
        return true
      }
      guard let common = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      if (common.value, common.key) > (best.rows, best.width) { best = (candidate, common.value, common.key) }
    }
    return best.delimiter
  }

  /// Whether the first rows use the quote: some field begins with it and is closed before a delimiter.
  private func usesQuotes(_ dialect: Dialect) -> Bool {
    var found = false
    eachRow(dialect) { _, fields in
      found = fields.contains { $0.start > 0 && bytes.bytes[$0.start - 1] == dialect.quote && $0.form != .plain }
      return !found
    }
    return found
  }

  /// Whether the first line break that is not escaped is CR LF.
  private func endsLinesWithCRLF(_ dialect: Dialect) -> Bool {
    var answer = false
    eachRow(dialect) { end, _ in
      answer = end >= 2 && bytes.bytes[end - 1] == UInt8(ascii: "\n") && bytes.bytes[end - 2] == UInt8(ascii: "\r")
      return false
    }
    return answer
  }

  /// Calls `body` with the end and the fields of each row, until it returns false; stops at the first fault.
  private func eachRow(_ dialect: Dialect, _ body: (Int, [Field]) -> Bool) {
    let span = bytes.bytes.span.bytes
    var scanner = RowScanner(dialect)
    scanner.width = 2
    var at = 0
    for _ in 0..<Self.rowLimit {
      switch scanner.scan(span, from: at, atEnd: atEnd) {
      case .row(let next):
        guard body(next, scanner.fields) else { return }
        at = next
      case .blank(let next): at = next
      case .fault(_, let place):
        guard let next = span.firstOffset(of: UInt8(ascii: "\n"), in: place..<span.byteCount) else { return }
        at = next + 1
      case .needsMore, .end: return
      }
    }
  }
}
