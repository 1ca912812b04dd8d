import Matching
import Names

/// Values that people of clearly different names have in common, such as a switchboard's number.
enum SharedValues {
  /// Holders of one value that are looked at.
  static let limit = 64

  /// The mailboxes and telephones of `people` that are shared, by their blocking keys.
  static func find(_ people: PersonTable) -> Set<UInt64> {
    var keys = BlockingKeys()
    for number in 0..<people.count { keys.append(identities(of: number, people)) }
    var shared: Set<UInt64> = []
    SortedKeys(keys).forEachGroup { key, holders in
      let holders = holders.prefix(limit)
      guard let first = holders.first, case let given = people.rows[Int(first)].given,
        holders.contains(where: { people.rows[Int($0)].given != given })
      else { return }
      let names = holders.map { people.name(of: Int($0)) }
      let isPhone = BlockingKey(number: key).rule == PersonBlocking.phoneRule
      if contradict(names, familyMayAgree: isPhone) { shared.insert(key) }
    }
    return shared
  }

  /// The blocking keys of a person's mailboxes and telephones.
  private static func identities(of person: Int, _ people: PersonTable) -> [BlockingKey] {
    people.mailboxes[people.mailboxes(of: person)].map { BlockingKey(number: $0.key) }
      + people.phones[people.phones(of: person)].map { BlockingKey(number: $0.key) }
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
