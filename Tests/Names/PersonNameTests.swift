import Names
import Testing

struct PersonNameTests {
  @Test(
    arguments: [
      ("Jane Doe", "Jane", [], "Doe"), ("Doe, Jane", "Jane", [], "Doe"),
      ("Scheuer, Ilona K.", "Ilona", ["K"], "Scheuer"),
      ("Dr. J. R. van der Berg Jr.", "J", ["R"], "van der Berg"), ("J.R. Doe", "J", ["R"], "Doe"),
      ("JANE DOE (Acme)", "JANE", [], "DOE"), ("\"Doe, Jane\"", "Jane", [], "Doe"),
      ("Jane Doe, PhD, MBA", "Jane", [], "Doe"),
      ("Jane Doe | Recruiting", "Jane", [], "Doe"), ("Jane Doe via LinkedIn", "Jane", [], "Doe"),
      ("Cher", "Cher", [], ""),
      ("Prof. Dr. Günter Abraham-Beaumont", "Günter", [], "Abraham-Beaumont"), ("'Jane Doe'", "Jane", [], "Doe"),
      ("María de la Cruz", "María", [], "de la Cruz"), ("von Berg, Jan", "Jan", [], "von Berg"),
      ("Sam O'Neil", "Sam", [], "O'Neil"), ("Ma Li", "Ma", [], "Li"), ("李 小龍", "李", [], "小龍"),
      ("Jane - Doe", "Jane", [], ""),
    ] as [(String, String, [String], String)])
  func aWrittenNameIsSplit(text: String, given: String, middle: [String], family: String) throws {
    let name = try #require(PersonName(text))
    #expect(name.given == given)
    #expect(name.middle == middle)
    #expect(name.family == family)
  }

  @Test(arguments: ["", "jane@acme.example", "12345", "  ", "()", "\u{0}"])
  func whatIsNoNameIsRefused(text: String) {
    #expect(PersonName(text) == nil)
  }

  @Test func theShownNameIsNotShouted() throws {
    #expect(try #require(PersonName("RACHEL MCDONALD-GATES")).shown == "Rachel McDonald-Gates")
    #expect(try #require(PersonName("jan van der berg")).shown == "Jan van der Berg")
    #expect(try #require(PersonName("DeShawn LeBron")).shown == "DeShawn LeBron")
  }

  @Test(arguments: [
    ("Günter Müller", "Guenter Mueller"), ("Bob Smith", "Robert Smith"), ("J. Smith", "Jane Smith"),
    ("Jane Doe", "Doe, Jane"), ("Horst Bienert", "Horst Bienert-Bovee"), ("José de la Cruz", "Jose Cruz"),
    ("Abigail Estrada", "Estrada Abigail"),
  ])
  func spellingsOfOneNameMeet(left: String, right: String) throws {
    #expect(try #require(PersonName(left)).mayBeSame(as: try #require(PersonName(right))))
  }

  @Test(arguments: [
    ("Bob Smith", "Rob Smith"), ("Robert Smith", "Roberta Smith"), ("Jane Doe", "John Doe"), ("Jane Doe", "Jane Roe"),
  ])
  func differentNamesDoNotMeet(left: String, right: String) throws {
    #expect(!(try #require(PersonName(left)).mayBeSame(as: try #require(PersonName(right)))))
  }

  @Test func nicknamesAreNeverChained() {
    #expect(Nicknames.areRelated(Array("alex".utf8), Array("alexander".utf8)))
    #expect(Nicknames.areRelated(Array("alexandra".utf8), Array("alex".utf8)))
    #expect(!Nicknames.areRelated(Array("alexander".utf8), Array("alexandra".utf8)))
    #expect(!Nicknames.areRelated(Array("bob".utf8), Array("rob".utf8)))
  }

  @Test func aLocalPartTellsANameOnlyWhenItIsDivided() throws {
    #expect(try #require(PersonName(localPart: "jane.mcdoe+x")).shown == "Jane McDoe")
    #expect(PersonName(localPart: "jdoe") == nil)
    #expect(PersonName(localPart: "jane.doe.84") == nil)
  }
}
