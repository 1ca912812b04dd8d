/// Which features of a text a learned model looks at: runs of words, runs of letters within a word, and the names of the
/// rules that hold, all hashed into 2^bits buckets (Weinberger et al., "Feature Hashing for Large Scale Multitask
/// Learning", 2009, without the sign).
public struct FeatureSpec: Sendable, Equatable {
  /// Runs of one to so many words; a text is bounded by two marks that count as words.
  public var words: Int
  /// The shortest and the longest run of letters, a word's edges being letters too; nil: none.
  public var letters: ClosedRange<Int>?
  /// Runs of two to so many shapes, which are words but for months, weekdays, seasons, occupations and names; 0: none.
  public var shapes: Int
  /// Whether what was written just before and just after the text by the other side counts too.
  public var context: Bool
  /// Binary logarithm of the number of buckets.
  public var bits: Int

  /// A choice of features.
  public init(
    words: Int = 2, letters: ClosedRange<Int>? = 3...4, shapes: Int = 0, context: Bool = false, bits: Int = 18
  ) {
    self.words = words
    self.letters = letters
    self.shapes = shapes
    self.context = context
    self.bits = bits
  }

  /// One kind of features: a bucket for each time that one occurs, and how much the kind weighs.
  struct Kind {
    let weight: Float
    let buckets: [UInt32]
  }

  /// The features of a text by kind: runs of words and rules, of letters, of shapes, and what stands before and after.
  func kinds(of text: SeenText) -> [Kind] {
    let words = WordText(text.text)
    var runs: [UInt32] = []
    var letters: [UInt32] = []
    var shapes: [UInt32] = []
    letters.reserveCapacity(words.words.count * 12)
    each(words, rules: text.rules) { bucket, _, _, kind in
      switch kind {
      case .words, .rule: runs.append(bucket)
      case .letters: letters.append(bucket)
      case .shapes: shapes.append(bucket)
      }
    }
    var kinds = [runs, letters, shapes].map { Kind(weight: 1, buckets: $0) }
    if context {
      for (neighbour, mark) in [(text.before, UInt8(ascii: "b")), (text.after, UInt8(ascii: "a"))] {
        kinds.append(Kind(weight: 0.5, buckets: buckets(ofNeighbour: neighbour, mark)))
      }
    }
    return kinds
  }

  /// The buckets of the text's features and how often each occurs, by ascending bucket.
  public func counts(of text: [UInt8], rules: [String] = []) -> [(bucket: UInt32, count: Int)] {
    var found: [UInt32] = []
    each(WordText(text), rules: rules) { bucket, _, _, _ in found.append(bucket) }
    return Self.counted(found)
  }

  private func buckets(ofNeighbour text: [UInt8], _ mark: UInt8) -> [UInt32] {
    let words = WordText(text)
    var found: [UInt32] = []
    let last = words.words.count - 1
    for start in words.words where start > 0 && start < last {
      var hash = FeatureHash(kind: mark)
      hash.add(words.word(start))
      found.append(hash.bucket(bits))
      hash.add(words.word(start + 1))
      found.append(hash.bucket(bits))
    }
    return found
  }

  static func counted(_ buckets: [UInt32]) -> [(bucket: UInt32, count: Int)] {
    var counts: [(bucket: UInt32, count: Int)] = []
    for bucket in buckets.sorted() {
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
  func each(_ text: WordText, rules: [String], _ body: (UInt32, _ first: Int, _ length: Int, Feature) -> Void) {
    let count = text.words.count
    for start in text.words {
      var hash = FeatureHash(kind: UInt8(ascii: "w"))
      for length in 1...max(words, 1) where words > 0 && start + length <= count {
        hash.add(text.word(start + length - 1))
        // The marks at the edges say something only beside a word.
        if length > 1 || (start > 0 && start < count - 1) { body(hash.bucket(bits), start, length, .words) }
      }
      if shapes > 1 { eachRunOfShapes(from: start, in: text, body) }
      guard let letters, start > 0, start < count - 1 else { continue }
      eachRun(of: text.word(start), letters) { body($0, start, 1, .letters) }
    }
    for (place, rule) in rules.enumerated() {
      var hash = FeatureHash(kind: UInt8(ascii: "r"))
      hash.add(rule.unicodeScalars.map(\.value)[...])
      body(hash.bucket(bits), place, 0, .rule)
    }
  }

  /// What a feature is made of.
  enum Feature { case words, letters, shapes, rule }

  private func eachRunOfShapes(
    from start: Int, in text: WordText, _ body: (UInt32, _ first: Int, _ length: Int, Feature) -> Void
  ) {
    var hash = FeatureHash(kind: UInt8(ascii: "s"))
    for length in 1...shapes where start + length <= text.words.count {
      let place = start + length - 1
      if let shape = text.shape(place) { hash.add(shape.rawValue) } else { hash.add(text.word(place)) }
      if length > 1 { body(hash.bucket(bits), start, length, .shapes) }
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

/// A text with what a model may know besides its words.
public struct SeenText: Sendable {
  /// The text's words.
  public let text: [UInt8]
  /// What the other side wrote just before and just after it; empty when nothing.
  public let before: [UInt8]
  public let after: [UInt8]
  /// Names of the rules that hold.
  public let rules: [String]

  /// A text, alone unless told otherwise.
  public init(_ text: [UInt8], before: [UInt8] = [], after: [UInt8] = [], rules: [String] = []) {
    self.text = text
    self.before = before
    self.after = after
    self.rules = rules
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
