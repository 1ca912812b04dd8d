/// One field's text with its sentences and every place where a pattern of its set occurs.
struct TextScan {
  let text: [UInt8]
  let sentences: [Range<Int>]
  private var hits: [Int: [Range<Int>]] = [:]

  init(_ text: [UInt8], scanner: FieldScanner, found: inout [Int32]) {
    self.text = text
    let whole = 0..<text.count
    let complete = scanner.set.match(text, whole, into: &found)
    let candidates = complete ? found.map { Int($0) } : Array(scanner.patterns.indices)
    for index in candidates {
      let places = TextScan.places(of: scanner.patterns[index], in: text)
      if !places.isEmpty { hits[index] = places }
    }
    sentences = hits.isEmpty ? [] : Sentences.ranges(in: text)
  }

  /// Where the pattern occurs, at most 64 places.
  private static func places(of pattern: Pattern, in text: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var start = 0
    while places.count < 64, start <= text.count, let range = pattern.find(in: text, from: start) {
      places.append(range)
      start = max(range.upperBound, range.lowerBound + 1)
    }
    return places
  }

  /// The first place of a pattern, within a sentence when one is given.
  func place(of pattern: Int, in sentence: Range<Int>?) -> Range<Int>? {
    guard let places = hits[pattern] else { return nil }
    guard let sentence else { return places.first }
    return places.first { sentence.contains($0.lowerBound) || $0.isEmpty && sentence.lowerBound == $0.lowerBound }
  }

  /// The sentence that holds a place, cut to about 240 bytes around the place when it is longer.
  func quote(around place: Range<Int>) -> [UInt8] {
    let sentence = sentences.first { $0.contains(place.lowerBound) || $0.lowerBound == place.lowerBound } ?? place
    guard sentence.count > 240 else {
      return Array(text[sentence.lowerBound..<max(sentence.upperBound, place.upperBound)])
    }
    var start = max(sentence.lowerBound, place.lowerBound - 100)
    var end = min(max(sentence.upperBound, place.upperBound), max(place.upperBound, start + 240))
    while start > sentence.lowerBound, !isSpace(text[start - 1]) { start -= 1 }
    while end < text.count, end > place.upperBound, !isSpace(text[end]) { end -= 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return Array(text[start..<end])
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
