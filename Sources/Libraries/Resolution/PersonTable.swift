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

  struct Employer: Sendable {
    let number: Int32
    /// The length of the label, or as much of it as fits.
    private let length: UInt16
    private let isId: Bool
    private let letters: LetterSet

    init(_ number: Int32, label: [UInt8]) {
      self.number = number
      length = UInt16(clamping: label.count)
      isId = EmployerLabel.isId(label)
      letters = LetterSet(label.span)
    }

    /// Whether the labels can be alike as `EmployerAgreement` has it, told without a look at them.
    func mayBeSimilar(to other: Employer) -> Bool {
      guard !isId, min(length, other.length) >= EmployerAgreement.shortest else { return false }
      let (count, otherCount) = (Int(length), Int(other.length))
      let overlap = LetterOverlap(letters, count: count, other.letters, count: otherCount)
      return overlap.mayContain || abs(count - otherCount) <= 2 && overlap.fewestEdits <= 2
    }
  }

  /// One more row than there are people: the last says where the lists end.
  private(set) var rows = [Row()]
  private(set) var initials: [UInt8] = []
  private(set) var familyParts: [TextPlace] = []
  private(set) var mailboxes: [Mailbox] = []
  private(set) var phones: [Phone] = []
  private(set) var slugs: [TextPlace] = []
  private(set) var employers: [Employer] = []
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
    for employer in person.employers { employers.append(Employer(employer.number, label: employer.label)) }
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

// Where a person's values stand in the lists. Rows are not handed around: copying one costs more than what is read of it.
extension PersonTable {
  @inline(__always)
  private func range(_ start: Int32, _ end: Int32) -> Range<Int> { Int(start)..<Int(end) }

  @inline(__always)
  func initials(of person: Int) -> Range<Int> {
    let rows = rows.span
    return range(rows[person].initials, rows[person + 1].initials)
  }

  /// The parts of a double family name; none for one of a single part.
  @inline(__always)
  func familyParts(of person: Int) -> Range<Int> {
    let rows = rows.span
    return range(rows[person].familyParts, rows[person + 1].familyParts)
  }

  @inline(__always)
  func mailboxes(of person: Int) -> Range<Int> {
    let rows = rows.span
    return range(rows[person].mailboxes, rows[person + 1].mailboxes)
  }

  @inline(__always)
  func phones(of person: Int) -> Range<Int> {
    let rows = rows.span
    return range(rows[person].phones, rows[person + 1].phones)
  }

  @inline(__always)
  func slugs(of person: Int) -> Range<Int> {
    let rows = rows.span
    return range(rows[person].slugs, rows[person + 1].slugs)
  }

  @inline(__always)
  func employers(of person: Int) -> Range<Int> {
    let rows = rows.span
    return range(rows[person].employers, rows[person + 1].employers)
  }

  @inline(__always)
  func spells(of person: Int) -> Range<Int> {
    let rows = rows.span
    return range(rows[person].spells, rows[person + 1].spells)
  }

  @inline(__always)
  func handles(of person: Int) -> Range<Int> {
    let rows = rows.span
    return range(rows[person].handles, rows[person + 1].handles)
  }
}

extension PersonTable {
  /// Looks at what is known of all these people at once: met one by one, each list would have to be waited for, since they
  /// are spread over more memory than a processor keeps.
  func fetch(_ pairs: [RecordPair]) {
    let rows = rows.span
    var all: Int32 = 0
    for (left, right) in pairs { all |= rows[left].mailboxes | rows[right].mailboxes }
    for (left, right) in pairs { all |= firstValues(of: rows[left]) | firstValues(of: rows[right]) }
    precondition(all >= 0, "lists and values are numbered from 0")
  }

  /// Something of the values at which the lists of a row begin.
  @inline(__always)
  private func firstValues(of row: Row) -> Int32 {
    var all: Int32 = 0
    if row.mailboxes < mailboxes.count { all |= Int32(mailboxes.span[Int(row.mailboxes)].local.count) }
    if row.phones < phones.count { all |= phones.span[Int(row.phones)].number }
    if row.employers < employers.count { all |= employers.span[Int(row.employers)].number }
    return all
  }

  /// The name of a person.
  func name(of person: Int) -> PersonNameKey {
    let (given, family) = (rows[person].given, rows[person].family)
    var parts = familyParts[familyParts(of: person)].map(texts.text)
    if parts.isEmpty, family >= 0 { parts = [familyNames[family]] }
    return PersonNameKey(
      given: given < 0 ? [] : givenNames[given], middleInitials: Array(initials[initials(of: person)]),
      familyParts: parts)
  }

  /// All that is known of a person, as it was read.
  func features(of person: Int) -> PersonFeatures {
    let row = rows[person]
    var features = PersonFeatures()
    features.name = name(of: person)
    (features.givenNumber, features.familyNumber) = (row.given, row.family)
    features.mailboxes = mailboxes[mailboxes(of: person)].map {
      PersonFeatures.Mailbox(
        key: $0.key, local: texts.text($0.local), domain: $0.domain, isDistinctive: $0.isDistinctive, isWork: $0.isWork)
    }
    features.phones = phones[phones(of: person)].map { ($0.number, $0.key, texts.text($0.digits)) }
    features.slugs = slugs[slugs(of: person)].map(texts.text)
    features.employers = employers[employers(of: person)].map { employer in
      (employer.number, employerHashes[Int(employer.number)], employerLabels[employer.number])
    }
    (features.hasEmployerId, features.hasEmployerName) = (row.hasEmployerId, row.hasEmployerName)
    features.spells = Array(spells[spells(of: person)])
    features.handles = handleTexts(of: person)
    features.title = hashes.hashes[Int(row.title)]
    features.city = hashes.hashes[Int(row.city)]
    features.country = hashes.hashes[Int(row.country)]
    return features
  }

  /// The letters of mailboxes whose owner's name is not known otherwise.
  func handleTexts(of person: Int) -> [[UInt8]] { handles[handles(of: person)].map(texts.text) }
}
