/// What tells the dates and addresses of attribution lines. All texts are lower case.
enum AttributionDate {
  /// Whether a date or a clock time stands in `text`: a year of this or the last century, `18:32`, `18h32`, `1/2`, `1.2.`.
  static func occurs(in text: [UInt8]) -> Bool {
    var i = 0
    while i < text.count {
      guard isDigit(text[i]) else {
        i += 1
        continue
      }
      var end = i
      while end < text.count, isDigit(text[end]) { end += 1 }
      if end - i == 4, text[i] == 0x31 && text[i + 1] == 0x39 || text[i] == 0x32 && text[i + 1] == 0x30 { return true }
      if end - i <= 2, end + 1 < text.count, isDigit(text[end + 1]), isDateMark(text[end]) { return true }
      i = end
    }
    return false
  }

  /// Whether a clock time stands in `text`: two digits behind a colon, a full stop or an h.
  static func hasClock(_ text: [UInt8]) -> Bool {
    guard text.count > 4 else { return false }
    return (1..<(text.count - 2)).contains { i in
      (text[i] == 0x3A || text[i] == 0x2E || text[i] == 0x68) && isDigit(text[i - 1]) && isDigit(text[i + 1])
        && isDigit(text[i + 2]) && (i + 3 >= text.count || !isDigit(text[i + 3]))
    }
  }

  /// Whether `text` begins as dates do: with digits and a mark of a date, with a day and a month, or with a short word
  /// (a weekday) and a number.
  static func begins(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    if isDigit(first) {
      var end = 0
      while end < min(text.count, 5), isDigit(text[end]) { end += 1 }
      guard end <= 4, end < text.count else { return false }
      if end == 4 { return text[0] == 0x31 || text[0] == 0x32 }
      return isDateMark(text[end]) || text[end] == 0x20
    }
    let words = text.prefix(60).split(separator: 0x20, maxSplits: 2)
    guard words.count > 1, words[0].count <= 24, let mark = words[0].last, mark == 0x2E || mark == 0x2C || mark >= 0x80
    else { return false }
    return words[1].first.map(isDigit) ?? false
  }

  /// Whether an address of mail stands in `text`: an `@` between characters.
  static func hasAddress(_ text: [UInt8]) -> Bool {
    guard text.count > 4 else { return false }
    return (1..<text.count - 2).contains { at in
      text[at] == 0x40 && text[at - 1] > 0x20 && text[at - 1] != 0x3C && text[at + 1] > 0x20 && text[at + 1] != 0x3E
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// `/`, `.`, `-`, `:` or the h of `18h32`.
  private static func isDateMark(_ byte: UInt8) -> Bool {
    byte == 0x2F || byte == 0x2E || byte == 0x2D || byte == 0x3A || byte == 0x68
  }
}
