// What to call a company of which only the domain is known.

/// Writes the first label of a domain as people would write the name that it spells.
enum DomainLabel {
  /// `Bracken Finance` for `bracken-finance.example`. The words are those of the label, so that names are compared as if it
  /// stood there itself.
  static func name(of domain: String) -> String {
    let label = domain.prefix { $0 != "." }
    // What stands for letters beyond ASCII (RFC 5890, section 2.3.2.1) spells nothing.
    if label.hasPrefix("xn--") { return String(label) }
    let words = label.split(separator: "-").map(String.init)
    return words.enumerated().map { word($1, isFirst: $0 == 0) }.joined(separator: " ")
  }

  private static func word(_ word: String, isFirst: Bool) -> String {
    if let known = spellings[word] { return known }
    if !isFirst, small.contains(word) { return word }
    // A word without a vowel is made of initials.
    let isInitials = word.count > 1 && word.allSatisfy { $0.isLetter && !"aeiouy".contains($0) }
    return isInitials ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Words that are no initials though they have no vowel, and initials that have one.
  private static let spellings = [
    "ag": "AG", "ai": "AI", "dr": "Dr", "eu": "EU", "gmbh": "GmbH", "it": "IT", "ltd": "Ltd", "plc": "PLC", "sa": "SA",
    "st": "St", "uk": "UK", "us": "US", "usa": "USA",
  ]

  /// Words that stay small within a name.
  private static let small: Set = ["and", "da", "de", "del", "der", "di", "du", "et", "for", "of", "the", "und", "van"]
}
