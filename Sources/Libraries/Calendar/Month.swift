/// A month of a year, `YYYY-MM`, years 0001 to 9999.
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Months since January of the year 0.
  let index: Int

  init(index: Int) {
    self.index = min(max(index, 12), 9999 * 12 + 11)
  }

  /// The month of that name, or nil when there is none.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    index = year * 12 + month - 1
  }

  /// Reads `YYYY-MM` and nothing else.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.take("-") != nil, let month = reader.number(digits: 2),
      reader.atEnd, let value = Month(year: year, month: month)
    else { throw CalendarError(expected: "a month YYYY-MM", found: text) }
    self = value
  }

  /// The year.
  public var year: Int { index / 12 }
  /// The month of the year, 1 to 12.
  public var month: Int { index % 12 + 1 }
  /// How many days it has.
  public var days: Int { CalendarDate.days(inMonth: month, of: year) }
  /// Its first day.
  public var first: CalendarDate { CalendarDate(year: year, month: month, day: 1) ?? CalendarDate(dayNumber: 0) }
  /// Its last day.
  public var last: CalendarDate { first.adding(days: days - 1) }
  /// The calendar quarter that it lies in.
  public var quarter: Quarter { Quarter(index: index / 3) }

  /// The month `count` months later.
  public func adding(_ count: Int) -> Month { Month(index: index + min(max(count, -200_000), 200_000)) }

  /// Months from `self` to `other`, negative when `other` is earlier.
  public func months(to other: Month) -> Int { other.index - index }

  /// `YYYY-MM`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

  /// Orders by time.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

/// A calendar quarter, `YYYY-Qn`.
public struct Quarter: Sendable, Hashable, Comparable, CustomStringConvertible {
  let index: Int

  init(index: Int) {
    self.index = min(max(index, 4), 9999 * 4 + 3)
  }

  /// The year.
  public var year: Int { index / 4 }
  /// 1 to 4.
  public var quarter: Int { index % 4 + 1 }
  /// The first of its three months.
  public var firstMonth: Month { Month(index: index * 3) }
  /// The last of its three months.
  public var lastMonth: Month { Month(index: index * 3 + 2) }

  /// The quarter `count` quarters later.
  public func adding(_ count: Int) -> Quarter { Quarter(index: index + min(max(count, -80_000), 80_000)) }

  /// `YYYY-Qn`.
  public var description: String { "\(padded(year, 4))-Q\(quarter)" }

  /// Orders by time.
  public static func < (left: Quarter, right: Quarter) -> Bool { left.index < right.index }
}

/// A business year that begins in a given month and bears the number of the calendar year in which it ends.
public struct FiscalCalendar: Sendable, Equatable {
  /// The month, 1 to 12, in which the year begins.
  public let startMonth: Int

  /// Business years that begin in `startMonth`; nil when that is no month.
  public init?(startMonth: Int) {
    guard (1...12).contains(startMonth) else { return nil }
    self.startMonth = startMonth
  }

  /// The number of the business year of `month`.
  public func year(of month: Month) -> Int { shifted(month).year }

  /// The quarter, 1 to 4, of the business year of `month`.
  public func quarter(of month: Month) -> Int { (shifted(month).month - 1) / 3 + 1 }

  /// The first month of the business year `year`.
  public func firstMonth(ofYear year: Int) -> Month {
    Month(index: year * 12).adding(startMonth == 1 ? 0 : startMonth - 13)
  }

  private func shifted(_ month: Month) -> Month { month.adding(startMonth == 1 ? 0 : 13 - startMonth) }
}
