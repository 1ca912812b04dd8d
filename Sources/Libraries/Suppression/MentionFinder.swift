import Names

/// Finds people of a suppression list in running text: by address, LinkedIn page, number or name.
struct MentionFinder: Sendable {
  private let list: SuppressionList
  private static let mark = "[withheld]"

  init(_ list: SuppressionList) {
    self.list = list
  }

  /// The text with each mention replaced, and how many there were; nil when there is none.
  func withheld(_ text: String) -> (String, Int)? {
    let words = Words(text)
    if words.all.isEmpty { return nil }
    var ranges: [Range<Int>] = []
    var at = 0
    while at < words.all.count {
      if let count = mentionLength(words, at) {
        ranges.append(words.all[at].range.lowerBound..<words.all[at + count - 1].range.upperBound)
        at += count
      } else {
        at += 1
      }
    }
    if ranges.isEmpty { return nil }
    var out: [UInt8] = []
    var done = 0
    for range in ranges {
      out += words.bytes[done..<range.lowerBound]
      out += Self.mark.utf8
      done = range.upperBound
    }
    out += words.bytes[done...]
    return (String(decoding: out, as: UTF8.self), ranges.count)
  }

  /// How many words from one on are a mention; nil when none is.
  private func mentionLength(_ words: Words, _ at: Int) -> Int? {
    let word = words.text(at)
    if word.utf8.contains(UInt8(ascii: "@")), let point = ContactPoint.email(word), list.entry(point) != nil {
      return 1
    }
    if word.contains("linkedin."), let point = ContactPoint.linkedIn(word), list.entry(point) != nil { return 1 }
    return numberLength(words, at) ?? nameLength(words, at)
  }

  /// A number may stand in several words: `+44 20 7946 0123`.
  private func numberLength(_ words: Words, _ at: Int) -> Int? {
    guard list.kinds.contains(.phone), words.all[at].isNumeric else { return nil }
    var end = at
    while end < words.all.count, end < at + 6, words.all[end].isNumeric { end += 1 }
    while end > at {
      let written = words.text(at..<end)
      if let point = ContactPoint.phone(written), list.entry(point) != nil { return end - at }
      end -= 1
    }
    return nil
  }

  private func nameLength(_ words: Words, _ at: Int) -> Int? {
    guard list.kinds.contains(.name), words.all[at].isNameLike else { return nil }
    var folded = words.all[at].folded
    for count in 2...4 {
      guard at + count <= words.all.count else { return nil }
      folded += words.all[at + count - 1].folded
      guard words.all[at + count - 1].isNameLike, let key = ContactPoint.nameKey(words: folded) else { continue }
      if list.entry(ContactPoint(kind: .name, text: key)) != nil { return count }
    }
    return nil
  }
}

/// The words of a text with their places, without the punctuation around them.
private struct Words {
  struct Word {
    var range: Range<Int>
    /// The folded parts, for names: two for `Meyer-Lang`.
    var folded: [[UInt8]]
    /// Whether it holds digits and what stands between digits only.
    var isNumeric: Bool
    /// Whether it may be part of a name: it begins with a capital, or with a letter of a script that has none.
    var isNameLike: Bool
  }

  let bytes: [UInt8]
  private(set) var all: [Word] = []
  /// Longest text that is looked at.
  private static let longest = 1 << 20

  init(_ text: String) {
    bytes = Array(text.utf8.prefix(Self.longest))
    var at = 0
    while at < bytes.count {
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      var end = at
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ",") || end == at { end += 1 }
      add(at..<end)
      at = end
    }
  }

  private mutating func add(_ range: Range<Int>) {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isEdge(bytes[low]), bytes[low] != UInt8(ascii: "+") { low += 1 }
    while low < high, Self.isEdge(bytes[high - 1]) { high -= 1 }
    guard low < high else { return }
    var text = String(decoding: bytes[low..<high], as: UTF8.self)
    for (mark, length) in [("“", 3), ("„", 3), ("»", 2), ("«", 2), ("‘", 3)] where text.hasPrefix(mark) {
      text.removeFirst()
      low += length
    }
    for (mark, length) in [("’s", 5 - 1), ("”", 3), ("“", 3), ("«", 2), ("»", 2), ("…", 3), ("'s", 2)]
    where text.hasSuffix(mark) && high - length > low {
      text.removeLast(mark.count)
      high -= length
    }
    let isNumeric = text.utf8.allSatisfy { (0x28...0x39).contains($0) && $0 != 0x2A && $0 != 0x2C }
    let first = text.unicodeScalars.first
    let isNameLike =
      first.map { $0.properties.isAlphabetic && !$0.properties.isLowercase } ?? false
      || PersonNameWords.particles.contains(text)
    all.append(
      Word(
        range: low..<high, folded: isNameLike ? FoldedText(text).comparable : [], isNumeric: isNumeric,
        isNameLike: isNameLike))
  }

  private static func isEdge(_ byte: UInt8) -> Bool {
    byte < 0x80 && !((0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20))
  }

  func text(_ at: Int) -> String { text(at..<at + 1) }

  func text(_ words: Range<Int>) -> String {
    String(
      decoding: bytes[all[words.lowerBound].range.lowerBound..<all[words.upperBound - 1].range.upperBound],
      as: UTF8.self)
  }
}

/// Small words inside names that begin without a capital.
private enum PersonNameWords {
  static let particles: Set<String> = [
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ten", "ter", "van", "von", "zu",
  ]
}
