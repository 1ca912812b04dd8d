import Testing

@testable import Careers

struct TitlesTests {
  @Test func titlesRiseFromTraineeToChief() throws {
    let ranks = try [
      "Trainee", "Recruiter", "Senior Recruiter", "HR Manager", "Head of Talent", "HR Director", "VP People", "CEO",
    ]
    .map { try #require(Titles.builtIn.rank($0)) }
    #expect(ranks == ranks.sorted())
    #expect(Set(ranks).count == ranks.count)
    #expect(Titles.builtIn.rank("Beekeeper") == nil)
    #expect(Titles.builtIn.rank("Geschäftsführerin") == 8)
  }

  @Test func thoseWhoHireAreKnownByTheirTitles() {
    #expect(Titles.builtIn.hires("Talent Acquisition Lead"))
    #expect(Titles.builtIn.hires("Chargée de recrutement"))
    #expect(!Titles.builtIn.hires("Software Engineer"))
  }
}
