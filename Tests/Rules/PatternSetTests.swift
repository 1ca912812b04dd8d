import Testing

@testable import Rules

@Suite struct PatternSetTests {
  private let patterns = [
    "\\bno\\b", "kind regards", "(?:thanks|thank you)[^.]{0,20}call", "stra(?:ß|ss)e", "größe", "\\d{3}", "[aeiou]{4}",
    "istanbul", "call me", "he", "she", "hers", "x?",
  ].compactMap { Pattern.compile($0).pattern }

  @Test(arguments: [
    "", "No.", "KIND REGARDS, Ann", "\u{212A}ind regard\u{17F}", "Thank you, please call me", "STRASSE 12", "GRÖSSE",
    "Größe 123", "queueing ushers", "\u{130}stanbul", "Zürich \u{20AC} 100", "caLL",
  ])
  func everyPatternThatOccursIsACandidate(_ text: String) {
    let bytes = Array(text.utf8)
    var found: [Int32] = []
    PatternSet(patterns).candidates(in: bytes, into: &found)
    let occurring = patterns.indices.filter { patterns[$0].find(in: bytes) != nil }
    #expect(Set(occurring).isSubset(of: found.map { Int($0) }), "\(occurring) of \(found)")
  }

  @Test func patternsWhoseWordsAreMissingAreNoCandidates() {
    var found: [Int32] = []
    PatternSet(patterns).candidates(in: Array("a cup of tea".utf8), into: &found)
    #expect(!found.contains(1) && !found.contains(2) && !found.contains(8))
  }

  @Test func anEmptySetHasNoCandidates() {
    var found: [Int32] = [7]
    PatternSet([]).candidates(in: Array("text".utf8), into: &found)
    #expect(found.isEmpty)
  }
}
