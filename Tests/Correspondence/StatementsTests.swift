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

  @Test(arguments: [
    ("Ravi, meet Dana Frost, who heads talent acquisition at Kestrel.", "Dana Frost", "Kestrel"),
    ("I would like to introduce you to Dana Frost from Kestrel Software.", "Dana Frost", "Kestrel Software"),
    ("Ich möchte dir Dana Frost, Personalleiterin bei Kestrel, vorstellen.", "Dana Frost", "Kestrel"),
    ("Je te présente Dana Frost, directrice chez Kestrel.", "Dana Frost", "Kestrel"),
    ("Te presento a Dana Frost, directora de Kestrel.", "Dana Frost", "Kestrel"),
    ("Ti presento Dana Frost, responsabile presso Kestrel.", "Dana Frost", "Kestrel"),
  ]) func anIntroductionNamesAPersonAndACompany(_ text: String, _ name: String, _ company: String) {
    let role = Statements.find(in: text).first { $0.kind == .role }
    #expect(role?.name == name)
    #expect(role?.company == company)
  }
}
