/// How a table writes its rows: what separates, quotes and escapes.
public struct Dialect: Sendable, Equatable {
  /// What ends a row.
  public enum LineBreak: Sendable {
    /// LF, CR LF or a lone CR, mixed as they come.
    case any
    /// LF alone; a CR is text.
    case lineFeed
    /// CR LF alone; each by itself is text.
    case carriageReturnLineFeed
  }

  /// What gives the next byte another meaning.
  public enum Escape: Sendable, Equatable {
    /// Nothing but the doubled quote (RFC 4180).
    case none
    /// The backslash, with the letters that MySQL knows: `\N`, `\0`, `\b`, `\n`, `\r`, `\t`, `\Z`.
    case backslash
    /// The quote itself, as MySQL's `ESCAPED BY '"'`: `"N` is NULL, `"0` a NUL, a quote before a line break escapes it.
    case quote

    /// The escape that a word of the command line or of a map means.
    public init?(word: String) {
      switch word {
      case "none": self = .none
      case "\\", "backslash": self = .backslash
      case "\"", "quote": self = .quote
      default: return nil
      }
    }
  }

  /// Between the fields.
  public var delimiter: UInt8
  /// Around a field; nil: quotes are text.
  public var quote: UInt8?
  /// Before a byte that is meant otherwise.
  public var escape: Escape
  /// After a row.
  public var lineBreak: LineBreak
  /// Unquoted words that mean NULL, beside `\N`.
  public var nullWords: [[UInt8]] = []

  /// A dialect; without arguments RFC 4180 and every line break.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""), escape: Escape = .none,
    lineBreak: LineBreak = .any
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.lineBreak = lineBreak
  }
}

/// Where a field of a row lies in its block, and how to read it.
public struct Field: Sendable, Equatable {
  /// How the bytes stand for the text.
  public enum Form: UInt8, Sendable {
    /// As they are.
    case plain
    /// As they are; they stood in quotes.
    case quoted
    /// With doubled quotes.
    case doubled
    /// With escapes.
    case escaped
    /// With escapes, and doubled quotes that count as such: it stood in quotes.
    case quotedEscaped
    /// Not at all: NULL.
    case null
  }

  /// The first byte of the content, behind an opening quote.
  public var start: Int
  /// The byte after the content.
  public var end: Int
  /// How to read it.
  public var form: Form

  /// The bytes of the content.
  public var range: Range<Int> { start..<end }
}

/// Why a row cannot be read.
public enum RowFault: Sendable, Equatable {
  /// A quoted field that is not closed before the end.
  case unclosedQuote
  /// Text between the closing quote and the next delimiter.
  case textAfterQuote
  /// An escape with nothing behind it.
  case trailingEscape
}
