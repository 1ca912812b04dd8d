import Testing

@testable import Rules

struct SentencesTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Sentences.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func stopsEndSentencesButTitlesAndDecimalsDoNot() {
    #expect(
      sentences("Dr. Moss paid 22.5% today. Fine! (Really?) Yes") == [
        "Dr. Moss paid 22.5% today.", "Fine!", "(Really?)", "Yes",
      ])
  }

  @Test func aLongLineThatWasWrappedGoesOn() {
    let wrapped = "We would like you to find us somebody who can run the plant\nfrom March on. Thanks"
    #expect(sentences(wrapped).first?.hasSuffix("from March on.") == true)
  }

  @Test func aShortLineAndAListItemEndASentence() {
    #expect(sentences("Role:\n- welder\n- fitter") == ["Role:", "- welder", "- fitter"])
  }

  @Test func hindiEndsWithADanda() {
    #expect(sentences("नमस्ते। धन्यवाद") == ["नमस्ते।", "धन्यवाद"])
  }
}
