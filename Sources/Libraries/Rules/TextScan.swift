/// One field's text with its sentences and the places where patterns of its set occur, each looked for when first asked.
final class TextScan {
  let text: [UInt8]
  private let patterns: [Pattern]
  /// The patterns that may occur, ascending.
  private let candidates: [Int32]
  private var known: [Int: [Range<Int>]] = [:]

  /// The sentences; none where no pattern of the set occurs.
  private(set) lazy var sentences =
    candidates.contains { !places(of: Int($0)).isEmpty } ? Sentences.ranges(in: text) : []

  init(_ text: [UInt8], scanner: FieldScanner, found: inout [Int32]) {
    self.text = text
    patterns = scanner.patterns
    scanner.set.candidates(in: text, into: &found)
    candidates = found
  }

  /// Where the pattern occurs, at most 64 places.
  private func places(of index: Int) -> [Range<Int>] {
    if let places = known[index] { return places }
    let places = isCandidate(index) ? find(patterns[index]) : []
    known[index] = places
    return places
  }

  private func isCandidate(_ index: Int) -> Bool {
    var (low, high) = (0, candidates.count)
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < candidates.count && candidates[low] == index
  }

  private func find(_ pattern: Pattern) -> [Range<Int>] {
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
    let places = places(of: pattern)
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
