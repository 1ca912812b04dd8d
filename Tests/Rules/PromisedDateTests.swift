import Calendar
import Testing

@testable import Rules

struct PromisedDateTests {
  @Test(arguments: [
    ("Please call me after Diwali", "2019-10-11", "2019-11-01"),
    ("Diwali ke baad call karo", "2019-10-11", "2019-11-01"),
    ("दिवाली के बाद बात करेंगे", "2019-10-11", "2019-11-01"),
    ("next FY", "2024-06-07", "2025-04-01"), ("in the next financial year", "2024-06-07", "2025-04-01"),
    ("come back to us after the summer", "2024-02-07", "2024-09-01"),
    ("we can revisit in H2", "2024-02-07", "2024-07-01"), ("try in a couple of months", "2024-02-10", "2024-04-10"),
    ("Let us talk in Q3", "2024-02-10", "2024-07-01"),
    ("Q1 looks better", "2024-02-10", "2025-01-01"),
    ("try me in two weeks", "2024-02-10", "2024-02-24"),
    ("Melden Sie sich in rund drei Monaten nochmal", "2022-11-04", "2023-02-04"),
    ("Ping me mid January?", "2025-11-18", "2026-01-15"),
    ("Kindly connect in the 2nd week of April", "2024-02-07", "2024-04-08"),
    ("Reach out the second week of July", "2018-04-17", "2018-07-08"),
    ("After April 18 I become human again", "2022-02-01", "2022-04-18"),
    ("hacia mediados de septiembre", "2022-06-23", "2022-09-15"),
    ("once New Year's is out of the way", "2017-11-29", "2018-01-02"),
    ("rappelez-moi à la rentrée", "2023-06-01", "2023-09-01"),
    ("next FY please", "2024-02-07", "2024-04-01"),
    ("nach Ostern", "2024-02-07", "2024-04-01"),
    ("next month", "2024-12-07", "2025-01-01"),
    ("after March", "2024-02-07", "2024-04-01"),
  ])
  func aPromiseBecomesADate(_ text: String, _ written: String, _ due: String) throws {
    let day = PromisedDate.day(in: text, writtenOn: try CalendarDate(written))
    #expect(day?.description == due)
  }

  @Test(arguments: ["you may call", "not now", "we march on", "call me then"])
  func whatNamesNoTimeHasNoDate(_ text: String) throws {
    #expect(PromisedDate.day(in: text, writtenOn: try CalendarDate("2024-02-07")) == nil)
  }
}
