import Testing

@testable import Calendar

struct ZoneTests {
  @Test(arguments: [
    ("Europe/Vienna", "2024-03-31 01:59:59", "2024-03-31T00:59:59Z"),
    ("Europe/Vienna", "2024-03-31 02:30:00", "2024-03-31T01:30:00Z"),
    ("Europe/Vienna", "2024-03-31 03:00:00", "2024-03-31T01:00:00Z"),
    ("Europe/Vienna", "2024-10-27 02:30:00", "2024-10-27T00:30:00Z"),
    ("Europe/Vienna", "2024-10-27 03:00:00", "2024-10-27T02:00:00Z"),
    ("Europe/Vienna", "2061-07-01 12:00:00", "2061-07-01T10:00:00Z"),
    ("America/New_York", "2024-01-15 09:00:00", "2024-01-15T14:00:00Z"),
    ("Australia/Sydney", "2050-01-15 09:00:00", "2050-01-14T22:00:00Z"),
    ("Asia/Kolkata", "2024-06-15 09:00:00", "2024-06-15T03:30:00Z"),
    ("+05:30", "2024-06-15 09:00:00", "2024-06-15T03:30:00Z"), ("UTC", "2024-06-15", "2024-06-15T00:00:00Z"),
  ])
  func aLocalTimeIsTurnedIntoUTC(zone: String, local: String, expected: String) throws {
    #expect(try Zone(named: zone).instant(LocalTime(local)).description == expected)
  }

  @Test(arguments: ["", "Nowhere/City", "../passwd", "/etc/passwd", "Europe", "+25:00", "zone.tab"])
  func whatIsNoZoneIsRefused(name: String) {
    #expect(throws: CalendarError.self) { try Zone(named: name) }
  }

  @Test func everyPrefixOfAZoneFileIsReadOrRefusedWithoutACrash() throws {
    let bytes = try #require(ZoneFile.read("/usr/share/zoneinfo/Europe/Vienna"))
    for length in 0..<bytes.count { _ = ZoneFile(parsing: Array(bytes[..<length])) }
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var damaged = bytes
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      damaged[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      _ = ZoneFile(parsing: damaged)
    }
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", Int64(1_718_445_600), 7200), ("CET-1CEST,M3.5.0,M10.5.0/3", 1_705_312_800, 3600),
    ("<+0330>-3:30", 0, 12_600), ("EST5EDT4,J60/0,J300", 1_718_445_600, -14_400),
    ("AAA3BBB,59,299", 1_718_445_600, -7200),
  ])
  func theRuleBehindTheTableIsFollowed(rule: String, seconds: Int64, offset: Int) throws {
    let parsed = try #require(ZoneRule(parsing: ArraySlice(rule.utf8)))
    #expect(parsed.offset(at: seconds) == offset)
  }
}
