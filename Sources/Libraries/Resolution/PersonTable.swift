import Matching
import Names

/// What is known of many people, laid out in a few long arrays: comparing two people follows no references, and a million
/// of them take no million allocations.
struct PersonTable: Sendable {
  /// One person's names, title and place by number, and where the lists of the other values begin; each ends where that
  /// of the next person begins.
  struct Row: Sendable {
    /// -1 for a name that is not known.
    var given: Int32 = -1
    var family: Int32 = -1
    /// 0 for what is not known.
    var title: Int32 = 0
    var city: Int32 = 0
    var country: Int32 = 0
    fileprivate(set) var initials: Int32 = 0
    fileprivate(set) var familyParts: Int32 = 0
    fileprivate(set) var mailboxes: Int32 = 0
    fileprivate(set) var phones: Int32 = 0
    fileprivate(set) var slugs: Int32 = 0
    fileprivate(set) var employers: Int32 = 0
    fileprivate(set) var spells: Int32 = 0
    fileprivate(set) var handles: Int32 = 0
    var hasEmployerId = false
    var hasEmployerName = false
  }

  struct Mailbox: Sendable {
    let key: UInt64
    let domain: UInt64
    let local: TextPlace
    let isDistinctive: Bool
    let isWork: Bool
    /// Whether people of different names have it.
    var isShared = false
  }

  struct Phone: Sendable {
    let key: UInt64
    let digits: TextPlace
    let number: Int32
    /// Whether people of different names have it.
    var isShared = false
  }

  /// A person and where their values stand in the table's lists.
  struct Person {
    let row: Row
    fileprivate let next: Row

    var initials: Range<Int> { Int(row.initials)..<Int(next.initials) }
    /// The parts of a double family name; empty for one of a single part.
    var familyParts: Range<Int> { Int(row.familyParts)..<Int(next.familyParts) }
    var mailboxes: Range<Int> { Int(row.mailboxes)..<Int(next.mailboxes) }
    var phones: Range<Int> { Int(row.phones)..<Int(next.phones) }
    var slugs: Range<Int> { Int(row.slugs)..<Int(next.slugs) }
    /// Employers by number.
    var employers: Range<Int> { Int(row.employers)..<Int(next.employers) }
    var spells: Range<Int> { Int(row.spells)..<Int(next.spells) }
    var handles: Range<Int> { Int(row.handles)..<Int(next.handles) }
  }

  /// One more row than there are people: the last says where the lists end.
  private var rows = [Row()]
  private(set) var initials: [UInt8] = []
  private(set) var familyParts: [TextPlace] = []
  private(set) var mailboxes: [Mailbox] = []
  private(set) var phones: [Phone] = []
  private(set) var slugs: [TextPlace] = []
  private(set) var employers: [Int32] = []
  private(set) var spells: [Spell] = []
  private(set) var handles: [TextPlace] = []
  /// The bytes of family names' parts, mailboxes, telephones, slugs and handles.
  private(set) var texts: [UInt8] = []
  /// The hashes of titles and places by number; 0, which is none, has the number 0.
  private var hashes = Interner()
  /// Names and employers by number.
  private(set) var givenNames = TextTable()
  private(set) var familyNames = TextTable()
  private(set) var employerLabels = TextTable()
  private var employerHashes: [UInt64] = []

  /// Nobody yet.
  init() {
    _ = hashes.number(hash: 0)
  }

  var count: Int { rows.count - 1 }

  @inline(__always)
  subscript(number: Int) -> Person {
    let rows = rows.span
    return Person(row: rows[number], next: rows[number + 1])
  }

  /// Adds the next person.
  mutating func append(_ person: PersonFeatures) {
    var row = rows[count]
    (row.given, row.family) = (person.givenNumber, person.familyNumber)
    row.title = hashes.number(hash: person.title)
    row.city = hashes.number(hash: person.city)
    row.country = hashes.number(hash: person.country)
    (row.hasEmployerId, row.hasEmployerName) = (person.hasEmployerId, person.hasEmployerName)
    rows[count] = row
    appendValues(person)
    rows.append(end)
  }

  private mutating func appendValues(_ person: PersonFeatures) {
    initials += person.name.middleInitials
    if person.name.familyParts.count > 1 {
      for part in person.name.familyParts { familyParts.append(texts.append(place: part)) }
    }
    for mailbox in person.mailboxes {
      mailboxes.append(
        Mailbox(
          key: mailbox.key, domain: mailbox.domain, local: texts.append(place: mailbox.local),
          isDistinctive: mailbox.isDistinctive, isWork: mailbox.isWork))
    }
    for phone in person.phones {
      phones.append(Phone(key: phone.key, digits: texts.append(place: phone.digits), number: phone.number))
    }
    for slug in person.slugs { slugs.append(texts.append(place: slug)) }
    for employer in person.employers { employers.append(employer.number) }
    spells += person.spells
    for handle in person.handles { handles.append(texts.append(place: handle)) }
  }

  /// The row behind the last person.
  private var end: Row {
    var row = Row()
    row.initials = Int32(initials.count)
    row.familyParts = Int32(familyParts.count)
    row.mailboxes = Int32(mailboxes.count)
    row.phones = Int32(phones.count)
    row.slugs = Int32(slugs.count)
    row.employers = Int32(employers.count)
    row.spells = Int32(spells.count)
    row.handles = Int32(handles.count)
    return row
  }

  /// Notes which mailboxes and telephones are shared, by their blocking keys.
  mutating func note(shared: Set<UInt64>) {
    guard !shared.isEmpty else { return }
    for index in mailboxes.indices { mailboxes[index].isShared = shared.contains(mailboxes[index].key) }
    for index in phones.indices { phones[index].isShared = shared.contains(phones[index].key) }
  }

  /// Takes the texts of names and employers, by the numbers that `reader` has given them.
  mutating func takeTexts(_ reader: PersonReader) {
    givenNames = reader.given.texts
    familyNames = reader.family.texts
    employerLabels = reader.employers.texts
    employerHashes = reader.employers.hashes
  }
}

extension PersonTable {
  /// The name of a person.
  func name(_ person: Person) -> PersonNameKey {
    let parts =
      person.familyParts.isEmpty
      ? person.row.family < 0 ? [] : [familyNames[person.row.family]]
      : familyParts[person.familyParts].map(texts.text)
    return PersonNameKey(
      given: person.row.given < 0 ? [] : givenNames[person.row.given],
      middleInitials: Array(initials[person.initials]), familyParts: parts)
  }

  /// All that is known of the person with this number, as it was read.
  func features(_ number: Int) -> PersonFeatures {
    let person = self[number]
    var features = PersonFeatures()
    features.name = name(person)
    (features.givenNumber, features.familyNumber) = (person.row.given, person.row.family)
    features.mailboxes = mailboxes[person.mailboxes].map {
      PersonFeatures.Mailbox(
        key: $0.key, local: texts.text($0.local), domain: $0.domain, isDistinctive: $0.isDistinctive, isWork: $0.isWork)
    }
    features.phones = phones[person.phones].map { ($0.number, $0.key, texts.text($0.digits)) }
    features.slugs = slugs[person.slugs].map(texts.text)
    features.employers = employers[person.employers].map { ($0, employerHashes[Int($0)], employerLabels[$0]) }
    (features.hasEmployerId, features.hasEmployerName) = (person.row.hasEmployerId, person.row.hasEmployerName)
    features.spells = Array(spells[person.spells])
    features.handles = handles(person)
    features.title = hashes.hashes[Int(person.row.title)]
    features.city = hashes.hashes[Int(person.row.city)]
    features.country = hashes.hashes[Int(person.row.country)]
    return features
  }

  /// The letters of mailboxes whose owner's name is not known otherwise.
  func handles(_ person: Person) -> [[UInt8]] { handles[person.handles].map(texts.text) }
}
