import Matching
import Names

/// How two people's names agree, as levels of the comparisons `family`, `given` and `middle`.
struct NameAgreement {
  static let familyDifferent = 1
  static let familyEqual = 5
  static let familySimilar = 2
  static let familyMisspelt = 4
  static let givenDifferent = 1
  static let givenSimilar = 2
  static let givenInitial = 3
  static let givenNickname = 4
  static let givenMisspelt = 5
  static let givenEqual = 6

  private(set) var family = 0
  private(set) var given = 0
  private(set) var middle = 0
  /// Whether one of the names was read the other way round.
  private(set) var isTurned = false

  init(family: Int = 0, given: Int = 0, middle: Int = 0) {
    (self.family, self.given, self.middle) = (family, given, middle)
  }

  init(_ left: PersonNameKey, _ right: PersonNameKey) {
    family = Self.familyLevel(left, right)
    given = Self.givenLevel(left.given, right.given)
    middle = Self.middleLevel(left.middleInitials.span, right.middleInitials.span)
    isTurned = left.isTurned || right.isTurned
  }

  /// How a mailbox's letters, all that is known of its owner, agree with a name; nil when they do not spell it.
  init?(handles: [[UInt8]], _ name: PersonNameKey) {
    guard !handles.isEmpty, name.given.count > 0, name.family.count > 2 else { return nil }
    if handles.contains(where: { $0 == name.given + name.family || $0 == name.family + name.given }),
      name.given.count > 1
    {
      (family, given) = (Self.familyEqual, Self.givenEqual)
    } else if handles.contains(where: {
      $0 == name.given.prefix(1) + name.family || $0 == name.family + name.given.prefix(1)
    }) {
      (family, given) = (Self.familyEqual, Self.givenInitial)
    } else {
      return nil
    }
  }

  /// Takes back that one name is the other misspelt, where both are known to be names of their own.
  mutating func doubt(given isGivenKnown: Bool, family isFamilyKnown: Bool) {
    if given == Self.givenMisspelt, isGivenKnown { given = Self.givenSimilar }
    if family == Self.familyMisspelt, isFamilyKnown { family = Self.familySimilar }
  }

  /// Whether both names agree but for spelling.
  var isClose: Bool { family >= 3 && given >= 3 }

  private static func familyLevel(_ left: PersonNameKey, _ right: PersonNameKey) -> Int {
    let (first, second) = (left.family.span, right.family.span)
    return familyLevel(first, second, LetterOverlap(first, second)) { haveParts(left, right) }
  }

  /// - Parameters:
  ///   - overlap: what is known of their letters.
  ///   - haveParts: whether they have parts in common.
  static func familyLevel(
    _ first: Span<UInt8>, _ second: Span<UInt8>, _ overlap: LetterOverlap, haveParts: () -> Bool
  ) -> Int {
    if first.isEmpty || second.isEmpty { return 0 }
    if first.isEqual(second) { return familyEqual }
    if first.count == 1 || second.count == 1 { return first[0] == second[0] ? 0 : familyDifferent }
    if isMisspelt(first, second, overlap) { return familyMisspelt }
    if haveParts() { return 3 }
    return JaroWinkler.reaches(0.88, first, second, overlap) ? familySimilar : familyDifferent
  }

  /// Whether two family names have a part in common.
  static func haveParts(_ left: PersonNameKey, _ right: PersonNameKey) -> Bool {
    PersonNameKey.familiesMeet(left, right) || partsMeet(left.familyParts, right.familyParts)
  }

  /// Whether a double name and a single one share a part but for its spelling.
  private static func partsMeet(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    guard left.count > 1 || right.count > 1 else { return false }
    return left.prefix(4).contains { part in
      part.count > 3
        && right.prefix(4).contains { other in
          let (first, second) = (part.span, other.span)
          return other.count > 3 && (part == other || isMisspelt(first, second, LetterOverlap(first, second)))
        }
    }
  }

  private static func givenLevel(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let (first, second) = (left.span, right.span)
    return givenLevel(
      first, second, LetterOverlap(first, second), areRelated: Nicknames.areRelated(left, right),
      areNames: Nicknames.isKnown(left) && Nicknames.isKnown(right))
  }

  /// - Parameters:
  ///   - overlap: what is known of their letters.
  ///   - areRelated: whether one is a short form of the other.
  ///   - areNames: whether both are names of the table, so that neither is the other one misspelt.
  static func givenLevel(
    _ left: Span<UInt8>, _ right: Span<UInt8>, _ overlap: LetterOverlap, areRelated: @autoclosure () -> Bool,
    areNames: @autoclosure () -> Bool
  ) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    if left.isEqual(right) { return left.count == 1 ? givenInitial : givenEqual }
    if left.count == 1 || right.count == 1 { return left[0] == right[0] ? givenInitial : givenDifferent }
    if areRelated() { return givenNickname }
    if areNames() { return givenDifferent }
    if isShortened(left, right) { return givenNickname }
    if isMisspelt(left, right, overlap) { return isOtherForm(left, right) ? givenSimilar : givenMisspelt }
    return JaroWinkler.reaches(0.9, left, right, overlap) ? givenSimilar : givenDifferent
  }

  /// Whether one name is the other with an ending of its own, such as `Robert` and `Roberta`, `Andrea` and `Andreas`.
  private static func isOtherForm(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    if left.count > right.count { return isOtherForm(right, left) }
    guard right.count == left.count + 1, isBeginning(left, of: right) else {
      return left.count == right.count && isBeginning(left.extracting(droppingLast: 1), of: right)
    }
    return [UInt8](arrayLiteral: 0x61, 0x65, 0x6F, 0x73).contains(right[left.count])
  }

  /// Whether one name is the beginning of the other and too short to be another form of it, such as `Fred` and `Frederick`.
  private static func isShortened(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    if left.count > right.count { return isShortened(right, left) }
    return left.count >= 3 && right.count >= left.count + 2 && isBeginning(left, of: right)
  }

  private static func isBeginning(_ text: Span<UInt8>, of other: Span<UInt8>) -> Bool {
    text.count <= other.count && text.isEqual(other.extracting(first: text.count))
  }

  /// How the first letters of other given names agree.
  static func middleLevel(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    for first in left.indices { for second in right.indices where left[first] == right[second] { return 2 } }
    return 1
  }

  /// One typing error in four letters or more, two in eight or more.
  static func isMisspelt(_ left: Span<UInt8>, _ right: Span<UInt8>, _ overlap: LetterOverlap) -> Bool {
    let shorter = min(left.count, right.count)
    guard shorter >= 4, abs(left.count - right.count) <= 2 else { return false }
    return EditDistance.isOSA(left, right, atMost: shorter >= 8 ? 2 : 1, overlap)
  }
}
