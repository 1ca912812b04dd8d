import Matching
import Names

/// The names of many people, and how two people's are compared.
struct PersonNames {
  private let known: GivenNames
  private let givenCounts: [Int32]
  private let familyCounts: [Int32]
  private let givenRarity: [Float]
  private let familyRarity: [Float]

  /// The names that `reader` has read, with how much an agreement on each tells.
  init(_ reader: PersonReader, _ givenRarity: [Float], _ familyRarity: [Float]) {
    known = GivenNames(reader.given)
    (givenCounts, familyCounts) = (reader.given.counts, reader.family.counts)
    (self.givenRarity, self.familyRarity) = (givenRarity, familyRarity)
  }

  /// Sets how the names of two of `people` agree.
  func compare(
    _ left: PersonTable.Person, _ right: PersonTable.Person, _ people: PersonTable, _ agreement: inout Agreement
  ) {
    if !left.handles.isEmpty || !right.handles.isEmpty, let spelt = handlesAgree(left, right, people) {
      agreement.set(PersonComparison.family.rawValue, level: spelt.family)
      // An initial is little to go by when nothing else is known of the owner.
      let bits: Float = spelt.given == NameAgreement.givenInitial ? -5 : 0
      agreement.set(PersonComparison.given.rawValue, level: spelt.given, rarity: bits)
      return
    }
    let names = names(left, right, people)
    let familyBits =
      names.family == NameAgreement.familyEqual && !names.isTurned ? familyRarity.value(left.row.family) : 0
    let givenBits = names.given == NameAgreement.givenEqual && !names.isTurned ? givenRarity.value(left.row.given) : 0
    agreement.set(PersonComparison.family.rawValue, level: names.family, rarity: familyBits)
    agreement.set(PersonComparison.given.rawValue, level: names.given, rarity: givenBits)
    agreement.set(PersonComparison.middle.rawValue, level: names.middle)
  }

  private func handlesAgree(
    _ left: PersonTable.Person, _ right: PersonTable.Person, _ people: PersonTable
  ) -> NameAgreement? {
    NameAgreement(handles: people.handles(left), people.name(right))
      ?? NameAgreement(handles: people.handles(right), people.name(left))
  }

  private func names(
    _ left: PersonTable.Person, _ right: PersonTable.Person, _ people: PersonTable
  ) -> NameAgreement {
    let initials = people.initials.span
    var names = NameAgreement(
      family: family(left, right, people), given: given(left.row.given, right.row.given, people.givenNames),
      middle: NameAgreement.middleLevel(initials.extracting(left.initials), initials.extracting(right.initials)))
    if names.family <= NameAgreement.familyDifferent, names.given <= NameAgreement.givenDifferent,
      mayBeTurned(left, right, people)
    {
      let turned = NameAgreement(people.name(left).swapped, people.name(right))
      if turned.isClose { return turned }
    }
    names.doubt(
      given: areBothKnown(givenCounts, left.row.given, right.row.given),
      family: areBothKnown(familyCounts, left.row.family, right.row.family))
    return names
  }

  private func family(_ left: PersonTable.Person, _ right: PersonTable.Person, _ people: PersonTable) -> Int {
    let (first, second) = (left.row.family, right.row.family)
    guard first >= 0, second >= 0 else { return 0 }
    if first == second { return NameAgreement.familyEqual }
    let (entries, bytes) = (people.familyNames.entries.span, people.familyNames.bytes.span)
    let (one, other) = (entries[Int(first)], entries[Int(second)])
    return NameAgreement.familyLevel(
      bytes.extracting(one.place.range), bytes.extracting(other.place.range), .init(one, other)
    ) {
      !(left.familyParts.isEmpty && right.familyParts.isEmpty)
        && NameAgreement.haveParts(people.name(left), people.name(right))
    }
  }

  private func given(_ left: Int32, _ right: Int32, _ names: TextTable) -> Int {
    guard left >= 0, right >= 0 else { return 0 }
    let (entries, bytes) = (names.entries.span, names.bytes.span)
    let (one, other) = (entries[Int(left)], entries[Int(right)])
    return NameAgreement.givenLevel(
      bytes.extracting(one.place.range), bytes.extracting(other.place.range), .init(one, other),
      areRelated: known.areRelated(left, right), areNames: known.areKnown(left, right))
  }

  /// Whether the given name of one can be the family name of the other: most that differ cannot, which is soon told.
  private func mayBeTurned(_ left: PersonTable.Person, _ right: PersonTable.Person, _ people: PersonTable) -> Bool {
    guard left.row.given >= 0, right.row.family >= 0 else { return false }
    if !right.familyParts.isEmpty { return true }
    let (given, family) = (people.givenNames.entries.span, people.familyNames.entries.span)
    let (one, other) = (given[Int(left.row.given)], family[Int(right.row.family)])
    let overlap = LetterOverlap(one, other)
    return abs(one.place.count - other.place.count) <= 2 && overlap.fewestEdits <= 2
  }

  /// Whether both names occur so often that neither is likely to be the other one misspelt.
  private func areBothKnown(_ counts: [Int32], _ left: Int32, _ right: Int32) -> Bool {
    guard left >= 0, right >= 0 else { return false }
    let (fewer, more) = (min(counts[Int(left)], counts[Int(right)]), max(counts[Int(left)], counts[Int(right)]))
    return fewer >= 6 && fewer * 12 >= more
  }
}
