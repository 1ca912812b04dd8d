import Calendar
import Identity
import Names

/// Tells what a column holds by how its values look.
enum ColumnShape {
  /// Values that are looked at; they are drawn evenly from all.
  private static let sampleSize = 4000

  /// The kind of a column with these distinct values.
  static func kind(of texts: [String]) -> ColumnKind {
    let step = max(1, texts.count / sampleSize)
    let sample = stride(from: 0, to: texts.count, by: step).map { texts[$0] }
    guard !sample.isEmpty else { return .text }
    func share(_ test: (String) -> Bool) -> Double { Double(sample.count(where: test)) / Double(sample.count) }
    if share(isEmail) >= 0.6 { return .email }
    if share(isLink) >= 0.6 { return .link }
    if share({ date($0) != nil }) >= 0.8 { return .date }
    let isNumeric = share { quantity($0) != nil } >= 0.85
    if isNumeric, share(isQuantity) >= 0.3 || isYear(sample) { return .number }
    if share(isPhone) >= 0.7, share(isWrittenPhone) >= 0.3 { return .phone }
    if isNumeric { return .code }
    if share(isCode) >= 0.8 { return .code }
    return share(isCompany) >= 0.1 ? .company : .text
  }

  /// Few write the legal form with every name, and few other texts end as one does.
  private static func isCompany(_ text: String) -> Bool {
    text.utf8.count <= 128 && CompanyName(text)?.hasLegalForm ?? false
  }

  private static func isEmail(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "@")) && EmailAddress(text) != nil
  }

  private static func isLink(_ text: String) -> Bool {
    let lower = text.prefix(512).lowercased()
    if lower.contains("://") || lower.hasPrefix("www.") { return true }
    guard let dot = lower.firstIndex(of: "."), !lower.contains(" "), !lower.contains("@") else { return false }
    let host = lower.prefix { $0 != "/" }
    return dot < host.endIndex && DomainName(host.utf8)?.registrable != nil
  }

  /// Digits with the signs that stand between the groups of a telephone number.
  private static func isPhone(_ text: String) -> Bool {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    guard (7...20).contains(digits) else { return false }
    let rest = text.lowercased().utf8.filter { !(0x30...0x39).contains($0) && !phoneSigns.contains($0) }
    return rest.count <= 4
  }

  private static let phoneSigns: [UInt8] = Array(" +()-./".utf8)

  private static func isWrittenPhone(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "0")
      || bytes.contains { [0x20, 0x28, 0x2D, 0x2F, 0x2E].contains($0) }
  }

  /// The number that `text` spells, with or without a currency sign and thousands between commas.
  static func quantity(_ text: String) -> Double? {
    var bytes = text.utf8.filter { $0 > 0x20 && $0 < 0x80 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "$") }
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    guard !bytes.isEmpty, bytes.count <= 24, bytes.allSatisfy({ (0x2B...0x39).contains($0) || $0 | 0x20 == 0x65 })
    else {
      return nil
    }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }

  /// Whether a number is written as a quantity and not as a name: with a fraction, sign or currency.
  private static func isQuantity(_ text: String) -> Bool {
    text.utf8.contains { [UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "-")].contains($0) }
      && quantity(text) != nil
  }

  private static func isYear(_ sample: [String]) -> Bool {
    sample.allSatisfy { Int($0).map { (1000...2200).contains($0) } ?? false }
  }

  /// One word, or two, with a digit in most of it.
  private static func isCode(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count <= 2, text.utf8.count <= 40 else { return false }
    return words.allSatisfy { word in word.utf8.contains { (0x30...0x39).contains($0) } }
  }

  /// A date in one of the usual ways to write one: `1956-04-19`, `19560419`, `19/4/1956`, `1956/4/19`, with or without a
  /// time behind it. Day and month are told apart where one is larger than 12; else the day comes first.
  static func date(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let bytes = Array(text.utf8.drop { $0 <= 0x20 }.prefix(32))
    let end = bytes.firstIndex { $0 == UInt8(ascii: "T") || $0 == 0x20 } ?? bytes.count
    let parts = bytes[..<end].split(whereSeparator: { [0x2D, 0x2E, 0x2F].contains($0) })
    let numbers = parts.compactMap { part in part.count <= 8 ? Int(String(decoding: part, as: UTF8.self)) : nil }
    guard numbers.count == parts.count else { return nil }
    if numbers.count == 1, parts[0].count == 8 {
      return valid(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
    }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == 4 { return valid(numbers[0], numbers[1], numbers[2]) }
    guard parts[2].count == 4 else { return nil }
    return valid(numbers[2], numbers[1], numbers[0]) ?? valid(numbers[2], numbers[0], numbers[1])
  }

  /// Errors of a day or month are not refused as long as the numbers can stand there.
  static func valid(_ year: Int, _ month: Int, _ day: Int) -> (year: Int, month: Int, day: Int)? {
    guard (1000...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return (year, month, day)
  }
}
