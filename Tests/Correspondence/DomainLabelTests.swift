import Names
import Testing

@testable import Correspondence

struct DomainLabelTests {
  @Test(arguments: [
    ("bracken-finance.example", "Bracken Finance"), ("kestrel.co.uk", "Kestrel"),
    ("house-of-tara.example", "House of Tara"),
    ("the-mill.example", "The Mill"), ("nbr.example", "NBR"), ("frost-gmbh.example", "Frost GmbH"),
    ("st-brannock.example", "St Brannock"), ("fry.example", "Fry"), ("24seven-it.example", "24seven IT"),
    ("xn--mller-kva.example", "xn--mller-kva"),
  ])
  func aCompanyIsCalledAsItsDomainSpellsIt(_ domain: String, _ name: String) {
    #expect(DomainLabel.name(of: domain) == name)
  }

  @Test(arguments: [
    "bracken-finance", "house-of-tara", "the-mill", "nbr", "frost-gmbh", "n-b-r", "24seven-it", "kestrel",
  ])
  func itIsComparedAsTheLabelIs(_ label: String) throws {
    let (shown, spelt) = (
      try #require(CompanyName(DomainLabel.name(of: label + ".example"))), try #require(CompanyName(label))
    )
    #expect(shown.key == spelt.key)
    #expect(shown.compactKey == spelt.compactKey)
    #expect(shown.acronym == spelt.acronym)
    #expect(shown.hasLegalForm == spelt.hasLegalForm)
  }
}
