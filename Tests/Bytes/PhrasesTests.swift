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
        #expect(phrases.contain(text[...]) == phrases.items.contains(text))
        guard phrases.begin(text) else { continue }
        #expect(phrases.mayBegin(text[...]))
        let shouted = text.map { $0 &- 0x61 < 26 && random(2) == 0 ? $0 & 0xDF : $0 }
        #expect(phrases.mayBegin(shouted[...]))
      }
    }
  }

  @Test func fourBytesDecideWhereAPhraseMayBegin() {
    let phrases: Phrases = ["on ", "thank", "z[", "é"]
    #expect(
      ["ON Monday", "Thanks", "THANK", "Z[", "éa", "Éa", "tha\u{301}"].allSatisfy {
        phrases.mayBegin(Array($0.utf8)[...])
      })
    #expect(!["once", "Thus", "Tha nk", "Z{", "th", ""].contains { phrases.mayBegin(Array($0.utf8)[...]) })
  }

  @Test func theLongestWholeWordIsTaken() {
    let phrases: Phrases = ["thank", "thank you", "thanks", "th"]
    #expect(phrases.longestWord(beginning: Array("thank you, dana".utf8)[...]) == 9)
    #expect(phrases.longestWord(beginning: Array("thankful".utf8)[...]) == 0)
    #expect(phrases.longestWord(beginning: Array("thanks".utf8)[...]) == 6)
  }
}
