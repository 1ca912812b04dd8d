import Testing

@testable import Learning

private func words(_ text: String) -> [String] {
  let text = WordText(Array(text.utf8))
  return text.words.dropFirst().dropLast().map(text.spelling)
}

@Test func wordsAreLowerCaseAndKeepTheirApostrophes() {
  #expect(words("Don’t CALL, 'please'!") == ["don't", "call", "please", "!"])
}

@Test func numbersAreTheirLength() {
  #expect(words("15% of 45000 in Q3, 5nm") == ["#2", "%", "of", "#5", "in", "q3", "#1", "nm"])
}

@Test func marksBelongToTheirWord() {
  #expect(words("मैनेजर चाहिए।") == ["मैनेजर", "चाहिए"])
  #expect(words("Straße ÉTÉ") == ["straße", "été"])
}

@Test func everyFeatureIsCountedByAscendingBucket() {
  let counts = FeatureSpec(words: 2, letters: nil, bits: 18).counts(of: Array("call me call me".utf8))
  #expect(counts.map(\.count).reduce(0, +) == 4 + 5)
  #expect(counts.contains { $0.count == 2 })
  #expect(zip(counts, counts.dropFirst()).allSatisfy { $0.bucket < $1.bucket })
}
