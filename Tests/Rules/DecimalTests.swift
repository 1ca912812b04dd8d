import Testing

@testable import Rules

struct DecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("1.50", "1.5"), ("0.10", "0.1"), ("1e3", "1000"), ("12345678901234567890", nil),
    ("-2.5e-3", "-0.0025"), ("1e400", "1e400"),
  ])
  func aNumberIsReadExactly(_ text: String, _ shortest: String?) {
    #expect(Decimal(text)?.description == shortest ?? text)
  }

  @Test(arguments: ["", "-", "01", "1.", ".5", "+1", "1e", "0x10", "NaN", "1 "])
  func whatIsNoJSONNumberIsRefused(_ text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test func numbersCompareByValueWhateverTheirSpelling() {
    #expect(Decimal("1.0") == Decimal("1"))
    #expect(Decimal("1e400")! > Decimal("12345678901234567890")!)
    #expect(Decimal("-1e400")! < Decimal("-5")!)
    #expect(Decimal("0.1")! + Decimal("0.2")! == Decimal("0.3")!)
    #expect(Decimal("79.99")! < 80)
  }

  @Test(arguments: [
    ("2.345", 2, "2.35"), ("2.344", 2, "2.34"), ("-2.345", 2, "-2.35"), ("79.5", 0, "80"), ("0.4", 0, "0"),
  ])
  func halvesAreRoundedAwayFromZero(_ text: String, _ places: Int, _ rounded: String) {
    #expect(Decimal(text)?.rounded(places: places).description == rounded)
  }

  @Test func aProductIsExact() {
    #expect((Decimal("85")! * Decimal("0.40")!).description == "34")
    #expect((Decimal("80.75")! * Decimal("0.35")!).description == "28.2625")
    #expect(Decimal("1")!.divided(by: 3, places: 2).description == "0.33")
  }
}
