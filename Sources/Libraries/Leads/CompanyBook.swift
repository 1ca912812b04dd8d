// Companies, and what all records of a run sum up to for each.
import Calendar
import JSONLines
import Names

/// What is known of a company: its record, and what the client database and the conversations with it sum up to.
final class CompanyEntry {
  // What each conversation changes stands first, in one line of memory: companies are met in any order.

  /// How many conversations each of our people takes part in.
  fileprivate(set) var wrote = MemberCounts()
  /// The last vacancy, entry of the client database or conversation both ways as a client; empty when there is none.
  fileprivate(set) var lastEngagement = ""
  let id: String
  /// What its record says; nil when there is none.
  fileprivate(set) var facts: CompanyFacts?
  fileprivate(set) var jobs = 0
  fileprivate(set) var openJobs = 0
  fileprivate(set) var placedJobs = 0
  /// The last hire that is dated.
  fileprivate(set) var lastPlacement = ""
  /// People who work there now.
  var contacts = 0
  /// How often the client database names each of our people, by its own names for them.
  fileprivate(set) var noted = MemberCounts()
  /// What it is to us, once somebody has asked.
  var state: ClientFacts?
  /// Who of us knows its people best, once somebody has asked.
  var owner: (member: String?, isKnown: Bool) = (nil, false)

  init(_ id: String) {
    self.id = id
  }

  func note(_ job: JobFacts) {
    let date = job.closed ?? job.opened ?? ""
    jobs += 1
    if job.isOpen { openJobs += 1 }
    lastEngagement.raise(to: date)
    if job.isPlaced {
      placedJobs += 1
      lastPlacement.raise(to: date)
    }
  }

  fileprivate func note(_ interaction: InteractionFacts) {
    lastEngagement.raise(to: interaction.date)
    if interaction.kind == "placement" { lastPlacement.raise(to: interaction.date) }
    if let member = interaction.member { noted.add(1, to: member) }
  }

  /// Takes over the sums of another entry.
  fileprivate func add(_ other: CompanyEntry) {
    jobs += other.jobs
    openJobs += other.openJobs
    placedJobs += other.placedJobs
    lastEngagement.raise(to: other.lastEngagement)
    lastPlacement.raise(to: other.lastPlacement)
    contacts += other.contacts
    for (member, count) in other.noted.list { noted.add(count, to: member) }
    for (member, count) in other.wrote.list { wrote.add(count, to: member) }
  }

  /// Forgets all sums.
  fileprivate func clear() {
    (jobs, openJobs, placedJobs, contacts) = (0, 0, 0, 0)
    (lastEngagement, lastPlacement) = ("", "")
    (noted, wrote) = (MemberCounts(), MemberCounts())
  }
}

/// Counts for our people, of whom few meet one company.
struct MemberCounts: Sendable {
  // The first stands here and not in the list, which lies elsewhere in memory: most companies know one of us.
  private var first = ""
  private var firstCount = 0
  private var others: [(member: String, count: Int)] = []

  /// The members in the order in which they were first met.
  var list: [(member: String, count: Int)] { firstCount == 0 ? [] : [(first, firstCount)] + others }

  mutating func add(_ count: Int, to member: String) {
    if firstCount == 0 { first = member }
    if member == first {
      firstCount += count
    } else if let place = others.firstIndex(where: { $0.member == member }) {
      others[place].count += count
    } else {
      others.append((member, count))
    }
  }
}

/// The companies of a run. It is shared by all dossiers of the run: filled first, then settled, then only read.
final class CompanyBook {
  private var numbers = IDIndex()
  private var entries: [CompanyEntry] = []
  private var former: [String: String] = [:]
  private var byDomain: [String: CompanyEntry] = [:]
  /// By name; made when the first name is asked for, as most companies are told by id or domain.
  private var byName: [String: CompanyEntry]?
  /// What names are compared by, as they come again and again.
  private var keys: [String: String] = [:]

  func add(_ company: CompanyFacts, formerIDs: [String]) {
    self[number(of: company.id)].facts = company
    for id in formerIDs { former[id] = company.id }
  }

  func note(_ job: JobFacts) {
    if let company = job.companyID { self[number(of: company)].note(job) }
  }

  func note(_ interaction: InteractionFacts) {
    if let company = interaction.companyID { self[number(of: company)].note(interaction) }
  }

  /// Notes a conversation with `company`: who of us takes part in it, and its last word when it counts as an
  /// engagement.
  func noteConversation(with company: String, members: [String], engagement: String?) {
    let entry = self[number(of: company)]
    if let engagement { entry.lastEngagement.raise(to: engagement) }
    for member in members { entry.wrote.add(1, to: member) }
  }

  func noteContact(at company: String) { self[number(of: company)].contacts += 1 }

  /// Says that the company whose id has that hash will be asked for soon.
  func expect(_ hash: UInt64) { numbers.expect(hash) }

  /// The number of a company, which gets one when it is first asked for.
  func number(of id: String) -> Int32 {
    number(IDIndex.hash(id)) { id }
  }

  /// The same by the hash of the id. Two ids of one hash would be one company: of a million, one in 37 million times.
  func number(_ hash: UInt64, _ id: () -> String) -> Int32 {
    if let known = numbers.number(hash) { return known }
    numbers.insert(hash, Int32(entries.count))
    entries.append(CompanyEntry(id()))
    return Int32(entries.count - 1)
  }

  /// How many companies have a number.
  var count: Int { entries.count }

  /// The company with that number.
  subscript(number: Int32) -> CompanyEntry { entries[Int(number)] }

  /// Makes companies known by domain, and gives what was noted under former ids to those that they have now.
  func settle() {
    for entry in inOrder {
      for domain in entry.facts?.domains ?? [] where byDomain[domain] == nil { byDomain[domain] = entry }
    }
    for (old, id) in former.sorted(by: { $0.key < $1.key }) where old != id {
      guard let entry = entry(old) else { continue }
      self[number(of: id)].add(entry)
      entry.clear()
    }
  }

  /// The companies that have a record, by id.
  private var inOrder: [CompanyEntry] { entries.filter { $0.facts != nil }.sorted { $0.id < $1.id } }

  /// The id that a company's `id` has now, after merges.
  func current(_ id: String) -> String { former.isEmpty ? id : former[id] ?? id }

  /// The entry of the company with that very id; nil when nothing is known of it.
  func entry(_ id: String) -> CompanyEntry? {
    numbers.number(IDIndex.hash(id)).map { self[$0] }
  }

  /// The entry of the company that the one with that number is now, after merges.
  func currentEntry(_ number: Int32) -> CompanyEntry? {
    former.isEmpty ? self[number] : entry(current(self[number].id))
  }

  /// What the record of a company says.
  func company(_ id: String) -> CompanyFacts? { entry(id)?.facts }

  /// What the record of a company at a place in a career says.
  func company(at place: MoveFacts.Place) -> CompanyFacts? { entry(at: place)?.facts }

  /// What the record of the company that owns `domain`, else of the one called `name`, says.
  func company(named name: String?, domain: String?) -> CompanyFacts? { entry(named: name, domain: domain)?.facts }

  /// The company with a record at a place in a career: by its id, else its domain, else its name.
  func entry(at place: MoveFacts.Place) -> CompanyEntry? {
    if let id = place.companyID, let entry = entry(current(id)), entry.facts != nil { return entry }
    return entry(named: place.company, domain: place.domain)
  }

  /// The company with a record that owns `domain`, else the one called `name`.
  func entry(named name: String?, domain: String?) -> CompanyEntry? {
    if let domain, let entry = byDomain[domain] { return entry }
    return name.flatMap { named[key($0)] }
  }

  private var named: [String: CompanyEntry] {
    if let byName { return byName }
    var made: [String: CompanyEntry] = [:]
    for entry in inOrder {
      if let name = entry.facts?.name.map(Dossier.key), made[name] == nil { made[name] = entry }
    }
    byName = made
    return made
  }

  /// `Dossier.key` of a name.
  func key(_ name: String) -> String {
    if let known = keys[name] { return known }
    let key = Dossier.key(name)
    keys[name] = key
    return key
  }
}

extension String {
  /// Becomes the later of both dates.
  fileprivate mutating func raise(to other: String) { if other > self { self = other } }
}
