/// Splits a written name into its parts.
enum PersonNameReader {
  static func read(_ text: some StringProtocol) -> PersonName? {
    let cleaned = withoutDecoration(text)
    guard !cleaned.contains("@"), cleaned.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
      return nil
    }
    var segments = cleaned.split(separator: ",").map { words($0) }.filter { !$0.isEmpty }
    guard !segments.isEmpty else { return nil }
    var suffixes: [String] = []
    while segments.count > 1, let last = segments.last, last.allSatisfy({ isSuffix($0) }) {
      suffixes = segments.removeLast() + suffixes
    }
    if segments.count >= 2 { return turned(family: segments[0], given: segments[1], suffixes) }
    return straight(segments[0], suffixes)
  }

  /// `Doe, Jane R.`; a title may stand on either side.
  private static func turned(family: [String], given: [String], _ suffixes: [String]) -> PersonName? {
    var family = withoutTitles(family)
    let given = withoutTitles(given)
    let tail = takeSuffixes(&family, leaving: 1)
    guard let first = given.first else { return straight(family, suffixes) }
    return PersonName(
      given: first, middle: Array(given.dropFirst()), family: family.joined(separator: " "), suffixes: tail + suffixes)
  }

  private static func straight(_ words: [String], _ suffixes: [String]) -> PersonName? {
    var rest = withoutTitles(words)
    let tail = takeSuffixes(&rest, leaving: 2) + suffixes
    guard let first = rest.first else { return nil }
    if rest.count == 1 { return PersonName(given: first, middle: [], family: "", suffixes: tail) }
    let particle = rest.indices.dropFirst().first { index in
      index < rest.count - 1 && PersonNameTable.particles.contains(plain(rest[index]))
    }
    let start = particle ?? rest.count - 1
    return PersonName(
      given: first, middle: Array(rest[1..<start]), family: rest[start...].joined(separator: " "), suffixes: tail)
  }

  /// Without what stands in brackets or quotes, and without what follows ` | `, ` - ` or ` via `.
  private static func withoutDecoration(_ text: some StringProtocol) -> String {
    var kept = ""
    var depth = 0
    for scalar in text.unicodeScalars.prefix(FoldedText.longest) {
      switch scalar {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth = max(0, depth - 1)
      case "\"", "\u{201C}", "\u{201D}", "\u{201E}": kept.unicodeScalars.append(" ")
      case "|", "\u{2013}", "\u{2014}", "/": if hasLetters(kept) { return kept }
      default: if depth == 0 { kept.unicodeScalars.append(scalar) }
      }
    }
    if !hasLetters(kept), depth == 0 {
      return String(text).filter { !"()[]{}".contains($0) }
    }
    return kept.trimmedQuotes
  }

  private static func hasLetters(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
  }

  /// Words at spaces; a dot behind an initial also ends a word (`J.R. Doe`), other final dots are dropped.
  static func words(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    let scalars = Substring(text).unicodeScalars.prefix(FoldedText.longest)
    for piece in scalars.split(whereSeparator: \.isBlank) {
      if piece.contains("-") && piece.count == 1 { break }
      if !words.isEmpty, piece.elementsEqual("via".unicodeScalars) { break }
      let parts = isDotted(piece) ? piece.split(separator: ".") : [piece]
      for part in parts {
        let word = String(String.UnicodeScalarView(part)).trimmedPunctuation
        if word.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { words.append(word) }
      }
    }
    return words
  }

  /// Whether all but the last part between dots are single letters.
  private static func isDotted(_ piece: Substring.UnicodeScalarView) -> Bool {
    let parts = piece.split(separator: ".")
    return parts.count > 1 && parts.dropLast().allSatisfy { $0.count == 1 } && !isSuffix(String(piece))
  }

  static func plain(_ word: String) -> String { FoldedText(word).joined }

  /// Whether `word` is a suffix and not a particle or initials: `ma` is a name, `J.R.` are initials.
  static func isSuffix(_ word: String) -> Bool {
    let plain = plain(word)
    guard PersonNameTable.suffixes.contains(plain) else { return false }
    if plain.utf8.count == 2, word.utf8.allSatisfy({ $0 >= 0x61 }) { return false }
    return !(plain.hasSuffix("r") && word.dropLast().contains("."))
  }

  private static func withoutTitles(_ words: [String]) -> [String] {
    let rest = words.drop { PersonNameTable.titles.contains(plain($0)) }
    return rest.isEmpty ? words : Array(rest)
  }

  /// Takes suffixes off the end as long as more than `count` words stay.
  static func takeSuffixes(_ words: inout [String], leaving count: Int) -> [String] {
    var suffixes: [String] = []
    while words.count > count, let last = words.last, isSuffix(last) {
      suffixes.insert(last, at: 0)
      words.removeLast()
    }
    return suffixes
  }
}

extension String {
  /// Without quotes around the whole.
  fileprivate var trimmedQuotes: String {
    var text = Substring(self)
    while let first = text.first, first == "'" || first == " " { text.removeFirst() }
    while let last = text.last, last == "'" || last == " " { text.removeLast() }
    return String(text)
  }

  /// Without punctuation at both ends.
  fileprivate var trimmedPunctuation: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, !first.isPartOfWord { scalars.removeFirst() }
    while let last = scalars.last, !last.isPartOfWord { scalars.removeLast() }
    return String(scalars)
  }
}

extension UnicodeScalar {
  fileprivate var isPartOfWord: Bool {
    properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
      || properties.generalCategory == .spacingMark
  }
}
