import Testing

@testable import Careers

struct MoveStatementsTests {
  @Test(arguments: [
    ("From next month I will be with Alder & Kemp as head of sales.", "Alder & Kemp"),
    ("I'm joining Quillwater Labs after a short break.", "Quillwater Labs"),
    ("I have accepted an offer from Ferncastle and start in May.", "Ferncastle"),
    ("Zum Monatsende wechsle ich zu Nordhafen.", "Nordhafen"),
    ("Je quitte la maison pour rejoindre Moulin Vert.", "Moulin Vert"),
    ("Me incorporo a Garzón Hotels en junio.", "Garzón Hotels"),
    ("She went to Lindenau Kitchens a while ago.", "Lindenau Kitchens"),
  ])
  func aTextNamesTheCompanyThatIsJoined(_ text: String, _ company: String) {
    #expect(MoveStatements.find(in: text).statements.map(\.company).contains(company))
  }

  @Test func leavingAndTheNewAddressAreNoted() {
    let finding = MoveStatements.find(in: "My last day is Friday. Write to tom@alder-kemp.example or tom@gmail.com.")
    #expect(finding.isLeaving)
    #expect(finding.addresses.map(\.description) == ["tom@alder-kemp.example"])
  }

  @Test func aQuoteIsASentenceOfTheText() {
    let text = "Hi Farah,\n\nI am joining Ferncastle in May. Best, Tom"
    let quote = MoveStatements.find(in: text).statements.first?.quote ?? ""
    #expect(!quote.isEmpty && text.contains(quote))
  }
}
