import Phones
import Testing

struct PhoneNumberTests {
  @Test(
    arguments: [
      ("(206) 780-7409", "US", "+12067807409"), ("020 8366 1177", "GB", "+442083661177"),
      ("+44 (0)20 8366 1177", nil, "+442083661177"), ("0044 20 8366 1177", nil, "+442083661177"),
      ("(030) 831-7425 ext. 91", "DE", "+49308317425"), ("01 58 88 00 00", "FR", "+33158880000"),
    ] as [(String, String?, String)])
  func aNumberIsReadAsDialledFromItsRegion(text: String, region: String?, expected: String) {
    #expect(PhoneNumber.e164(text, region: region) == expected)
  }

  @Test(arguments: ["", "12", "call me", "020 8366 1177", "\u{0}\u{1}", "+", "99999999999999999999999999"])
  func withoutRegionOrCountryCodeThereIsNoNumber(text: String) {
    #expect(PhoneNumber.e164(text) == nil)
  }

  @Test func aRangeThatIsNotInUseIsPossibleButNotValid() throws {
    let parsed = try #require(PhoneNumber.parse("+1 212 555 0123", region: nil))
    #expect(parsed.e164 == "+12125550123")
    #expect(try #require(PhoneNumber.parse("+44 20 8366 1177", region: nil)).isValid)
  }
}
