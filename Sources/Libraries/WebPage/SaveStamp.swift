/// Times as browsers write them into saved pages, brought to RFC 3339 without losing their zone.
enum SaveStamp {
  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]

  /// `Mon, 20 Mar 2023 09:41:07 -0000` and `Sun Mar 27 2022 14:05:59 GMT+0100 (…)`; nil for anything else.
  static func rfc3339(_ text: String) -> String? {
    if let iso = isoForm(text) { return iso }
    var (day, month, year): (Int?, Int?, Int?)
    var (clock, zone): (String?, String?)
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }).prefix(8) {
      if word.hasPrefix("(") { break }
      if let number = Int(word), word.allSatisfy(\.isNumber) {
        if word.count == 4 { year = number } else if day == nil { day = number }
      } else if let found = months[word.prefix(3).lowercased()], word.count >= 3, word.count <= 9, month == nil {
        month = found
      } else if word.contains(":"), isClock(word) {
        clock = word.count == 5 ? word + ":00" : String(word)
      } else if clock != nil, zone == nil {
        zone = offset(word)
      }
    }
    guard let day, let month, let year, let clock, (1...31).contains(day), (1990...2200).contains(year) else {
      return nil
    }
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))T\(clock)\(zone ?? "Z")"
  }

  private static func isoForm(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[4] == 45, bytes[7] == 45, bytes[10] == 84, isClock(text.dropFirst(11).prefix(8))
    else { return nil }
    return text
  }

  private static func isClock(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? 99 }
    return (2...3).contains(parts.count) && parts[0] < 24 && parts.dropFirst().allSatisfy { $0 < 61 }
      && word.utf8.count == parts.count * 3 - 1
  }

  /// `+0100`, `GMT+0100`, `-0000`, `GMT`, `UTC`.
  private static func offset(_ word: Substring) -> String? {
    let sign = word.firstIndex { $0 == "+" || $0 == "-" }
    guard let sign else { return "Z" }
    let digits = word[word.index(after: sign)...].filter { $0 != ":" }
    guard digits.utf8.count == 4, let number = Int(digits), number <= 1400 else { return nil }
    return number == 0 ? "Z" : "\(word[sign])\(digits.prefix(2)):\(digits.suffix(2))"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
