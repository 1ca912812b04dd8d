// Civil time without a library: days, zones with their summer time, and the spellings the sources use.

/// A calendar date of the proleptic Gregorian calendar.
struct Day: Comparable {
  let year: Int
  let month: Int
  let day: Int

  /// Days since 1970-01-01.
  var number: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let monthIndex = (5 * ofYear + 2) / 153
    day = ofYear - (153 * monthIndex + 2) / 5 + 1
    month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    self.year = year + era * 400 + (month <= 2 ? 1 : 0)
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// 0 is Sunday.
  var weekday: Int { (((number + 4) % 7) + 7) % 7 }

  /// `2024-03-02`.
  var iso: String { "\(year)-\(padded(month))-\(padded(day))" }

  /// Midnight UTC, in seconds since 1970.
  var start: Int { number * 86_400 }

  /// The same day of a month `count` later, at most the 28th.
  func adding(months count: Int) -> Day {
    let total = year * 12 + month - 1 + count
    return Day(total / 12, total % 12 + 1, min(day, 28))
  }
}

/// Two digits.
func padded(_ number: Int, _ width: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The clock of a place: its offset in winter and when it adds an hour.
struct Zone {
  enum Summer { case none, europe, america }

  let minutes: Int
  let summer: Summer

  /// Minutes east of UTC at an instant.
  func offset(at seconds: Int) -> Int {
    let day = Day(number: seconds / 86_400)
    switch summer {
    case .none: return minutes
    case .europe:
      let first = Self.lastSunday(day.year, 3).start + 3600
      let last = Self.lastSunday(day.year, 10).start + 3600
      return minutes + (seconds >= first && seconds < last ? 60 : 0)
    case .america:
      let first = Self.sunday(day.year, 3, ordinal: 2).start + 7200 - minutes * 60
      let last = Self.sunday(day.year, 11, ordinal: 1).start + 3600 - minutes * 60
      return minutes + (seconds >= first && seconds < last ? 60 : 0)
    }
  }

  private static func lastSunday(_ year: Int, _ month: Int) -> Day {
    let last = Day(year, month, 31)
    return Day(number: last.number - last.weekday)
  }

  private static func sunday(_ year: Int, _ month: Int, ordinal: Int) -> Day {
    let first = Day(year, month, 1)
    return Day(number: first.number + (7 - first.weekday) % 7 + (ordinal - 1) * 7)
  }
}

/// An instant as a clock on the wall shows it.
struct WallClock {
  let day: Day
  let hour: Int
  let minute: Int
  let second: Int
  let offset: Int

  init(_ seconds: Int, _ zone: Zone) {
    offset = zone.offset(at: seconds)
    let local = seconds + offset * 60
    day = Day(number: local / 86_400)
    (hour, minute, second) = (local % 86_400 / 3600, local % 3600 / 60, local % 60)
  }

  /// `+0530`.
  var offsetText: String {
    (offset < 0 ? "-" : "+") + padded(abs(offset) / 60) + padded(abs(offset) % 60)
  }

  /// `09:14`.
  var time: String { padded(hour) + ":" + padded(minute) }

  /// `9:14 AM`.
  var time12: String { "\((hour + 11) % 12 + 1):\(padded(minute)) \(hour < 12 ? "AM" : "PM")" }

  /// `Mon, 4 Mar 2019 10:12:00 +0000`, a mail's date.
  var mail: String {
    "\(CalendarWords.days[day.weekday]), \(day.day) \(CalendarWords.months[day.month - 1]) \(day.year) "
      + "\(time):\(padded(second)) \(offsetText)"
  }
}

/// `2024-03-02T09:14:00Z`.
func instantText(_ seconds: Int) -> String {
  let clock = WallClock(seconds, Zone(minutes: 0, summer: .none))
  return "\(clock.day.iso)T\(clock.time):\(padded(clock.second))Z"
}
