// Leads from more records than memory holds: lines wait on disk, and one lead after the other is put together.
import Bytes
import Calendar
import Correspondence
import JSONLines
import Team

/// Gathers records in any order, then makes leads. In memory it keeps companies with what sums up to them, and for each
/// person and each conversation where their lines lie; all else waits in a temporary file.
public final class LeadStream {
  /// Somebody, by the hash of their id.
  private struct Slot {
    var place = Spool.Place(offset: -1, length: 0)
    /// The company that the record names, by its number; -1 when none is named.
    var company: Int32 = -1
    /// The first of what is linked to them, or -1.
    var link: Int32 = -1
    var isContact = false
    /// The id, kept of contacts.
    var id: String?
    /// Linked to something that can make a lead of them, or that changes where they work.
    var hasMove = false
    var hasHistory = false
    /// Without a company id, but with something that may tell the company.
    var isPlaceless = false
  }

  /// A line that concerns somebody.
  private struct Link {
    let place: Spool.Place
    let next: Int32
  }

  private let team: Team
  private let now: Instant
  private let book = CompanyBook()
  private let spool = Spool()
  private var numbers: [UInt64: Int32] = [:]
  private var slots: [Slot] = []
  private var links: [Link] = []
  private var former: [(old: Int32, new: Int32)] = []
  private var companyNumbers: [String: Int32] = [:]
  private var companyIDs: [String] = []

  /// A stream for the firm `team`, for a run at `now`.
  public init(team: Team, now: Instant) {
    self.team = team
    self.now = now
  }

  /// Takes in a record by its type; false when the type is none that matters here.
  public func add(_ record: Record) throws -> Bool {
    switch record.string(ConversationPath.type) {
    case "person": return try add(person: record)
    case "company":
      guard let company = CompanyFacts(record) else { return false }
      book.add(company, formerIDs: record.strings(ConversationPath.formerIDs))
    case "job":
      guard let job = JobFacts(record) else { break }
      book.note(job)
      if let person = job.personID { try link(record, to: [person]) { $0.hasHistory = true } }
    case "interaction":
      guard let interaction = InteractionFacts(record) else { break }
      book.note(interaction)
      if let person = interaction.personID { try link(record, to: [person]) { $0.hasHistory = true } }
    case "signal":
      guard let move = MoveFacts(record) else { break }
      try link(record, to: [move.personID]) { $0.hasMove = true }
    case "conversation": try add(conversation: record)
    default: return false
    }
    return true
  }

  private func add(person record: Record) throws -> Bool {
    guard let sketch = PersonSketch(record) else { return false }
    let number = number(of: sketch.id)
    slots[number].place = try spool.add(record.bytes)
    slots[number].isContact = sketch.isContact
    slots[number].id = sketch.isContact ? sketch.id : nil
    slots[number].isPlaceless = sketch.isPlaceless
    slots[number].company = sketch.companyID.map { companyNumber($0) } ?? -1
    for id in sketch.formerIDs { former.append((Int32(self.number(of: id)), Int32(number))) }
    return true
  }

  private func add(conversation record: Record) throws {
    guard record.has(ConversationPath.id) else { return }
    let side = record.string(ConversationPath.side) ?? "unknown"
    let cast = Cast(record)
    if let company = record.string(ConversationPath.companyID) {
      let isEngagement = side == "client" && MessageFacts.isTwoWay(record)
      book.noteConversation(
        with: company, members: cast.members,
        engagement: isEngagement ? record.string(ConversationPath.last) ?? "" : nil)
    }
    let signals = record.strings(ConversationPath.signals)
    let mayLead = side == "client" || side == "unknown" || ConversationFacts.isHiringSide(side, signals)
    try link(record, to: cast.people) { slot in if mayLead { slot.hasHistory = true } }
  }

  private func link(_ record: Record, to people: [String], _ mark: (inout Slot) -> Void) throws {
    guard !people.isEmpty else { return }
    let place = try spool.add(record.bytes)
    for person in people {
      let number = number(of: person)
      links.append(Link(place: place, next: slots[number].link))
      slots[number].link = Int32(links.count - 1)
      mark(&slots[number])
    }
  }

  /// The slot of an id. Two ids of one hash would share it; what is not somebody's own is told apart when it is read.
  private func number(of id: String) -> Int {
    let hash = FNV.hash(id)
    if let known = numbers[hash] { return Int(known) }
    numbers[hash] = Int32(slots.count)
    slots.append(Slot())
    return slots.count - 1
  }

  private func companyNumber(_ id: String) -> Int32 {
    if let known = companyNumbers[id] { return known }
    companyNumbers[id] = Int32(companyIDs.count)
    companyIDs.append(id)
    return Int32(companyIDs.count - 1)
  }

  /// Calls `body` with the leads, by the id of the person.
  public func forEachLead(_ body: (JSONWriter) throws -> Void) throws {
    book.settle()
    joinFormer()
    try countContacts()
    var found: [(id: String, number: Int)] = []
    for number in slots.indices where slots[number].place.offset >= 0 {
      let slot = slots[number]
      guard slot.isContact || slot.hasMove || slot.hasHistory else { continue }
      let id = try slot.id ?? Record(spool.line(slot.place)).string(ConversationPath.id)
      if let id { found.append((id, number)) }
    }
    found.sort { $0.id < $1.id }
    var writer = JSONWriter()
    for (id, number) in found {
      writer.reset()
      if LeadBuilder(try dossier(of: number)).write(id, to: &writer) { try body(writer) }
    }
  }

  /// Gives what is linked to former ids to those that they have now.
  private func joinFormer() {
    for (old, new) in former where old != new {
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
    let known = companyIDs.map { book.company(book.current($0)) != nil }
    for number in slots.indices where slots[number].place.offset >= 0 {
      let slot = slots[number]
      let company = Int(slot.company)
      if !slot.hasMove, company >= 0, known[company] {
        book.noteContact(at: book.current(companyIDs[company]))
      } else if slot.hasMove || company >= 0 || slot.isPlaceless {
        let dossier = try dossier(of: number)
        for id in dossier.people.keys {
          if let company = dossier.currentCompany(of: id)?.id { book.noteContact(at: company) }
        }
      }
    }
  }

  /// All that is known of one person, in the order in which it was read.
  private func dossier(of number: Int) throws -> Dossier {
    let dossier = Dossier(team: team, now: now, book: book)
    _ = dossier.add(try Record(spool.line(slots[number].place)))
    var places: [Spool.Place] = []
    var link = slots[number].link
    while link >= 0 {
      places.append(links[Int(link)].place)
      link = links[Int(link)].next
    }
    if places.count > 1 { places.sort { $0.offset < $1.offset } }
    var last: Int64 = -1
    for place in places where place.offset != last {
      _ = dossier.add(try Record(spool.line(place)))
      last = place.offset
    }
    dossier.settle()
    return dossier
  }
}

/// FNV-1a, 64 bits.
enum FNV {
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}

/// The little of a person's record that is needed before all records are known.
private struct PersonSketch {
  let id: String
  let companyID: String?
  let isContact: Bool
  let isPlaceless: Bool
  let formerIDs: [String]

  private static let kinds: JSONPath = "kinds"
  private static let formerIDs: JSONPath = "former_ids"
  private static let emails: JSONPath = "emails"
  private static let domain: JSONPath = "domain"
  private static let company: JSONPath = "company"

  init?(_ record: Record) {
    guard let id = record.string(ConversationPath.id) else { return nil }
    self.id = id
    companyID = record.string(ConversationPath.companyID)
    let kinds = record.strings(Self.kinds)
    isContact =
      kinds.contains(where: LeadBuilder.contactKinds.contains)
      || !kinds.contains("candidate") && PersonFacts.isInCRM(record, id)
    formerIDs = record.has(Self.formerIDs) ? record.strings(Self.formerIDs) : []
    isPlaceless =
      companyID == nil
      && (record.has(Self.domain) || record.has(Self.company)
        || record.strings(Self.emails).contains { EmployerDomain.of($0) != nil })
  }
}
