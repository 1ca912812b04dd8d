import Matching
import Names

/// How records of people are compared: by name, mailbox, telephone, page, employer, title and place.
struct PersonModel: EntityModel {
  /// What is known of them.
  let people: PersonTable
  let names: PersonNames
  private let employerRarity: [Float]
  private let phoneRarity: [Float]

  /// The model for `people`, whom `reader` has read.
  init(_ reader: PersonReader, _ people: PersonTable) {
    self.init(
      reader, people, [reader.given, reader.family, reader.employers, reader.phones].map { $0.rarity() }, shared: nil)
  }

  /// The model for people whom `reader` has read, when it is known how much an agreement on each given name, family
  /// name, employer and telephone tells, and what is shared.
  init(_ reader: PersonReader, _ people: PersonTable, _ rarity: [[Float]], shared: Set<UInt64>?) {
    var people = people
    people.takeTexts(reader)
    people.note(shared: shared ?? SharedValues.find(people))
    self.people = people
    names = PersonNames(reader, rarity[0], rarity[1])
    (employerRarity, phoneRarity) = (rarity[2], rarity[3])
  }

  private static let phoneEqual = 3

  let comparisons = PersonComparison.all
  let blockingRules = PersonBlocking.rules
  let limits = PersonBlocking.limits
  let training = TrainingOptions()

  var recordCount: Int { people.count }

  func keys(of record: Int) -> [BlockingKey] { PersonBlocking.keys(of: people.features(of: record)) }

  func fetch(_ pairs: [RecordPair]) { people.fetch(pairs) }

  func compare(_ left: Int, _ right: Int) -> Agreement {
    var agreement = Agreement()
    compareNames(left, right, &agreement)
    compareMailboxes(left, right, &agreement)
    comparePhones(left, right, &agreement)
    compareSlugs(left, right, &agreement)
    compareEmployers(left, right, &agreement)
    compareTitles(left, right, &agreement)
    comparePlaces(left, right, &agreement)
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

  private func compareMailboxes(_ left: Int, _ right: Int, _ agreement: inout Agreement) {
    let (lefts, rights) = (people.mailboxes(of: left), people.mailboxes(of: right))
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    let (mailboxes, texts) = (people.mailboxes.span, people.texts.span)
    var level = 0
    var workLevel = 0
    for first in lefts where !mailboxes[first].isShared {
      for second in rights where !mailboxes[second].isShared {
        let found = MailboxAgreement(mailboxes[first], mailboxes[second], texts)
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

  private func comparePhones(_ left: Int, _ right: Int, _ agreement: inout Agreement) {
    let (lefts, rights) = (people.phones(of: left), people.phones(of: right))
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    let (phones, texts) = (people.phones.span, people.texts.span)
    var level = 0
    var bits: Float = 0
    for first in lefts where !phones[first].isShared {
      let digits = phones[first].digits
      for second in rights where !phones[second].isShared {
        level = max(level, 1)
        if phones[first].number == phones[second].number {
          (level, bits) = (Self.phoneEqual, min(0, phoneRarity.value(phones[first].number)))
        } else if level < 2, digits.count == phones[second].digits.count,
          EditDistance.isOneEdit(
            texts.extracting(digits.range), texts.extracting(phones[second].digits.range))
        {
          level = 2
        }
      }
    }
    agreement.set(PersonComparison.phone.rawValue, level: level, rarity: bits)
  }

  private func compareSlugs(_ left: Int, _ right: Int, _ agreement: inout Agreement) {
    let (lefts, rights) = (people.slugs(of: left), people.slugs(of: right))
    guard !lefts.isEmpty, !rights.isEmpty else { return }
    let (slugs, texts) = (people.slugs.span, people.texts.span)
    var level = 0
    for first in lefts {
      for second in rights {
        let found = SlugAgreement.level(
          texts.extracting(slugs[first].range), texts.extracting(slugs[second].range))
        level = max(level, found)
      }
    }
    agreement.set(PersonComparison.slug.rawValue, level: level)
  }

  private func compareEmployers(_ left: Int, _ right: Int, _ agreement: inout Agreement) {
    let (rows, employers) = (people.rows.span, people.employers.span)
    guard
      rows[left].hasEmployerId && rows[right].hasEmployerId
        || rows[left].hasEmployerName && rows[right].hasEmployerName
    else { return }
    var level = 1
    var bits: Float = 0
    for first in people.employers(of: left) {
      let number = employers[first].number
      for second in people.employers(of: right) {
        if number == employers[second].number {
          let rare = employerRarity.value(number)
          if level < 3 || rare > bits { (level, bits) = (3, rare) }
        } else if level < 2, employers[first].mayBeSimilar(to: employers[second]),
          areSimilarEmployers(number, employers[second].number)
        {
          level = 2
        }
      }
    }
    agreement.set(PersonComparison.employer.rawValue, level: level, rarity: bits)
    if level == 1 {
      let spells = people.spells.span
      agreement.set(
        PersonComparison.career.rawValue,
        level: Spell.level(spells.extracting(people.spells(of: left)), spells.extracting(people.spells(of: right))))
    }
  }

  private func areSimilarEmployers(_ left: Int32, _ right: Int32) -> Bool {
    let (labels, bytes) = (people.employerLabels.entries.span, people.employerLabels.bytes.span)
    let (first, second) = (labels[Int(left)], labels[Int(right)])
    return EmployerAgreement.areSimilar(
      bytes.extracting(first.place.range), bytes.extracting(second.place.range), .init(first, second))
  }

  private func compareTitles(_ left: Int, _ right: Int, _ agreement: inout Agreement) {
    let (first, second) = (people.rows.span[left].title, people.rows.span[right].title)
    guard first != 0, second != 0 else { return }
    agreement.set(PersonComparison.title.rawValue, level: first == second ? 2 : 1)
  }

  private func comparePlaces(_ left: Int, _ right: Int, _ agreement: inout Agreement) {
    let rows = people.rows.span
    agreement.set(
      PersonComparison.place.rawValue,
      level: PlaceAgreement.level((rows[left].city, rows[left].country), (rows[right].city, rows[right].country)))
  }
}

extension [Float] {
  /// The value that stands for `number`; 0 for one beyond the end and for no number.
  func value(_ number: Int32) -> Float { number >= 0 && Int(number) < count ? self[Int(number)] : 0 }
}
