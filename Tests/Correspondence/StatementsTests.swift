import Testing

@testable import Correspondence

@Suite struct StatementsTests {
  @Test(arguments: [
    ("Just so you know, Kavita Menon is no longer employed by Larkhill Labs since 30 June.", "Kavita Menon"),
    ("Gopal is no more with Kestrel Rope since Pongal.", "Gopal"),
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

  @Test(arguments: [
    "Ravi, meet Dana Frost, Head of Talent at Kestrel Software.", "Looping in Dana Frost from Kestrel Software.",
    "Let me introduce Dana Frost, our new HR Director at Kestrel Software.",
    "Copying in Dana Frost, VP People at Kestrel Software, who can help.",
    "Adding Dana Frost, Head of Talent at Kestrel Software, to this thread.",
    "You should talk to Dana Frost at Kestrel Software, she is hiring.",
    "Connecting you with Dana Frost of Kestrel Software.",
    "Dana Frost is the new Head of Talent at Kestrel Software.", "Dana Frost now works for Kestrel Software.",
    "Dana Frost, our CFO at Kestrel Software, will join the call.",
    "Please welcome Dana Frost, who joins Kestrel Software as Head of People.",
    "Darf ich dir Dana Frost vorstellen, Personalleiterin bei Kestrel Software?",
    "Ich möchte Ihnen Frau Dana Frost vorstellen, sie leitet das Recruiting bei Kestrel Software.",
    "In cc Dana Frost, Leiterin HR bei der Kestrel Software.", "Je vous présente Dana Frost, DRH de Kestrel Software.",
    "Je vous mets en relation avec Dana Frost, responsable recrutement chez Kestrel Software.",
    "Te pongo en contacto con Dana Frost, directora de RRHH en Kestrel Software.",
    "Ti metto in contatto con Dana Frost, responsabile HR di Kestrel Software.",
    "Mag ik je voorstellen aan Dana Frost, HR-manager bij Kestrel Software.",
    "Ravi ji, Dana Frost se miliye, jo Kestrel Software mein HR head hain.",
  ]) func anIntroductionIsHeardInManyWords(_ text: String) {
    let role = Statements.find(in: text).first { $0.kind == .role }
    #expect(role?.name == "Dana Frost")
    #expect(role?.company == "Kestrel Software")
  }

  @Test(arguments: [
    "Dana Frost does not work here anymore.", "Dana Frost's last day was Friday.",
    "Unfortunately Dana Frost resigned in February.", "Frau Dana Frost ist nicht mehr für uns tätig.",
    "Dana Frost ist zum Monatsende ausgeschieden.", "Dana Frost ne fait plus partie de la société.",
    "Dana Frost werkt hier niet meer.", "Dana Frost ne company chhod di hai.", "Dana Frost ab hamare saath nahi hai.",
    "Dana Frost is leaving Kestrel at the end of May.", "Dana Frost saiu da empresa.",
  ]) func aDepartureIsHeardInManyWords(_ text: String) {
    #expect(Statements.find(in: text).first { $0.kind == .left }?.name == "Dana Frost")
  }

  @Test(arguments: [
    "My email has changed to dana@kestrel.example.", "Please update my address: dana@kestrel.example",
    "Note my new contact details: dana@kestrel.example", "Ab sofort bin ich unter dana@kestrel.example erreichbar.",
    "Ich bin unter dana@kestrel.example erreichbar.", "Sie erreichen mich künftig unter dana@kestrel.example.",
    "Vous pouvez désormais me joindre à dana@kestrel.example.", "A partir de ahora escríbanme a dana@kestrel.example.",
    "Please send it to dana@kestrel.example, my new work address.",
  ]) func aNewAddressIsHeardInManyWords(_ text: String) {
    #expect(Statements.find(in: text).first { $0.kind == .newAddress }?.address == "dana@kestrel.example")
  }

  @Test(arguments: [
    "Please send the CV to jobs@granite.example.", "Could you write to anna@kestrel.example about the role?",
    "We met Dana Frost at the fair in Leeds on Monday.", "The Annual Meeting has moved to London.",
    "We are no longer hiring at Granite.", "I no longer work on Fridays.", "Talk to Dana Frost at Berlin on Monday.",
  ]) func whatOnlySoundsAlikeStatesNothing(_ text: String) {
    #expect(Statements.find(in: text).isEmpty)
  }
}
