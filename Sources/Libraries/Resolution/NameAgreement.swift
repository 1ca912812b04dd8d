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

  init(_ left: PersonNameKey, _ right: PersonNameKey) {
    family = Self.familyLevel(left, right)
    given = Self.givenLevel(left.given, right.given)
    middle = Self.middleLevel(left.middleInitials, right.middleInitials)
    isTurned = left.isTurned || right.isTurned
  }

  /// How two names agree whose given names are in a table.
  init(_ left: Shared<PersonFeatures>, _ right: Shared<PersonFeatures>, _ names: GivenNames) {
    let (familyNumber, givenNumbers) = (left.value.familyNumber, (left.value.givenNumber, right.value.givenNumber))
    family =
      familyNumber >= 0 && familyNumber == right.value.familyNumber
      ? Self.familyEqual
      : Self.familyLevel(
        left.value.name.family, right.value.name.family,
        haveParts: (left.value.name.familyParts.count > 1 || right.value.name.familyParts.count > 1)
          && (PersonNameKey.familiesMeet(left.value.name, right.value.name)
            || Self.partsMeet(left.value.name.familyParts, right.value.name.familyParts))
      )
    if givenNumbers.0 >= 0, givenNumbers.1 >= 0 {
      given = Self.givenLevel(
        left.value.name.given, right.value.name.given, areEqual: givenNumbers.0 == givenNumbers.1,
        areRelated: names.areRelated(givenNumbers.0, givenNumbers.1),
        areNames: names.areKnown(givenNumbers.0, givenNumbers.1))
    }
    if !left.value.name.middleInitials.isEmpty, !right.value.name.middleInitials.isEmpty {
      middle = Self.middleLevel(left.value.name.middleInitials, right.value.name.middleInitials)
    }
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

  /// Whether two given names are those of two people.
  static func isContradiction(_ left: [UInt8], _ right: [UInt8]) -> Bool { givenLevel(left, right) == givenDifferent }

  /// Takes back that one name is the other misspelt, where both are known to be names of their own.
  mutating func doubt(given isGivenKnown: Bool, family isFamilyKnown: Bool) {
    if given == Self.givenMisspelt, isGivenKnown { given = Self.givenSimilar }
    if family == Self.familyMisspelt, isFamilyKnown { family = Self.familySimilar }
  }

  /// Whether both names agree but for spelling.
  var isClose: Bool { family >= 3 && given >= 3 }

  private static func familyLevel(_ left: PersonNameKey, _ right: PersonNameKey) -> Int {
    familyLevel(
      left.family, right.family,
      haveParts: PersonNameKey.familiesMeet(left, right) || partsMeet(left.familyParts, right.familyParts))
  }

  /// - Parameter haveParts: whether they have parts in common.
  private static func familyLevel(_ first: [UInt8], _ second: [UInt8], haveParts: @autoclosure () -> Bool) -> Int {
    if first.isEmpty || second.isEmpty { return 0 }
    if first == second { return familyEqual }
    if first.count == 1 || second.count == 1 { return first[0] == second[0] ? 0 : familyDifferent }
    if isMisspelt(first, second) { return familyMisspelt }
    if haveParts() { return 3 }
    return JaroWinkler.reaches(0.88, first, second) ? familySimilar : familyDifferent
  }

  /// Whether a double name and a single one share a part but for its spelling.
  private static func partsMeet(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    guard left.count > 1 || right.count > 1 else { return false }
    return left.prefix(4).contains { part in
      part.count > 3 && right.prefix(4).contains { $0.count > 3 && (part == $0 || isMisspelt(part, $0)) }
    }
  }

  private static func givenLevel(_ left: [UInt8], _ right: [UInt8]) -> Int {
    givenLevel(
      left, right, areEqual: left == right, areRelated: Nicknames.areRelated(left, right),
      areNames: Nicknames.isKnown(left) && Nicknames.isKnown(right))
  }

  /// - Parameters:
  ///   - areRelated: whether one is a short form of the other.
  ///   - areNames: whether both are names of the table, so that neither is the other one misspelt.
  private static func givenLevel(
    _ left: [UInt8], _ right: [UInt8], areEqual: Bool, areRelated: @autoclosure () -> Bool,
    areNames: @autoclosure () -> Bool
  ) -> Int {
    guard let first = left.first, let second = right.first else { return 0 }
    if areEqual { return left.count == 1 ? givenInitial : givenEqual }
    if left.count == 1 || right.count == 1 { return first == second ? givenInitial : givenDifferent }
    if areRelated() { return givenNickname }
    if areNames() { return givenDifferent }
    if isShortened(left, right) { return givenNickname }
    if isMisspelt(left, right) { return isOtherForm(left, right) ? givenSimilar : givenMisspelt }
    return JaroWinkler.reaches(0.9, left, right) ? givenSimilar : givenDifferent
  }

  /// Whether one name is the other with an ending of its own, such as `Robert` and `Roberta`, `Andrea` and `Andreas`.
  private static func isOtherForm(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (shorter, longer) = left.count < right.count ? (left, right) : (right, left)
    guard longer.count == shorter.count + 1, longer.starts(with: shorter), let last = longer.last else {
      return left.dropLast() == right.dropLast()
    }
    return [UInt8](arrayLiteral: 0x61, 0x65, 0x6F, 0x73).contains(last)
  }

  /// Whether one name is the beginning of the other and too short to be another form of it, such as `Fred` and `Frederick`.
  private static func isShortened(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (shorter, longer) = left.count < right.count ? (left, right) : (right, left)
    return shorter.count >= 3 && longer.count >= shorter.count + 2 && longer.starts(with: shorter)
  }

  private static func middleLevel(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    return left.contains(where: right.contains) ? 2 : 1
  }

  /// One typing error in four letters or more, two in eight or more.
  static func isMisspelt(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let shorter = min(left.count, right.count)
    guard shorter >= 4, abs(left.count - right.count) <= 2 else { return false }
    return EditDistance.isOSA(left, right, atMost: shorter >= 8 ? 2 : 1)
  }
}
