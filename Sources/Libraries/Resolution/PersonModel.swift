import Matching
import Names

/// How records of people are compared: by name, mailbox, telephone, page, employer, title and place.
struct PersonModel: EntityModel {
  private typealias Person = Shared<PersonFeatures>

  private let givenCounts: [Int32]
  private let familyCounts: [Int32]
  private let givenRarity: [Float]
  private let familyRarity: [Float]
  private let employerRarity: [Float]
  private let phoneRarity: [Float]
  private let givenNames: GivenNames
  /// Mailboxes and telephones that people of different names share, by their blocking keys: no identity.
  private let shared: Set<UInt64>

  /// The model for `records` that `reader` has read.
  init(_ reader: PersonReader, _ records: [Shared<PersonFeatures>]) {
    self.init(
      reader, records, [reader.given, reader.family, reader.employers, reader.phones].map { $0.rarity() },
      shared: SharedValues.find(records))
  }

  /// The model for records that `reader` has read, when it is known how much an agreement on each given name, family
  /// name, employer and telephone tells, and what is shared.
  init(_ reader: PersonReader, _ records: [Shared<PersonFeatures>], _ rarity: [[Float]], shared: Set<UInt64>) {
    givenNames = GivenNames(reader.given, records)
    (givenRarity, familyRarity, employerRarity, phoneRarity) = (rarity[0], rarity[1], rarity[2], rarity[3])
    givenCounts = reader.given.counts
    familyCounts = reader.family.counts
    self.shared = shared
  }

  private static let phoneEqual = 3

  let comparisons = PersonComparison.all
  let blockingRules = PersonBlocking.rules
  let limits = PersonBlocking.limits
  let training = TrainingOptions()

  func keys(of record: Shared<PersonFeatures>) -> [BlockingKey] { PersonBlocking.keys(of: record.value) }

  func compare(_ records: [Shared<PersonFeatures>], _ left: Int, _ right: Int) -> Agreement {
    compare(records[left], records[right])
  }

  func compare(_ left: Shared<PersonFeatures>, _ right: Shared<PersonFeatures>) -> Agreement {
    var agreement = Agreement()
    compareNames(left, right, &agreement)
    compareMailboxes(left, right, &agreement)
    comparePhones(left, right, &agreement)
    if !left.value.slugs.isEmpty, !right.value.slugs.isEmpty {
      agreement.set(PersonComparison.slug.rawValue, level: SlugAgreement.level(left.value.slugs, right.value.slugs))
    }
    compareEmployers(left, right, &agreement)
    if left.value.title != 0, right.value.title != 0 {
      agreement.set(PersonComparison.title.rawValue, level: left.value.title == right.value.title ? 2 : 1)
    }
    agreement.set(
      PersonComparison.place.rawValue,
      level: PlaceAgreement.level((left.value.city, left.value.country), (right.value.city, right.value.country)))
    doubtStrangers(&agreement)
    return agreement
  }

  /// Names that contradict each other, two pages, or two employers at the same time mean two people, however small the
  /// world of the data is, unless a mailbox, telephone or page says otherwise.
  private func doubtStrangers(_ agreement: inout Agreement) {
    let given = agreement.level(PersonComparison.given.rawValue)
    let family = agreement.level(PersonComparison.family.rawValue)
    let isGivenDoubtful = given == NameAgreement.givenDifferent || given == NameAgreement.givenSimilar
    let isFamilyDoubtful = family == NameAgreement.familyDifferent || family == NameAgreement.familySimilar
    guard !haveKey(agreement) else { return }
    if agreement.level(PersonComparison.career.rawValue) == Spell.sideBySide {
      agreement.set(PersonComparison.career.rawValue, level: Spell.sideBySide, rarity: -16)
    }
    if agreement.level(PersonComparison.slug.rawValue) == SlugAgreement.different {
      agreement.set(PersonComparison.slug.rawValue, level: SlugAgreement.different, rarity: -16)
    }
    if isFamilyDoubtful { agreement.set(PersonComparison.family.rawValue, level: family, rarity: -6) }
    guard isGivenDoubtful else { return }
    let bits: Float = given == NameAgreement.givenDifferent || isFamilyDoubtful ? -20 : -8
    agreement.set(PersonComparison.given.rawValue, level: given, rarity: bits)
  }

  /// Whether a value agrees that only one person has.
  private func haveKey(_ agreement: Agreement) -> Bool {
    agreement.level(PersonComparison.email.rawValue) == MailboxAgreement.equal
      || agreement.level(PersonComparison.workMailbox.rawValue) == MailboxAgreement.equalAtWork
      || agreement.level(PersonComparison.phone.rawValue) == Self.phoneEqual
      || agreement.level(PersonComparison.slug.rawValue) == SlugAgreement.equal
  }

  private func compareNames(_ left: Person, _ right: Person, _ agreement: inout Agreement) {
    if !left.value.handles.isEmpty || !right.value.handles.isEmpty,
      let spelt = NameAgreement(handles: left.value.handles, right.value.name)
        ?? NameAgreement(handles: right.value.handles, left.value.name)
    {
      agreement.set(PersonComparison.family.rawValue, level: spelt.family)
      // An initial is little to go by when nothing else is known of the owner.
      let bits: Float = spelt.given == NameAgreement.givenInitial ? -5 : 0
      agreement.set(PersonComparison.given.rawValue, level: spelt.given, rarity: bits)
      return
    }
    var names = NameAgreement(left, right, givenNames)
    if names.family <= NameAgreement.familyDifferent, names.given <= NameAgreement.givenDifferent {
      let turned = NameAgreement(left.value.name.swapped, right.value.name)
      if turned.isClose { names = turned }
    }
    if !names.isTurned {
      names.doubt(
        given: areBothKnown(givenCounts, left.value.givenNumber, right.value.givenNumber),
        family: areBothKnown(familyCounts, left.value.familyNumber, right.value.familyNumber))
    }
    let isTurned = names.isTurned
    let familyBits =
      names.family == NameAgreement.familyEqual && !isTurned ? rarity(familyRarity, left.value.familyNumber) : 0
    let givenBits =
      names.given == NameAgreement.givenEqual && !isTurned ? rarity(givenRarity, left.value.givenNumber) : 0
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

  private func compareMailboxes(_ left: Person, _ right: Person, _ agreement: inout Agreement) {
    guard !left.value.mailboxes.isEmpty, !right.value.mailboxes.isEmpty else { return }
    var level = 0
    var workLevel = 0
    for first in left.value.mailboxes where !shared.contains(first.key) {
      for second in right.value.mailboxes where !shared.contains(second.key) {
        let found = MailboxAgreement(first, second)
        level = max(level, found.level)
        workLevel = max(workLevel, found.workLevel)
      }
    }
    // Of several mailboxes the pair that agrees tells all there is to tell.
    if workLevel == MailboxAgreement.equalAtWork || level <= 1, workLevel > 0 { level = 0 }
    if level == MailboxAgreement.equal { workLevel = 0 }
    agreement.set(PersonComparison.email.rawValue, level: level)
    agreement.set(PersonComparison.workMailbox.rawValue, level: workLevel)
  }

  private func comparePhones(_ left: Person, _ right: Person, _ agreement: inout Agreement) {
    guard !left.value.phones.isEmpty, !right.value.phones.isEmpty else { return }
    var level = 0
    var bits: Float = 0
    for first in left.value.phones where !shared.contains(first.key) {
      for second in right.value.phones where !shared.contains(second.key) {
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

  private func compareEmployers(_ left: Person, _ right: Person, _ agreement: inout Agreement) {
    let areComparable =
      left.value.hasEmployerId && right.value.hasEmployerId || left.value.hasEmployerName && right.value.hasEmployerName
    guard areComparable else { return }
    var level = 1
    var bits: Float = 0
    for first in left.value.employers.indices {
      let number = left.value.employers[first].number
      for second in right.value.employers.indices {
        if number == right.value.employers[second].number {
          let rare = rarity(employerRarity, number)
          if level < 3 || rare > bits { (level, bits) = (3, rare) }
        } else if level < 2, !EmployerLabel.isId(left.value.employers[first].label),
          EmployerAgreement.areSimilar(left.value.employers[first].label, right.value.employers[second].label)
        {
          (level, bits) = (2, 0)
        }
      }
    }
    agreement.set(PersonComparison.employer.rawValue, level: level, rarity: bits)
    if level == 1 {
      agreement.set(PersonComparison.career.rawValue, level: Spell.level(left.value.spells, right.value.spells))
    }
  }
}

/// A value that is handed on by reference: what a person record tells is a dozen lists, and each would be counted.
final class Shared<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
