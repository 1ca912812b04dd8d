// What a column's text becomes.
import Calendar
import Identity
import JSONLines
import Names
import Phones

/// A conversion that a map names by `as`.
enum Conversion: String, Sendable, CaseIterable {
  case text, line, lower, upper
  case email, phone, domain, linkedin, slug
  case employerDomain = "employer_domain"
  case givenName = "given_name"
  case familyName = "family_name"
  case number, integer, boolean, money, employees
  case date, instant, month
  case country, member

  /// What is expected, for the message about a text that cannot be converted.
  var expectation: String {
    switch self {
    case .email: "an e-mail address"
    case .phone: "a phone number"
    case .domain, .employerDomain: "a domain"
    case .linkedin, .slug: "a LinkedIn address"
    case .number, .employees: "a number"
    case .integer: "a whole number"
    case .boolean: "yes or no"
    case .money: "an amount"
    case .date: "a date"
    case .month: "a day, a month or a year"
    case .instant: "a date and time"
    case .country: "a country"
    case .member: "one of our people"
    default: "text"
    }
  }

  /// Whether a text that cannot be converted is silently nothing: it says something else by right, or is kept elsewhere.
  var isLenient: Bool { [.employerDomain, .familyName, .givenName, .phone, .slug].contains(self) }

  /// The converted text, for those conversions that give text; nil when it cannot be converted.
  func text(_ text: String, _ row: RowValues) -> String? {
    switch self {
    case .text: text
    case .line: text.oneLine
    case .lower: text.lowercased()
    case .upper: text.uppercased()
    case .email: EmailAddress(written: text)?.description
    case .domain: DomainName(of: text).flatMap { $0.registrable ?? $0.text }
    case .employerDomain: EmailAddress(written: text)?.employerDomain
    case .linkedin: LinkedInAddress(text)?.description
    case .slug: LinkedInAddress.personSlug(text)
    case .givenName: PersonName(text)?.given
    case .familyName: PersonName(text)?.family
    case .country: Country.code(for: text)
    case .member: row.context.team.isEmpty ? text : row.context.team.member(crmUser: text)?.id
    case .phone: PhoneNumber.e164(text, region: row.context.region)
    case .number, .integer, .boolean, .money, .employees, .date, .instant, .month: nil
    }
  }
}

/// Numbers as people write them.
enum NumberText {
  /// The spelling of a number in JSON: a sign, digits, a decimal point; spaces and separators between groups of three go.
  /// `1.234,5` and `1.234.567` can only be read one way and are taken; `1,5` and the like could be a slip and are not.
  static func json(_ text: String) -> String? {
    var bytes = Array(text.utf8).filter { $0 != 0x20 && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "_") }
    if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    if usesPointForGroups(bytes) {
      bytes = bytes.map {
        $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0
      }
    }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = ungrouped(parts[0]), whole.count <= 30 else { return nil }
    var number = (isNegative ? "-" : "") + String(decoding: whole, as: UTF8.self)
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].count <= 30, parts[1].allSatisfy(isDigit) else { return nil }
      number += "." + String(decoding: parts[1], as: UTF8.self)
    }
    return number
  }

  /// Whether points stand between the groups: two or more of them, or one before the only comma.
  private static func usesPointForGroups(_ bytes: [UInt8]) -> Bool {
    let points = bytes.indices.filter { bytes[$0] == UInt8(ascii: ".") }
    guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")) else { return points.count >= 2 }
    return points.last.map { $0 < comma } ?? false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The digits of `1,234,567`, without leading zeros.
  private static func ungrouped(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let groups = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) && (1...3).contains(groups[0].count)
    else { return nil }
    let digits = groups.flatMap { $0 }
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
    let significant = digits.drop { $0 == 0x30 }
    return significant.isEmpty ? [0x30] : Array(significant)
  }

  /// The lower end of a range such as `51-200 employees`, or the number itself.
  static func lowerBound(_ text: String) -> String? {
    let word = text.replacing("–", with: "-").split(whereSeparator: { $0 == "-" || $0 == " " || $0 == "+" }).first
    guard var word = word.map(String.init) else { return nil }
    var factor = 1
    if word.last == "k" || word.last == "K" {
      word.removeLast()
      factor = 1000
    }
    guard let number = json(word) else { return nil }
    guard factor > 1 else { return number }
    return Double(number).map { String(Int(min($0, 1e12)) * factor) }
  }

  /// An amount of money: digits with two places when it had none, without currency signs.
  static func amount(_ text: String) -> String? {
    let bare = text.unicodeScalars.filter { $0.properties.numericType != nil || ".,-' ".unicodeScalars.contains($0) }
    guard let number = json(String(String.UnicodeScalarView(bare))) else { return nil }
    return number.contains(".") ? number : number + ".00"
  }

  /// Yes and no in the words of databases.
  static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "true", "t", "yes", "y", "active", "on": true
    case "0", "false", "f", "no", "n", "inactive", "off": false
    default: nil
    }
  }
}
