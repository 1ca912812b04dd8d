// Lines that say whose words follow: "On … X wrote:" in many languages, also wrapped.

extension TextLines {
  /// How many lines the attribution takes that begins at `index`, nil when none does.
  func attribution(at index: Int, before end: Int) -> Int? {
    guard lines[index].count > 3, mayOpenAttribution(index), colonFollows(index, before: end) else { return nil }
    var text: [UInt8] = []
    for length in 1...4 {
      let i = index + length - 1
      guard i < end, lines[i].count > 0, lines[i].depth == lines[index].depth else { return nil }
      if length > 1 { text.append(0x20) }
      text += lowered(i)
      guard isColon(last(i)) || text.count > 500 else { continue }
      let follows = quoteFollows(i + 1, before: end)
      guard length == 1 || opensAttribution(index) else { return nil }
      return isAttribution(text, quoteFollows: follows) ? length : nil
    }
    return nil
  }

  /// A colon, ASCII or the last byte of the wide one.
  private func isColon(_ byte: UInt8) -> Bool {
    byte == 0x3A || byte == 0x9A
  }

  /// Whether this line or one of the next three ends with a colon, which decides it for most lines.
  private func colonFollows(_ index: Int, before end: Int) -> Bool {
    for i in index..<min(index + 4, end) {
      if lines[i].count == 0 { return false }
      if isColon(last(i)) { return true }
    }
    return false
  }

  /// Cheap test before a line is looked at closely.
  private func mayOpenAttribution(_ index: Int) -> Bool {
    let byte = first(index)
    return byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x22
      || byte == 0x3C || byte == 0x2A || byte == 0x5B || byte == 0x2D
  }

  /// Whether a line that is only the beginning of an attribution looks like one: a date or an address in it.
  private func opensAttribution(_ index: Int) -> Bool {
    let text = lowered(index)
    let hasDigit = text.contains { $0 &- 0x30 < 10 }
    return text.contains(0x40) || text.contains(0x3C) || hasDigit && QuoteWords.opening.begin(text)
      || text.first.map { $0 &- 0x30 < 10 } == true
  }

  private func quoteFollows(_ index: Int, before end: Int) -> Bool {
    nextFilled(index, before: min(end, index + 3)).map { lines[$0].depth > 0 } ?? false
  }

  /// Whether `text` (lower case, one line) names a writer and a time before quoted words.
  private func isAttribution(_ text: [UInt8], quoteFollows: Bool) -> Bool {
    guard text.count < 500 else { return false }
    let hasDigit = text.contains { $0 &- 0x30 < 10 }
    let hasAddress = text.contains(0x40)
    if QuoteWords.wrote.occur(in: text) {
      guard hasDigit || hasAddress else { return quoteFollows }
      return QuoteWords.opening.begin(text) || hasAddress || quoteFollows || Self.hasClock(text)
    }
    let beginsWithDate = text.first.map { $0 &- 0x30 < 10 } ?? false
    let endsLikeOne = text.suffix(2).elementsEqual([0x3E, 0x3A]) || text.suffix(2).elementsEqual([0x29, 0x3A])
    return hasAddress && hasDigit && endsLikeOne && (beginsWithDate || quoteFollows)
  }

  private static func hasClock(_ text: [UInt8]) -> Bool {
    guard text.count > 4 else { return false }
    return (1..<(text.count - 2)).contains {
      text[$0] == 0x3A && text[$0 - 1] &- 0x30 < 10 && text[$0 + 1] &- 0x30 < 10 && text[$0 + 2] &- 0x30 < 10
    }
  }
}
