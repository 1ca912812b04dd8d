import Matching
import Names

/// How two people's names agree, as levels of the comparisons `family`, `given` and `middle`.
struct NameAgreement {
  static let familyDifferent = 1
  static let familyEqual = 5
  static let givenDifferent = 1
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

  /// Whether both names agree but for spelling.
  var isClose: Bool { family >= 3 && given >= 3 }

  private static func familyLevel(_ left: PersonNameKey, _ right: PersonNameKey) -> Int {
    let (first, second) = (left.family, right.family)
    if first.isEmpty || second.isEmpty { return 0 }
    if first == second { return familyEqual }
    if first.count == 1 || second.count == 1 { return first[0] == second[0] ? 0 : familyDifferent }
    if isMisspelt(first, second) { return 4 }
    if PersonNameKey.familiesMeet(left, right) || partsMeet(left.familyParts, right.familyParts) { return 3 }
    return JaroWinkler.similarity(first, second) >= 0.88 ? 2 : familyDifferent
  }

  /// Whether a double name and a single one share a part but for its spelling.
  private static func partsMeet(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    guard left.count > 1 || right.count > 1 else { return false }
    return left.prefix(4).contains { part in
      part.count > 3 && right.prefix(4).contains { $0.count > 3 && (part == $0 || isMisspelt(part, $0)) }
    }
  }

  private static func givenLevel(_ left: [UInt8], _ right: [UInt8]) -> Int {
    switch PersonNameKey.agreement(left, right) {
    case .unknown: return 0
    case .initial: return 3
    case .nickname: return 4
    case .equal: return givenEqual
    case .different: break
    }
    if left.count == 1 || right.count == 1 { return givenDifferent }
    if isMisspelt(left, right) { return 5 }
    return JaroWinkler.similarity(left, right) >= 0.9 ? 2 : givenDifferent
  }

  private static func middleLevel(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    return left.contains(where: right.contains) ? 2 : 1
  }

  /// One typing error in four letters or more, two in eight or more.
  static func isMisspelt(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let shorter = min(left.count, right.count)
    guard shorter >= 4, abs(left.count - right.count) <= 2 else { return false }
    return EditDistance.osa(left, right) <= (shorter >= 8 ? 2 : 1)
  }
}
