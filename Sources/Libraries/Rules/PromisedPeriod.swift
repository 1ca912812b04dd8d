import Calendar

/// A month, a quarter, a year: which part of it is meant, and the day on which that begins.
private struct Period {
  let first: CalendarDate
  let months: Int

  /// The first day behind it.
  var next: CalendarDate { first.adding(months: months) }

  /// The day of a part; the end of a year is its last month.
  func day(_ part: TimeWords.Part) -> CalendarDate {
    switch part {
    case .begin: first
    case .middle:
      months == 1
        ? first.adding(days: 14) : months == 12 ? first.adding(months: 6) : first.adding(months: 1).adding(days: 14)
    case .secondHalf:
      months == 1
        ? first.adding(days: 15) : months == 12 ? first.adding(months: 6) : first.adding(months: 1).adding(days: 15)
    case .end: months == 12 ? first.adding(months: 11) : first.adding(months: months - 1).adding(days: 24)
    }
  }
}

/// Periods of the calendar: "in March", "Q3", "end of next month", "second half of the year", "next week", "in 2027".
extension PromisedDate {
  func period(_ index: Int) -> CalendarDate? {
    if let day = joinedEnd(index) { return day }
    return month(index) ?? quarter(index) ?? half(index) ?? unit(index) ?? yearAlone(index)
  }

  /// The part of a period that words before it name, and the place where these begin.
  private func part(before index: Int) -> (part: TimeWords.Part, at: Int)? {
    for distance in 1...4 {
      let place = index - distance
      if let part = TimeWords.parts[word(place)] { return (part, place) }
      if TimeWords.halves.contains(word(place)), let second = TimeWords.ordinals[word(place - 1)] {
        return (second == 1 ? .begin : .secondHalf, place - 1)
      }
      guard TimeWords.within.contains(word(place)) || TimeWords.next.contains(word(place)) else { return nil }
    }
    return nil
  }

  /// The day of the period that is meant, where it ends with the word at `end`.
  private func day(of period: Period, _ index: Int, _ end: Int) -> CalendarDate {
    if let (part, place) = part(before: index) {
      return part == .end && isAfter(place) ? period.next : period.day(part)
    }
    return isAfter(index, end) ? period.next : period.first
  }

  /// The day of the period in the year that is written, in next year where that is, else in the first that is ahead.
  private func day(_ index: Int, _ end: Int, month: Int, months: Int) -> CalendarDate? {
    var years = [base.year - 1, base.year, base.year + 1]
    if let year = year(end + 1) ?? (TimeWords.within.contains(word(end + 1)) ? year(end + 2) : nil) {
      years = [year]
    } else if TimeWords.next.contains(word(end + 1)), TimeWords.spans[word(end + 2)] == -12 {
      years = [base.year + 1]
    } else if isLed(index, by: TimeWords.since, within: 2) {
      return nil
    }
    let days = years.compactMap { year in
      CalendarDate(year: year, month: month, day: 1).map { day(of: Period(first: $0, months: months), index, end) }
    }
    return days.first { $0 > base }
  }

  private func month(_ index: Int) -> CalendarDate? {
    let name = word(index)
    guard let month = TimeWords.months[name], !isOnlyAWord(name, index) else { return nil }
    // "April 18", "18 April", "18th of April", "18. April 2026"; what is a year is no day.
    let before = ["of", "de"].contains(word(index - 1)) ? index - 2 : index - 1
    if let day = number(before) ?? number(index + 1), !isLed(before, by: TimeWords.since, within: 2) {
      let end = number(before) == nil ? index + 1 : index
      return coming(month, day, year: year(end + 1))
    }
    if let week = weekOfMonth(index) { return coming(month, week, year: year(index + 1)) }
    let isNow = month == base.month.month && base.parts.day < 20 && year(index + 1) == nil && part(before: index) == nil
    if isNow, !isAfter(index) { return Period(first: base.month.first, months: 1).day(.end) }
    return day(index, index, month: month, months: 1)
  }

  /// The day of "second week of" before a month.
  private func weekOfMonth(_ index: Int) -> Int? {
    for distance in 1...3 where TimeWords.spans[word(index - distance)] == 7 {
      if word(index - distance - 1) == "last" { return 25 }
      return TimeWords.ordinals[word(index - distance - 1)].map { $0 * 7 - 6 }
    }
    return nil
  }

  /// "may", "march" and "mar" are months only behind a word that leads to a time, or beside a number.
  private func isOnlyAWord(_ name: String, _ index: Int) -> Bool {
    // French for seven, too.
    if name == "sept", TimeWords.spans[word(index + 1)] != nil { return true }
    guard ["dec", "mar", "march", "mars", "may", "sep"].contains(name) else { return false }
    let before = word(index - 1)
    if TimeWords.toMonth.contains(before) || TimeWords.parts[before] != nil || isAfter(index) { return false }
    return number(index - 1) == nil && number(index + 1) == nil && year(index + 1) == nil
  }

  /// "Q3", "third quarter", "2. Quartal", "T2 2027".
  private func quarter(_ index: Int) -> CalendarDate? {
    var number: Int?
    if TimeWords.spans[word(index)] == -3 {
      number = TimeWords.ordinals[word(index - 1)] ?? Int(word(index - 1))
    } else if let digit = numbered(index, "q") ?? numbered(index, "t") {
      number = digit
    }
    guard let number, (1...4).contains(number) else { return nil }
    let begin = TimeWords.spans[word(index)] == -3 ? index - 1 : index
    return day(begin, index, month: number * 3 - 2, months: 3)
  }

  private func numbered(_ index: Int, _ letter: String) -> Int? {
    let text = word(index)
    guard text.utf8.count == 2, text.hasPrefix(letter) else { return nil }
    return Int(String(text.dropFirst()))
  }

  private func half(_ index: Int) -> CalendarDate? {
    var number = numbered(index, "h")
    let isAlone = TimeWords.halves.contains(word(index)) && !TimeWords.within.contains(word(index + 1))
    if isAlone || TimeWords.halfYears.contains(word(index)) { number = TimeWords.ordinals[word(index - 1)] }
    guard let number, (1...2).contains(number) else { return nil }
    return day(index, index, month: number * 6 - 5, months: 6)
  }

  /// "next week", "end of the month", "later this month", "el mes que viene", "the week after next".
  private func unit(_ index: Int) -> CalendarDate? {
    guard let unit = TimeWords.spans[word(index)], TimeWords.periods.contains(unit) else { return nil }
    if unit == -12, word(index - 1) == "new" { return nil }
    if word(index + 1) == "end" { return isAfter(index) ? begin(of: unit, 1).first : begin(of: unit, 0).day(.end) }
    let isFiscal = ["financial", "fiscal"].contains(word(index - 1))
    let isOver = TimeWords.overNext.contains(word(index - 1)) || word(index + 1) == "after" && word(index + 2) == "next"
    let follows = TimeWords.next.contains(word(index + 1)) || word(index + 1) == "que" && word(index + 2) == "viene"
    if isFiscal, isNext(index - 1) { return coming(4, 1) }
    if isOver { return unit == 7 ? monday(2) : begin(of: unit, 2).first }
    if follows || isNext(index) {
      if unit == 7 { return isAfter(index) ? monday(2) : monday(1) }
      return day(of: begin(of: unit, 1), index, index)
    }
    guard unit != 7 else { return nil }
    if let (part, place) = part(before: index) {
      let period = begin(of: unit, 0)
      if part == .end, isAfter(place) { return period.next }
      let day = period.day(part)
      return day > base ? day : begin(of: unit, 1).day(part)
    }
    return word(index - 1) == "this" && word(index - 2) == "later" && unit == -1 ? begin(of: unit, 0).day(.end) : nil
  }

  /// Whether the time at `index` is said to be the next one.
  private func isNext(_ index: Int) -> Bool {
    isLed(index, by: TimeWords.next) || TimeWords.new.contains(word(index - 1))
  }

  /// The Monday so many weeks on.
  private func monday(_ weeks: Int) -> CalendarDate { base.adding(days: 1 - base.weekday + 7 * weeks) }

  /// The month, quarter or year that is so many ahead of this one.
  private func begin(of unit: Int, _ ahead: Int) -> Period {
    let month = base.parts.month
    let first = unit == -1 ? month : unit == -3 ? (month - 1) / 3 * 3 + 1 : 1
    let start = CalendarDate(year: base.year, month: first, day: 1) ?? base
    return Period(first: start.adding(months: -unit * ahead), months: -unit)
  }

  /// "EOY", "Monatsende", "Jahresende".
  private func joinedEnd(_ index: Int) -> CalendarDate? {
    guard let unit = TimeWords.joinedEnds[word(index)] else { return nil }
    let period = begin(of: unit, 0)
    if isAfter(index) { return period.next }
    return period.day(.end) > base ? period.day(.end) : begin(of: unit, 1).day(.end)
  }

  /// A year alone: "in 2026", "early 2027".
  private func yearAlone(_ index: Int) -> CalendarDate? {
    guard let year = year(index), year > base.year, year <= base.year + 10,
      let first = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    let isLed = ["bis", "en", "for", "ende", "in", "till", "until"].contains(word(index - 1))
    guard isLed || part(before: index) != nil else { return nil }
    return day(of: Period(first: first, months: 12), index, index)
  }
}
