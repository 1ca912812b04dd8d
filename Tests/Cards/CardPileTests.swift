import JSONLines
import Testing

@testable import Cards

struct CardPileTests {
  private func records(_ text: String, region: String? = nil) -> [JSONObject] {
    CardPile(Array(text.utf8)).items.compactMap { item in
      guard case .card(let facts, let line) = item else { return nil }
      return facts.record(file: "f", line: line, region: region)
    }
  }

  private func strays(_ text: String) -> [Int] {
    CardPile(Array(text.utf8)).items.compactMap { item in
      guard case .stray(_, let line) = item else { return nil }
      return line
    }
  }

  @Test func anOldCardIsRead() throws {
    let text = """
      BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg=\r\n;;Dr.;\r
      TEL;WORK;VOICE:030 1234567\r\nTEL;WORK;FAX:030 7654321\r\nORG:Kestrel GmbH;People\r\nREV:20240302T101500Z\r
      EMAIL;INTERNET:Joerg@Kestrel.example\r\nADR;WORK:;;Weg 1;Berlin;;10115;Germany\r\nEND:VCARD\r\n
      """
    let person = try #require(records(text).first)
    #expect(person["type"]?.string == "person")
    #expect(person["name"]?.string == "Dr. Jörg Müller")
    #expect(person["emails"]?.strings == ["joerg@kestrel.example"])
    #expect(person["phones"]?.strings == ["+49301234567"])
    #expect(person["company"]?.string == "Kestrel GmbH")
    #expect(person["department"]?.string == "People")
    #expect(person["country"]?.string == "DE")
    #expect(person["positions"]?.array?.first?["as_of"]?.string == "2024-03-02")
  }

  @Test func aCardOfACompanyIsACompany() throws {
    for kind in ["KIND:org", "X-ABShowAs:COMPANY", "NOTE:x"] {
      let text =
        "BEGIN:VCARD\nVERSION:4.0\n\(kind)\nFN:Heron Ltd\nORG:Heron Ltd\nURL:https://heron.example/x\nEND:VCARD\n"
      let company = try #require(records(text).first)
      #expect(company["type"]?.string == "company", "\(kind)")
      #expect(company["domains"]?.strings == ["heron.example"])
    }
  }

  @Test func theIdIsTheCardsOwnElseItDependsOnWhatItSays() throws {
    let own = records("BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:4fbe8971\nFN:Ada Bell\nEND:VCARD\n")
    #expect(own.first?["id"]?.string == "vcard:4fbe8971")
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Bell\nEMAIL:a@b.example\nEND:VCARD\n"
    let ids = records(card + "\n" + card).map { $0["id"]?.string }
    #expect(ids.count == 2 && ids[0] == ids[1])
  }

  @Test func aLineOutsideOfCardsAndACardThatIsNotClosedAreTold() {
    #expect(strays("hello\nBEGIN:VCARD\nFN:Ada\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\n") == [1, 5])
  }

  @Test func pastedCardsAreReadOneByOne() throws {
    let text = """
      Dr. Anna Müller
      Head of People | Kestrel GmbH
      Tel. +49 30 1234567
      anna.mueller@kestrel.example

      JOHN O'NEIL
      Chief Technology Officer
      Heron Ltd
      www.heron.example
      +44 20 7946 0958

      just a note
      """
    let people = records(text)
    #expect(people.map { $0["name"]?.string } == ["Dr. Anna Müller", "John O'neil"])
    #expect(people.map { $0["company"]?.string } == ["Kestrel GmbH", "Heron Ltd"])
    #expect(people.map { $0["phones"]?.strings } == [["+49301234567"], ["+442079460958"]])
  }

  @Test func aTextWithoutAnyoneToReachIsNoCard() {
    #expect(records("nobody\nhere\n").isEmpty)
    #expect(strays("nobody\nhere\n") == [1])
  }
}
