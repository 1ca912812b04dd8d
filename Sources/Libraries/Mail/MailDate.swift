/// A date and time as a header gives it: the local clock, and how far it stands from UTC.
public struct MailDate: Sendable, Equatable {
  /// The calendar year, month and day of the writer's clock.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month.
  public var day: Int
  /// The hour, 0 to 23.
  public var hour = 0
  /// The minute.
  public var minute = 0
  /// The second, 60 for a leap second.
  public var second = 0
  /// Minutes east of UTC; nil when no zone was given.
  public var offset: Int?

  /// Seconds since 1970 in UTC; a date without zone counts as UTC.
  public var seconds: Int64 {
    let days = Int64(Self.days(year, month, day))
    return days * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64((offset ?? 0) * 60)
  }

  /// The instant as RFC 3339 in UTC.
  public var utc: String {
    var text = Self.rfc3339(seconds)
    text.append(0x5A)
    return text.text
  }

  /// The writer's clock as RFC 3339 with its offset.
  public var local: String {
    let minutes = offset ?? 0
    var text = Self.rfc3339(seconds + Int64(minutes * 60))
    text.append(minutes < 0 ? 0x2D : 0x2B)
    Self.append(abs(minutes) / 60, digits: 2, to: &text)
    text.append(0x3A)
    Self.append(abs(minutes) % 60, digits: 2, to: &text)
    return text.text
  }

  /// The calendar date `YYYY-MM-DD` of the writer's clock.
  public var calendarDate: String {
    var text: [UInt8] = []
    Self.append(year, month, day, to: &text)
    return text.text
  }

  /// `YYYY-MM-DDTHH:MM:SS` of seconds since 1970.
  private static func rfc3339(_ seconds: Int64) -> [UInt8] {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = Int(seconds - Int64(days) * 86_400)
    let (year, month, day) = civil(days)
    var text: [UInt8] = []
    text.reserveCapacity(32)
    append(year, month, day, to: &text)
    text.append(0x54)
    append(rest / 3600, digits: 2, to: &text)
    text.append(0x3A)
    append(rest / 60 % 60, digits: 2, to: &text)
    text.append(0x3A)
    append(rest % 60, digits: 2, to: &text)
    return text
  }

  /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date that lies `days` after 1970-01-01.
  static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  private static func append(_ year: Int, _ month: Int, _ day: Int, to text: inout [UInt8]) {
    append(year, digits: 4, to: &text)
    text.append(0x2D)
    append(month, digits: 2, to: &text)
    text.append(0x2D)
    append(day, digits: 2, to: &text)
  }

  /// Adds a number of at least `digits` digits, of which 4 are the most that dates here need.
  private static func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
    var divisor = digits == 4 ? 1000 : 10
    while divisor > 0 {
      text.append(0x30 + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
