import Calendar
import Identity
import Names
import Transliteration

/// One value of a column, prepared for comparing.
struct ColumnValue {
  let kind: ColumnKind
  /// What is compared as a string: folded words in one, the characters of a code, the digits of a number or date.
  var text: [UInt8] = []
  /// Folded words, of texts only.
  var words: [[UInt8]] = []
  /// A quantity, or days since 1970.
  var number = 0.0
  /// The date's parts.
  var date: (year: Int, month: Int, day: Int) = (0, 0, 0)
  /// The part of an address that its neighbours share: domain or host, or where a telephone stands.
  var shared: [UInt8] = []

  /// Reads `text` as a value of `kind`; nil when it says nothing.
  init?(_ text: String, _ kind: ColumnKind, _ transliterator: Transliterator) {
    self.kind = kind
    switch kind {
    case .text:
      words = FoldedText(transliterator.latin(text), joiningAbbreviations: true).comparable.map(Ordinals.inDigits)
      self.text = Array(words.joined())
    case .company:
      words = CompanyName(transliterator.latin(text))?.words.map(Ordinals.inDigits) ?? []
      self.text = Array(words.joined())
    case .code:
      self.text = Self.alphanumerics(transliterator.latin(text))
    case .number:
      guard let value = ColumnShape.quantity(text) else { return nil }
      number = value
      self.text = text.utf8.filter { (0x30...0x39).contains($0) }
    case .date:
      guard let parts = ColumnShape.date(text) else { return nil }
      setDate(parts)
    case .email:
      guard let address = EmailAddress(text) else {
        self.text = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.filter { $0 > 0x20 }
        break
      }
      self.text = Array(address.matchKey.utf8)
      if !address.isFreeMail { shared = Array((address.registrableDomain ?? address.domain).utf8) }
    case .phone:
      guard let key = PhoneDigits.key(text) else { return nil }
      self.text = Array(key.utf8)
      shared = Self.area(self.text)
    case .link:
      self.text = Self.link(text)
      shared = Self.host(self.text)
    }
    if self.text.isEmpty { return nil }
  }

  mutating func setDate(_ parts: (year: Int, month: Int, day: Int)) {
    date = parts
    number = Double(CalendarDate(year: parts.year, month: parts.month, day: parts.day)?.dayNumber ?? 0)
    text = Self.digits(parts.year, 4) + Self.digits(parts.month, 2) + Self.digits(parts.day, 2)
  }

  /// Where a telephone stands.
  static func area(_ digits: [UInt8]) -> [UInt8] { Array(digits.dropLast(4)) }

  /// The host of an address without its scheme.
  static func host(_ link: [UInt8]) -> [UInt8] { Array(link.prefix { $0 != UInt8(ascii: "/") }) }

  private static func digits(_ value: Int, _ count: Int) -> [UInt8] {
    let text = Array(String(max(0, value)).utf8)
    return [UInt8](repeating: 0x30, count: max(0, count - text.count)) + text
  }

  private static func alphanumerics(_ text: String) -> [UInt8] {
    Array(FoldedText(text).words.joined())
  }

  /// What stays of a web address when scheme, `www.`, query and final slash are gone; a LinkedIn page's own name.
  private static func link(_ text: String) -> [UInt8] {
    if let page = LinkedInAddress(text) { return Array("linkedin.com/\(page.slug)".utf8) }
    var bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.filter { $0 > 0x20 }
    for prefix in ["https://", "http://", "www."] where bytes.starts(with: prefix.utf8) {
      bytes.removeFirst(prefix.utf8.count)
    }
    bytes = Array(bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return bytes
  }

  /// The local part of an e-mail address.
  var mailbox: ArraySlice<UInt8> { text.prefix { $0 != UInt8(ascii: "@") } }
}

/// Ordinals as addresses and titles write them: `Ninth Avenue` is `9th Ave`.
enum Ordinals {
  private static let digits: [[UInt8]: [UInt8]] = {
    let digits = [
      "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
      "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
    ]
    return Dictionary(uniqueKeysWithValues: digits.map { (Array($0.utf8), Array($1.utf8)) })
  }()

  /// `word`, in digits when it is an ordinal.
  static func inDigits(_ word: [UInt8]) -> [UInt8] { digits[word] ?? word }
}
