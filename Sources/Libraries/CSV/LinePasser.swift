// A line too long to be held, passed over piece by piece.
import Bytes

/// What of a table is passed over where a block begins.
enum Passing: Sendable, Equatable {
  /// Nothing: a row begins there.
  case nothing
  /// The rest of a line that is longer than allowed.
  case line(LinePasser)
  /// The rest of a quoted field that such a line opened, and of its row.
  case quotedField
}

/// Looks for the end of a line, and knows there whether a quoted field is open.
struct LinePasser: Sendable, Equatable {
  private enum Place: UInt8, Sendable {
    case fieldStart, plain, quoted
    /// Behind a quote within a quoted field: the next byte tells whether it closed it.
    case afterQuote
  }

  private let delimiter: UInt8
  private let quote: UInt8?
  private let escapes: Bool
  private let returnsEndLines: Bool
  private var place = Place.fieldStart
  private var isEscaped = false

  /// A passer for a line that begins with a row.
  init(_ dialect: Dialect) {
    delimiter = dialect.delimiter
    quote = dialect.quote
    escapes = dialect.escape == .backslash
    returnsEndLines = dialect.lineBreak == .any
  }

  /// Whether a quoted field is open.
  var isQuoted: Bool { place == .quoted }

  /// Where the line after this one begins, nil when it is not in `bytes`, all of which are then behind it.
  mutating func end(in bytes: RawSpan, from start: Int) -> Int? {
    var at = start
    while at < bytes.byteCount {
      let byte = bytes.byte(at)
      at += 1
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\n") {
        return at
      } else if byte == UInt8(ascii: "\r"), returnsEndLines {
        return at < bytes.byteCount && bytes.byte(at) == UInt8(ascii: "\n") ? at + 1 : at
      } else if byte == UInt8(ascii: "\\"), escapes {
        isEscaped = true
        if place != .quoted { place = .plain }
      } else {
        take(byte)
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) {
    switch place {
    case .quoted: if byte == quote { place = .afterQuote }
    case .afterQuote: place = byte == quote ? .quoted : byte == delimiter ? .fieldStart : .plain
    case .fieldStart, .plain:
      if byte == delimiter {
        place = .fieldStart
      } else {
        place = place == .fieldStart && byte == quote ? .quoted : .plain
      }
    }
  }
}
