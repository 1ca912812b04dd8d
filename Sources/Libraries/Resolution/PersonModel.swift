import Matching
import Names

/// How records of people are compared: by name, mailbox, telephone, page, employer, title and place.
struct PersonModel: EntityModel {
  private let givenCounts: [Int32]
  private let familyCounts: [Int32]
  private let givenRarity: [Float]
  private let familyRarity: [Float]
  private let employerRarity: [Float]
  private let phoneRarity: [Float]
  /// Mailboxes and telephones that people of different names share: no identity.
  private let sharedMailboxes: Set<Int32>
  private let sharedPhones: Set<Int32>

  /// The model for `records` that `reader` has read.
  init(_ reader: PersonReader, _ records: [PersonFeatures]) {
    givenRarity = reader.given.rarity()
    familyRarity = reader.family.rarity()
    employerRarity = reader.employers.rarity()
    phoneRarity = reader.phones.rarity()
    givenCounts = reader.given.counts
    familyCounts = reader.family.counts
    sharedMailboxes = SharedValues.find(records, familyMayAgree: false) { $0.mailboxes.map(\.number) }
    sharedPhones = SharedValues.find(records, familyMayAgree: true) { $0.phones.map(\.number) }
  }

  private static let phoneEqual = 3

  let comparisons = PersonComparison.all
  let blockingRules = PersonBlocking.rules

  func keys(of record: PersonFeatures) -> [BlockingKey] { PersonBlocking.keys(of: record) }

  func compare(_ left: PersonFeatures, _ right: PersonFeatures) -> Agreement {
    var agreement = Agreement()
    compareNames(left, right, &agreement)
    compareMailboxes(left, right, &agreement)
    comparePhones(left, right, &agreement)
    agreement.set(PersonComparison.slug.rawValue, level: SlugAgreement.level(left.slugs, right.slugs))
    compareEmployers(left, right, &agreement)
    if left.title >= 0, right.title >= 0 {
      agreement.set(PersonComparison.title.rawValue, level: left.title == right.title ? 2 : 1)
    }
    agreement.set(
      PersonComparison.place.rawValue,
      level: PlaceAgreement.level((left.city, left.country), (right.city, right.country)))
    doubtStrangers(&agreement)
    return agreement
  }

  /// Given names that contradict each other mean two people, however small the world of the data is, unless a mailbox,
  /// telephone or page says otherwise.
  private func doubtStrangers(_ agreement: inout Agreement) {
    let level = agreement.level(PersonComparison.given.rawValue)
    guard level == NameAgreement.givenDifferent || level == NameAgreement.givenSimilar else { return }
    let haveKey =
      agreement.level(PersonComparison.email.rawValue) == MailboxAgreement.equal.rawValue
      || agreement.level(PersonComparison.phone.rawValue) == Self.phoneEqual
      || agreement.level(PersonComparison.slug.rawValue) == SlugAgreement.equal
    guard !haveKey else { return }
    let familyDiffers = agreement.level(PersonComparison.family.rawValue) <= NameAgreement.familySimilar
    let bits: Float = level == NameAgreement.givenDifferent || familyDiffers ? -20 : -8
    agreement.set(PersonComparison.given.rawValue, level: level, rarity: bits)
  }

  private func compareNames(_ left: PersonFeatures, _ right: PersonFeatures, _ agreement: inout Agreement) {
    var names = NameAgreement(left.name, right.name)
    if names.family <= NameAgreement.familyDifferent, names.given <= NameAgreement.givenDifferent {
      let turned = NameAgreement(left.name.swapped, right.name)
      if turned.isClose { names = turned }
    }
    if !names.isTurned {
      names.doubt(
        given: areBothKnown(givenCounts, left.givenNumber, right.givenNumber),
        family: areBothKnown(familyCounts, left.familyNumber, right.familyNumber))
    }
    let isTurned = names.isTurned
    let familyBits =
      names.family == NameAgreement.familyEqual && !isTurned ? rarity(familyRarity, left.familyNumber) : 0
    let givenBits = names.given == NameAgreement.givenEqual && !isTurned ? rarity(givenRarity, left.givenNumber) : 0
    agreement.set(PersonComparison.family.rawValue, level: names.family, rarity: familyBits)
    agreement.set(PersonComparison.given.rawValue, level: names.given, rarity: givenBits)
    agreement.set(PersonComparison.middle.rawValue, level: names.middle)
  }

  private func rarity(_ table: [Float], _ number: Int32) -> Float {
    number >= 0 && Int(number) < table.count ? table[Int(number)] : 0
  }

  /// Whether both names occur so often that neither is likely to be the other one misspelt.
  private func areBothKnown(_ counts: [Int32], _ left: Int32, _ right: Int32) -> Bool {
    guard left >= 0, right >= 0 else { return false }
    let (fewer, more) = (min(counts[Int(left)], counts[Int(right)]), max(counts[Int(left)], counts[Int(right)]))
    return fewer >= 6 && fewer * 12 >= more
  }

  private func compareMailboxes(_ left: PersonFeatures, _ right: PersonFeatures, _ agreement: inout Agreement) {
    guard !left.mailboxes.isEmpty, !right.mailboxes.isEmpty else { return }
    var best: MailboxAgreement?
    for first in left.mailboxes where !sharedMailboxes.contains(first.number) {
      for second in right.mailboxes where !sharedMailboxes.contains(second.number) {
        best = max(best ?? .different, MailboxAgreement(first, second))
      }
    }
    agreement.set(PersonComparison.email.rawValue, level: best?.rawValue ?? 0)
  }

  private func comparePhones(_ left: PersonFeatures, _ right: PersonFeatures, _ agreement: inout Agreement) {
    guard !left.phones.isEmpty, !right.phones.isEmpty else { return }
    var level = 0
    var bits: Float = 0
    for first in left.phones where !sharedPhones.contains(first.number) {
      for second in right.phones where !sharedPhones.contains(second.number) {
        level = max(level, 1)
        if first.number == second.number {
          (level, bits) = (Self.phoneEqual, min(0, rarity(phoneRarity, first.number)))
        } else if level < 2, first.digits.count == second.digits.count,
          EditDistance.osa(first.digits, second.digits) == 1
        {
          level = 2
        }
      }
    }
    agreement.set(PersonComparison.phone.rawValue, level: level, rarity: bits)
  }

  private func compareEmployers(_ left: PersonFeatures, _ right: PersonFeatures, _ agreement: inout Agreement) {
    guard !left.employers.isEmpty, !right.employers.isEmpty else { return }
    var level = 1
    var bits: Float = 0
    for first in left.employers {
      for second in right.employers {
        if first.number == second.number {
          let rare = rarity(employerRarity, first.number)
          if level < 3 || rare > bits { (level, bits) = (3, rare) }
        } else if level < 2, EmployerAgreement.areSimilar(first.label, second.label) {
          (level, bits) = (2, 0)
        }
      }
    }
    agreement.set(PersonComparison.employer.rawValue, level: level, rarity: bits)
  }
}

/// Values that people of clearly different names have in common, such as a switchboard's number.
enum SharedValues {
  /// The values that `values` gives for two records whose given names contradict each other, and their family names too
  /// unless these may agree.
  static func find(
    _ records: [PersonFeatures], familyMayAgree: Bool, _ values: (PersonFeatures) -> [Int32]
  ) -> Set<Int32> {
    var holders: [Int32: [Int]] = [:]
    for (index, record) in records.enumerated() {
      for value in Set(values(record)) { holders[value, default: []].append(index) }
    }
    var shared: Set<Int32> = []
    for (value, indices) in holders
    where indices.count > 1 && contradict(indices.prefix(64).map { records[$0].name }, familyMayAgree) {
      shared.insert(value)
    }
    return shared
  }

  private static func contradict(_ names: [PersonNameKey], _ familyMayAgree: Bool) -> Bool {
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
