import Calendar

/// The day that a promise of time means: "after Diwali", "in Q3", "in two weeks", "mid January", counted from the day
/// it was written; a time without a year is the next one that comes.
public struct PromisedDate {
  private let words: [String]
  private let base: CalendarDate

  /// The day that the text names, or nil when it names none; a financial year begins in April.
  public static func day(in text: String, writtenOn base: CalendarDate) -> CalendarDate? {
    PromisedDate(words: split(text), base: base).day()
  }

  /// `YYYY-MM-DD` of the promise behind a label, from its quote or else from the rest of the message.
  static func due(label: String, quote: [UInt8], message: Subject) -> String? {
    guard label == "reconnect_later", let day = message.day else { return nil }
    let base = CalendarDate(dayNumber: day)
    let texts = [quote] + Sentences.ranges(in: message.words).prefix(40).map { Array(message.words[$0]) }
    return texts.lazy.compactMap { PromisedDate.day(in: String(decoding: $0, as: UTF8.self), writtenOn: base) }
      .first?.description
  }

  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(2_000) {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word).lowercased())
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word).lowercased()) }
    return words
  }

  private func day() -> CalendarDate? {
    for index in words.indices {
      if let day = quarter(index) ?? span(index) ?? month(index) ?? feast(index) ?? year(index) { return day }
    }
    return nil
  }

  private func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }

  private func isAfter(_ index: Int) -> Bool {
    (1...3).contains { TimeWords.after.contains(word(index - $0)) } || word(index + 1) == "baad"
      || word(index + 1) == "के"
      || word(index + 1) == "ke" && word(index + 2) == "baad"
  }

  /// The given day of the year, this year's or the next.
  private func coming(_ month: Int, _ day: Int, year: Int? = nil) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    guard let date = CalendarDate(year: base.year, month: month, day: day) else { return nil }
    return date > base ? date : CalendarDate(year: base.year + 1, month: month, day: day)
  }

  private func quarter(_ index: Int) -> CalendarDate? {
    let text = word(index)
    guard text.utf8.count == 2, let digit = text.utf8.last, (0x31...0x34).contains(digit) else { return nil }
    let number = Int(digit - 0x30)
    let given = Int(word(index + 1)).flatMap { (2000...2100).contains($0) ? $0 : nil }
    if text.hasPrefix("q") { return coming(number * 3 - 2, 1, year: given) }
    return text.hasPrefix("h") && number <= 2 ? coming(number * 6 - 5, 1, year: given) : nil
  }

  /// "in two weeks", "next month", "drei Monate", "in a couple of weeks".
  private func span(_ index: Int) -> CalendarDate? {
    guard let unit = TimeWords.spans[word(index)], word(index - 1) != "new" || unit > -12 else { return nil }
    if (1...3).contains(where: { TimeWords.next.contains(word(index - $0)) })
      || TimeWords.next.contains(word(index + 1))
    {
      return begin(ofNext: unit, isFiscal: word(index - 1) == "financial" || word(index - 1) == "fiscal")
    }
    for distance in 1...3 {
      let before = word(index - distance)
      guard let count = Int(before) ?? TimeWords.numbers[before], (1...60).contains(count) else { continue }
      return unit > 0 ? base.adding(days: count * unit) : base.adding(months: -unit * count)
    }
    return nil
  }

  private func begin(ofNext unit: Int, isFiscal: Bool) -> CalendarDate? {
    switch unit {
    case 7: return base.adding(days: 8 - base.weekday)
    case -1: return base.month.adding(1).first
    case -3: return base.month.quarter.adding(1).firstMonth.first
    case -12: return isFiscal ? coming(4, 1) : CalendarDate(year: base.year + 1, month: 1, day: 1)
    default: return base.adding(days: unit)
    }
  }

  private func month(_ index: Int) -> CalendarDate? {
    let name = word(index)
    guard let month = TimeWords.months[name], !isOnlyAWord(name, index) else { return nil }
    let year = Int(word(index + 1)) ?? Int(word(index + 2))
    let given = year.flatMap { (2000...2100).contains($0) ? $0 : nil }
    if let day = number(word(index - 1)) ?? number(word(index + 1))
      ?? (word(index - 1) == "of" ? number(word(index - 2)) : nil)
    {
      return coming(month, day, year: given)
    }
    if let week = week(index) { return coming(month, week, year: given) }
    if isAfter(index) {
      return coming(month, 1, year: given).map { $0.month.adding(1).first }
    }
    return coming(month, 1, year: given)
  }

  /// "may", "march" and "mar" are months only behind a word that leads to a time, or beside a number.
  private func isOnlyAWord(_ name: String, _ index: Int) -> Bool {
    guard ["mar", "march", "mars", "may", "dec", "sep"].contains(name) else { return false }
    let leads: Set<String> = [
      "after", "around", "before", "beginning", "by", "early", "end", "from", "in", "late", "mid", "next", "of",
      "since",
      "till", "until", "en", "im", "ab",
    ]
    return !leads.contains(word(index - 1)) && number(word(index - 1)) == nil && number(word(index + 1)) == nil
  }

  private func number(_ word: String) -> Int? {
    let digits = word.utf8.prefix { (0x30...0x39).contains($0) }
    let rest = String(decoding: word.utf8.dropFirst(digits.count), as: UTF8.self)
    guard !digits.isEmpty, ["", "st", "nd", "rd", "th"].contains(rest) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// The day of "mid", "end of", "second week of" before a month.
  private func week(_ index: Int) -> Int? {
    let ordinals = ["first": 1, "1st": 1, "second": 8, "2nd": 8, "third": 15, "3rd": 15, "fourth": 22, "4th": 22]
    for distance in 1...4 {
      let before = word(index - distance)
      switch before {
      case "mid", "middle", "mitte", "mediados", "mi": return 15
      case "end", "late", "ende", "fin", "finales": return 25
      case "early", "beginning", "start", "anfang", "début", "principios": return 1
      case "week": return ordinals[word(index - distance - 1)]
      default: continue
      }
    }
    return nil
  }

  private func feast(_ index: Int) -> CalendarDate? {
    let name = word(index)
    if ["diwali", "deepavali", "दिवाली", "दीवाली"].contains(name) { return diwali(isAfter(index)) }
    if name == "easter" || name == "ostern" || name == "pâques" { return easter(isAfter(index)) }
    if name == "fy", TimeWords.next.contains(word(index - 1)) { return coming(4, 1) }
    if name == "thanksgiving" { return coming(11, isAfter(index) ? 29 : 22) }
    if name == "year" || name == "years", word(index - 1) == "new" { return coming(1, 2) }
    guard let feast = TimeWords.feasts[name] else { return nil }
    let (month, day) = isAfter(index) ? feast.after : feast.begin
    return coming(month, day)
  }

  private func diwali(_ isAfter: Bool) -> CalendarDate? {
    for year in [base.year, base.year + 1] {
      guard let (month, day) = TimeWords.diwali[year] else { return nil }
      let date = CalendarDate(year: year, month: month, day: day)
      if let date, date > base { return isAfter ? date.adding(days: 5) : date }
    }
    return nil
  }

  /// Easter Monday by the Gregorian computus (Meeus, Jones and Butcher), or two days before Easter.
  private func easter(_ isAfter: Bool) -> CalendarDate? {
    for year in [base.year, base.year + 1] {
      let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
      let golden = year % 19
      let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
      let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
      let shift = (golden + 11 * moon + 22 * weekday) / 451
      let count = moon + weekday - 7 * shift + 114
      guard let sunday = CalendarDate(year: year, month: count / 31, day: count % 31 + 1) else { return nil }
      let date = sunday.adding(days: isAfter ? 1 : -2)
      if date > base { return date }
    }
    return nil
  }

  /// A year alone: "in 2026".
  private func year(_ index: Int) -> CalendarDate? {
    guard ["in", "en", "until", "till", "for"].contains(word(index - 1)), let year = Int(word(index)), year > base.year,
      year <= base.year + 10
    else { return nil }
    return CalendarDate(year: year, month: 1, day: 1)
  }
}
