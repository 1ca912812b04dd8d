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

  @Test func aNameAloneIsNoRole() {
    #expect(SignatureBlock("Cheers,\nDana", writer: "Dana Frost", domain: "kestrel.example").isEmpty)
  }

  @Test func aDateIsNoPhoneNumber() {
    #expect(SignatureBlock.phone(in: "Monday 12") == nil)
    #expect(SignatureBlock.phone(in: "Mobile 0161 496 0000") == "0161 496 0000")
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
}
