// Years as the calendars of phones count them.
import Calendar

enum LocalYear {
  /// The day of a year, month and day as written; nil when its calendar has none such.
  ///
  /// Years of two digits are 2000 and later but for those of the Buddhist era from 52 on (2009, when the first chats were
  /// exported); years from 2400 on are of that era; years from 1380 to 1429 are of the Persian calendar.
  static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    switch year {
    case 0..<52: CalendarDate(year: 2000 + year, month: month, day: day)
    case 52..<100: CalendarDate(year: 2500 - 543 + year, month: month, day: day)
    case 1380..<1430: persian(year, month, day)
    case 1900..<2400: CalendarDate(year: year, month: month, day: day)
    case 2400..<3000: CalendarDate(year: year - 543, month: month, day: day)
    default: nil
    }
  }

  /// Six months of 31 days, five of 30 and one of 29 or 30; leap years come in cycles of 33, which is right for the years from
  /// 1178 to 1633 (E. M. Reingold and N. Dershowitz, Calendrical Calculations, ch. 15).
  private static func persian(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    guard (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33)
    guard day <= (month <= 6 ? 31 : month < 12 || isLeap ? 30 : 29) else { return nil }
    // 1 Farvardin 1380 was 21 March 2001.
    guard let start = CalendarDate(year: 2001, month: 3, day: 21) else { return nil }
    let leapDays = (1380..<year).count { [1, 5, 9, 13, 17, 22, 26, 30].contains($0 % 33) }
    let months = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7)
    return start.adding(days: 365 * (year - 1380) + leapDays + months + day - 1)
  }
}
