// What is wrong with a row, and what helps.
import Bytes

extension BlockReader {
  /// What is wrong with the row just found: text that is none, or a number of fields that is not the header's.
  func problem(_ bytes: RawSpan, _ range: Range<Int>) -> (text: String, place: Int)? {
    if let fault = textFault, range.contains(fault) {
      let index = scanner.fields.firstIndex { $0.end > fault } ?? 0
      let name = index < names.count ? names[index] : "\(index + 1)"
      return ("column '\(name)' is not UTF-8: say --encoding, or --base64 \(name) when it holds bytes", fault)
    }
    let found = scanner.fields.count + scanner.overflow
    if scanner.overflow > 0, let last = scanner.fields.last {
      return ("row has \(found) fields; no more than \(RowScanner.columnLimit) are read", last.start)
    }
    guard found != names.count, options.ragged != .keep else { return nil }
    if found > names.count, extraIsEmpty(bytes, range) { return nil }
    if found < names.count, options.ragged == .pad { return nil }
    let place = found > names.count ? scanner.fields[names.count].start : scanner.fields.last?.end ?? range.lowerBound
    var text = "row has \(found) field\(found == 1 ? "" : "s"), the header \(names.count)"
    if options.isMySQL, dialect.quote == nil {
      text += "; if this was written by 'mariadb --raw' or without ESCAPED BY, it cannot be read back: export with "
      text += exportAdvice
    }
    return (text, place)
  }

  /// Whether all fields beyond the header are empty: delimiters at the end of the line that mean nothing.
  private func extraIsEmpty(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    scanner.fields[names.count...].allSatisfy { $0.start == $0.end }
  }
}

/// How MySQL writes tables that can be read back.
private let exportAdvice = #"SELECT … INTO OUTFILE … FIELDS TERMINATED BY ',' ENCLOSED BY '"' ESCAPED BY '\\'"#

extension RowFault {
  /// What is wrong, and what helps.
  func reason(isMySQL: Bool) -> String {
    switch self {
    case .unclosedQuote: return "a quote is opened here and not closed before the end"
    case .trailingEscape: return "an escape stands at the end with nothing behind it"
    case .textAfterQuote:
      let text = "expected a delimiter or the end of the line after the closing quote"
      guard isMySQL else { return text }
      return text + "; quotes inside quotes that nothing escapes cannot be read back: export with " + exportAdvice
    }
  }
}
