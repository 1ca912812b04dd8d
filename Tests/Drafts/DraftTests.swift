import JSONLines
import Team
import Templates
import Testing

@testable import Drafts

struct DraftTests {
  @Test(arguments: ["Dr. Jonas Weber": "Jonas", "Ada": "Ada", "Weber, Jonas": "Jonas", "J. Weber": nil, "": nil])
  func theGreetingTakesTheGivenName(_ name: String, _ expected: String?) {
    #expect(DraftContext.firstName(name) == expected)
  }

  @Test func aNameInCapitalsIsGreetedAsPeopleWriteIt() throws {
    let lead = Record(["type": "lead", "name": "ANNEGRET MEYER-LANG", "email": "a@x.example"])
    let data = DraftContext(lead, team: Team(), standIn: nil, today: nil)
    #expect(data.name == "Annegret Meyer-Lang")
    let short = Record(["type": "lead", "name": "JP", "email": "a@x.example"])
    #expect(DraftContext(short, team: Team(), standIn: nil, today: nil).name == "JP")
  }

  @Test func aSubjectIsCitedOnlyWhenItTellsOfARoleAndNothingElse() throws {
    var history = SharedHistory()
    let subjects = [
      "Re: Proposal: Backend Engineer search": "Backend Engineer search", "Our fee for the engineer": nil,
      "Salary band, Sales Manager": "Sales Manager", "Lunch?": nil, "Engineer 120k": nil,
      "FW: Head of Sales - CV Marcus": "Head of Sales", "Stellenprofil Compliance Officer": "Compliance Officer",
      "your search for a General Manager": "General Manager", "Fiche de poste Revenue Manager": "Revenue Manager",
      "Two vacancies": nil, "Scope of the search": nil,
    ]
    for (index, subject) in subjects.keys.enumerated() {
      history.add(Record(["type": "conversation", "id": .string("\(index)"), "subject": .string(subject)]))
      #expect(history.topic(of: "\(index)") == subjects[subject], "\(subject)")
    }
  }

  @Test func everyTemplateOfThePackCompilesAndServesSomebody() throws {
    let files = try #require(TemplatePack.files(ofPack: "agency"))
    let pack = try TemplatePack(files)
    #expect(pack.templates.count + pack.partials.count == files.count)
    for template in pack.templates { #expect(!template.about.isEmpty, "\(template.name)") }
  }

  @Test func theFrontMatterSaysWhatIsWrongWithIt() {
    #expect(throws: TemplateError.self) { try DraftTemplate(name: "t", source: Array("---\nsubject: x\n".utf8)) }
    #expect(throws: TemplateError.self) { try DraftTemplate(name: "t", source: Array("---\nrank: high\n---\n".utf8)) }
    #expect(throws: TemplateError.self) { try DraftTemplate(name: "t", source: Array("---\ncolour: x\n---\n".utf8)) }
  }
}
