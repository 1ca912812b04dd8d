import Calendar

/// Feasts and seasons: "after Diwali", "nach Ostern", "next spring", "in the new year", "next FY".
extension PromisedDate {
  func feast(_ index: Int) -> CalendarDate? {
    let name = word(index)
    if let table = TimeWords.movable[name] { return movable(table, index) }
    if TimeWords.easter.contains(name) || name == "semana" && word(index + 1) == "santa" {
      return easter(isAfter(index))
    }
    if name.hasPrefix("fy"), name.count > 2 || isNextOrNew(index) { return coming(4, 1) }
    if ["financial", "fiscal"].contains(name), isNextOrNew(index) { return coming(4, 1) }
    if name == "thanksgiving" { return coming(11, isAfter(index) ? 29 : 22) }
    if name == "year" || name == "years", word(index - 1) == "new" { return coming(1, 2) }
    if name == "holidays", isAfter(index) { return (3...8).contains(base.month.month) ? coming(9, 1) : coming(1, 2) }
    // "J'ai été", "nous avons été" is no summer.
    if name == "été", !isLed(index, by: ["cet", "en", "l", "un"], within: 1) { return nil }
    guard let feast = TimeWords.feasts[name] else { return nil }
    let (month, day) = isAfter(index) ? feast.after : feast.begin
    let year = year(index + 1) ?? (TimeWords.within.contains(word(index + 1)) ? self.year(index + 2) : nil)
    return coming(month, day, year: year)
  }

  private func isNextOrNew(_ index: Int) -> Bool {
    TimeWords.next.contains(word(index - 1)) || TimeWords.new.contains(word(index - 1))
  }

  private func movable(_ table: TimeWords.Movable, _ index: Int) -> CalendarDate? {
    let isAfter = isAfter(index)
    for year in [base.year, base.year + 1] {
      guard let (month, day) = table.days[year], let date = CalendarDate(year: year, month: month, day: day) else {
        return nil
      }
      if date > base { return isAfter ? date.adding(days: table.rest) : date }
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
}
