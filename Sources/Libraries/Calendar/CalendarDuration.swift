/// A length of time as people write it: `12h`, `90d`, `2w`, `3m` (months), `1y`.
public struct CalendarDuration: Sendable, Hashable, CustomStringConvertible {
  /// What is counted.
  public enum Unit: String, Sendable {
    /// Hours.
    case hours = "h"
    /// Days of 24 hours.
    case days = "d"
    /// Weeks.
    case weeks = "w"
    /// Calendar months.
    case months = "m"
    /// Calendar years.
    case years = "y"
  }

  /// How many, 0 to 999,999.
  public let count: Int
  /// Of what.
  public let unit: Unit

  /// A length; nil when `count` is negative or above 999,999.
  public init?(_ count: Int, _ unit: Unit) {
    guard (0...999_999).contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// Reads digits and one of the letters h, d, w, m, y.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    var reader = DigitReader(text)
    guard let count = reader.number(upTo: 6), let letter = reader.take("hdwmy"), reader.atEnd,
      let unit = Unit(rawValue: String(UnicodeScalar(letter)))
    else { throw CalendarError(expected: "a duration such as 12h, 90d, 2w, 3m or 1y", found: text) }
    self.count = count
    self.unit = unit
  }

  /// The moment that lies this long after `instant`; months and years keep the time of day in UTC.
  public func after(_ instant: Instant) -> Instant { shift(instant, by: count) }

  /// The moment that lies this long before `instant`.
  public func before(_ instant: Instant) -> Instant { shift(instant, by: -count) }

  /// The day that lies this long after `date`; hours are cut to whole days.
  public func after(_ date: CalendarDate) -> CalendarDate { after(date.start).date }

  /// `90d`.
  public var description: String { "\(count)\(unit.rawValue)" }

  private func shift(_ instant: Instant, by count: Int) -> Instant {
    switch unit {
    case .hours: instant.adding(seconds: Int64(count) * 3600)
    case .days: instant.adding(seconds: Int64(count) * 86_400)
    case .weeks: instant.adding(seconds: Int64(count) * 7 * 86_400)
    case .months: shift(instant, months: count)
    case .years: shift(instant, months: count * 12)
    }
  }

  private func shift(_ instant: Instant, months: Int) -> Instant {
    let timeOfDay = instant.seconds - instant.date.start.seconds
    return instant.date.adding(months: months).start.adding(seconds: timeOfDay)
  }
}

extension Instant {
  /// Whether the moment lies in the last `duration` before `now`, both ends included.
  public func isWithin(_ duration: CalendarDuration, before now: Instant) -> Bool {
    self <= now && self >= duration.before(now)
  }

  /// Whether the moment lies in the next `duration` after `now`, both ends included.
  public func isWithin(_ duration: CalendarDuration, after now: Instant) -> Bool {
    self >= now && self <= duration.after(now)
  }

  /// Whether the moment lies more than `duration` before `now`.
  public func isOlder(than duration: CalendarDuration, at now: Instant) -> Bool {
    self < duration.before(now)
  }
}
