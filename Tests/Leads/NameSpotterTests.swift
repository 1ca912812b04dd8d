import Testing

@testable import Leads

@Suite struct NameSpotterTests {
  private func spot(_ text: String, _ quote: String) -> NameSpotter.Stranger? {
    NameSpotter(text: text, quote: quote, writer: "Effie Rowntree").best
  }

  @Test func aPointerWithAddressGivesAllThree() {
    let text = "Not us. But talk to Imogen Vale at Saltmarsh Foods, they hire. imogen.vale@saltmarsh.example"
    #expect(
      spot(text, "talk to Imogen Vale at Saltmarsh Foods")
        == .init(name: "Imogen Vale", company: "Saltmarsh Foods", email: "imogen.vale@saltmarsh.example"))
  }

  @Test(arguments: [
    ("Dai Prosser who used to fire the kiln here has opened a pottery. Ring him.", "Dai Prosser"),
    ("My old gaffer Una Breen runs the yard in Cobh now and wants welders.", "Una Breen"),
    ("Please turn to her successor, Vikram Sethi, with everything about people.", "Vikram Sethi"),
    ("Bother Priya Nair at Saltmarsh instead, they lost half a department.", "Priya Nair"),
    ("Sprechen Sie doch einmal mit Frau Weber von Hellwig (Anna Weber).", "Weber"),
    ("The person to speak to is Owen Hart.", "Owen Hart"),
  ]) func aNameIsFoundInPlainWords(text: String, name: String) {
    #expect(spot(text, text)?.name == name)
  }

  @Test(arguments: [
    "Mein letzter Tag bei Schwanenteich ist der 30. Juni.", "In meiner Zeit bei Schwanenteich lernte ich viel.",
    "Die Stelle bei Schwanenteich ist besetzt.",
  ]) func aNounWithACapitalIsNobody(text: String) {
    #expect(spot(text, text)?.name == nil)
  }

  @Test func theWriterIsNobodyElse() {
    #expect(spot("Talk to me, Effie Rowntree.", "Talk to me")?.name == nil)
  }

  @Test(arguments: ["effie@saltmarsh.example", "erowntree@saltmarsh.example", "effie.rowntree@saltmarsh.example"])
  func theWritersOwnNewAddressNamesNobodyElse(address: String) {
    #expect(spot("From May you reach me at \(address).", address)?.email == nil)
  }

  @Test func aRelativesAddressIsNotTheWriters() {
    let text = "Talk to Ewan Rowntree at Saltmarsh Foods: ewan.rowntree@saltmarsh.example"
    #expect(spot(text, text)?.email == "ewan.rowntree@saltmarsh.example")
  }
}
