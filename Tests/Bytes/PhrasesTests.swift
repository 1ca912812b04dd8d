import Testing

@testable import Bytes

/// The tables of phrases find what plain search finds.
struct PhrasesTests {
  @Test func theTablesFindWhatPlainSearchFinds() {
    var state: UInt64 = 11
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let alphabet: [UInt8] = [0x61, 0x62, 0x63, 0x20, 0xC3, 0xA9]
    func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in alphabet[random(alphabet.count)] } }
    for _ in 0..<500 {
      let phrases = Phrases((0..<random(8)).map { _ in String(decoding: bytes(1 + random(4)), as: UTF8.self) })
      for _ in 0..<20 {
        let text = bytes(random(12))
        #expect(phrases.occur(in: text) == phrases.occurPlainly(in: text))
        #expect(phrases.begin(text) == phrases.beginPlainly(text[...]))
        if phrases.begin(text) { #expect(phrases.mayBegin(text[...])) }
      }
    }
  }

  @Test func theLongestWholeWordIsTaken() {
    let phrases: Phrases = ["thank", "thank you", "thanks", "th"]
    #expect(phrases.longestWord(beginning: Array("thank you, dana".utf8)[...]) == 9)
    #expect(phrases.longestWord(beginning: Array("thankful".utf8)[...]) == 0)
    #expect(phrases.longestWord(beginning: Array("thanks".utf8)[...]) == 6)
  }
}
