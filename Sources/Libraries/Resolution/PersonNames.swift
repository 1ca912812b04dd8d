import Matching
import Names

/// What is known of the names of many people, by their numbers.
struct PersonNames {
  let known: GivenNames
  let givenCounts: [Int32]
  let familyCounts: [Int32]
  let givenRarity: [Float]
  let familyRarity: [Float]

  /// The names that `reader` has read, with how much an agreement on each tells.
  init(_ reader: PersonReader, _ givenRarity: [Float], _ familyRarity: [Float]) {
    known = GivenNames(reader.given)
    (givenCounts, familyCounts) = (reader.given.counts, reader.family.counts)
    (self.givenRarity, self.familyRarity) = (givenRarity, familyRarity)
  }

  /// Whether both of two given names occur so often that neither is likely to be the other one misspelt.
  func areGivenKnown(_ left: Int32, _ right: Int32) -> Bool { areBothKnown(givenCounts, left, right) }

  /// The same of family names.
  func areFamilyKnown(_ left: Int32, _ right: Int32) -> Bool { areBothKnown(familyCounts, left, right) }

  private func areBothKnown(_ counts: [Int32], _ left: Int32, _ right: Int32) -> Bool {
    guard left >= 0, right >= 0 else { return false }
    let (fewer, more) = (min(counts[Int(left)], counts[Int(right)]), max(counts[Int(left)], counts[Int(right)]))
    return fewer >= 6 && fewer * 12 >= more
  }
}

extension PersonModel {
  /// Sets how the names of two people agree.
  func compareNames(_ left: Int, _ right: Int, _ agreement: inout Agreement) {
    if !people.handles(of: left).isEmpty || !people.handles(of: right).isEmpty, let spelt = handlesAgree(left, right) {
      agreement.set(PersonComparison.family.rawValue, level: spelt.family)
      // An initial is little to go by when nothing else is known of the owner.
      let bits: Float = spelt.given == NameAgreement.givenInitial ? -5 : 0
      agreement.set(PersonComparison.given.rawValue, level: spelt.given, rarity: bits)
      return
    }
    let found = nameAgreement(left, right)
    let row = people.rows.span[left]
    let familyBits =
      found.family == NameAgreement.familyEqual && !found.isTurned ? names.familyRarity.value(row.family) : 0
    let givenBits = found.given == NameAgreement.givenEqual && !found.isTurned ? names.givenRarity.value(row.given) : 0
    agreement.set(PersonComparison.family.rawValue, level: found.family, rarity: familyBits)
    agreement.set(PersonComparison.given.rawValue, level: found.given, rarity: givenBits)
    agreement.set(PersonComparison.middle.rawValue, level: found.middle)
  }

  private func handlesAgree(_ left: Int, _ right: Int) -> NameAgreement? {
    NameAgreement(handles: people.handleTexts(of: left), people.name(of: right))
      ?? NameAgreement(handles: people.handleTexts(of: right), people.name(of: left))
  }

  private func nameAgreement(_ left: Int, _ right: Int) -> NameAgreement {
    let (rows, initials) = (people.rows.span, people.initials.span)
    let given = (rows[left].given, rows[right].given)
    let family = (rows[left].family, rows[right].family)
    var found = NameAgreement(
      family: familyLevel(left, right), given: givenLevel(given.0, given.1),
      middle: NameAgreement.middleLevel(
        initials.extracting(people.initials(of: left)), initials.extracting(people.initials(of: right))))
    if found.family <= NameAgreement.familyDifferent, found.given <= NameAgreement.givenDifferent,
      mayBeTurned(left, right)
    {
      let turned = NameAgreement(people.name(of: left).swapped, people.name(of: right))
      if turned.isClose { return turned }
    }
    found.doubt(
      given: names.areGivenKnown(given.0, given.1), family: names.areFamilyKnown(family.0, family.1))
    return found
  }

  private func familyLevel(_ left: Int, _ right: Int) -> Int {
    let (first, second) = (people.rows.span[left].family, people.rows.span[right].family)
    guard first >= 0, second >= 0 else { return 0 }
    if first == second { return NameAgreement.familyEqual }
    let (entries, bytes) = (people.familyNames.entries.span, people.familyNames.bytes.span)
    let (one, other) = (entries[Int(first)], entries[Int(second)])
    return NameAgreement.familyLevel(
      bytes.extracting(one.place.range), bytes.extracting(other.place.range), .init(one, other)
    ) {
      !(people.familyParts(of: left).isEmpty && people.familyParts(of: right).isEmpty)
        && NameAgreement.haveParts(people.name(of: left), people.name(of: right))
    }
  }

  private func givenLevel(_ left: Int32, _ right: Int32) -> Int {
    guard left >= 0, right >= 0 else { return 0 }
    let (entries, bytes) = (people.givenNames.entries.span, people.givenNames.bytes.span)
    let (one, other) = (entries[Int(left)], entries[Int(right)])
    if left == right { return one.place.count == 1 ? NameAgreement.givenInitial : NameAgreement.givenEqual }
    return NameAgreement.givenLevel(
      bytes.extracting(one.place.range), bytes.extracting(other.place.range), .init(one, other),
      areRelated: names.known.areRelated(left, right), areNames: names.known.areKnown(left, right))
  }

  /// Whether the given name of one can be the family name of the other: most that differ cannot, which is soon told.
  private func mayBeTurned(_ left: Int, _ right: Int) -> Bool {
    let (given, family) = (people.rows.span[left].given, people.rows.span[right].family)
    guard given >= 0, family >= 0 else { return false }
    if !people.familyParts(of: right).isEmpty { return true }
    let (one, other) = (people.givenNames.entries.span[Int(given)], people.familyNames.entries.span[Int(family)])
    return abs(one.place.count - other.place.count) <= 2 && LetterOverlap(one, other).fewestEdits <= 2
  }
}
