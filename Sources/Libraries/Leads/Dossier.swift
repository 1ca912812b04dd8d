// Everything that is known, by person and by company: what leads and referrals are made from.
import Calendar
import Correspondence
import JSONLines
import Names
import Team

/// An index over people, companies, jobs, interactions, conversations and moves. Records come in any order; `settle`
/// joins them before anything is asked.
public final class Dossier {
  let team: Team
  let now: Instant
  private let keepsTexts: Bool
  let book: CompanyBook
  /// Whether what is added is also noted in the book; not where others have filled it.
  private let fillsBook: Bool
  private(set) var people: [String: PersonFacts] = [:]
  private var jobs: [JobFacts] = []
  private var interactions: [InteractionFacts] = []
  private(set) var conversations: [ConversationFacts] = []
  private var moves: [MoveFacts] = []
  private var former: [String: String] = [:]
  private(set) var jobsByPerson: [String: [JobFacts]] = [:]
  private(set) var interactionsByPerson: [String: [InteractionFacts]] = [:]
  private(set) var conversationsByPerson: [String: [Int]] = [:]
  private(set) var movesByPerson: [String: [MoveFacts]] = [:]
  private var personByEmail: [String: String] = [:]
  /// People by name; nil where several bear it.
  private var personByName: [String: String?] = [:]
  private(set) var peopleByCompany: [String: [String]] = [:]

  /// An empty dossier of the firm `team`, for a run at `now`; with `keepsTexts` it remembers those texts that may name a
  /// third person.
  public init(team: Team, now: Instant, keepsTexts: Bool = false) {
    self.team = team
    self.now = now
    self.keepsTexts = keepsTexts
    book = CompanyBook()
    fillsBook = true
  }

  /// A dossier of few people, beside a book that all records of the run have filled.
  init(team: Team, now: Instant, book: CompanyBook) {
    self.team = team
    self.now = now
    keepsTexts = false
    self.book = book
    fillsBook = false
  }

  /// Takes in a record by its type; false when the type is none that matters here.
  public func add(_ record: Record) -> Bool {
    switch record.string(ConversationPath.type) {
    case "person":
      guard let person = PersonFacts(record) else { return false }
      people[person.id] = person
      for id in record.strings(ConversationPath.formerIDs) { former[id] = person.id }
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
      conversations.append(conversation)
      if fillsBook, let company = conversation.companyID {
        book.noteConversation(
          with: company, members: conversation.members, engagement: conversation.engagement)
      }
    case "signal": if let move = MoveFacts(record) { moves.append(move) }
    default: return false
    }
    return true
  }

  /// Joins what was added.
  public func settle() {
    conversations.sort { ($0.last, $0.id) < ($1.last, $1.id) }
    for (place, conversation) in conversations.enumerated() {
      for person in conversation.people { conversationsByPerson[current(person), default: []].append(place) }
    }
    for move in moves.sorted(by: { ($0.date, $0.id) < ($1.date, $1.id) }) {
      movesByPerson[current(move.personID), default: []].append(move)
    }
    for job in jobs {
      if let person = job.personID { jobsByPerson[current(person), default: []].append(job) }
    }
    for interaction in interactions.sorted(by: { ($0.date, $0.id) < ($1.date, $1.id) }) {
      if let person = interaction.personID { interactionsByPerson[current(person), default: []].append(interaction) }
    }
    if fillsBook {
      book.settle()
      settleNames()
    }
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

  /// The conversations that somebody takes part in, by their last message.
  func conversations(of person: String) -> [ConversationFacts] {
    (conversationsByPerson[person] ?? []).map { conversations[$0] }
  }

  /// The latest move of somebody whose goal is known.
  func move(of person: String) -> MoveFacts? {
    movesByPerson[person]?.last {
      ["moved", "candidate_now_hiring", "now_hiring_role"].contains($0.signal) && $0.to.isKnown
    }
  }

  /// Where somebody works, as far as it is known.
  struct Workplace: Sendable {
    var id: String?
    var name: String?
    var domain: String?
    var title: String?
  }

  /// Where somebody works now, after the latest move.
  func currentCompany(of person: String) -> Workplace? {
    guard let facts = people[person] else { return nil }
    guard let to = move(of: person)?.to else {
      let known = company(of: facts)
      return Workplace(
        id: known?.id ?? facts.companyID.map(book.current), name: facts.company ?? known?.name, domain: facts.domain,
        title: facts.title)
    }
    let isInRecord = to.company == facts.company || to.company.map(book.key) == facts.company.map(book.key)
    let known = company(at: to)
    return Workplace(
      id: known?.id ?? (to.companyID ?? (isInRecord ? facts.companyID : nil)).map(book.current),
      name: known?.name ?? to.company ?? facts.company, domain: to.domain ?? (isInRecord ? facts.domain : nil),
      title: to.title ?? (isInRecord ? facts.title : nil))
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
      gone.formUnion(company(at: move.from)?.domains ?? [])
    }
    gone.subtract(domains)
    let usable = person.emails.filter { !gone.contains(EmployerDomain.of($0) ?? "") }
    return usable.last { domains.contains(EmployerDomain.of($0) ?? "") } ?? usable.first
  }

  /// The company of a place in a career: by its id, else its domain, else its name.
  func company(at place: MoveFacts.Place) -> CompanyFacts? {
    if let id = place.companyID, let company = book.company(book.current(id)) { return company }
    return company(named: place.company, domain: place.domain)
  }

  /// The company that a person's record names: by id, domain, an address, or name.
  private func company(of person: PersonFacts) -> CompanyFacts? {
    if let company = person.companyID.flatMap({ book.company(book.current($0)) }) { return company }
    let domains = [person.domain].compactMap { $0 } + person.emails.compactMap(EmployerDomain.of)
    for domain in domains {
      if let company = company(named: nil, domain: domain) { return company }
    }
    return company(named: person.company, domain: nil)
  }

  /// The company that owns `domain`, else the one called `name`.
  func company(named name: String?, domain: String?) -> CompanyFacts? {
    book.company(named: name, domain: domain)
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
    guard let facts = people[person] else { return false }
    if movesByPerson[person]?.contains(where: { $0.signal == "left" }) ?? false { return true }
    return facts.departures.contains { departure in
      guard departure.domain == nil || departure.domain == facts.domain else { return false }
      return !facts.positions.contains { ($0.start ?? "") > departure.date && $0.domain != departure.domain }
    }
  }
}
