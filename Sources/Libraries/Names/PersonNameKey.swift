/// What person names are compared by: folded words without titles, suffixes and particles.
public struct PersonNameKey: Sendable, Hashable {
  /// First given name, or its initial; empty when unknown.
  public let given: [UInt8]
  /// First letters of the other given names.
  public let middleInitials: [UInt8]
  /// Family name in one word, without particles; empty when unknown.
  public let family: [UInt8]
  /// The parts of a double family name; one part for others.
  public let familyParts: [[UInt8]]
  /// Whether given and family name were exchanged by `swapped`.
  public let isTurned: Bool

  /// The key of `name`.
  public init(_ name: PersonName) {
    let givenWords = FoldedText(name.given).words.map(\.withoutUmlautSpelling)
    given = Array(givenWords.joined())
    middleInitials = name.middle.compactMap { FoldedText($0).words.first?.first }
    let words = FoldedText(name.family).words
    let kept = words.filter { !PersonNameTable.particles.contains(String(decoding: $0, as: UTF8.self)) }
    familyParts = (kept.isEmpty ? words : kept).map(\.withoutUmlautSpelling)
    family = Array(familyParts.joined())
    isTurned = false
  }

  /// The key with these parts, as another one had them.
  public init(given: [UInt8], middleInitials: [UInt8], familyParts: [[UInt8]]) {
    self.given = given
    self.middleInitials = middleInitials
    self.familyParts = familyParts
    family = Array(familyParts.joined())
    isTurned = false
  }

  /// The key of a name whose given names and family name were told apart, when the keys of both are known: that of
  /// `PersonName(given:family:)`.
  public init(given: PersonNameKey, family: PersonNameKey) {
    self.given = given.given
    middleInitials =
      family.middleInitials.isEmpty ? given.middleInitials : given.middleInitials + family.middleInitials
    familyParts = family.familyParts
    self.family = family.family
    isTurned = false
  }

  /// Family and given name, as one string for blocking and exact comparison.
  public var text: String { String(decoding: family + [0x20] + given, as: UTF8.self) }

  /// The same name read the other way round.
  public var swapped: PersonNameKey { PersonNameKey(given: family, middle: middleInitials, family: given) }

  private init(given: [UInt8], middle: [UInt8], family: [UInt8]) {
    self.given = given
    middleInitials = middle
    self.family = family
    familyParts = [family]
    isTurned = true
  }

  /// How two given names agree.
  public enum GivenAgreement: Int, Sendable, Comparable {
    /// They contradict each other.
    case different
    /// One is unknown.
    case unknown
    /// One is the other's initial.
    case initial
    /// One is a short form of the other.
    case nickname
    /// They are equal.
    case equal

    /// Orders by strength.
    public static func < (left: GivenAgreement, right: GivenAgreement) -> Bool { left.rawValue < right.rawValue }
  }

  /// How two folded given names agree, spelling mistakes aside.
  public static func agreement(_ left: [UInt8], _ right: [UInt8]) -> GivenAgreement {
    guard let first = left.first, let second = right.first else { return .unknown }
    if left == right { return left.count == 1 ? .initial : .equal }
    if left.count == 1 || right.count == 1 { return first == second ? .initial : .different }
    return Nicknames.areRelated(left, right) ? .nickname : .different
  }

  /// Whether family names are equal, or one is a part of the other's double name.
  public static func familiesMeet(_ left: PersonNameKey, _ right: PersonNameKey) -> Bool {
    if left.family == right.family { return true }
    let shorter = left.familyParts.count < right.familyParts.count ? left : right
    let longer = left.familyParts.count < right.familyParts.count ? right : left
    return shorter.familyParts.count == 1 && longer.familyParts.count > 1 && shorter.family.count > 2
      && longer.familyParts.contains(shorter.family)
  }

  func isCompatible(with other: PersonNameKey) -> Bool {
    if family.isEmpty || other.family.isEmpty {
      return Self.agreement(given, other.given) >= .nickname
    }
    if Self.familiesMeet(self, other), Self.agreement(given, other.given) >= .initial { return true }
    return family == other.given && given == other.family && given.count > 1
  }
}
