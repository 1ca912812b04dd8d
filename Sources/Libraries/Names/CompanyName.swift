/// A company's name: as it is called, its legal form, and what it is compared by.
public struct CompanyName: Sendable, Hashable {
  /// The name as given, without spaces at its ends.
  public let text: String
  /// The folded words without legal form; empty when the name has none.
  private let core: [String]
  /// The folded words it is compared by: without legal form, `&` and articles, common abbreviations written out.
  public let words: [[UInt8]]

  /// Reads a company's name; nil when it holds no letter or digit.
  public init?(_ name: some StringProtocol) {
    let text = Self.collapsed(name)
    let folded = Self.mergingInitials(FoldedText(Self.withAnd(text), joiningAbbreviations: true).words)
    let all = folded.map { String(decoding: $0, as: UTF8.self) }
    guard !all.isEmpty else { return nil }
    self.text = text
    let core = Self.withoutLegalForm(all)
    self.core = core.count < all.count ? core : []
    let canonical = core.map { CompanyWords.full[$0] ?? $0 }
    let kept = canonical.filter { !CompanyWords.ignored.contains($0) }
    words = (kept.isEmpty ? canonical : kept).map { Array($0.utf8).withoutUmlautSpelling }
  }

  /// Whether a legal form stands at its end.
  public var hasLegalForm: Bool { !core.isEmpty }

  /// The name without its legal form, as one would say it: `Acme` for `Acme GmbH & Co. KG`.
  public var short: String { core.isEmpty ? text : Self.shortened(text, keeping: core) }

  /// The words with one space between: equal for spellings of one name.
  public var key: String { String(decoding: Array(words.joined(separator: CollectionOfOne(0x20))), as: UTF8.self) }

  /// The words without spaces, as they often stand in a domain name.
  public var compactKey: String { String(decoding: Array(words.joined()), as: UTF8.self) }

  /// The initials of a name of three words or more (`International Business Machines` gives `ibm`).
  public var acronym: String? {
    words.count >= 3 ? String(decoding: words.compactMap(\.first), as: UTF8.self) : nil
  }

  /// Whether `domain` (registrable) can be this company's by its name: `acmerobotics.com` or `acme-robotics.de`.
  public func resembles(domain: String) -> Bool {
    let label = FoldedText(domain.prefix { $0 != "." }).words.map(\.withoutUmlautSpelling).joined()
    let compact = words.joined()
    if label.elementsEqual(compact) { return true }
    guard let first = words.first, first.count >= 4 else { return false }
    return label.starts(with: first) && compact.starts(with: label) || label.elementsEqual(first)
  }

  private static func collapsed(_ name: some StringProtocol) -> String {
    if let plain = alreadyCollapsed(name) { return plain }
    let words = name.unicodeScalars.prefix(FoldedText.longest).split(whereSeparator: \.isBlank)
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// `name` as it is when it is short and has no blank but single spaces within, as most names are.
  private static func alreadyCollapsed(_ name: some StringProtocol) -> String? {
    var last = UInt8(ascii: " ")
    var count = 0
    for byte in name.utf8 {
      guard byte < 0x80, byte == 0x20 || !(0x09...0x0D).contains(byte), byte != 0x20 || last != 0x20 else { return nil }
      last = byte
      count += 1
    }
    return last != 0x20 && count <= FoldedText.longest ? String(name) : nil
  }

  private static func withAnd(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "+") }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "&" || scalar == "+" { result += " and " } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// Consecutive single letters as one word: `S. A.` as `sa`, `I B M` as `ibm`.
  private static func mergingInitials(_ words: [[UInt8]]) -> [[UInt8]] {
    var merged: [[UInt8]] = []
    var lastIsInitials = false
    for word in words {
      let isLetter = word.count == 1 && word[0] >= 0x61
      if isLetter, lastIsInitials { merged[merged.count - 1] += word } else { merged.append(word) }
      lastIsInitials = isLetter
    }
    return merged
  }

  /// Takes legal forms off the end as long as something stays.
  private static func withoutLegalForm(_ words: [String]) -> [String] {
    var rest = words
    while rest.count > 1 {
      guard let last = rest.last else { break }
      let phrases = LegalForms.phrasesByEnd[last] ?? []
      if let phrase = phrases.first(where: { $0.count < rest.count && rest.suffix($0.count) == $0[...] }) {
        rest.removeLast(phrase.count)
      } else if LegalForms.words.contains(last) {
        rest.removeLast()
      } else {
        break
      }
    }
    if rest.count > 1, rest.last == "and" { rest.removeLast() }
    return rest
  }

  /// The beginning of `text` that folds to `core`.
  private static func shortened(_ text: String, keeping core: [String]) -> String {
    let wanted = core.joined()
    var kept: [Substring] = []
    for word in text.split(separator: " ") {
      kept.append(word)
      let soFar = FoldedText(withAnd(kept.joined(separator: " ")), joiningAbbreviations: true).joined
      if soFar == wanted { return kept.joined(separator: " ").withoutFinalPunctuation }
      if soFar.utf8.count > wanted.utf8.count { break }
    }
    return text
  }
}

extension String {
  fileprivate var withoutFinalPunctuation: String {
    var text = self[...]
    while let last = text.unicodeScalars.last, ",;-(".unicodeScalars.contains(last) || last == " " { text.removeLast() }
    return text.isEmpty ? self : String(text)
  }
}
