import Names
import Testing

struct CompanyNameTests {
  @Test(arguments: [
    ("Acme GmbH & Co. KG", "acme", "Acme"), ("ACME, Inc.", "acme", "ACME"),
    ("Société Générale S.A.", "societe generale", "Société Générale"),
    ("Smith & Sons Ltd", "smith sons", "Smith & Sons"), ("Smith and Sons", "smith sons", "Smith and Sons"),
    ("Koninklijke Philips N. V.", "koninklijke philips", "Koninklijke Philips"), ("The Loft", "loft", "The Loft"),
    ("Intl. Mfg. Corp.", "international manufacturing", "Intl. Mfg."), ("Müller Gesellschaft mbH", "muller", "Müller"),
    ("Mueller AG", "muller", "Mueller"), ("Acme Sp. z o.o.", "acme", "Acme"), ("Limited", "limited", "Limited"),
    ("SE", "se", "SE"), ("I B M Corporation", "ibm", "I B M"),
    ("Nordwind  Logistik\tOHG", "nordwind logistik", "Nordwind Logistik"),
  ])
  func spellingsOfOneCompanyShareTheirKey(text: String, key: String, short: String) throws {
    let name = try #require(CompanyName(text))
    #expect(name.key == key)
    #expect(name.short == short)
  }

  @Test func aNameWithoutLettersIsNone() {
    #expect(CompanyName("") == nil)
    #expect(CompanyName(" -- ") == nil)
  }

  @Test(arguments: [
    ("Acme Robotics Ltd", "acmerobotics.com", true), ("Acme Robotics", "acme-robotics.de", true),
    ("Acme Robotics", "acme.io", true), ("Acme Robotics", "acmefoods.com", false), ("Müller AG", "mueller.de", true),
    ("Ace", "acetone.com", false),
  ])
  func aDomainIsRecognisedByTheName(name: String, domain: String, expected: Bool) throws {
    #expect(try #require(CompanyName(name)).resembles(domain: domain) == expected)
  }

  /// Plain text takes a shorter way through folding; a letter that nobody sees sends it the long one.
  @Test(arguments: [
    "Acme Robotics Ltd.", "O'Neil & Sons, Inc", "I. B. M. Deutschland GmbH & Co. KG", " A  b ", "", "x\ty", "A+B",
    "Spol. s r.o.", "MUELLER-Luedenscheidt AG", "S.A.R.L. du Nord", "a.b.c", "...",
  ])
  func plainTextFoldsAsAnyOther(_ text: String) {
    for joins in [false, true] {
      let long = FoldedText(text + "\u{AD}", joiningAbbreviations: joins)
      #expect(FoldedText(text, joiningAbbreviations: joins) == long)
    }
    #expect(CompanyName(text)?.words == CompanyName("\u{A0}" + text + "\u{AD}")?.words)
    #expect(CompanyName(text)?.key == CompanyName(text + " ")?.key)
  }
}
