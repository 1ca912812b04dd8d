// What the text of a member must look like.
import Bytes

/// The formats that the schemas name.
enum SchemaFormat: String, Sendable {
  /// An instant in UTC, RFC 3339 section 5.6, ending in `Z`.
  case dateTime = "date-time"
  /// A calendar date, `YYYY-MM-DD`.
  case date
  /// A year, a month, a date or an instant: as much as is known.
  case partialDate = "partial-date"
  /// An e-mail address in lower case.
  case email
  /// An address with its scheme.
  case uri
  /// A decimal number as text.
  case decimal

  /// What is expected, in words.
  var expectation: String {
    switch self {
    case .dateTime: "an instant such as 2024-03-02T09:14:00Z"
    case .date: "a date such as 2024-03-02"
    case .partialDate: "a year, month, date or instant such as 2024-03"
    case .email: "an e-mail address in lower case"
    case .uri: "an address with its scheme such as https://"
    case .decimal: "a decimal number such as \"12500.00\""
    }
  }

  /// Whether the bytes of `range` have this format.
  func matches(_ text: RawSpan, _ range: Range<Int>) -> Bool {
    switch self {
    case .dateTime: Self.isInstant(text, range)
    case .date: range.count == 10 && Self.isDate(text, range.lowerBound)
    case .partialDate:
      switch range.count {
      case 4: Self.areDigits(text, range.lowerBound, 4)
      case 7: Self.isMonth(text, range.lowerBound)
      case 10: Self.isDate(text, range.lowerBound)
      default: Self.isInstant(text, range)
      }
    case .email: Self.isAddress(text, range)
    case .uri: Self.isURI(text, range)
    case .decimal: Self.isDecimal(text, range)
    }
  }

  /// Whether `count` digits stand at `offset`, which the caller knows to lie inside the text.
  @inline(__always)
  private static func areDigits(_ text: RawSpan, _ offset: Int, _ count: Int) -> Bool {
    for place in offset..<offset &+ count where text.byte(place) &- UInt8(ascii: "0") > 9 { return false }
    return true
  }

  /// Whether `mark` stands at `offset` and two digits behind it.
  @inline(__always)
  private static func isPair(_ text: RawSpan, _ offset: Int, after mark: Unicode.Scalar) -> Bool {
    text.byte(offset) == UInt8(ascii: mark) && areDigits(text, offset &+ 1, 2)
  }

  /// The value of the two digits at `offset`, which are known to be digits.
  private static func number(_ text: RawSpan, _ offset: Int) -> UInt8 {
    (text.byte(offset) &- UInt8(ascii: "0")) &* 10 &+ (text.byte(offset + 1) &- UInt8(ascii: "0"))
  }

  /// Whether `YYYY-MM` stands at `offset`.
  private static func isMonth(_ text: RawSpan, _ offset: Int) -> Bool {
    areDigits(text, offset, 4) && isPair(text, offset + 4, after: "-") && number(text, offset + 5) &- 1 < 12
  }

  /// Whether `YYYY-MM-DD` stands at `offset`.
  private static func isDate(_ text: RawSpan, _ offset: Int) -> Bool {
    isMonth(text, offset) && isPair(text, offset + 7, after: "-") && number(text, offset + 8) &- 1 < 31
  }

  private static func isInstant(_ text: RawSpan, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard range.count >= 20, isDate(text, start), isPair(text, start + 10, after: "T"),
      isPair(text, start + 13, after: ":"), isPair(text, start + 16, after: ":"),
      text.byte(range.upperBound - 1) == UInt8(ascii: "Z"), number(text, start + 11) < 24,
      number(text, start + 14) < 60, number(text, start + 17) < 61
    else { return false }
    // What may stand between the seconds and the Z: a fraction.
    let fraction = start + 19..<range.upperBound - 1
    if fraction.isEmpty { return true }
    return fraction.count > 1 && text.byte(fraction.lowerBound) == UInt8(ascii: ".")
      && fraction.dropFirst().allSatisfy { text.byte($0) &- UInt8(ascii: "0") <= 9 }
  }

  private static func isAddress(_ text: RawSpan, _ range: Range<Int>) -> Bool {
    var at: Int?
    for offset in range {
      let byte = text.byte(offset)
      if byte == UInt8(ascii: "@") { at = offset }
      if byte <= 0x20 || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")) { return false }
    }
    guard let at else { return false }
    return at > range.lowerBound && at < range.upperBound - 1
  }

  private static func isURI(_ text: RawSpan, _ range: Range<Int>) -> Bool {
    guard let colon = text.firstOffset(of: UInt8(ascii: ":"), in: range), colon > range.lowerBound else { return false }
    return !range.contains { text.byte($0) <= 0x20 }
  }

  private static func isDecimal(_ text: RawSpan, _ range: Range<Int>) -> Bool {
    var digits = 0
    var points = 0
    for offset in range {
      switch text.byte(offset) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "-") where offset == range.lowerBound: break
      default: return false
      }
    }
    return digits > 0 && points <= 1
  }
}
