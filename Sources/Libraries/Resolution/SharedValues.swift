import Matching
import Names

/// Values that people of clearly different names have in common, such as a switchboard's number.
enum SharedValues {
  /// Holders of one value that are looked at.
  static let limit = 64

  /// The mailboxes and telephones of `records` that are shared, by their blocking keys.
  static func find(_ records: [Shared<PersonFeatures>]) -> Set<UInt64> {
    var keys = BlockingKeys()
    for record in records { keys.append(record.value.identities.map { BlockingKey(number: $0) }) }
    var shared: Set<UInt64> = []
    SortedKeys(keys).forEachGroup { key, holders in
      guard holders.count > 1 else { return }
      let names = holders.prefix(limit).map { records[Int($0)].value.name }
      let isPhone = BlockingKey(number: key).rule == PersonBlocking.phoneRule
      if contradict(names, familyMayAgree: isPhone) { shared.insert(key) }
    }
    return shared
  }

  /// Whether two of the people with these names are different ones: their given names contradict each other, and their
  /// family names too unless these may agree.
  static func contradict(_ names: [PersonNameKey], familyMayAgree: Bool) -> Bool {
    for (index, left) in names.enumerated() {
      for right in names[(index + 1)...] {
        guard !left.given.isEmpty, !right.given.isEmpty else { continue }
        let straight = NameAgreement(left, right)
        if straight.given > NameAgreement.givenSimilar { continue }
        if !familyMayAgree, straight.family != NameAgreement.familyDifferent { continue }
        let turned = NameAgreement(left.swapped, right)
        if turned.given == NameAgreement.givenDifferent || turned.family <= NameAgreement.familyDifferent {
          return true
        }
      }
    }
    return false
  }
}
