import Calendar

/// The dates of a position or a school as a page shows them: `Jul 2020 - Present · 3 yrs 1 mo`, `2012 – 2018`.
public struct DateRange: Equatable, Sendable {
  /// `YYYY-MM` or `YYYY`.
  public let start: String?
  /// `YYYY-MM` or `YYYY`; nil for what goes on.
  public let end: String?
  /// Whether the page says that it goes on.
  public let isCurrent: Bool

  /// Nil when the text holds no year.
  ///
  /// Month names are known in six languages. The words for "Present" need not be: a dash with words and no year behind
  /// it means that the position goes on.
  public init?(_ text: String) {
    var dates: [String] = []
    var month: Int?
    var dash = false
    var wordsAfterDash = false
    /// Whether a month that comes now belongs to the year before it, as in `2020年1月`.
    var yearWaits = false
    for token in Self.tokens(text) {
      let waited = yearWaits
      yearWaits = false
      switch token {
      case .dash where !dates.isEmpty: dash = true
      case .dash: break
      case .year(let year) where dates.count < 2:
        yearWaits = month == nil
        dates.append(month.map { Self.monthOf(year, $0) } ?? year)
        month = nil
        if dates.count == 2 { dash = true }
      case .year: break
      case .month(let number) where waited: dates[dates.count - 1] = Self.monthOf(dates[dates.count - 1], number)
      case .month(let number): month = number
      case .word: wordsAfterDash = wordsAfterDash || (dash && dates.count == 1)
      }
    }
    guard let first = dates.first else { return nil }
    start = first
    isCurrent = dates.count == 1 && wordsAfterDash
    end = dates.count > 1 ? dates[1] : isCurrent || dash ? nil : first
  }

  private static func monthOf(_ year: String, _ month: Int) -> String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// Dates that are known apart; nil without any.
  init?(start: String?, end: String?, isCurrent: Bool) {
    guard start != nil || end != nil || isCurrent else { return nil }
    (self.start, self.end, self.isCurrent) = (start, end, isCurrent)
  }

  private enum Token: Equatable {
    case year(String)
    case month(Int)
    case word
    case dash
  }

  /// Words and numbers up to the duration, which stands in parentheses or behind a middle dot.
  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    func flush() {
      defer { word = "" }
      guard !word.isEmpty else { return }
      if let token = token(word) { tokens.append(token) }
    }
    for scalar in text.prefix(200).unicodeScalars {
      switch scalar {
      case "-", "–", "—", "‒", "−":
        flush()
        tokens.append(.dash)
      case "·", "(", "•":
        flush()
        if tokens.contains(where: { if case .year = $0 { true } else { false } }) { return tokens }
      case " ", ".", ",", "/", ")", "\u{A0}", "॰", "年", "년": flush()
      case "月", "월":
        if let month = Int(word), (1...12).contains(month) { tokens.append(.month(month)) }
        word = ""
      default: word.unicodeScalars.append(scalar)
      }
    }
    flush()
    return tokens
  }

  private static func token(_ word: String) -> Token? {
    if let number = Int(word) {
      if word.utf8.count == 4, (1900...2199).contains(number) { return .year(word) }
      return nil
    }
    let lowered = word.lowercased()
    if let month = MonthNames.numbers[lowered] { return .month(month) }
    switch lowered {
    case "to", "bis", "à", "a", "até", "से": return .dash
    case "de": return nil
    default: return .word
    }
  }
}
