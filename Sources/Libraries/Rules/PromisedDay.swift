import Calendar

/// Days that are named as such: written in figures, by the week, or as so long from now.
extension PromisedDate {
  /// "2026-03-15", "15.03.2026", "15/03/26", "am 3.3."; days stand before months unless they can't.
  func written(_ index: Int) -> CalendarDate? {
    let joint = text.joint(index)
    guard "./-".contains(joint), let first = Int(word(index)), let second = Int(word(index + 1)) else { return nil }
    let third = text.joint(index + 1) == joint ? Int(word(index + 2)) : nil
    if let third, year(index) != nil { return CalendarDate(year: first, month: second, day: third) }
    let (day, month) = second > 12 && first <= 12 ? (second, first) : (first, second)
    if let third { return CalendarDate(year: third < 100 ? 2000 + third : third, month: month, day: day) }
    guard joint != "-", isLed(index, by: TimeWords.onDay, within: 1) else { return nil }
    return coming(month, day)
  }

  /// "tomorrow", "on Monday", "next Tuesday", "on the 20th".
  func dayByName(_ index: Int) -> CalendarDate? {
    let name = word(index)
    if let days = TimeWords.tomorrow[name] {
      if name == "morgen", ["am", "guten", "jeden"].contains(word(index - 1)) { return nil }
      if name == "mañana", ["cada", "esta", "la", "por"].contains(word(index - 1)) { return nil }
      let isDayAfter = word(index - 1) == "after" || ["après", "pasado"].contains(word(index - 1))
      return base.adding(days: isDayAfter ? 2 : days)
    }
    if let weekday = TimeWords.weekdays[name] {
      guard isLed(index, by: TimeWords.onWeekday, within: 1) || TimeWords.next.contains(word(index + 1)) else {
        return nil
      }
      return base.adding(days: (weekday - base.weekday + 6) % 7 + 1)
    }
    guard let day = number(index), name != "\(day)", isOnTheDay(index) else { return nil }
    let here = CalendarDate(year: base.year, month: base.month.month, day: day)
    if let here, here > base { return here }
    let next = base.month.adding(1)
    return CalendarDate(year: next.year, month: next.month, day: day)
  }

  /// Whether an ordinal is a day: "on the 20th", and not "on the 2nd of May" or "by the 3rd week".
  private func isOnTheDay(_ index: Int) -> Bool {
    let leads: Set<String> = ["after", "around", "before", "by", "from", "on", "till", "until"]
    guard word(index - 1) == "on" || word(index - 1) == "the" && leads.contains(word(index - 2)) else { return false }
    return ["", "and", "at", "but", "if", "or", "please", "so", "then", "when"].contains(word(index + 1))
  }

  /// "KW 12", "calendar week 12": the Monday of a week of ISO 8601.
  func week(_ index: Int) -> CalendarDate? {
    let isJoined = word(index).hasPrefix("kw") && word(index).count > 2
    guard isJoined || TimeWords.weekNumbers.contains(word(index)) else { return nil }
    guard let number = Int(isJoined ? String(word(index).dropFirst(2)) : word(index + 1)), (1...53).contains(number)
    else { return nil }
    for year in [base.year, base.year + 1] {
      guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
      let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (number - 1))
      if monday > base { return monday }
    }
    return nil
  }

  /// "in two weeks", "give us three months", "in 6-8 weeks" (the earlier), "two weeks from now", "in half a year"; so long
  /// ago, or for so long, is no promise.
  func span(_ index: Int) -> CalendarDate? {
    guard let unit = TimeWords.spans[word(index)] else { return nil }
    for distance in 1...3 {
      let place = index - distance
      if unit == -12, distance == 1, TimeWords.half.contains(word(place)) {
        return isAhead(place, index) ? base.adding(months: 6) : nil
      }
      guard let count = count(place) else { continue }
      if ["a", "an"].contains(word(place)), TimeWords.half.contains(word(place - 1)) {
        return isAhead(place - 1, index) ? base.adding(months: 6) : nil
      }
      // "6-8 weeks", "six to eight weeks", "six bis acht Wochen".
      let isRange = Int(word(place - 1)) != nil
      let lower =
        isRange ? self.count(place - 1) : TimeWords.upTo.contains(word(place - 1)) ? self.count(place - 2) : nil
      guard isAhead(lower == nil ? place : place - (isRange ? 1 : 2), index) else { return nil }
      let wanted = lower.map { min($0, count) } ?? count
      return unit > 0 ? base.adding(days: wanted * unit) : base.adding(months: -unit * wanted)
    }
    return nil
  }

  private func count(_ index: Int) -> Int? {
    (Int(word(index)) ?? TimeWords.numbers[word(index)]).flatMap { (1...400).contains($0) ? $0 : nil }
  }

  /// Whether the span whose number stands at `first` and whose unit stands at `unit` lies ahead.
  private func isAhead(_ first: Int, _ unit: Int) -> Bool {
    if TimeWords.behind.contains(word(unit + 1)) || isLed(first, by: TimeWords.since) { return false }
    // "Il y a trois mois".
    if word(first - 1) == "a", word(first - 2) == "y" { return false }
    let next = word(unit + 1) == "s" ? word(unit + 2) : word(unit + 1)
    return isLed(first, by: TimeWords.ahead, within: 4) || TimeWords.later.contains(next)
  }
}
