import Testing

@testable import Profile

struct DurationTests {
  @Test(arguments: [
    ("Jul 2020 - Present · 3 yrs 1 mo", 37), ("November 2013 – Present (1 year 2 months)", 14), ("4 mos", 4),
    ("Jan 2013 - Dec 2016 4 years", 48), ("janv. 2018 - aujourd’hui · 6 ans 2 mois", 74),
    ("März 2021–Heute · 3 Jahre 3 Monate", 39), ("ene. 2015 - actualidad · 9 años 1 mes", 109), ("3 anos 1 mês", 37),
    ("जून 2019 - वर्तमान · 4 वर्ष 2 माह", 50),
  ])
  func aLineNamesItsMonths(_ text: String, _ months: Int) {
    #expect(Duration.months(text) == months)
  }

  @Test(arguments: ["Jul 2020 - Present", "less than a year", "2008 – 2012", ""])
  func aLineWithoutADurationNamesNone(_ text: String) {
    #expect(Duration.months(text) == nil)
  }

  @Test func thePresentPositionTellsWhenThePageWasRead() {
    var profile = Profile(layout: "x", name: "A B")
    profile.positions = [Profile.Position(title: "T", dates: DateRange("Sep 2016 – Present"), months: 4)]
    #expect(profile.monthRead == "2016-12")
    profile.positions[0].months = 5
    #expect(profile.monthRead == "2017-01")
    profile.positions[0].dates = DateRange("2016 – Present")
    #expect(profile.monthRead == nil)
  }
}
