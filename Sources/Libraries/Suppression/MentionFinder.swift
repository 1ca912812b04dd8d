import Names

/// Finds people in running text: by address, LinkedIn page, number or name.
public struct MentionFinder: Sendable {
  /// Where somebody is mentioned, and how.
  public struct Mention: Sendable, Equatable {
    /// The bytes of the mention.
    public var range: Range<Int>
    /// By what they are known.
    public var kind: ContactPoint.Kind
  }

  private let kinds: Set<ContactPoint.Kind>
  private let isListed: @Sendable (ContactPoint) -> Bool
  private let region: String?

  /// Finds those of a suppression list.
  init(_ list: SuppressionList) {
    kinds = list.kinds
    region = nil
    isListed = { list.entry($0) != nil }
  }

  /// Finds those with these contact points; `region` is the country of numbers that do not say theirs.
  public init(_ points: Set<ContactPoint>, region: String? = nil) {
    kinds = Set(points.map(\.kind))
    self.region = region
    isListed = { points.contains($0) }
  }

  /// The text with each mention replaced, and how many there were; nil when there is none.
  func withheld(_ text: String, by mark: String) -> (String, Int)? {
    let bytes = Array(text.utf8)
    let mentions = mentions(in: bytes)
    if mentions.isEmpty { return nil }
    let kept = Self.replaced(mentions, in: bytes, by: mark)
    return (String(decoding: kept, as: UTF8.self), mentions.count)
  }

  /// The bytes with each mention replaced.
  public static func replaced(_ mentions: [Mention], in bytes: [UInt8], by mark: String) -> [UInt8] {
    var out: [UInt8] = []
    var done = 0
    for mention in mentions {
      out += bytes[done..<mention.range.lowerBound]
      out += mark.utf8
      done = mention.range.upperBound
    }
    return out + bytes[done...]
  }

  /// Every mention, in order; none overlaps another.
  public func mentions(in bytes: [UInt8]) -> [Mention] {
    let words = Words(bytes)
    var mentions: [Mention] = []
    var at = 0
    while at < words.all.count {
      if let (count, kind) = mention(words, at) {
        let range = words.all[at].range.lowerBound..<words.all[at + count - 1].range.upperBound
        mentions.append(Mention(range: range, kind: kind))
        at += count
      } else {
        at += 1
      }
    }
    return mentions
  }

  /// How many words from one on are a mention, and of what kind; nil when none is.
  private func mention(_ words: Words, _ at: Int) -> (count: Int, kind: ContactPoint.Kind)? {
    let word = words.all[at]
    if word.holdsAt, let point = ContactPoint.email(words.text(at)), isListed(point) { return (1, .email) }
    if word.holdsSlash, words.text(at).contains("linkedin."), let point = ContactPoint.linkedIn(words.text(at)),
      isListed(point)
    {
      return (1, .linkedin)
    }
    return numberLength(words, at).map { ($0, .phone) } ?? nameLength(words, at).map { ($0, .name) }
  }

  /// A number may stand in several words: `+44 20 7946 0123`.
  private func numberLength(_ words: Words, _ at: Int) -> Int? {
    guard kinds.contains(.phone), words.all[at].isNumeric else { return nil }
    var end = at
    while end < words.all.count, end < at + 6, words.all[end].isNumeric { end += 1 }
    while end > at {
      let written = words.text(at..<end)
      if let point = ContactPoint.phone(written, region: region), isListed(point) { return end - at }
      end -= 1
    }
    return nil
  }

  private func nameLength(_ words: Words, _ at: Int) -> Int? {
    guard kinds.contains(.name), words.all[at].isNameLike else { return nil }
    var folded: [[UInt8]] = []
    for count in 1...4 {
      guard at + count <= words.all.count, words.all[at + count - 1].isNameLike else { return nil }
      // Initials in the middle are no part of the key.
      folded += words.all[at + count - 1].folded.filter { $0.count > 1 }
      guard count > 1, let key = ContactPoint.nameKey(words: folded) else { continue }
      if isListed(ContactPoint(kind: .name, text: key)) { return count }
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
    /// Whether it holds an `@` or a slash, and so may be an address.
    var holdsAt: Bool
    var holdsSlash: Bool
  }

  let bytes: [UInt8]
  private(set) var all: [Word] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = 0
    while at < bytes.count {
      while at < bytes.count, Self.isGap(bytes[at]) { at += 1 }
      var end = at
      while end < bytes.count, !Self.isGap(bytes[end]) { end += 1 }
      addParts(at..<end)
      at = end
    }
  }

  /// Blanks, commas, and what stands between words in markup and tables.
  private static func isGap(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "="): true
    case UInt8(ascii: "|"), UInt8(ascii: ";"): true
    default: false
    }
  }

  /// Adds what stands on both sides of a colon as words of their own, but for web addresses.
  private mutating func addParts(_ range: Range<Int>) {
    guard let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")), colon + 1 < range.upperBound,
      bytes[colon + 1] != UInt8(ascii: "/")
    else { return add(range) }
    add(range.lowerBound..<colon)
    addParts(colon + 1..<range.upperBound)
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
        isNameLike: isNameLike, holdsAt: bytes[low..<high].contains(UInt8(ascii: "@")),
        holdsSlash: bytes[low..<high].contains(UInt8(ascii: "/"))))
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
