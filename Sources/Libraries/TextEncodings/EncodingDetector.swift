// Which encoding a text has that is not UTF-8: the one in which its words are most likely words.
import Bytes

/// What a text's bytes say of its encoding.
public struct EncodingVerdict: Sendable, Equatable {
  /// The encoding that explains the text best.
  public var encoding: TextEncoding
  /// Other encodings that explain it nearly as well and read it otherwise, the best first; none when it is clear.
  public var rivals: [TextEncoding] = []
  /// Whether even this one makes no words of most of the text.
  public var isStrange = false
}

/// Compares the encodings in use by what is known of their languages.
///
/// A word's likelihood is the product of those of its characters beyond ASCII: how often a language has them
/// (`LetterFrequencies`), in encodings of two bytes how often their row is used (`DoubleByteModel`). Windows-1252 is believed
/// until another encoding explains several words better; what one word can say against it is bounded, so that a single
/// strange word never decides.
struct EncodingDetector {
  /// The most words that are looked at.
  private static let wordLimit = 2000
  /// The most bytes that are looked at.
  private static let sampleLimit = 1 << 18
  /// What a word may say at most for or against an encoding, in natural logarithms of odds.
  private static let wordBound = 8.0
  /// What the words must say together before Windows-1252 is not believed; and by how much an encoding leads clearly.
  private static let (doubt, lead) = (14.0, 6.0)
  /// A word less likely than this is none in the language.
  private static let strangeness = 12.0

  private let words: [ArraySlice<UInt8>]

  /// A candidate and what it makes of each word.
  private struct Scored {
    let candidate: EncodingCandidate
    let scores: [Double]
  }

  /// A detector for the text that begins with `sample`.
  init(_ sample: ArraySlice<UInt8>) {
    words = Self.words(sample.prefix(Self.sampleLimit))
  }

  /// The verdict on it.
  func verdict() -> EncodingVerdict {
    let candidates = EncodingCandidate.all.map { Scored(candidate: $0, scores: words.map($0.score)) }
    let usual = candidates.filter { $0.candidate.encoding == .windows1252 }
    guard let base = usual.max(by: { sum($0.scores) < sum($1.scores) }) else {
      return EncodingVerdict(encoding: .windows1252)
    }
    let believed = candidates.filter { $0.candidate.encoding != .windows1252 }
      .map { (scored: $0, gain: gain($0, over: base)) }
    let strong = believed.filter { $0.gain > Self.doubt }.map(\.scored)
    guard let first = strong.first else {
      let near = believed.filter { $0.gain > Self.doubt - Self.lead }.map(\.scored.candidate.encoding)
      let isStrange = base.scores.count { $0 < -Self.strangeness } * 2 > words.count
      return EncodingVerdict(encoding: .windows1252, rivals: unique(near), isStrange: isStrange)
    }
    // All explain the text far better than Windows-1252: now they are compared with each other.
    let best = strong.dropFirst().reduce(first) { best, other in gain(other, over: best) > 0 ? other : best }
    let near = strong.filter { other in
      other.candidate.encoding != best.candidate.encoding && gain(best, over: other) < Self.lead
        && words.contains { best.candidate.reading($0) != other.candidate.reading($0) }
    }
    return EncodingVerdict(
      encoding: best.candidate.encoding, rivals: unique(near.map(\.candidate.encoding)))
  }

  private func sum(_ scores: [Double]) -> Double { scores.reduce(0, +) }

  /// How much better `one` explains the words than `other`, counting those that the two read otherwise.
  private func gain(_ one: Scored, over other: Scored) -> Double {
    var gain = other.candidate.handicap - one.candidate.handicap
    for (index, word) in words.enumerated() where one.candidate.reading(word) != other.candidate.reading(word) {
      // A text without blanks is one long word; where two bytes make a character it says more than a short one.
      let parts = one.candidate.isDoubleByte ? Double(1 + word.count / 8) : 1
      gain += min(max(one.scores[index] - other.scores[index], -1.5 * Self.wordBound * parts), Self.wordBound * parts)
    }
    return gain
  }

  private func unique(_ encodings: [TextEncoding]) -> [TextEncoding] {
    var unique: [TextEncoding] = []
    for encoding in encodings where !unique.contains(encoding) { unique.append(encoding) }
    return Array(unique.prefix(3))
  }

  /// The different words with bytes beyond ASCII, in their order.
  private static func words(_ sample: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var seen: Set<ArraySlice<UInt8>> = []
    for word in sample.split(whereSeparator: isSeparator) where word.contains(where: { $0 >= 0x80 }) {
      guard words.count < wordLimit else { break }
      let part = word.prefix(64)
      if seen.insert(part).inserted { words.append(part) }
    }
    // The end of the sample may cut a character.
    if words.count > 1, words.last?.endIndex == sample.endIndex { words.removeLast() }
    return words
  }

  /// ASCII that is never the second byte of a character, and no digit, which GB18030 has there.
  private static func isSeparator(_ byte: UInt8) -> Bool { byte < 0x30 || (0x3A...0x3F).contains(byte) }
}
