import Testing

@testable import Correspondence

@Suite struct PhraseTests {
  private func find(_ pattern: String, _ text: String) -> [PhraseGap: String]? {
    let prose = Prose(text)
    return PhraseTable([Phrase("x", pattern)]).matches(in: prose).first.map { match in
      match.gaps.mapValues { prose.text(words: $0) }
    }
  }

  @Test func gapsTakeTheLongestNames() {
    #expect(
      find("!talk to {name} at {org}", "You could talk to Marco de Vries at Hale & Sons Foods today.")
        == [.name: "Marco de Vries", .org: "Hale & Sons Foods"])
  }

  @Test func optionalWordsMayBeMissing() {
    #expect(find("my !new address is? {address}", "My new address a@b.example") == [.address: "a@b.example"])
  }

  @Test func aSkipStaysInTheSentence() {
    #expect(find("!reach me * {address}", "Reach me any time. Others: a@b.example") == nil)
    #expect(find("!reach me * {address}", "Reach me any time under a@b.example") == [.address: "a@b.example"])
  }

  @Test func wordsThatBeginSentencesAreNoNames() {
    #expect(find("{name} has !left", "She has left. Thanks has left.") == nil)
  }

  @Test func aHostileTextTakesLinearTime() {
    let text = String(repeating: "Talk to Aa Bb Cc Dd ", count: 20_000)
    #expect(PhraseTable([Phrase("x", "!talk to {name} * at {org}")]).matches(in: Prose(text)).isEmpty)
  }
}
