import Calendar
import Testing

struct InstantTests {
  @Test(arguments: [
    ("2024-03-02T09:14:00Z", "2024-03-02T09:14:00Z"), ("2024-03-02t09:14:00.125z", "2024-03-02T09:14:00Z"),
    ("2024-03-02T00:14:00+05:30", "2024-03-01T18:44:00Z"), ("1969-12-31 23:59:59-00:01", "1970-01-01T00:00:59Z"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
  ])
  func aTimeIsReadToTheSecondInUTC(text: String, expected: String) throws {
    #expect(try Instant(text).description == expected)
  }

  @Test(arguments: ["2024-03-02T09:14:00", "2024-03-02T24:00:00Z", "2024-03-02", "2024-03-02T09:14:00+5:30", "now"])
  func aTimeWithoutZoneIsNoInstant(text: String) {
    #expect(throws: CalendarError.self) { try Instant(text) }
  }

  @Test func datesAndMonthsBeginAtMidnight() throws {
    #expect(try Instant(dateOrTime: "2024-03-02").description == "2024-03-02T00:00:00Z")
    #expect(try Instant(dateOrTime: "2024-03").description == "2024-03-01T00:00:00Z")
    #expect(throws: CalendarError.self) { try Instant(dateOrTime: "2024") }
  }

  /// A part of a text is read by the general form, the plain twin of that for strings.
  @Test(arguments: [
    "2024-03-02", "2024-03-02T09:14:00Z", "2024-03-02T09:14:00+01:00", "2024-03-02t09:14:60.5z", "2024-03",
    "2024-13-02", "2024-02-30", "2024-03-02T24:00:00Z", "", "2024-3-002", "2024-03-02T09:14:00ZZ", "2024-03-0x",
    "２024-03-02",
  ]) func aStringIsReadAsItsPartsAre(_ text: String) {
    #expect((try? Instant(dateOrTime: text)) == (try? Instant(dateOrTime: text[...])))
    #expect((try? CalendarDate(text)) == (try? CalendarDate(text[...])))
  }

  @Test func anOffsetIsWrittenWithItsSign() throws {
    let instant = try Instant("2024-03-02T09:14:00Z")
    #expect(instant.text(offset: 19_800) == "2024-03-02T14:44:00+05:30")
    #expect(instant.text(offset: -1800) == "2024-03-02T08:44:00-00:30")
    #expect(instant.text(offset: 0) == "2024-03-02T09:14:00+00:00")
  }

  @Test func durationsReachBackByCalendarMonths() throws {
    let now = try Instant("2024-03-31T12:00:00Z")
    #expect(try CalendarDuration("1m").before(now).description == "2024-02-29T12:00:00Z")
    #expect(try CalendarDuration("90d").before(now).description == "2024-01-01T12:00:00Z")
    #expect(try CalendarDuration("2w").after(now).description == "2024-04-14T12:00:00Z")
    #expect(try CalendarDuration("1y").before(now).description == "2023-03-31T12:00:00Z")
    #expect(try CalendarDuration("999999y").after(now).description == "9999-12-31T12:00:00Z")
  }

  @Test(arguments: ["", "d", "90", "90 d", "-1d", "1234567d", "90x", "90dd"])
  func aDurationNeedsDigitsAndOneLetter(text: String) {
    #expect(throws: CalendarError.self) { try CalendarDuration(text) }
  }

  @Test func withinAndOlderShareNoMoment() throws {
    let now = try Instant("2024-03-31T12:00:00Z")
    let quarter = try CalendarDuration("90d")
    let edge = quarter.before(now)
    #expect(edge.isWithin(quarter, before: now))
    #expect(!edge.isOlder(than: quarter, at: now))
    #expect(edge.adding(seconds: -1).isOlder(than: quarter, at: now))
    #expect(!now.adding(seconds: 1).isWithin(quarter, before: now))
    #expect(now.adding(seconds: 1).isWithin(quarter, after: now))
  }
}
