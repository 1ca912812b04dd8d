// More records than memory holds: they are cut down as they come and wait on disk, and the dossier of one person after the
// other is put together from them.
import Bytes
import Calendar
import Correspondence
import JSONLines
import Team

/// Takes in records in any order. In memory it keeps companies with what sums up to them, and for each person and each
/// conversation where on disk they lie; all else waits in a temporary file.
final class DossierStore {
  /// What a piece is: a packed conversation, or the line of another record.
  private static let (packed, line): (UInt8, UInt8) = (0, 1)

  private let frame: RunFrame
  let book = CompanyBook()
  let keepsTexts: Bool
  private let spool = Spool()
  /// The records of people, apart from all else, as they are often asked for in the order in which they came.
  private let peopleSpool = Spool()
  /// Everybody, and where on disk lies what is known of them.
  var roll = Roll()
  private var places: [ValuePlace] = []
  private var packer: ConversationPacker
  /// The conversations that may point to a third person.
  private(set) var pointers: [(last: String, id: String, place: Spool.Place)] = []
  /// What is looked up while referrals are searched.
  var search = StoredSearch()

  /// A store for the firm `team`, for a run at `now`; with `keepsTexts` it keeps those texts that may name a third person.
  init(team: Team, now: Instant, keepsTexts: Bool = false) {
    frame = RunFrame(team: team, now: now)
    self.keepsTexts = keepsTexts
    packer = ConversationPacker(keepsTexts: keepsTexts)
  }

  var team: Team { frame.team }
  var now: Instant { frame.now }

  /// Takes in a record by its type; false when the type is none that matters here.
  func add(_ record: Record) throws -> Bool {
    switch record.string(RecordPath.type) {
    case "person": return try add(person: record)
    case "company":
      guard let company = CompanyFacts(record) else { return false }
      book.add(company, formerIDs: record.strings(RecordPath.formerIDs))
    case "job":
      guard let job = JobFacts(record) else { break }
      book.note(job)
      if let person = job.personID { try link(record, to: person, isHistory: true) }
    case "interaction":
      guard let interaction = InteractionFacts(record) else { break }
      book.note(interaction)
      if let person = interaction.personID { try link(record, to: person, isHistory: true) }
    case "signal":
      guard let move = MoveFacts(record) else { break }
      try link(record, to: move.personID, isMove: true)
    case "conversation": try add(conversation: record)
    default: return false
    }
    return true
  }

  private func add(person record: Record) throws -> Bool {
    var places: [ValuePlace] = []
    swap(&places, &self.places)
    defer { swap(&places, &self.places) }
    PersonMembers.all.table.find(in: record, into: &places)
    return try add(person: record.bytes.span.bytes, places)
  }

  private func add(person json: RawSpan, _ places: [ValuePlace]) throws -> Bool {
    let at = PersonMembers.all
    guard let id = places[at.id].string(in: json) else { return false }
    let hasCompany = places[at.companyID].isString(in: json)
    let company = hasCompany ? IDIndex.hash(json, places[at.companyID]) : 0
    if hasCompany { book.expect(company) }
    roll.expect(IDIndex.hash(json, places[at.id]))
    let isInCRM = at.isInCRM(json, places)
    let kinds = Kinds(json, places[at.kinds])
    var entry = Roll.Entry()
    entry.place = try peopleSpool.add { PersonPack.write(json, places, isInCRM: isInCRM, into: &$0) }
    if hasCompany {
      entry.company = book.number(company) { places[at.companyID].string(in: json) ?? "" }
    }
    entry.isContact = kinds.isContact || isInCRM && !kinds.isCandidate
    entry.id = entry.isContact || keepsTexts ? id : nil
    entry.isPlaceless =
      !hasCompany
      && (places[at.domain].exists || places[at.company].exists
        || places[at.emails].strings(in: json).contains { EmployerDomain.of($0) != nil })
    entry.mayHaveLeft = places[at.left].count > 2
    roll.enter(entry, as: id)
    for former in places[at.formerIDs].strings(in: json) { roll.rename(former, to: id) }
    return true
  }

  private func add(conversation record: Record) throws {
    var summary: ConversationPacker.Summary?
    let place = try spool.add { bytes in
      bytes.append(DossierStore.packed)
      summary = packer.pack(record, into: &bytes) { company, people in
        if let company { book.expect(company) }
        for person in people { roll.expect(person) }
      }
    }
    guard let summary else { return }
    if let pointer = summary.pointer { pointers.append((pointer.last, pointer.id, place)) }
    if let company = summary.companyID {
      book.noteConversation(with: company, members: summary.members, engagement: summary.engagement)
    }
    for person in summary.people { roll.link(place, to: person, isHistory: summary.mayLead) }
  }

  private func link(_ record: Record, to person: String, isHistory: Bool = false, isMove: Bool = false) throws {
    let place = try spool.add {
      $0.append(DossierStore.line)
      $0.append(contentsOf: record.bytes)
    }
    roll.link(place, to: person, isHistory: isHistory, isMove: isMove)
  }

  /// Joins what was added, and counts who works where; after it dossiers can be asked for.
  func settle() throws {
    book.settle()
    roll.settle()
    try countContacts()
    pointers.sort { ($0.last, $0.id) < ($1.last, $1.id) }
  }

  /// Counts who works where: by the company that a record names, or, where that is not known or they moved, by all that
  /// tells it.
  private func countContacts() throws {
    for number in roll.entries.indices where roll.entries[number].isKnown {
      // Member by member: a copy of the entry would reach for the id too.
      let (named, hasMove) = (roll.entries[number].company, roll.ties[number].hasMove)
      let company = named < 0 ? nil : book.currentEntry(named)
      if !hasMove, let company, company.facts != nil {
        company.contacts += 1
        if keepsTexts { roll.place(number, at: book.number(of: company.id)) }
      } else if hasMove || named >= 0 || roll.entries[number].isPlaceless {
        if let dossier = try dossier(of: number), let id = dossier.sole?.id,
          let company = dossier.currentCompany(of: id)?.id
        {
          book.noteContact(at: company)
          roll.place(number, at: book.number(of: company))
        } else {
          roll.place(number, at: -1)
        }
      }
    }
  }

  /// The id of the person with that number.
  func id(of number: Int) throws -> String? {
    if let id = roll.entries[number].id { return id }
    return PersonPack.id(try peopleSpool.piece(roll.entries[number].place))
  }

  /// What the record of the person with that number says.
  func person(_ number: Int) throws -> PersonFacts? {
    var places: [ValuePlace] = []
    swap(&places, &self.places)
    defer { swap(&places, &self.places) }
    return PersonPack.read(try peopleSpool.piece(roll.entries[number].place), &places)
  }

  /// All that is known of the person with that number; nil when there is no record of them.
  func dossier(of number: Int) throws -> Dossier? {
    guard let person = try person(number) else { return nil }
    let dossier = Dossier(frame, book: book, of: person)
    guard roll.ties[number].isLinked else { return dossier }
    for place in roll.pieces(of: number) { try add(spool.piece(place), of: person.id, to: dossier) }
    dossier.settle()
    return dossier
  }

  /// The conversation at a place.
  func conversation(at place: Spool.Place) throws -> ConversationFacts {
    var pack = Unpacker(try spool.piece(place))
    _ = pack.byte()
    return ConversationFacts(unpacking: &pack)
  }

  private func add(_ piece: [UInt8], of person: String, to dossier: Dossier) throws {
    if piece.first == DossierStore.line {
      _ = dossier.add(try Record(Array(piece.dropFirst())))
    } else {
      var pack = Unpacker(piece)
      _ = pack.byte()
      dossier.add(ConversationFacts(unpacking: &pack, of: person))
    }
  }
}

/// Where every record tells what it is.
enum RecordPath {
  static let type: JSONPath = "type"
  static let formerIDs: JSONPath = "former_ids"
}

/// What the kinds of a person make of them, told without decoding them.
private struct Kinds {
  private(set) var isContact = false
  private(set) var isCandidate = false

  init(_ json: RawSpan, _ list: ValuePlace) {
    guard list.isList(in: json) else {
      add(json, list)
      return
    }
    JSONTree.eachElement(json, list.range) { element in
      add(json, ValuePlace(element))
      return true
    }
  }

  private mutating func add(_ json: RawSpan, _ kind: ValuePlace) {
    if kind.says("candidate", in: json) { isCandidate = true }
    if kind.says("spoc", in: json) || kind.says("client", in: json) || kind.says("hiring_manager", in: json) {
      isContact = true
    }
  }
}
