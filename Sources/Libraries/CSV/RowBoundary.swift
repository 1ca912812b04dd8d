// Where a block can be cut so that the next one begins with a row: a guess that the reader of the block before confirms.
import Bytes

/// Guesses ends of rows by counting quotes, without reading fields.
struct RowBoundary {
  /// Whether what comes next is taken to stand within quotes.
  private var isQuoted = false
  private let dialect: Dialect

  init(_ dialect: Dialect) {
    self.dialect = dialect
  }

  /// The guesses were wrong: a quote that is text has turned inside out what counts as quoted.
  mutating func missed() {
    isQuoted.toggle()
  }

  /// The end of the last whole row in `bytes`, nil when none ends there. What follows the end comes again next time; without
  /// one all of it is taken as seen.
  mutating func last(in bytes: RawSpan) -> Int? {
    var isOpen = isQuoted != (quotes(bytes) % 2 == 1)
    let whole = isOpen
    var at = bytes.byteCount
    while at > 0 {
      at -= 1
      let byte = bytes.byte(at)
      if byte == dialect.quote, !isEscaped(bytes, at) {
        isOpen.toggle()
      } else if !isOpen, endsRow(bytes, at, byte) {
        isQuoted = false
        return at + 1
      }
    }
    isQuoted = whole
    return nil
  }

  private func quotes(_ bytes: RawSpan) -> Int {
    guard let quote = dialect.quote else { return 0 }
    guard dialect.escape == .backslash else { return bytes.count(of: quote, in: 0..<bytes.byteCount) }
    var count = 0
    var at = 0
    while at < bytes.byteCount {
      let byte = bytes.byte(at)
      if byte == quote { count += 1 }
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return count
  }

  private func endsRow(_ bytes: RawSpan, _ at: Int, _ byte: UInt8) -> Bool {
    let isAfterReturn = at > 0 && bytes.byte(at - 1) == UInt8(ascii: "\r")
    if byte == UInt8(ascii: "\n") {
      if dialect.lineBreak == .carriageReturnLineFeed { return isAfterReturn && !isEscaped(bytes, at - 1) }
      return !isEscaped(bytes, at)
    }
    guard byte == UInt8(ascii: "\r"), dialect.lineBreak == .any, at + 1 < bytes.byteCount else { return false }
    return bytes.byte(at + 1) != UInt8(ascii: "\n")
  }

  /// Whether an odd number of backslashes stands before `at`, where those escape.
  private func isEscaped(_ bytes: RawSpan, _ at: Int) -> Bool {
    guard dialect.escape == .backslash else { return false }
    var start = at
    while start > 0, bytes.byte(start - 1) == UInt8(ascii: "\\") { start -= 1 }
    return (at - start) % 2 == 1
  }
}
