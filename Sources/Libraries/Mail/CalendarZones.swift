/// The zones that a calendar describes (RFC 5545, 3.6.5): when their clocks are changed, and what they then show.
struct CalendarZones {
  /// One half of a zone: from when in each year it holds, and how far it stands from UTC.
  private struct Observance {
    var offset = 0
    var month = 1
    /// Which of the weekday in the month: 1 the first, -1 the last; 0 when the day itself is given.
    var week = 0
    var weekday = 0
    var day = 1
    var minute = 0

    /// When it begins in `year`, as minutes since 1970 of the clock before the change.
    func start(in year: Int) -> Int {
      var days = MailDate.days(year, month, week == 0 ? day : 1)
      if week != 0 {
        let next = month == 12 ? MailDate.days(year + 1, 1, 1) : MailDate.days(year, month + 1, 1)
        // 1970-01-01 was a Thursday, day 4 of a week that begins with Sunday as 0.
        let first = days + (weekday - (days + 4) % 7 + 7) % 7
        days = first + (week > 0 ? week - 1 : (next - 1 - first) / 7 + 1 + week) * 7
      }
      return days * 1440 + minute
    }
  }

  private var zones: [String: [Observance]] = [:]
  private var id = ""
  private var current: Observance?

  mutating func begin(_ component: String) {
    if component == "VTIMEZONE" { id = "" }
    if component == "STANDARD" || component == "DAYLIGHT" { current = Observance() }
  }

  mutating func end(_ component: String) {
    guard component == "STANDARD" || component == "DAYLIGHT", let known = current else { return }
    if zones.count < 50, zones[id]?.count ?? 0 < 20 { zones[id, default: []].append(known) }
    current = nil
  }

  mutating func take(_ property: CalendarProperty) {
    switch property.name {
    case "TZID": id = property.text
    case "TZOFFSETTO":
      let digits = Array(property.text.utf8).filter(ASCII.isDigit).prefix(4).reduce(0) { $0 * 10 + Int($1 & 15) }
      current?.offset = (digits / 100 * 60 + digits % 100) * (property.text.hasPrefix("-") ? -1 : 1)
    case "DTSTART":
      guard let date = Self.date(property.text) else { return }
      current?.month = date.month
      current?.day = date.day
      current?.minute = date.hour * 60 + date.minute
    case "RRULE": rule(property.text)
    default: break
    }
  }

  /// The yearly rules of zones: `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.
  private mutating func rule(_ text: String) {
    for part in text.uppercased().split(separator: ";") {
      if part.hasPrefix("BYMONTH="), let month = Int(part.dropFirst(8)), (1...12).contains(month) {
        current?.month = month
      }
      guard part.hasPrefix("BYDAY="), part.count >= 9 else { continue }
      let value = part.dropFirst(6)
      guard let week = Int(value.dropLast(2)), (-4...5).contains(week), week != 0,
        let weekday = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"].firstIndex(of: String(value.suffix(2)))
      else { continue }
      current?.week = week
      current?.weekday = weekday
    }
  }

  /// The time that a DTSTART or DTEND gives, with the offset that its zone has then.
  func time(_ property: CalendarProperty) -> Invitation.Time? {
    guard var date = Self.date(property.text) else { return nil }
    let isDay = !property.text.contains("T")
    let zone = property.parameters["TZID"]
    if property.text.hasSuffix("Z") { date.offset = 0 } else { date.offset = zone.flatMap { offset($0, date) } }
    return Invitation.Time(date: date, isDay: isDay, zone: zone)
  }

  /// The offset of the zone `id` at the local time `date`: that of the observance which began last.
  private func offset(_ id: String, _ date: MailDate) -> Int? {
    guard let zone = zones[id], !zone.isEmpty else { return nil }
    let now = MailDate.days(date.year, date.month, date.day) * 1440 + date.hour * 60 + date.minute
    let starts = zone.flatMap { half in [date.year - 1, date.year].map { (half.start(in: $0), half.offset) } }
    return starts.filter { $0.0 <= now }.max { $0.0 < $1.0 }?.1
  }

  /// `20240304` or `20240304T101500`, without its zone.
  private static func date(_ text: String) -> MailDate? {
    let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.map { Int($0 - 0x30) }
    guard digits.count == 8 || digits.count == 14 else { return nil }
    let number = { (from: Int, count: Int) in digits[from..<(from + count)].reduce(0) { $0 * 10 + $1 } }
    guard (1...12).contains(number(4, 2)), (1...31).contains(number(6, 2)), number(0, 4) > 0 else { return nil }
    var date = MailDate(year: number(0, 4), month: number(4, 2), day: number(6, 2))
    guard digits.count == 14 else { return date }
    guard number(8, 2) < 24, number(10, 2) < 60 else { return nil }
    date.hour = number(8, 2)
    date.minute = number(10, 2)
    date.second = min(number(12, 2), 59)
    return date
  }
}
