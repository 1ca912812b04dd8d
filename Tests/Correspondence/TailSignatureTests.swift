import Testing

@testable import Correspondence

@Suite struct TailSignatureTests {
  @Test func theNameNearTheEndBeginsTheSignature() {
    let text = "Im Hof, bitte anmelden.\n\nDörfler\n\nPetra Dörfler\nHead of HR\nKranichfeld GmbH\nT +49 151 555 039 93"
    let parts = TailSignature.split(text, writer: "Petra Dörfler")
    #expect(parts?.text == "Im Hof, bitte anmelden.")
    #expect(parts?.signature.hasPrefix("Dörfler\n\nPetra Dörfler\nHead of HR") == true)
  }

  @Test func theClosingWordsGoWithTheName() {
    let parts = TailSignature.split("See you there.\n\nKind regards,\nDana", writer: "Dana Frost")
    #expect(parts?.text == "See you there.")
  }

  @Test func aTextThatIsOnlyANameStays() {
    #expect(TailSignature.split("Dana", writer: "Dana Frost") == nil)
  }

  @Test func aNameInsideASentenceEndsNothing() {
    #expect(TailSignature.split("Hello.\nDana Frost is away until Monday.", writer: "Dana Frost") == nil)
  }
}
