import Testing

@testable import Invention

struct MomentTests {
  @Test(arguments: [(2024, 2, 29, 19782), (1970, 1, 1, 0), (2000, 3, 1, 11017), (1969, 12, 31, -1)])
  func daysCountFromNineteenSeventy(_ year: Int, _ month: Int, _ day: Int, _ number: Int) {
    #expect(Day(year, month, day).number == number)
    #expect(Day(number: number).iso == Day(year, month, day).iso)
  }

  @Test func summerTimeBeginsOnTheLastSundayOfMarchInEurope() {
    let night = Day(2024, 3, 31).start
    #expect(Zone.berlin.offset(at: night + 3599) == 60)
    #expect(Zone.berlin.offset(at: night + 3600) == 120)
    #expect(Zone.berlin.offset(at: Day(2024, 10, 27).start + 3600) == 60)
  }

  @Test func summerTimeBeginsOnTheSecondSundayOfMarchInAmerica() {
    let change = Day(2024, 3, 10).start + 7200 + 5 * 3600
    #expect(Zone.boston.offset(at: change - 1) == -300)
    #expect(Zone.boston.offset(at: change) == -240)
  }

  @Test func monthsAreAddedAcrossTheYear() {
    #expect(Day(2023, 11, 30).adding(months: 3).iso == "2024-02-28")
    #expect(Day(2023, 2, 5).adding(months: -3).iso == "2022-11-05")
  }
}
