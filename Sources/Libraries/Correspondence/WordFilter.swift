// A quick look at a text before it is cut into words: most texts hold none of the words that a table looks for.
import Bytes

/// Tells of most texts that they hold none of some words, without decoding them. It never misses one.
public struct WordFilter: Sendable {
  /// What is compared of a word: a hash of its ASCII letters in lower case, so that neither the case nor the spelling of
  /// other letters matters; of a word with marks inside, each piece.
  private var hashes: Set<UInt64> = []
  /// A bit for the highest twelve bits of each hash, which tells most other words apart without a look into the set.
  private var bits = [UInt64](repeating: 0, count: 64)

  /// A filter for words in lower case.
  public init(_ words: [String]) {
    for word in words {
      // A mark may also be written in ways that are not ASCII, such as a curly apostrophe, and then leaves no gap.
      insert(Self.hash(word.utf8))
      for piece in word.utf8.split(whereSeparator: { !Self.isLetter($0) && $0 < 0x80 }) {
        insert(Self.hash(piece))
      }
    }
  }

  private mutating func insert(_ hash: UInt64) {
    hashes.insert(hash)
    bits[Int(hash >> 58)] |= 1 << (hash >> 52 & 63)
  }

  @inline(__always)
  private func contains(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 58)] >> (hash >> 52 & 63) & 1 != 0 && hashes.contains(hash)
  }

  /// Whether the JSON string in `range` may hold one of the words.
  public func mayOccur(inString json: RawSpan, _ range: Range<Int>) -> Bool {
    var hash = Self.seed
    var at = range.lowerBound + 1
    while at < range.upperBound {
      let byte = json.byte(at)
      if Self.isLetter(byte) {
        hash = (hash ^ UInt64(byte | 0x20)) &* Self.prime
      } else if byte < 0x80 {
        if hash != Self.seed, contains(hash) { return true }
        hash = Self.seed
        if byte == UInt8(ascii: "\\") {
          at += 1
          if json.byte(at) == UInt8(ascii: "u") { return true }
        }
      }
      at += 1
    }
    return false
  }

  // FNV-1a, 64 bits.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(seed) { isLetter($1) ? ($0 ^ UInt64($1 | 0x20)) &* prime : $0 }
  }
}
