/// Which features of a text a learned model looks at: runs of words, runs of letters within a word, and the names of the
/// rules that hold, all hashed into 2^bits buckets (Weinberger et al., "Feature Hashing for Large Scale Multitask
/// Learning", 2009, without the sign).
public struct FeatureSpec: Sendable, Equatable {
  /// Runs of one to so many words; a text is bounded by two marks that count as words.
  public var words: Int
  /// The shortest and the longest run of letters, a word's edges being letters too; nil: none.
  public var letters: ClosedRange<Int>?
  /// Binary logarithm of the number of buckets.
  public var bits: Int

  /// A choice of features.
  public init(words: Int = 2, letters: ClosedRange<Int>? = 3...4, bits: Int = 18) {
    self.words = words
    self.letters = letters
    self.bits = bits
  }

  /// The buckets of the text's features and how often each occurs, by ascending bucket.
  public func counts(of text: [UInt8], rules: [String] = []) -> [(bucket: UInt32, count: Int)] {
    let words = WordText(text)
    var found: [UInt32] = []
    found.reserveCapacity(words.words.count * 12)
    each(words, rules: rules) { bucket, _, _ in found.append(bucket) }
    found.sort()
    var counts: [(bucket: UInt32, count: Int)] = []
    for bucket in found {
      if counts.last?.bucket == bucket {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((bucket, 1))
      }
    }
    return counts
  }

  /// Calls `body` with the bucket of each feature, and the first word and the number of words that it stands on; a rule
  /// stands on none, and its place in `rules` is given instead.
  func each(_ text: WordText, rules: [String], _ body: (UInt32, _ first: Int, _ length: Int) -> Void) {
    let count = text.words.count
    for start in text.words {
      var hash = FeatureHash(kind: UInt8(ascii: "w"))
      for length in 1...max(words, 1) where words > 0 && start + length <= count {
        hash.add(text.word(start + length - 1))
        // The marks at the edges say something only beside a word.
        if length > 1 || (start > 0 && start < count - 1) { body(hash.bucket(bits), start, length) }
      }
      guard let letters, start > 0, start < count - 1 else { continue }
      eachRun(of: text.word(start), letters) { body($0, start, 1) }
    }
    for (place, rule) in rules.enumerated() {
      var hash = FeatureHash(kind: UInt8(ascii: "r"))
      hash.add(rule.unicodeScalars.map(\.value)[...])
      body(hash.bucket(bits), place, 0)
    }
  }

  private func eachRun(of word: ArraySlice<UInt32>, _ letters: ClosedRange<Int>, _ body: (UInt32) -> Void) {
    let edge: UInt32 = 0x5E
    let count = word.count + 2
    for start in 0..<count {
      var hash = FeatureHash(kind: UInt8(ascii: "c"))
      for length in 1...letters.upperBound where start + length <= count {
        let at = start + length - 1
        hash.add(at == 0 || at == count - 1 ? edge : word[word.startIndex + at - 1])
        if length >= letters.lowerBound { body(hash.bucket(bits)) }
      }
    }
  }
}

/// FNV-1a over scalars (Fowler, Noll, Vo; 64 bits), whose upper bits choose the bucket.
struct FeatureHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  init(kind: UInt8) { add(UInt32(kind)) }

  mutating func add(_ scalar: UInt32) {
    state = (state ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
  }

  /// Adds a word and its end.
  mutating func add(_ word: ArraySlice<UInt32>) {
    for scalar in word { add(scalar) }
    add(0x20)
  }

  func bucket(_ bits: Int) -> UInt32 {
    // FNV's upper bits are mixed poorly for short keys: one more multiplication spreads them.
    let mixed = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }
}
