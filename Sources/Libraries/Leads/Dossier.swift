// Everything that is known, by person and by company: what leads and referrals are made from.
import Calendar
import Correspondence
import JSONLines
import Names
import Team

/// Whom the dossiers of a run are for, and when it is. They share it.
final class RunFrame: Sendable {
  let team: Team
  let now: Instant
  /// The day of `now`, as records spell it.
  let today: String

  init(team: Team, now: Instant) {
    self.team = team
    self.now = now
    today = now.date.description
  }
}

/// An index over people, companies, jobs, interactions, conversations and moves. Records come in any order; `settle`
/// joins them before anything is asked.
final class Dossier {
  private let frame: RunFrame
  private let keepsTexts: Bool
  let book: CompanyBook
  /// The one whom it is about, where it is about one alone.
  let sole: PersonFacts?
  private var soleHistory = History()
  private(set) var people: [String: PersonFacts] = [:]
  private var jobs: [JobFacts] = []
  private var interactions: [InteractionFacts] = []
  private(set) var conversations: [ConversationFacts] = []
  private var moves: [MoveFacts] = []
  private var former: [String: String] = [:]
  private var histories: [String: History] = [:]
  private var personByEmail: [String: String] = [:]
  /// People by name; nil where several bear it.
  private var personByName: [String: String?] = [:]
  private(set) var peopleByCompany: [String: [String]] = [:]
  var team: Team { frame.team }
  var now: Instant { frame.now }
  var today: String { frame.today }
  /// Whether what is added is also noted in the book, which else others have filled.
  private var fillsBook: Bool { sole == nil }

  /// What passed between somebody and us, each list by its dates.
  struct History {
    /// The conversations that they take part in, by their last message.
    var conversations: [ConversationFacts] = []
    var moves: [MoveFacts] = []
    /// Vacancies in the order in which they were read.
    var jobs: [JobFacts] = []
    var interactions: [InteractionFacts] = []
  }

  /// An empty dossier of the firm `team`, for a run at `now`; with `keepsTexts` it remembers those texts that may name a
  /// third person.
  init(team: Team, now: Instant, keepsTexts: Bool = false) {
    frame = RunFrame(team: team, now: now)
    self.keepsTexts = keepsTexts
    book = CompanyBook()
    sole = nil
  }

  /// A dossier of `person` alone, beside a book that all records of the run have filled: of all else that is added only
  /// what concerns them is kept.
  init(_ frame: RunFrame, book: CompanyBook, of person: PersonFacts) {
    self.frame = frame
    keepsTexts = false
    self.book = book
    sole = person
    for id in person.formerIDs { former[id] = person.id }
  }

  /// Takes in a record by its type; false when the type is none that matters here.
  func add(_ record: Record) -> Bool {
    switch record.string(RecordPath.type) {
    case "person":
      guard let person = PersonFacts(record) else { return false }
      add(person)
    case "company":
      guard let company = CompanyFacts(record) else { return false }
      book.add(company, formerIDs: record.strings("former_ids"))
    case "job":
      guard let job = JobFacts(record) else { break }
      jobs.append(job)
      if fillsBook { book.note(job) }
    case "interaction":
      guard let interaction = InteractionFacts(record) else { break }
      interactions.append(interaction)
      if fillsBook { book.note(interaction) }
    case "conversation":
      guard let conversation = ConversationFacts(record, keepsTexts: keepsTexts) else { break }
      add(conversation)
      if fillsBook, let company = conversation.companyID {
        book.noteConversation(
          with: company, members: conversation.members, engagement: conversation.engagement)
      }
    case "signal": if let move = MoveFacts(record) { moves.append(move) }
    default: return false
    }
    return true
  }

  /// Takes in a person.
  func add(_ person: PersonFacts) {
    people[person.id] = person
    for id in person.formerIDs { former[id] = person.id }
  }

  /// Takes in a conversation.
  func add(_ conversation: ConversationFacts) { conversations.append(conversation) }

  /// Joins what was added.
  func settle() {
    if conversations.count > 1 { conversations.sort { ($0.last, $0.id) < ($1.last, $1.id) } }
    for conversation in conversations {
      for person in conversation.people { note(person) { $0.conversations.append(conversation) } }
    }
    if moves.count > 1 { moves.sort { ($0.date, $0.id) < ($1.date, $1.id) } }
    for move in moves { note(move.personID) { $0.moves.append(move) } }
    for job in jobs {
      if let person = job.personID { note(person) { $0.jobs.append(job) } }
    }
    if interactions.count > 1 { interactions.sort { ($0.date, $0.id) < ($1.date, $1.id) } }
    for interaction in interactions {
      if let person = interaction.personID { note(person) { $0.interactions.append(interaction) } }
    }
    if fillsBook {
      book.settle()
      settleNames()
    }
  }

  private func note(_ person: String, _ change: (inout History) -> Void) {
    let id = current(person)
    guard let sole else { return change(&histories[id, default: History()]) }
    guard sole.id == id else { return }
    // Moved out and in again: were it changed in its place, each later look at it would be checked against a change under way.
    var history = History()
    swap(&history, &soleHistory)
    change(&history)
    swap(&history, &soleHistory)
  }

  /// What the record of a person says.
  func person(_ id: String) -> PersonFacts? {
    guard let sole else { return people[id] }
    return sole.id == id ? sole : nil
  }

  /// Makes people known by address, name and company.
  private func settleNames() {
    for id in people.keys.sorted() {
      for email in people[id]?.emails ?? [] where personByEmail[email] == nil { personByEmail[email] = id }
      if let name = people[id]?.name.map(Party.folded) {
        personByName[name] = personByName.keys.contains(name) ? .some(nil) : .some(id)
      }
      guard let company = currentCompany(of: id)?.id else { continue }
      peopleByCompany[company, default: []].append(id)
      book.noteContact(at: company)
    }
  }

  /// The id that `id` has now, after merges.
  func current(_ id: String) -> String { former.isEmpty ? id : former[id] ?? id }

  /// Whether somebody is who is called `id`, perhaps as they were called before merges.
  func isCalled(_ person: String, _ id: String?) -> Bool { id.map { current($0) == person } ?? false }

  /// Whether somebody is among those called `ids`.
  func isAmong(_ person: String, _ ids: [String]) -> Bool { ids.contains { current($0) == person } }

  /// The conversations that somebody takes part in, by their last message.
  func conversations(of person: String) -> [ConversationFacts] {
    guard let sole else { return histories[person]?.conversations ?? [] }
    return sole.id == person ? soleHistory.conversations : []
  }

  /// What became known of somebody's changes, by date.
  func moves(of person: String) -> [MoveFacts] {
    guard let sole else { return histories[person]?.moves ?? [] }
    return sole.id == person ? soleHistory.moves : []
  }

  /// The vacancies of somebody, as they were read.
  func jobs(of person: String) -> [JobFacts] {
    guard let sole else { return histories[person]?.jobs ?? [] }
    return sole.id == person ? soleHistory.jobs : []
  }

  /// What the client database notes of somebody, by date.
  func interactions(of person: String) -> [InteractionFacts] {
    guard let sole else { return histories[person]?.interactions ?? [] }
    return sole.id == person ? soleHistory.interactions : []
  }

  /// The latest move of somebody whose goal is known.
  func move(of person: String) -> MoveFacts? {
    moves(of: person).last {
      ["moved", "candidate_now_hiring", "now_hiring_role"].contains($0.signal) && $0.to.isKnown
    }
  }

  /// Where somebody works, as far as it is known.
  struct Workplace {
    var id: String?
    var name: String?
    var domain: String?
    var title: String?
    /// What is known of the company.
    var entry: CompanyEntry?
  }

  /// Where somebody works now, after the latest move.
  func currentCompany(of person: String) -> Workplace? {
    guard let facts = self.person(person) else { return nil }
    guard let to = move(of: person)?.to else {
      let (id, entry) = known(company(of: facts), else: facts.companyID)
      return Workplace(
        id: id, name: facts.company ?? entry?.facts?.name, domain: facts.domain, title: facts.title, entry: entry)
    }
    let isInRecord = names(facts, to)
    let (id, entry) = known(book.entry(at: to), else: to.companyID ?? (isInRecord ? facts.companyID : nil))
    return Workplace(
      id: id, name: entry?.facts?.name ?? to.company ?? (isInRecord ? facts.company : nil),
      domain: to.domain ?? (isInRecord ? facts.domain : nil), title: to.title ?? (isInRecord ? facts.title : nil),
      entry: entry)
  }

  /// Whether a person's record names the place to which they went: by its name, else by its domain, else by its id.
  private func names(_ facts: PersonFacts, _ to: MoveFacts.Place) -> Bool {
    if let company = to.company {
      return facts.company.map { $0 == company || book.key($0) == book.key(company) } ?? false
    }
    if let domain = to.domain { return domain == facts.domain }
    return to.companyID.map(book.current) == facts.companyID.map(book.current)
  }

  /// The id and the entry of a company that has a record, else of the one that `id` names now.
  private func known(_ company: CompanyEntry?, else id: String?) -> (id: String?, entry: CompanyEntry?) {
    if let company { return (company.id, company) }
    let id = id.map(book.current)
    return (id, id.flatMap(book.entry))
  }

  /// The address to write to: one of the present employer, else a private one, never one of a place they left.
  func email(of person: PersonFacts) -> String? { email(of: person, at: currentCompany(of: person.id)) }

  /// The same, where the present employer is known already.
  func email(of person: PersonFacts, at place: Workplace?) -> String? {
    let move = move(of: person.id)
    if person.emails.count <= 1, person.departures.isEmpty, move == nil { return person.emails.first }
    let domains = Set(([place?.domain].compactMap { $0 }) + (place?.id.flatMap(book.company)?.domains ?? []))
    var gone = Set(person.departures.compactMap(\.domain))
    if let move {
      if let domain = move.from.domain { gone.insert(domain) }
      gone.formUnion(book.company(at: move.from)?.domains ?? [])
    }
    gone.subtract(domains)
    let usable = person.emails.filter { !gone.contains(EmployerDomain.of($0) ?? "") }
    return usable.last { domains.contains(EmployerDomain.of($0) ?? "") } ?? usable.first
  }

  /// The company that a person's record names: by id, domain, an address, or name.
  private func company(of person: PersonFacts) -> CompanyEntry? {
    if let id = person.companyID, let entry = book.entry(book.current(id)), entry.facts != nil { return entry }
    let domains = [person.domain].compactMap { $0 } + person.emails.compactMap(EmployerDomain.of)
    for domain in domains {
      if let company = book.entry(named: nil, domain: domain) { return company }
    }
    return book.entry(named: person.company, domain: nil)
  }

  /// What names of companies are compared by: without legal form and accents.
  static func key(_ company: String) -> String { CompanyName(company)?.key ?? company }

  /// The id of one of our people, whom a record names by id or as the client database does.
  func memberID(_ name: String?) -> String? {
    guard let name, !team.isEmpty else { return name }
    return team.member(id: name)?.id ?? team.member(crmUser: name)?.id
  }

  /// The person with that address, else the only one of that name.
  func person(email: String?, name: String?) -> PersonFacts? {
    if let email, let id = personByEmail[email] { return people[id] }
    guard let name, case let folded = Party.folded(name), folded.contains(" ") else { return nil }
    return personByName[folded].flatMap { $0 }.flatMap { people[$0] }
  }

  /// Whether somebody is said to have gone from where they were and no new place is known.
  func hasLeft(_ person: String) -> Bool {
    if move(of: person) != nil { return false }
    guard let facts = self.person(person) else { return false }
    if moves(of: person).contains(where: { $0.signal == "left" }) { return true }
    return facts.departures.contains { departure in
      guard departure.domain == nil || departure.domain == facts.domain else { return false }
      return !facts.positions.contains { ($0.start ?? "") > departure.date && $0.domain != departure.domain }
    }
  }
}
