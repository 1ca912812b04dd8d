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
    case .date: range.count == 10 && Self.isDate(text, range)
    case .partialDate:
      switch range.count {
      case 4: Self.fits(text, range, Self.dayPattern.prefix(4))
      case 7: Self.fits(text, range, Self.dayPattern.prefix(7)) && Self.number(text, range.lowerBound + 5) - 1 < 12
      case 10: Self.isDate(text, range)
      default: Self.isInstant(text, range)
      }
    case .email: Self.isAddress(text, range)
    case .uri: Self.isURI(text, range)
    case .decimal: Self.isDecimal(text, range)
    }
  }

  private static let dayPattern = Array("dddd-dd-dd".utf8)
  private static let instantPattern = Array("dddd-dd-ddTdd:dd:dd".utf8)

  /// Whether the bytes follow `pattern`, in which `d` is any digit.
  private static func fits(_ text: RawSpan, _ range: Range<Int>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard range.count >= pattern.count else { return false }
    for (index, wanted) in pattern.enumerated() {
      let byte = text.byte(range.lowerBound + index)
      guard wanted == UInt8(ascii: "d") ? byte &- UInt8(ascii: "0") <= 9 : byte == wanted else { return false }
    }
    return true
  }

  /// The value of the two digits at `offset`, which are known to be digits.
  private static func number(_ text: RawSpan, _ offset: Int) -> UInt8 {
    (text.byte(offset) &- UInt8(ascii: "0")) &* 10 &+ (text.byte(offset + 1) &- UInt8(ascii: "0"))
  }

  private static func isDate(_ text: RawSpan, _ range: Range<Int>) -> Bool {
    guard fits(text, range, dayPattern[...]) else { return false }
    let month = number(text, range.lowerBound + 5)
    let day = number(text, range.lowerBound + 8)
    return month &- 1 < 12 && day &- 1 < 31
  }

  private static func isInstant(_ text: RawSpan, _ range: Range<Int>) -> Bool {
    guard range.count >= 20, fits(text, range, instantPattern[...]), isDate(text, range),
      text.byte(range.upperBound - 1) == UInt8(ascii: "Z"), number(text, range.lowerBound + 11) < 24,
      number(text, range.lowerBound + 14) < 60, number(text, range.lowerBound + 17) < 61
    else { return false }
    // What may stand between the seconds and the Z: a fraction.
    let fraction = range.lowerBound + 19..<range.upperBound - 1
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
