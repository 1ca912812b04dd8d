import Names

/// Values that people of clearly different names have in common, such as a switchboard's number.
enum SharedValues {
  /// Holders of one value that are looked at.
  static let limit = 64

  /// The mailboxes and telephones of `records` that are shared, by their blocking keys.
  static func find(_ records: [PersonFeatures]) -> Set<UInt64> {
    find(records, familyMayAgree: false) { $0.mailboxes.map(\.key) }
      .union(find(records, familyMayAgree: true) { $0.phones.map(\.key) })
  }

  private static func find(
    _ records: [PersonFeatures], familyMayAgree: Bool, _ values: (PersonFeatures) -> [UInt64]
  ) -> Set<UInt64> {
    var holders: [UInt64: [Int32]] = [:]
    for (index, record) in records.enumerated() {
      for value in Set(values(record)) { holders[value, default: []].append(Int32(index)) }
    }
    var shared: Set<UInt64> = []
    for (value, indices) in holders where indices.count > 1 {
      let names = indices.prefix(limit).map { records[Int($0)].name }
      if contradict(names, familyMayAgree: familyMayAgree) { shared.insert(value) }
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
