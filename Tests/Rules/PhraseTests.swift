import Testing

@testable import Rules

struct PhraseTests {
  private func finds(_ phrase: String, _ text: String) -> Bool {
    let (expression, _) = Phrase(lists: ["who": "(?:me|us)"]).expression([phrase])
    return Pattern.compile(expression).pattern?.find(in: Array(text.utf8)) != nil
  }

  @Test func aPhraseEndsAtTheEdgeOfAWord() {
    #expect(!finds("rate", "our corporate motto"))
    #expect(finds("rate", "the rate is"))
  }

  @Test func aSpaceIsAnyWhiteSpaceAndAnApostropheAny() {
    #expect(finds("don't call", "Don’t\ncall"))
    #expect(finds("\\d+ ?%", "at 20%"))
    #expect(finds("\\d+ ?% of", "at 20 % of"))
  }

  @Test func aWordListStandsForAnyOfItsWords() {
    #expect(finds("call {{who}} back", "call us back"))
    #expect(Phrase().expression(["{{none}}"]).unknown == "none")
  }

  @Test func caseDoesNotMatterBeyondASCII() {
    #expect(finds("é", "É"))
  }
}
