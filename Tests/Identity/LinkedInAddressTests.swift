import Identity
import Testing

struct LinkedInAddressTests {
  @Test(arguments: [
    "https://www.linkedin.com/in/Jane-Doe-4b1a2/", "http://de.linkedin.com/in/jane-doe-4b1a2?locale=en_US",
    "linkedin.com/in/jane-doe-4b1a2/en", "/in/jane-doe-4b1a2", "https://linkedin.com/mwlite/in/jane%2Ddoe-4b1a2#x",
    "//uk.linkedin.com/in/jane-doe-4b1a2",
  ])
  func everyFormOfAnAddressGivesTheSameSlug(text: String) throws {
    let address = try #require(LinkedInAddress(text))
    #expect(address.slug == "jane-doe-4b1a2")
    #expect(address.description == "https://www.linkedin.com/in/jane-doe-4b1a2")
  }

  @Test func lettersBeyondAsciiArePercentEncodedOnlyInTheAddress() throws {
    let address = try #require(LinkedInAddress("https://www.linkedin.com/in/j%C3%BCrgen-m%C3%BCller"))
    #expect(address.slug == "jürgen-müller")
    #expect(address.description == "https://www.linkedin.com/in/j%C3%BCrgen-m%C3%BCller")
  }

  @Test func anOldPublicAddressLeadsToTheNewSlug() {
    #expect(LinkedInAddress.personSlug("http://www.linkedin.com/pub/john-smith/15/b89/a45") == "john-smith-a45b8915")
  }

  @Test(arguments: [
    "https://www.linkedin.com/company/acme", "https://www.linkedin.com/feed/", "https://example.com/in/jane",
    "https://notlinkedin.com/in/jane", "", "https://www.linkedin.com/in/%FF", "https://www.linkedin.com/in/",
  ])
  func whatIsNoPersonsPageHasNoPersonSlug(text: String) {
    #expect(LinkedInAddress.personSlug(text) == nil)
  }

  @Test(arguments: [
    ("+44 (0)20 8512 6700", "+442085126700"), ("0044 20 8512 6700 ext. 5", "+442085126700"),
    ("+1 212-651-3847", "+12126513847"),
  ])
  func digitsAreReadWithTheirCountryCode(text: String, expected: String) {
    #expect(PhoneDigits.international(text) == expected)
  }

  @Test func spellingsOfOneNumberShareTheirKey() {
    #expect(PhoneDigits.key("+44 (0)20 8512 6700") == PhoneDigits.key("020 8512 6700"))
    #expect(PhoneDigits.key("020 8512 6700 x33") == PhoneDigits.key("02085126700"))
    #expect(PhoneDigits.key("12345") == nil)
    #expect(PhoneDigits.international("020 8512 6700") == nil)
  }
}
