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

@Test(
  arguments: [
    ("call me in March", [nil, nil, nil, .month]), ("Ask Ann Berg. She knows", [nil, .name, .name, nil, nil]),
    ("two welders on Monday", [nil, .occupation, nil, .weekday]), ("Well, I'm sure", [nil, nil, nil]),
    ("nach Ostern", [nil, .season]),
  ] as [(String, [WordShape?])])
func wordsHaveShapes(_ text: String, _ shapes: [WordShape?]) {
  let words = WordText(Array(text.utf8))
  #expect(words.words.dropFirst().dropLast().map(words.shape) == shapes)
}

@Test func aRunOfShapesIsTheSameForAllMonths() {
  let spec = FeatureSpec(words: 0, letters: nil, shapes: 3)
  let counts = ["call me in March", "call me in June"].map { spec.counts(of: Array($0.utf8)).map(\.bucket) }
  #expect(counts[0] == counts[1] && !counts[0].isEmpty)
}
