/// Patterns with the words that their pieces need: tells in one pass over a text which of them may occur, and where.
struct PatternSet: Sendable {
  /// One of the things that patterns are cut into.
  private struct Piece: Sendable {
    let pattern: Pattern
    /// How long its matches can be.
    let reach: Reach?
    /// The set of words of which it needs one, or -1.
    let words: Int32
    /// The patterns that it is a piece of.
    var owners: [Int32] = []
  }

  /// Whether a pattern, or a piece, occurs in a text.
  enum Chance: UInt8, Sendable { case no, maybe, yes }

  /// The patterns.
  let patterns: [Pattern]
  private var pieces: [Piece] = []
  /// The pieces of each pattern, in order.
  private var parts: [[Int32]] = []
  private let finder: WordFinder
  /// The pieces that need each set of words.
  private var needing: [[Int32]] = []
  /// What is known of each pattern and each piece before a text is looked at.
  private var start: (patterns: [Chance], pieces: [Chance])

  /// The set of these patterns.
  init(_ patterns: [Pattern]) {
    self.patterns = patterns
    var numbers: [String: Int32] = [:]
    var choices = WordChoices()
    for (index, pattern) in patterns.enumerated() {
      let sources = PatternPieces.of(pattern.source)
      var own: [Int32] = []
      for source in sources {
        let number = numbers[source] ?? Int32(pieces.count)
        if Int(number) == pieces.count {
          numbers[source] = number
          let needs = PatternNeeds(source)
          pieces.append(
            Piece(
              pattern: sources.count == 1 ? pattern : Pattern(known: source), reach: needs.reach,
              words: choices.number(of: needs.words)))
        }
        pieces[Int(number)].owners.append(Int32(index))
        own.append(number)
      }
      parts.append(own)
    }
    finder = WordFinder(choices.all)
    needing = Array(repeating: [], count: choices.all.count)
    start = (patterns.map { _ in .no }, pieces.map { $0.words < 0 ? .maybe : .no })
    for (number, piece) in pieces.enumerated() {
      if piece.words >= 0 {
        needing[Int(piece.words)].append(Int32(number))
      } else {
        for owner in piece.owners { start.patterns[Int(owner)] = .maybe }
      }
    }
  }

  /// Where the patterns may occur in the text.
  func look(at text: [UInt8]) -> PatternChances {
    let folded = FoldedText(text)
    guard !folded.isOdd else {
      return PatternChances(
        patterns: patterns.map { _ in .maybe }, pieces: pieces.map { _ in .maybe }, words: [], folded)
    }
    let words = finder.hits(in: folded)
    var chances = start
    var last = UInt64.max
    for word in words where word >> 32 != last {
      last = word >> 32
      for piece in needing[Int(last)] {
        chances.pieces[Int(piece)] = .maybe
        for owner in pieces[Int(piece)].owners { chances.patterns[Int(owner)] = .maybe }
      }
    }
    return PatternChances(patterns: chances.patterns, pieces: chances.pieces, words: words, folded)
  }

  /// Where the pattern occurs, each place behind the one before, at most so many.
  func places(of pattern: Int, in text: [UInt8], _ chances: PatternChances, most: Int) -> [Range<Int>] {
    var searches: [PatternSearch] = []
    for piece in parts[pattern] where chances.pieces[Int(piece)] == .maybe {
      let piece = pieces[Int(piece)]
      searches.append(PatternSearch(piece.pattern, windows(of: piece, text.count, chances)))
    }
    var places: [Range<Int>] = []
    var start = 0
    while places.count < most, start <= text.count {
      var first: Range<Int>?
      for index in searches.indices {
        guard let match = searches[index].match(in: text, from: start) else { continue }
        if first.map({ match.lowerBound < $0.lowerBound }) ?? true { first = match }
      }
      guard let first else { break }
      places.append(first)
      start = max(first.upperBound, first.lowerBound + 1)
    }
    return places
  }

  /// The parts of the text that hold all matches of the piece, ascending and apart. A match lies well inside of its part,
  /// so that it does not matter that what stands behind the part is not seen.
  private func windows(of piece: Piece, _ count: Int, _ chances: PatternChances) -> [Range<Int>] {
    guard !chances.text.isOdd, piece.words >= 0, let reach = piece.reach else { return [0..<count] }
    let length = reach.length(in: chances.text)
    var windows: [Range<Int>] = []
    for place in chances.places(of: piece.words) {
      let window = max(0, place - length)..<min(count, place + length + 5)
      if let last = windows.last, last.upperBound >= window.lowerBound {
        windows[windows.count - 1] = last.lowerBound..<window.upperBound
      } else {
        windows.append(window)
      }
    }
    return windows
  }
}

/// Sets of words, each once.
private struct WordChoices {
  private(set) var all: [[NeededWord]] = []
  private var numbers: [[NeededWord]: Int32] = [:]

  /// The set's number, or -1 for none.
  mutating func number(of words: [NeededWord]?) -> Int32 {
    guard let words else { return -1 }
    if let known = numbers[words] { return known }
    all.append(words)
    numbers[words] = Int32(all.count - 1)
    return Int32(all.count - 1)
  }
}

/// What is known of the patterns of a set in one text.
struct PatternChances: Sendable {
  var patterns: [PatternSet.Chance]
  let pieces: [PatternSet.Chance]
  let text: FoldedText
  /// Where the words of each set end: the set in the upper half, the place in the lower; ascending.
  private let words: [UInt64]

  init(patterns: [PatternSet.Chance], pieces: [PatternSet.Chance], words: [UInt64], _ text: FoldedText) {
    self.patterns = patterns
    self.pieces = pieces
    self.words = words
    self.text = text
  }

  /// Where words of the set end, ascending.
  func places(of set: Int32) -> some Sequence<Int> {
    var (low, high) = (0, words.count)
    let first = UInt64(set) << 32
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < first { low = middle + 1 } else { high = middle }
    }
    return words[low...].lazy.prefix { $0 >> 32 == UInt64(set) }.map { Int($0 & 0xFFFF_FFFF) }
  }
}

/// A search for one piece through its windows.
private struct PatternSearch {
  private let pattern: Pattern
  private let windows: [Range<Int>]
  private var current = 0
  private var known: Range<Int>?

  init(_ pattern: Pattern, _ windows: [Range<Int>]) {
    self.pattern = pattern
    self.windows = windows
  }

  /// The leftmost match at or after `start`, which never goes back.
  mutating func match(in text: [UInt8], from start: Int) -> Range<Int>? {
    if let known, known.lowerBound >= start { return known }
    known = nil
    while current < windows.count {
      let window = windows[current]
      let from = max(start, window.lowerBound)
      if from <= window.upperBound, let match = pattern.find(in: text, from..<window.upperBound) {
        known = match
        return match
      }
      current += 1
    }
    return nil
  }
}
