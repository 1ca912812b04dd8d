import Testing

@testable import Correspondence

@Suite struct SignatureBlockTests {
  @Test func aSignatureGivesTitleCompanyPhoneAndProfile() {
    let block = SignatureBlock(
      "Dana Frost\nHead of Talent | Kestrel Software GmbH\nT: +44 20 7946 0018\nlinkedin.com/in/dana-frost",
      writer: "Dana Frost", domain: "kestrelsoftware.example")
    #expect(block.name == "Dana Frost")
    #expect(block.title == "Head of Talent")
    #expect(block.company == "Kestrel Software GmbH")
    #expect(block.phones == ["+44 20 7946 0018"])
    #expect(block.linkedinURL == "https://www.linkedin.com/in/dana-frost")
  }

  @Test func titleAndCompanyMayStandOnLinesOfTheirOwn() {
    let block = SignatureBlock(
      "Best regards,\nDana Frost\nHR Manager\nKestrel Software\n12 Mill Lane, Leeds", writer: "Dana Frost",
      domain: "kestrel.example")
    #expect(block.title == "HR Manager")
    #expect(block.company == "Kestrel Software")
    #expect(block.location == "12 Mill Lane, Leeds")
  }

  @Test(arguments: ["Céline Lemoine", "Cel Lemoine", "LEMOINE Céline"])
  func aNameTypedAboveItsBlockIsNoCompany(typed: String) {
    let block = SignatureBlock(
      "\(typed)\n\nCéline Lemoine\n+33 694 071 998", writer: "Céline Lemoine", domain: "inboxly.example")
    #expect(block.name == typed)
    #expect(block.company == nil)
  }

  @Test func aNameAloneIsNoRole() {
    #expect(SignatureBlock("Cheers,\nDana", writer: "Dana Frost", domain: "kestrel.example").isEmpty)
  }

  @Test(arguments: [
    ("Mobile 0161 496 0000", ["0161 496 0000"]), ("+44 20 7946 0018", ["+44 20 7946 0018"]),
    ("T: +44 20 7946 0018 | M: +44 7700 900123", ["+44 20 7946 0018", "+44 7700 900123"]),
    ("Leo Brandt | Teamleiter IT | +49 40 555 0190", ["+49 40 555 0190"]),
    ("Ines (+351 91 555 0102)", ["+351 91 555 0102"]),
    ("Ph: (877) 396.3493   Fx: (877) 396.3492", ["(877) 396.3493"]), ("713-853-6577 Office", ["713-853-6577"]),
    ("(713) 646-3490 (fax)", []), ("713-853-5620 (phone)", ["713-853-5620"]), ("Fax: 0221 998877", []),
    ("Tel. 0221 998877, Telefax 0221 998878", ["0221 998877"]), ("619-234-1300 ext. 238", ["619-234-1300"]),
    ("Tel: +49 (0)221 99 88 77", ["+49 (0)221 99 88 77"]), ("मोबाइल: +91 98200 12345", ["+91 98200 12345"]),
    ("Phone 713-853-7658 Fax 713-646-3490", ["713-853-7658"]), ("Tfno. 912 345 678", ["912 345 678"]),
    ("puh. 040 123 4567", ["040 123 4567"]), ("kom. 501 234 567", ["501 234 567"]),
    ("Telemóvel: 912 345 678", ["912 345 678"]), ("Tlf. 22 12 34 56", ["22 12 34 56"]),
  ]) func phonesAreToldFromFaxes(_ line: String, _ phones: [String]) {
    #expect(SignaturePhones.find(in: line) == phones)
  }

  @Test(arguments: [
    "Monday 12", "Houston, Texas 77002-7361", "P.O. Box 4778121", "HRB 1234567", "VAT DE 123 456 789", "12.03.2024",
    "2019-2024",
    "IBAN GB33 1234 5678 9012", "1400 Smith Street, Suite 3806", "Company no. 07654321 Leeds",
    "P.IVA 01234567890", "NIP: 123-456-78-90, KRS 0000123456", "KvK 12345678", "SIRET 123 456 789 00012",
  ]) func otherNumbersAreNoPhones(_ line: String) {
    #expect(SignaturePhones.find(in: line) == [])
  }

  @Test func aNumberOfARegisterIsNoPlaceAndAKissNoName() {
    let dutch = SignatureBlock(
      "Jan de Vries\nHR Manager\nStern B.V.\nKvK 12345678", writer: "Jan de Vries", domain: nil)
    #expect(dutch.location == nil)
    #expect(SignatureBlock("Jo xx\nKestrel Ltd", writer: "Jo", domain: nil).name == "Jo")
    let desk = SignatureBlock("Rita Lopes\nRecursos Humanos | Andorinha, Lda.", writer: "Rita Lopes", domain: nil)
    #expect(desk.title == "Recursos Humanos")
    #expect(desk.company == "Andorinha, Lda.")
  }

  @Test func aDepartmentIsNoCompanyAndALegalFormIsOne() {
    let block = SignatureBlock(
      "Dana Frost\nSenior Counsel\nLegal Department\nKestrel North America Inc.\n1400 Mill Lane", writer: "Dana Frost",
      domain: nil)
    #expect(block.title == "Senior Counsel")
    #expect(block.company == "Kestrel North America Inc.")
  }
}

@Suite struct SignatureLayoutTests {
  @Test(arguments: [
    "Dana Frost | Head of Talent | Kestrel Software | +44 20 7946 0018",
    "Regards.  Dana\nDana Frost, Head of Talent\nKestrel Software\nLondon, UK",
    "Dana Frost\nHead of Talent at Kestrel Software\nT +44 20 7946 0018",
    "Dana Frost, MCIPD\nKestrel Software\nHead of Talent",
    "DANA FROST (she/her)\nHead of Talent\nLondon\nKestrel Software",
    "Dana Frost\nHead of Talent\nKestrel Software - People Team\nPart of Merlin Holdings Ltd\n12 Mill Lane, Leeds LS1 4AB",
    "Dana Frost • Kestrel Software • Head of Talent\nm: +44 7700 900123 • dana@kestrel.example",
  ]) func nameTitleAndCompanyAreToldApart(_ text: String) {
    let block = SignatureBlock(text, writer: "Dana Frost", domain: "kestrel.example")
    #expect(block.title == "Head of Talent")
    #expect(block.company == "Kestrel Software")
  }

  @Test(arguments: [
    ("Dana Frost\nHead of Talent\nLondon", "Dana Frost"),
    ("Céline Lemoine\nConsultante RH indépendante", "Céline Lemoine"),
    ("Céline Lemoine\nCéline Lemoine\nDRH", "Céline Lemoine"),
    ("Best,\nDana\n\nDana Frost\nTom Berg\nHR Manager", "Dana Frost"),
    ("Dana Frost\nHead of Talent\nTalent Acquisition\n12 Mill Lane", "Dana Frost"),
    ("Dana Frost\nPersonalleiterin\nGeschäftsführer: Tom Berg\nSitz: Köln", "Dana Frost"),
  ]) func noNamePlaceOrDepartmentIsACompany(_ text: String, _ writer: String) {
    #expect(SignatureBlock(text, writer: writer, domain: "lemoine.example").company == nil)
    #expect(SignatureBlock(text, writer: nil, domain: nil, mailbox: "celine.lemoine").company == nil)
  }

  @Test(arguments: [
    ("Director, Talent Acquisition, Kestrel GmbH", "Director, Talent Acquisition", "Kestrel GmbH"),
    (
      "Manager - Human Capital Advisory Services\nKestrel & Sons", "Manager - Human Capital Advisory Services",
      "Kestrel & Sons"
    ),
    ("Leiterin Personal bei der Moorhof AG", "Leiterin Personal", "Moorhof AG"),
    ("Directrice des ressources humaines chez Lumière", "Directrice des ressources humaines", "Lumière"),
    ("人力资源经理\n恒通科技有限公司", "人力资源经理", "恒通科技有限公司"),
    ("Chargée de recrutement\n[Nuage & Fils]", "Chargée de recrutement", "Nuage & Fils"),
    ("Position: Buyer\nCompany: Ibis Trading", "Buyer", "Ibis Trading"),
    ("Trading Support\nKestrel Corp.", "Trading Support", "Kestrel Corp."),
  ]) func aTitleMayNameADepartment(_ lines: String, _ title: String, _ company: String) {
    let block = SignatureBlock("Dana Frost\n\(lines)", writer: "Dana Frost", domain: nil)
    #expect(block.title == title)
    #expect(block.company == company)
  }

  @Test func whoSignsForSomebodyGivesThemOnlyTheCompany() {
    let block = SignatureBlock(
      "Kind regards,\nLucy Hart\nExecutive Assistant to Mark Stone, CEO\nKestrel Holdings plc\n+44 20 7946 0777",
      writer: "Mark Stone", domain: nil, mailbox: "mark.stone")
    #expect(block.company == "Kestrel Holdings plc")
    #expect(block.title == nil)
    #expect(block.phones.isEmpty)
  }

  @Test func aNameIsAsWritten() {
    let block = SignatureBlock("Dana Fr6x ad of Talent | Kestrel\nDana\u{a0}Frost", writer: "Dana Frost", domain: nil)
    #expect(block.name == "Dana\u{a0}Frost")
  }

  @Test func aNoteOfAPhoneNamesNoCompany() {
    #expect(SignatureBlock("Regards,\nDana\n\nSent from my OnePlus", writer: "Dana Frost", domain: nil).isEmpty)
  }

  @Test func aNameInFrontOfATitleInBracketsIsNoTitle() {
    #expect(SignatureBlock("Thanks,\nPatti (Dana's assistant)", writer: nil, domain: nil).title == "Dana's assistant")
  }
}

@Suite struct NamelessWriterTests {
  @Test(arguments: ["lthistlethwaite", "laurence"]) func theMailboxTellsWhichLineIsTheName(mailbox: String) {
    let block = SignatureBlock(
      "Thistlethwaite\n\n--\nLaurence Thistlethwaite\nHR Business Partner\nMoorhof Therapeutics GmbH", writer: nil,
      domain: "moorhof.example", mailbox: mailbox)
    #expect(block.name == "Laurence Thistlethwaite")
    #expect(block.title == "HR Business Partner")
    #expect(block.company == "Moorhof Therapeutics GmbH")
  }

  @Test func anUmlautIsSpeltOutInAMailbox() {
    #expect(SignatureBlock("Gudrun Lüdtke", writer: nil, domain: nil, mailbox: "gluedtke").name == "Gudrun Lüdtke")
  }

  @Test(arguments: [("brinconsult", "Marcy"), ("mbr", "Angela")])
  func partOfTheMailboxOrAGivenNameTellsTheName(_ mailbox: String, _ given: String) {
    let block = SignatureBlock(
      "\(given) Brinegar\nMoorhof Consultants\n(770) 555-0102", writer: nil, domain: nil, mailbox: mailbox)
    #expect(block.name == "\(given) Brinegar")
    #expect(block.company == "Moorhof Consultants")
  }
}
