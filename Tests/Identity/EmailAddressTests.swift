import Identity
import Testing

struct EmailAddressTests {
  @Test(arguments: [
    ("Jane.Doe+news@Mail.Acme.co.uk", "jane.doe+news@mail.acme.co.uk", "jane.doe@mail.acme.co.uk"),
    ("<J.Doe@GoogleMail.com>", "j.doe@googlemail.com", "jdoe@gmail.com"),
    ("mailto:jane@acme.example?subject=hi", "jane@acme.example", "jane@acme.example"),
    ("o'brien@acme.example.", "o'brien@acme.example", "o'brien@acme.example"),
    ("+1@acme.example", "+1@acme.example", "+1@acme.example"),
  ])
  func anAddressIsShownInLowerCaseAndComparedWithoutItsTag(text: String, shown: String, key: String) throws {
    let address = try #require(EmailAddress(text))
    #expect(address.description == shown)
    #expect(address.matchKey == key)
  }

  @Test(arguments: [
    "Jane Doe <JANE@acme.example>", "\"Doe <x>, Jane\" <jane@acme.example>", "mailto:jane%40acme.example",
    " jane @ acme.example", "ｊａｎｅ＠ａｃｍｅ．ｅｘａｍｐｌｅ", "jane@\u{200B}acme.example", "jane@acme.example",
  ])
  func anAddressIsReadAsPeoplePasteIt(text: String) {
    #expect(EmailAddress(written: text)?.description == "jane@acme.example")
  }

  @Test(arguments: [
    "", "@", "jane@", "@acme.example", "jane@acme", "ja ne@acme.example", "jane@acme..example", "a@1.2.3.4",
  ])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(EmailAddress(text) == nil)
  }

  @Test(arguments: [
    ("jane.doe@acme.example", EmailAddress.Kind.work), ("jane@gmail.com", .personal), ("info@acme.example", .role),
    ("human.resources+x@acme.example", .role), ("no-reply@acme.example", .automatic),
    ("MAILER-DAEMON@mx.acme.example", .automatic), ("jane@yahoo.co.in", .personal), ("sam@smtp.web.de", .personal),
    ("bounce-123@list.acme.example", .automatic), ("jane@mailhaven.example", .personal),
  ])
  func theKindFollowsFromBothParts(text: String, kind: EmailAddress.Kind) throws {
    #expect(try #require(EmailAddress(text)).kind == kind)
  }

  @Test func theEmployerIsTheRegistrableDomainUnlessAnybodyGetsMailboxesThere() throws {
    #expect(try #require(EmailAddress("a@eu.mail.acme.co.uk")).employerDomain == "acme.co.uk")
    #expect(try #require(EmailAddress("a@mail.acme.example")).employerDomain == "acme.example")
    #expect(try #require(EmailAddress("a@hotmail.fr")).employerDomain == nil)
    #expect(DomainName.registrable("co.uk") == nil)
  }

  @Test(arguments: [
    ("https://www.acme.com:80/about?x=1", "www.acme.com"), ("acme.com/about", "acme.com"), ("//Acme.COM", "acme.com"),
    ("http://user@acme.com", "acme.com"),
  ])
  func aHostIsFoundInAWebAddress(text: String, host: String) {
    #expect(DomainName(of: text)?.text == host)
  }

  @Test(arguments: [("Deutschland", "DE"), ("UK", "GB"), ("Österreich", "AT"), ("us", "US"), ("United States", "US")])
  func aCountryIsKnownByItsNames(name: String, code: String) {
    #expect(Country.code(for: name) == code)
    #expect(Country.code(for: "Ruritania") == nil)
  }
}
