/// A person's name in its parts, as they are shown.
public struct PersonName: Sendable, Hashable {
  /// First name; an initial without its dot when only that is known. Empty when there is none.
  public var given: String
  /// Names and initials between the first and the family name.
  public var middle: [String]
  /// Family name with its particles (`van der Berg`). Empty when there is none.
  public var family: String
  /// `Jr`, `III`, and degrees such as `PhD`, as written.
  public var suffixes: [String]

  /// A name of known parts; a middle name or initial that stands in `given` is set apart.
  public init(given: String, family: String) {
    let words = PersonNameReader.words(given)
    let kept = words.drop { PersonNameTable.titles.contains(PersonNameReader.plain($0)) }
    let first = kept.first ?? words.first ?? ""
    self.given = first
    middle = Array(kept.dropFirst())
    var familyWords = PersonNameReader.words(family)
    suffixes = PersonNameReader.takeSuffixes(&familyWords, leaving: 1)
    while familyWords.count > 1, let last = familyWords.last, last.unicodeScalars.count == 1 {
      middle.append(last)
      familyWords.removeLast()
    }
    self.family = familyWords.joined(separator: " ")
  }

  /// Reads a whole name: `Jane Doe`, `Doe, Jane`, `Dr. J. R. van der Berg Jr.`, `JANE DOE (Acme)`.
  ///
  /// Nil when the text holds no letters, or looks like an address and not like a name.
  public init?(_ text: some StringProtocol) {
    guard let name = PersonNameReader.read(text) else { return nil }
    self = name
  }

  init(given: String, middle: [String], family: String, suffixes: [String]) {
    self.given = given
    self.middle = middle
    self.family = family
    self.suffixes = suffixes
  }

  /// Guesses a name from the local part of a work address, such as `jane.doe` or `j.doe`; nil when nothing tells where
  /// the given name ends.
  public init?(localPart: some StringProtocol) {
    guard localPart.utf8.contains(where: Self.separators.contains) else { return nil }
    let plain = localPart.prefix { $0 != "+" }
    let parts = plain.split(whereSeparator: { "._-".contains($0) }).map { String($0) }
    guard (2...4).contains(parts.count), let first = parts.first, let last = parts.last else { return nil }
    guard parts.allSatisfy({ $0.unicodeScalars.allSatisfy { $0.properties.isAlphabetic } }), last.utf8.count > 1 else {
      return nil
    }
    self.init(
      given: Capitals.name(first), middle: parts[1..<(parts.count - 1)].map { Capitals.name($0) },
      family: Capitals.name(last), suffixes: [])
  }

  private static let separators = Array("._-".utf8)

  /// Whether `word` can stand before a name and be none of it, such as `Dr`.
  public static func isTitle(_ word: String) -> Bool { PersonNameTable.titles.contains(PersonNameReader.plain(word)) }

  /// Whether `word` can stand behind a name and be none of it, such as `PhD`.
  public static func isSuffix(_ word: String) -> Bool { PersonNameReader.isSuffix(word) }

  /// The name as one would write it: given, middle, family, all-capital words in mixed case.
  public var shown: String {
    ([given] + middle + [family]).filter { !$0.isEmpty }.map(Capitals.unshouted).joined(separator: " ")
  }

  /// Whether the given name is only an initial or missing.
  public var isAbbreviated: Bool { given.unicodeScalars.count <= 1 }

  /// What the name is compared by.
  public var key: PersonNameKey { PersonNameKey(self) }

  /// Whether both can be one person's: equal family names (or one part of a double name), and given names that are
  /// equal, a nickname of one another, or an initial of one another; also with the two names swapped.
  public func mayBeSame(as other: PersonName) -> Bool { key.isCompatible(with: other.key) }
}
