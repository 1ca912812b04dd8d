import Testing

@testable import Leads

@Suite struct NameSpotterTests {
  private func spot(_ text: String, _ quote: String) -> NameSpotter.Stranger? {
    NameSpotter(text: text, quote: quote, writer: "Moira Gilchrist").best
  }

  @Test func aPointerWithAddressGivesAllThree() {
    let text = "Not us. But talk to Imogen Vale at Saltmarsh Foods, they hire. imogen.vale@saltmarsh.example"
    #expect(
      spot(text, "talk to Imogen Vale at Saltmarsh Foods")
        == .init(name: "Imogen Vale", company: "Saltmarsh Foods", email: "imogen.vale@saltmarsh.example"))
  }

  @Test(arguments: [
    ("Lou Ferrante who used to run my finishing room went out on his own. Call him.", "Lou Ferrante"),
    ("My old gaffer Isla Menzies has taken over engineering and is four heads short.", "Isla Menzies"),
    ("Please write to her successor, Harish Gowda, for all matters of hiring.", "Harish Gowda"),
    ("Bother Priya Nair at Saltmarsh instead, they lost half a department.", "Priya Nair"),
    ("Sprechen Sie doch einmal mit Frau Weber von Hellwig (Anna Weber).", "Weber"),
    ("The person to speak to is Owen Hart.", "Owen Hart"),
  ]) func aNameIsFoundInPlainWords(text: String, name: String) {
    #expect(spot(text, text)?.name == name)
  }

  @Test func theWriterIsNobodyElse() {
    #expect(spot("Talk to me, Moira Gilchrist.", "Talk to me")?.name == nil)
  }

  @Test(arguments: ["moira@saltmarsh.example", "mgilchrist@saltmarsh.example", "moira.gilchrist@saltmarsh.example"])
  func theWritersOwnNewAddressNamesNobodyElse(address: String) {
    #expect(spot("From May you reach me at \(address).", address)?.email == nil)
  }

  @Test func aRelativesAddressIsNotTheWriters() {
    let text = "Talk to Ewan Gilchrist at Saltmarsh Foods: ewan.gilchrist@saltmarsh.example"
    #expect(spot(text, text)?.email == "ewan.gilchrist@saltmarsh.example")
  }
}
