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
  /// Somebody, by the hash of their id.
  struct Slot {
    var place = Spool.Place(offset: -1, length: 0)
    /// The company that the record names, by its number, and once all is known the one where they work; -1 when none is.
    fileprivate(set) var company: Int32 = -1
    /// Who they are now, by number, when records were united; else -1.
    fileprivate(set) var successor: Int32 = -1
    /// The first of what is linked to them, or -1.
    fileprivate var link: Int32 = -1
    var isContact = false
    /// The id, kept of contacts, who are most of the leads, and of all where texts are kept.
    fileprivate(set) var id: String?
    /// Linked to something that can make a lead of them, or that changes where they work.
    var hasMove = false
    var hasHistory = false
    /// Without a company id, but with something that may tell the company.
    var isPlaceless = false

    /// Whether there is a record of them.
    var isKnown: Bool { place.offset >= 0 }
    /// Whether anything is linked to them.
    var isLinked: Bool { link >= 0 }
  }

  /// A piece that concerns somebody.
  private struct Link {
    let place: Spool.Place
    let next: Int32
  }

  /// What a piece is: a packed conversation, or the line of another record.
  private static let (packed, line): (UInt8, UInt8) = (0, 1)

  let team: Team
  let now: Instant
  private let today: String
  let book = CompanyBook()
  let keepsTexts: Bool
  private let spool = Spool()
  /// The records of people, apart from all else, as they are often asked for in the order in which they came.
  private let peopleSpool = Spool()
  private var numbers = IDIndex()
  private(set) var slots: [Slot] = []
  private var links: [Link] = []
  private var former: [(old: Int32, new: Int32)] = []
  private var places: [ValuePlace] = []
  private var packer = ConversationPacker()
  /// The conversations that may point to a third person.
  private(set) var pointers: [(last: String, id: String, place: Spool.Place)] = []
  /// What is looked up while referrals are searched.
  var search = StoredSearch()

  /// A store for the firm `team`, for a run at `now`; with `keepsTexts` it keeps those texts that may name a third person.
  init(team: Team, now: Instant, keepsTexts: Bool = false) {
    self.team = team
    self.now = now
    today = now.date.description
    self.keepsTexts = keepsTexts
  }

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
      if let person = job.personID { try link(record, to: person) { $0.hasHistory = true } }
    case "interaction":
      guard let interaction = InteractionFacts(record) else { break }
      book.note(interaction)
      if let person = interaction.personID { try link(record, to: person) { $0.hasHistory = true } }
    case "signal":
      guard let move = MoveFacts(record) else { break }
      try link(record, to: move.personID) { $0.hasMove = true }
    case "conversation": try add(conversation: record)
    default: return false
    }
    return true
  }

  private func add(person record: Record) throws -> Bool {
    let at = PersonMembers.all
    at.table.find(in: record, into: &places)
    let json = record.bytes.span.bytes
    guard let id = places[at.id].string(in: json) else { return false }
    let isInCRM = at.isInCRM(id, json, places)
    let kinds = Kinds(json, places[at.kinds])
    let hasCompany = places[at.companyID].isString(in: json)
    var slot = Slot()
    slot.place = try peopleSpool.add { PersonPack.write(json, places, isInCRM: isInCRM, into: &$0) }
    if hasCompany {
      slot.company = book.number(IDIndex.hash(json, places[at.companyID])) {
        places[at.companyID].string(in: json) ?? ""
      }
    }
    slot.isContact = kinds.isContact || isInCRM && !kinds.isCandidate
    slot.id = slot.isContact || keepsTexts ? id : nil
    slot.isPlaceless =
      !hasCompany
      && (places[at.domain].exists || places[at.company].exists
        || places[at.emails].strings(in: json).contains { EmployerDomain.of($0) != nil })
    let number = number(of: id)
    slot.link = slots[number].link
    slot.hasMove = slots[number].hasMove
    slot.hasHistory = slots[number].hasHistory
    slots[number] = slot
    for id in places[at.formerIDs].strings(in: json) {
      former.append((Int32(self.number(of: id)), Int32(number)))
    }
    return true
  }

  private func add(conversation record: Record) throws {
    var summary: ConversationPacker.Summary?
    var pointer: (last: String, id: String)?
    let place = try spool.add { bytes in
      bytes.append(DossierStore.packed)
      summary = keepsTexts ? pack(record, into: &bytes, &pointer) : packer.pack(record, into: &bytes)
    }
    guard let summary else { return }
    if let pointer { pointers.append((pointer.last, pointer.id, place)) }
    if let company = summary.companyID {
      book.noteConversation(with: company, members: summary.members, engagement: summary.engagement)
    }
    for person in summary.people { link(place, to: person) { slot in if summary.mayLead { slot.hasHistory = true } } }
  }

  /// Packs a conversation with those of its texts that are kept.
  private func pack(
    _ record: Record, into bytes: inout [UInt8], _ pointer: inout (last: String, id: String)?
  ) -> ConversationPacker.Summary? {
    guard let facts = ConversationFacts(record, keepsTexts: true) else { return nil }
    if facts.mayPoint { pointer = (facts.last, facts.id) }
    facts.pack(into: &bytes)
    return ConversationPacker.Summary(
      companyID: facts.companyID, people: facts.people, members: facts.members, engagement: facts.engagement,
      mayLead: facts.side == "client" || facts.side == "unknown" || facts.isHiringSide)
  }

  private func link(_ record: Record, to person: String, _ mark: (inout Slot) -> Void) throws {
    let place = try spool.add {
      $0.append(DossierStore.line)
      $0.append(contentsOf: record.bytes)
    }
    link(place, to: person, mark)
  }

  private func link(_ place: Spool.Place, to person: String, _ mark: (inout Slot) -> Void) {
    let number = number(of: person)
    links.append(Link(place: place, next: slots[number].link))
    slots[number].link = Int32(links.count - 1)
    mark(&slots[number])
  }

  /// The slot of an id. Two ids of one hash would share it; what is not somebody's own is told apart when it is read.
  func number(of id: String) -> Int {
    let hash = IDIndex.hash(id)
    if let known = numbers.number(hash) { return Int(known) }
    numbers.insert(hash, Int32(slots.count))
    slots.append(Slot())
    return slots.count - 1
  }

  /// Joins what was added, and counts who works where; after it dossiers can be asked for.
  func settle() throws {
    book.settle()
    joinFormer()
    try countContacts()
    pointers.sort { ($0.last, $0.id) < ($1.last, $1.id) }
  }

  /// Gives what is linked to former ids to those that they have now.
  private func joinFormer() {
    for (old, new) in former where old != new {
      slots[Int(old)].successor = new
      var link = slots[Int(old)].link
      while link >= 0 {
        links.append(Link(place: links[Int(link)].place, next: slots[Int(new)].link))
        slots[Int(new)].link = Int32(links.count - 1)
        link = links[Int(link)].next
      }
      if slots[Int(old)].hasMove { slots[Int(new)].hasMove = true }
      if slots[Int(old)].hasHistory { slots[Int(new)].hasHistory = true }
    }
  }

  /// Counts who works where: by the company that a record names, or, where that is not known or they moved, by all that
  /// tells it.
  private func countContacts() throws {
    for number in slots.indices where slots[number].isKnown {
      // Member by member: a copy of the slot would reach for the id too.
      let (named, hasMove) = (slots[number].company, slots[number].hasMove)
      let company = named < 0 ? nil : book.currentEntry(named)
      if !hasMove, let company, company.facts != nil {
        company.contacts += 1
        if keepsTexts { slots[number].company = book.number(of: company.id) }
      } else if hasMove || named >= 0 || slots[number].isPlaceless {
        if let dossier = try dossier(of: number), let id = dossier.sole?.id,
          let company = dossier.currentCompany(of: id)?.id
        {
          book.noteContact(at: company)
          slots[number].company = book.number(of: company)
        } else {
          slots[number].company = -1
        }
      }
    }
  }

  /// The id of the person with that number.
  func id(of number: Int) throws -> String? {
    if let id = slots[number].id { return id }
    return PersonPack.id(try peopleSpool.piece(slots[number].place))
  }

  /// What the record of the person with that number says.
  func person(_ number: Int) throws -> PersonFacts? {
    PersonPack.read(try peopleSpool.piece(slots[number].place), &places)
  }

  /// All that is known of the person with that number; nil when there is no record of them.
  func dossier(of number: Int) throws -> Dossier? {
    guard let person = try person(number) else { return nil }
    let dossier = Dossier(team: team, now: now, today: today, book: book, of: person)
    var link = slots[number].link
    guard link >= 0 else { return dossier }
    var pieces: [Spool.Place] = []
    while link >= 0 {
      pieces.append(links[Int(link)].place)
      link = links[Int(link)].next
    }
    if pieces.count > 1 { pieces.sort { $0.offset < $1.offset } }
    var last: Int64 = -1
    for place in pieces where place.offset != last {
      try add(spool.piece(place), to: dossier)
      last = place.offset
    }
    dossier.settle()
    return dossier
  }

  /// The conversation at a place.
  func conversation(at place: Spool.Place) throws -> ConversationFacts {
    var pack = Unpacker(try spool.piece(place))
    _ = pack.byte()
    return ConversationFacts(unpacking: &pack)
  }

  private func add(_ piece: [UInt8], to dossier: Dossier) throws {
    if piece.first == DossierStore.line {
      _ = dossier.add(try Record(Array(piece.dropFirst())))
    } else {
      var pack = Unpacker(piece)
      _ = pack.byte()
      dossier.add(ConversationFacts(unpacking: &pack))
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
