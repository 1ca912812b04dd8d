/// A word that stands, folded as `FoldedText` folds, in every text that a pattern matches, or in some of them.
struct NeededWord: Hashable, Sendable {
  /// Two bytes or more.
  let bytes: [UInt8]
  /// Whether no letter, digit or `_` stands before it, or behind it.
  let beginsWord: Bool
  let endsWord: Bool
}

/// How long a match can be: so many bytes, and so many times the longest run of white space, of word characters and of
/// anything but white space that the text has.
struct Reach: Equatable, Sendable {
  var bytes = 0
  var spaces = 0
  var words = 0
  var solids = 0

  static func + (one: Reach, other: Reach) -> Reach {
    Reach(
      bytes: one.bytes + other.bytes, spaces: one.spaces + other.spaces, words: one.words + other.words,
      solids: one.solids + other.solids)
  }

  /// The greater of each.
  func union(_ other: Reach) -> Reach {
    Reach(
      bytes: max(bytes, other.bytes), spaces: max(spaces, other.spaces), words: max(words, other.words),
      solids: max(solids, other.solids))
  }

  /// So many times that; nil when that is longer than any window that would be worth it.
  func times(_ count: Int) -> Reach? {
    guard count <= 1_000, max(bytes, spaces, words, solids) <= 10_000 else { return nil }
    return Reach(bytes: bytes * count, spaces: spaces * count, words: words * count, solids: solids * count)
  }

  /// How long a match can be in that text.
  func length(in text: FoldedText) -> Int {
    bytes + spaces * text.longestSpace + words * text.longestWord + solids * text.longestSolid
  }
}

/// What can be told of a pattern's matches from its spelling, so that most texts need not be searched for it and the
/// others only near the words that it needs: any match holds one of `words` and is no longer than `reach`. What the
/// reader does not know makes it say less, never something untrue.
struct PatternNeeds: Sendable {
  /// Nil: nothing is known.
  var words: [NeededWord]?
  /// Nil: a match may have any length.
  var reach: Reach?

  /// The needs of a pattern in RE2 syntax that ignores case.
  init(_ pattern: String) {
    var reader = NeedsReader(pattern)
    let whole = reader.alternation()
    guard !reader.isLost else { return }
    words = whole.best?.words
    reach = whole.reach
  }
}

/// What is known of a part of a pattern.
struct PatternPart {
  /// What single characters it may be, for a repetition of it.
  enum Kind { case space, word, solid, other }

  /// The mark of a word's edge within `exact`.
  static let edge: UInt8 = 1

  /// All that it matches, folded; nil when those are too many or unknown.
  var exact: [[UInt8]]?
  /// The words of which it needs one, when it is not exact.
  var needed: WordChoice?
  var reach: Reach?
  var kind = Kind.other

  /// The best words to look for.
  var best: WordChoice? { exact.map { WordChoice($0) } ?? needed }

  /// One character of which nothing is known.
  static let unknown = PatternPart(exact: nil, needed: nil, reach: Reach(bytes: 4))
  /// Something without width.
  static let empty = PatternPart(exact: [[]], needed: nil, reach: Reach())
}

/// Words of which a match holds one, and how often they would be found where there is no match.
struct WordChoice {
  let words: [NeededWord]
  let cost: Double

  /// Nil when one of the texts is too short to be looked for.
  init?(_ texts: [[UInt8]]) {
    var words: [NeededWord] = []
    var cost = 0.0
    for text in texts {
      guard let word = NeededWord(text) else { return nil }
      words.append(word)
      cost += word.cost
    }
    self.words = words
    self.cost = cost
  }

  /// One of either; nil when one is unknown or they are too many.
  init?(_ choices: [WordChoice?]) {
    var words: [NeededWord] = []
    var cost = 0.0
    for choice in choices {
      guard let choice, words.count + choice.words.count <= 1_000 else { return nil }
      words += choice.words
      cost += choice.cost
    }
    self.words = words
    self.cost = cost
  }

  /// The one that is found more rarely.
  static func rarer(_ one: WordChoice?, _ other: WordChoice?) -> WordChoice? {
    guard let one, let other else { return one ?? other }
    return one.cost <= other.cost ? one : other
  }
}

extension NeededWord {
  /// The word in a text with marks of edges; nil when less than two bytes would be left.
  fileprivate init?(_ text: [UInt8]) {
    var (start, end) = (0, text.count)
    func isOutside(_ byte: UInt8) -> Bool { byte == 0x20 || byte == PatternPart.edge }
    while start < end, isOutside(text[start]) { start += 1 }
    while end > start, isOutside(text[end - 1]) { end -= 1 }
    let bytes = text[start..<end].filter { $0 != PatternPart.edge }
    guard bytes.count >= 2 else { return nil }
    self.init(
      bytes: bytes, beginsWord: start > 0 && FoldedText.isWord(bytes[0]),
      endsWord: end < text.count && FoldedText.isWord(bytes[bytes.count - 1]))
  }

  /// A guess how often it stands at a place of a text: each letter makes it rarer, the commonest words do not count.
  fileprivate var cost: Double {
    if bytes.count <= 4, Self.common.contains(bytes) { return 0.02 }
    let edges = (beginsWord ? 1 : 0) + (endsWord ? 1 : 0)
    return max(1e-6, Self.rarity[min(bytes.count * 2 + edges, Self.rarity.count - 1)])
  }

  /// A quarter for each half letter.
  private static let rarity: [Double] = (0..<24).reduce(into: []) { known, _ in known.append((known.last ?? 4) / 4) }

  private static let common: Set<[UInt8]> = Set(
    [
      "all", "am", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do", "for", "from", "had", "has",
      "have", "he", "if", "in", "is", "it", "me", "my", "no", "not", "of", "on", "one", "or", "our", "she", "so",
      "that",
      "the", "they", "this", "to", "us", "was", "we", "will", "with", "you", "your",
    ].map { Array($0.utf8) })
}
