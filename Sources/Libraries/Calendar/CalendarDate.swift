/// A day of the proleptic Gregorian calendar, years 0001 to 9999.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let dayNumber: Int

  private static let firstDay = -719_162
  private static let lastDay = 2_932_896

  /// The day `dayNumber` days after 1970-01-01, moved into the years 0001 to 9999.
  public init(dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, Self.firstDay), Self.lastDay)
  }

  /// The day of that name, or nil when the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
    dayNumber = Self.number(year: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    var reader = DigitReader(text)
    guard let date = CalendarDate(reading: &reader), reader.atEnd else {
      throw CalendarError(expected: "a date YYYY-MM-DD", found: text)
    }
    self = date
  }

  /// The same of a string, without the general form, which no other module can specialise.
  public init(_ text: String) throws(CalendarError) {
    let plain = text.utf8.withContiguousStorageIfAvailable {
      $0.count == 10 ? CalendarDate(beginning: $0.span) : nil
    }
    if let day = plain ?? nil { self = day } else { try self.init(text[...]) }
  }

  /// The day whose name `YYYY-MM-DD` begins the bytes, whatever follows it; nil when none does. Without the copy that reading
  /// a text makes, for records that pass by the million.
  public init?(beginning bytes: Span<UInt8>) {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    var digits = 0
    for place in 0..<10 where place != 4 && place != 7 {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      digits = digits * 10 + Int(digit)
    }
    self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  init?(reading reader: inout DigitReader) {
    guard let year = reader.number(digits: 4), reader.take("-") != nil,
      let month = reader.number(digits: 2), reader.take("-") != nil,
      let day = reader.number(digits: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1 to 12) and day (1 to 31).
  public var parts: (year: Int, month: Int, day: Int) {
    // Eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
    let shifted = dayNumber + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year.
  public var year: Int { parts.year }
  /// The month that the day lies in.
  public var month: Month {
    let (year, month, _) = parts
    return Month(index: year * 12 + month - 1)
  }
  /// The day of the week: 1 is Monday, 7 Sunday.
  public var weekday: Int { floorRemainder(dayNumber + 3, 7) + 1 }
  /// Midnight of the day in UTC.
  public var start: Instant { Instant(seconds: Int64(dayNumber) * 86_400) }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The day `days` later.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + min(max(days, -4_000_000), 4_000_000))
  }

  /// The same day `months` later, or the last of that month when it is shorter.
  public func adding(months: Int) -> CalendarDate {
    let day = parts.day
    let target = month.adding(months)
    return CalendarDate(dayNumber: target.first.dayNumber + min(day, target.days) - 1)
  }

  /// Days from `self` to `other`, negative when `other` is earlier.
  public func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
