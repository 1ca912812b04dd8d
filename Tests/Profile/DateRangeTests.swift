import Testing

@testable import Profile

struct DateRangeTests {
  @Test(arguments: [
    ("Jul 2020 - Present · 3 yrs 1 mo", "2020-07", nil, true),
    ("Jan 2013 - Dec 2016 4 years", "2013-01", "2016-12", false),
    ("November 2013 – Present (1 year 2 months)", "2013-11", nil, true),
    ("2007 – 2011", "2007", "2011", false),
    ("May 2014 · 1 mo", "2014-05", "2014-05", false),
    ("März 2021–Heute · 3 Jahre 3 Monate", "2021-03", nil, true),
    ("Okt. 2019–Feb. 2021 · 1 Jahr", "2019-10", "2021-02", false),
    ("janv. 2018 - aujourd’hui · 6 ans", "2018-01", nil, true),
    ("août 2012 - févr. 2014", "2012-08", "2014-02", false),
    ("ene. 2015 - actualidad · 9 años", "2015-01", nil, true),
    ("jul de 2020 - o momento · 3 anos 1 mês", "2020-07", nil, true),
    ("set. de 2011 - dez. de 2013", "2011-09", "2013-12", false),
    ("जून 2019 - वर्तमान · 4 वर्ष", "2019-06", nil, true),
    ("Apr 2019 -", "2019-04", nil, false),
    ("2019年4月 - 現在 · 3年2ヶ月", "2019-04", nil, true),
    ("2015年11月–2019年4月", "2015-11", "2019-04", false),
    ("2019년 4월 – 현재", "2019-04", nil, true),
    ("2012 – März 2014", "2012", "2014-03", false),
    ("März de 2014 até o momento", "2014-03", nil, true),
    ("01/2014 – heute", "2014", nil, true),
  ])
  func aPageShows(_ text: String, _ start: String?, _ end: String?, _ current: Bool) throws {
    let range = try #require(DateRange(text))
    #expect(range.start == start)
    #expect(range.end == end)
    #expect(range.isCurrent == current)
  }

  @Test(arguments: ["5 yrs 11 mos", "Lyon, France", "Full-time · 2 yrs", "", "10,001+ employees"])
  func aLineWithoutAYearHoldsNoDates(_ text: String) {
    #expect(DateRange(text) == nil)
  }
}
