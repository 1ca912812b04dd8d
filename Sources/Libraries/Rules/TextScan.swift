/// One field's text with its sentences and the places where patterns of its set occur, each looked for when first asked.
final class TextScan {
  let text: [UInt8]
  private let set: PatternSet
  private var chances: PatternChances
  private var known: [Int: [Range<Int>]] = [:]

  /// The sentences; none where no pattern of the set occurs.
  private(set) lazy var sentences =
    chances.patterns.indices.contains { occurs($0) } ? Sentences.ranges(in: text) : []

  init(_ text: [UInt8], _ set: PatternSet) {
    self.text = text
    self.set = set
    chances = set.look(at: text)
  }

  /// Whether the pattern occurs. An empty text is no text, so that nothing does in it.
  private func occurs(_ pattern: Int) -> Bool {
    guard !text.isEmpty else { return false }
    if chances.patterns[pattern] == .maybe {
      let places = set.places(of: pattern, in: text, chances, most: 64)
      chances.patterns[pattern] = places.isEmpty ? .no : .yes
      if !places.isEmpty { known[pattern] = places }
    }
    return chances.patterns[pattern] == .yes
  }

  /// The first place of a pattern, within a sentence when one is given.
  func place(of pattern: Int, in sentence: Range<Int>?) -> Range<Int>? {
    guard occurs(pattern), let places = known[pattern] else { return nil }
    guard let sentence else { return places.first }
    return places.first { sentence.contains($0.lowerBound) || $0.isEmpty && sentence.lowerBound == $0.lowerBound }
  }

  /// The sentence that holds a place, cut to about 240 bytes around the place when it is longer; one of a word or two
  /// comes with the sentence before it, without which it tells nothing.
  func quote(around place: Range<Int>) -> [UInt8] {
    let index = sentences.firstIndex { $0.contains(place.lowerBound) || $0.lowerBound == place.lowerBound }
    let sentence = index.map { sentences[$0] } ?? place
    guard sentence.count > 240 else {
      var start = sentence.lowerBound
      if let index, index > 0, sentence.count < 16, isWithin(sentences[index - 1], 200, before: start) {
        start = sentences[index - 1].lowerBound
      }
      return Array(text[trimmed(start, max(sentence.upperBound, place.upperBound))])
    }
    var start = max(sentence.lowerBound, place.lowerBound - 100)
    var end = min(max(sentence.upperBound, place.upperBound), max(place.upperBound, start + 240))
    while start > sentence.lowerBound, !isSpace(text[start - 1]) { start -= 1 }
    while end < text.count, end > place.upperBound, !isSpace(text[end]) { end -= 1 }
    return Array(text[trimmed(start, end)])
  }

  /// Whether a sentence of at most so many bytes stands before `start` in the same line.
  private func isWithin(_ sentence: Range<Int>, _ most: Int, before start: Int) -> Bool {
    sentence.count <= most && !text[sentence.upperBound..<start].contains(0x0A)
  }

  /// The range without white space at its end.
  private func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var end = end
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
