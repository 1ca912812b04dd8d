// Set phrases with gaps for names and companies: a small pattern language that is read from tables.

/// A gap of a phrase.
public enum PhraseGap: String, Sendable, Hashable {
  /// A person's name: one to four capitalised words, with particles such as `van` and initials.
  case name
  /// A company's name: one to five words beginning with a capital.
  case org
  /// A job title: one to eight words up to a comma or the end of the sentence.
  case title
  /// An e-mail address.
  case address
}

/// A phrase such as `{name} is|has no !longer with|at {org}`: words, alternatives with `|`, optional words with `?`,
/// gaps in braces, `*` for up to six words of the same sentence, `!` before the word that it is looked up by.
public struct Phrase: Sendable {
  enum Element: Sendable {
    case words([String], optional: Bool)
    case gap(PhraseGap)
    case skip
  }

  /// What the table calls this phrase.
  public let label: String
  let elements: [Element]
  let anchor: Int
  let anchorWords: [String]

  /// The phrase that `pattern` spells, for `label`. The anchor is the first word when none is marked.
  public init(_ label: String, _ pattern: String) {
    self.label = label
    var elements: [Element] = []
    var anchor: Int?
    for piece in pattern.split(separator: " ") {
      if piece == "*" {
        elements.append(.skip)
      } else if piece.hasPrefix("{"), let gap = PhraseGap(rawValue: String(piece.dropFirst().dropLast())) {
        elements.append(.gap(gap))
      } else {
        if piece.hasPrefix("!") { anchor = elements.count }
        let words = piece.split(whereSeparator: { $0 == "|" }).map { String($0.filter { $0 != "!" && $0 != "?" }) }
        elements.append(.words(words, optional: piece.hasSuffix("?") && piece.count > 1))
      }
    }
    self.elements = elements
    self.anchor = anchor ?? elements.firstIndex { if case .words = $0 { true } else { false } } ?? 0
    if elements.indices.contains(self.anchor), case .words(let words, _) = elements[self.anchor] {
      anchorWords = words
    } else {
      anchorWords = []
    }
  }
}

/// Where a phrase was found: the words it covers and what fills its gaps, as ranges of words.
public struct PhraseMatch: Sendable {
  /// The label of the phrase.
  public let label: String
  /// The words it covers.
  public let words: Range<Int>
  /// What fills its gaps.
  public let gaps: [PhraseGap: Range<Int>]
}

/// Many phrases, found in one pass over the words of a text.
public struct PhraseTable: Sendable {
  private var phrases: [Phrase]
  private var byAnchor: [String: [Int]] = [:]

  /// The table of `phrases`; where several match at one place, the earlier one wins.
  public init(_ phrases: [Phrase]) {
    self.phrases = phrases
    for (index, phrase) in phrases.enumerated() {
      for word in phrase.anchorWords { byAnchor[word, default: []].append(index) }
    }
  }

  /// The words of which one must occur for any phrase to match.
  public var anchorWords: [String] { byAnchor.keys.sorted() }

  /// All phrases in `prose`, by their anchors' order; at most one for each anchor word.
  public func matches(in prose: Prose) -> [PhraseMatch] {
    var found: [PhraseMatch] = []
    for (index, word) in prose.words.enumerated() {
      guard let candidates = byAnchor[word.lower] else { continue }
      for candidate in candidates {
        if let match = match(phrases[candidate], prose.words, at: index) {
          found.append(match)
          break
        }
      }
    }
    return found
  }

  private func match(_ phrase: Phrase, _ words: [Word], at index: Int) -> PhraseMatch? {
    var forward = PhraseWalk(words: words, step: 1)
    guard forward.take(phrase.elements[(phrase.anchor + 1)...], from: index + 1) else { return nil }
    var backward = PhraseWalk(words: words, step: -1)
    guard backward.take(ArraySlice(phrase.elements[..<phrase.anchor].reversed()), from: index - 1) else { return nil }
    let start = backward.end + 1
    guard start <= index, forward.end > index else { return nil }
    return PhraseMatch(
      label: phrase.label, words: start..<forward.end, gaps: forward.gaps.merging(backward.gaps) { first, _ in first })
  }
}

/// A walk over the words from an anchor, forwards or backwards. Its backtracking is bounded by the phrase's gaps.
struct PhraseWalk {
  let words: [Word]
  let step: Int
  /// The word after the last one taken, in the walk's direction.
  var end = 0
  var gaps: [PhraseGap: Range<Int>] = [:]

  init(words: [Word], step: Int) {
    self.words = words
    self.step = step
  }

  mutating func take(_ elements: ArraySlice<Phrase.Element>, from index: Int) -> Bool {
    guard let element = elements.first else {
      end = index
      return true
    }
    let rest = elements.dropFirst()
    switch element {
    case .words(let choices, let optional):
      if words.indices.contains(index), choices.contains(words[index].lower), take(rest, from: index + step) {
        return true
      }
      return optional && take(rest, from: index)
    case .skip: return skip(rest, from: index)
    case .gap(let gap): return fill(gap, rest, from: index)
    }
  }

  private mutating func skip(_ rest: ArraySlice<Phrase.Element>, from index: Int) -> Bool {
    for count in 0...6 {
      if take(rest, from: index + count * step) { return true }
      let next = index + count * step
      guard words.indices.contains(next), !words[next].endsSentence else { return false }
    }
    return false
  }

  private mutating func fill(_ gap: PhraseGap, _ rest: ArraySlice<Phrase.Element>, from index: Int) -> Bool {
    var count = NameShape.length(of: gap, words, from: index, step: step)
    while count > 0 {
      let range = step > 0 ? index..<index + count : index - count + 1..<index + 1
      if NameShape.isWhole(gap, words, range), take(rest, from: index + count * step) {
        gaps[gap] = range
        return true
      }
      count -= 1
    }
    return false
  }
}
