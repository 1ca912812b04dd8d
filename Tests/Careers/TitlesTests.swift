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

  @Test func aPhraseUsesUpItsWords() {
    #expect(Titles.builtIn.rank("Vice President Sales") == Titles.builtIn.rank("VP Sales"))
    #expect(Titles.builtIn.rank("Assistant to the Managing Director") == Titles.builtIn.rank("Assistant"))
    #expect(Titles.builtIn.rank("Einkaufsleiter") == Titles.builtIn.rank("Leiter Einkauf"))
    #expect(Titles.builtIn.rank("Teamleiterin") == Titles.builtIn.rank("Team Lead"))
  }

  @Test(arguments: [
    ("Head of Talent Acquisition", "head", "hr", true), ("HR Manager", "manager", "hr", true),
    ("Recruiter", "professional", "hr", false), ("Senior Software Engineer", "senior", "engineering", false),
    ("Engineering Manager", "manager", "engineering", true), ("Key Account Manager", "manager", "sales", false),
    ("Responsable RH", "manager", "hr", true), ("Directeur des opérations", "director", "operations", true),
    ("Diretora de Marketing", "director", "marketing", true), ("Personalleiterin", "head", "hr", true),
    ("Einkaufsleiter", "head", "procurement", true), ("CEO & Founder", "executive", "general_management", true),
    ("भर्ती विशेषज्ञ", "professional", "hr", false), ("Executive Assistant to the CEO", "junior", nil, false),
    ("Beekeeper", nil, nil, false),
  ])
  func aTitleSaysWhereSomebodyStands(
    _ title: String, _ seniority: String?, _ function: String?, _ decides: Bool
  ) {
    let standing = Titles.builtIn.standing(title)
    #expect(standing == Titles.Standing(seniority: seniority, function: function, decides: decides))
  }
}
