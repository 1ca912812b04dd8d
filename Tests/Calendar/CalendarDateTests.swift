import Calendar
import Testing

struct CalendarDateTests {
  @Test func everyDayOfFourCenturiesHasItsOwnNameAndNumber() throws {
    var previous = try CalendarDate("1799-12-31")
    for number in (previous.dayNumber + 1)...(previous.dayNumber + 146_097) {
      let date = CalendarDate(dayNumber: number)
      let (year, month, day) = date.parts
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      #expect(date > previous)
      previous = date
    }
    #expect(previous.description == "2199-12-31")
  }

  @Test(arguments: [
    "2024-02-29", "2024-02-29T10:00:00Z", "2023-02-29", "2024-13-01", "2024-1-01", "0000-01-01", "", "2024-00-10",
    "2024/01/01", "12024-01-01", "２024-01-01",
  ])
  func bytesBeginWithADayWhenTheirTextDoes(text: String) {
    let plain = try? CalendarDate(String(decoding: text.utf8.prefix(10), as: UTF8.self))
    #expect(CalendarDate(beginning: Array(text.utf8).span) == plain)
  }

  @Test(arguments: ["2023-02-29", "2024-13-01", "2024-1-01", "2024-01-01x", "0000-01-01", "", "2024-00-10"])
  func aDayThatIsNotInTheCalendarIsRefused(text: String) {
    #expect(throws: CalendarError.self) { try CalendarDate(text) }
  }

  @Test func knownDaysHaveTheirWeekday() throws {
    #expect(try CalendarDate("1970-01-01").weekday == 4)
    #expect(try CalendarDate("2024-02-29").weekday == 4)
    #expect(try CalendarDate("1600-02-29").dayNumber == -135_081)
  }

  @Test func aMonthLaterThanTheThirtyFirstIsTheLastDay() throws {
    #expect(try CalendarDate("2024-01-31").adding(months: 1).description == "2024-02-29")
    #expect(try CalendarDate("2024-03-31").adding(months: -13).description == "2023-02-28")
    #expect(try CalendarDate("2024-12-15").adding(months: 1).description == "2025-01-15")
  }

  @Test func daysBeyondTheCalendarStopAtItsEnds() throws {
    #expect(try CalendarDate("2024-01-01").adding(days: .max).description == "9999-12-31")
    #expect(try CalendarDate("2024-01-01").adding(days: .min).description == "0001-01-01")
    #expect(try CalendarDate("2024-01-01").adding(months: .min).description == "0001-01-01")
  }

  @Test func monthsAndQuartersKnowTheirEnds() throws {
    let month = try Month("2024-02")
    #expect(month.last.description == "2024-02-29")
    #expect(month.quarter.description == "2024-Q1")
    #expect(month.quarter.adding(-1).description == "2023-Q4")
    #expect(month.adding(-2).description == "2023-12")
    #expect(month.quarter.lastMonth.description == "2024-03")
    #expect(throws: CalendarError.self) { try Month("2024-13") }
  }

  @Test func aFiscalYearBearsTheYearInWhichItEnds() throws {
    let april = try #require(FiscalCalendar(startMonth: 4))
    #expect(april.year(of: try Month("2024-03")) == 2024)
    #expect(april.year(of: try Month("2024-04")) == 2025)
    #expect(april.quarter(of: try Month("2024-04")) == 1)
    #expect(april.firstMonth(ofYear: 2025).description == "2024-04")
    let plain = try #require(FiscalCalendar(startMonth: 1))
    #expect(plain.year(of: try Month("2024-12")) == 2024)
    #expect(plain.firstMonth(ofYear: 2024).description == "2024-01")
  }
}
