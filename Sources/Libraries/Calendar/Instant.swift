/// A moment, counted in whole seconds since 1970-01-01T00:00:00Z, years 0001 to 9999.
public struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970 without leap seconds.
  public let seconds: Int64

  private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// The moment `seconds` after the beginning of 1970, moved into the years 0001 to 9999.
  public init(seconds: Int64) {
    self.seconds = min(max(seconds, Self.range.lowerBound), Self.range.upperBound)
  }

  /// Reads an RFC 3339 time such as `2024-03-02T09:14:00Z`; fractions of a second are dropped.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    if let plain = text.utf8.withContiguousStorageIfAvailable({ Instant(plain: $0.span) }) ?? nil {
      self = plain
      return
    }
    var reader = DigitReader(text)
    guard let local = LocalTime(reading: &reader), let offset = Instant.offset(reading: &reader), reader.atEnd else {
      throw CalendarError(expected: "a time YYYY-MM-DDThh:mm:ssZ", found: text)
    }
    self.init(seconds: local.secondsAsUTC - Int64(offset))
  }

  /// The moment that `YYYY-MM-DDThh:mm:ssZ` names, the spelling of records, read without a copy; nil for any other text.
  private init?(plain bytes: Span<UInt8>) {
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"), let date = CalendarDate(beginning: bytes)
    else { return nil }
    let (hour, minute, second) = (pair(bytes, 11), pair(bytes, 14), pair(bytes, 17))
    guard let local = LocalTime(date, hour: hour, minute: minute, second: second) else { return nil }
    self.init(seconds: local.secondsAsUTC)
  }

  /// Reads an RFC 3339 time, a date (its midnight in UTC) or a month (its first midnight in UTC).
  public init(dateOrTime text: some StringProtocol) throws(CalendarError) {
    switch text.utf8.count {
    case ...7:
      guard let month = try? Month(text) else { throw Self.unreadable(text) }
      self = month.first.start
    case 8...10:
      guard let date = try? CalendarDate(text) else { throw Self.unreadable(text) }
      self = date.start
    default:
      guard let instant = try? Instant(text) else { throw Self.unreadable(text) }
      self = instant
    }
  }

  /// The same of a string: no other module can specialise the general form, and records bring dates by the million.
  public init(dateOrTime text: String) throws(CalendarError) {
    let plain = text.utf8.withContiguousStorageIfAvailable {
      $0.count == 10 ? CalendarDate(beginning: $0.span)?.start : Instant(plain: $0.span)
    }
    if let instant = plain ?? nil { self = instant } else { try self.init(dateOrTime: text[...]) }
  }

  private static func unreadable(_ text: some StringProtocol) -> CalendarError {
    CalendarError(expected: "a date YYYY-MM-DD or a time YYYY-MM-DDThh:mm:ssZ", found: text)
  }

  /// The day in UTC.
  public var date: CalendarDate { CalendarDate(dayNumber: floorDivide(Int(seconds), 86_400)) }

  /// The reading of a clock that is `offset` seconds ahead of UTC.
  public func local(offset: Int) -> LocalTime { LocalTime(secondsAsUTC: seconds + Int64(offset)) }

  /// `YYYY-MM-DDThh:mm:ssZ`.
  public var description: String { "\(local(offset: 0))Z" }

  /// RFC 3339 with an offset, such as `2024-03-02T10:14:00+01:00`.
  public func text(offset: Int) -> String { "\(local(offset: offset))\(Instant.text(ofOffset: offset))" }

  /// The moment `seconds` later.
  public func adding(seconds: Int64) -> Instant {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return Instant(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
  }

  /// Whole days from `self` to `later`, rounded down.
  public func days(to later: Instant) -> Int { floorDivide(Int(later.seconds - seconds), 86_400) }

  /// Orders by time.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// `Z`, `+hh:mm` or `-hh:mm` in seconds; at most 23:59.
  static func offset(reading reader: inout DigitReader) -> Int? {
    if reader.take("Zz") != nil { return 0 }
    guard let sign = reader.take("+-"), let hours = reader.number(digits: 2), reader.take(":") != nil,
      let minutes = reader.number(digits: 2), hours < 24, minutes < 60
    else { return nil }
    let offset = hours * 3600 + minutes * 60
    return sign == UInt8(ascii: "-") ? -offset : offset
  }

  private static func text(ofOffset offset: Int) -> String {
    let minutes = abs(offset) / 60
    return (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
  }
}

/// What a clock on the wall shows: a day and a time of day without a zone.
public struct LocalTime: Sendable, Hashable, CustomStringConvertible {
  /// The day.
  public let date: CalendarDate
  /// Seconds since midnight, 0 to 86,399.
  public let secondOfDay: Int

  /// The time of that name, or nil when there is none; second 60 is read as 59.
  public init?(_ date: CalendarDate, hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
    self.date = date
    secondOfDay = hour * 3600 + minute * 60 + min(second, 59)
  }

  /// Reads `YYYY-MM-DD`, optionally followed by `T` or a space and `hh:mm[:ss[.fraction]]`, without zone.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    var reader = DigitReader(text)
    if let local = LocalTime(reading: &reader), reader.atEnd {
      self = local
    } else if let date = try? CalendarDate(text) {
      self.date = date
      secondOfDay = 0
    } else {
      throw CalendarError(expected: "a date YYYY-MM-DD or a time YYYY-MM-DD hh:mm:ss", found: text)
    }
  }

  init(secondsAsUTC seconds: Int64) {
    let day = floorDivide(Int(seconds), 86_400)
    date = CalendarDate(dayNumber: day)
    secondOfDay = Int(seconds) - day * 86_400
  }

  init?(reading reader: inout DigitReader) {
    guard let date = CalendarDate(reading: &reader), reader.take("Tt ") != nil,
      let hour = reader.number(digits: 2), reader.take(":") != nil, let minute = reader.number(digits: 2)
    else { return nil }
    var second = 0
    if reader.take(":") != nil {
      guard let value = reader.number(digits: 2) else { return nil }
      second = value
      if reader.take(".,") != nil { reader.skipDigits() }
    }
    self.init(date, hour: hour, minute: minute, second: second)
  }

  /// Hour, minute and second.
  public var clock: (hour: Int, minute: Int, second: Int) {
    (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
  }

  /// The moment at which a clock that is `offset` seconds ahead of UTC shows this.
  public func instant(offset: Int) -> Instant { Instant(seconds: secondsAsUTC - Int64(offset)) }

  /// `YYYY-MM-DDThh:mm:ss`.
  public var description: String {
    let (hour, minute, second) = clock
    return "\(date)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
  }

  var secondsAsUTC: Int64 { Int64(date.dayNumber) * 86_400 + Int64(secondOfDay) }
}

/// The number that two digits at `place` spell; one that no clock shows when they are none.
private func pair(_ bytes: Span<UInt8>, _ place: Int) -> Int {
  let (tens, ones) = (bytes[place] &- UInt8(ascii: "0"), bytes[place + 1] &- UInt8(ascii: "0"))
  return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 100
}
