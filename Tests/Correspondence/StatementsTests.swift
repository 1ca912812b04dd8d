import Testing

@testable import Correspondence

@Suite struct StatementsTests {
  @Test(arguments: [
    ("Just so you know, Deepa Iyer is no longer employed with Meridian Rx as of 30 June.", "Deepa Iyer"),
    ("Ravi is no more with Blue Lattice, he put in his papers.", "Ravi"),
    ("Unfortunately Marco de Vries has left us in May.", "Marco de Vries"),
    ("Frau Weber arbeitet nicht mehr bei uns.", "Weber"),
    ("Claire Dubois ne travaille plus chez nous.", "Claire Dubois"),
  ]) func aDepartureNamesWhoLeft(text: String, name: String) {
    let found = Statements.find(in: text).filter { $0.kind == .left }
    #expect(found.contains { $0.name?.hasSuffix(name) ?? false })
  }

  @Test func aQuoteIsASentenceOfTheText() {
    let text = "Hello.\nMy new email is dana@kestrel.example from Monday. Bye."
    let found = Statements.find(in: text)
    #expect(found.first?.address == "dana@kestrel.example")
    #expect(found.allSatisfy { text.contains($0.quote) })
  }

  @Test func anIntroductionTellsTitleAndCompany() {
    let found = Statements.find(in: "Ravi, meet Dana Frost, who heads TA at Kestrel.")
    #expect(found.first { $0.kind == .role }?.name == "Dana Frost")
  }

  @Test func wordsOfOrdinaryTalkStateNothing() {
    #expect(Statements.find(in: "I left my umbrella at your office. We met last week.").isEmpty)
  }
}
