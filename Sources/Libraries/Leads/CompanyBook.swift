// Companies, and what all records of a run sum up to for each.
import Calendar
import JSONLines
import Names

/// What the client database and the conversations with a company sum up to.
final class CompanySummary {
  var jobs = 0
  var openJobs = 0
  var placedJobs = 0
  /// The last vacancy, entry of the client database or conversation both ways as a client; empty when there is none.
  var lastEngagement = ""
  /// The last hire that is dated.
  var lastPlacement = ""
  /// People who work there now.
  var contacts = 0
  /// How often the client database names each of our people, by its own names for them.
  var noted: [String: Int] = [:]
  /// How many conversations each of our people takes part in.
  var wrote: [String: Int] = [:]

  func add(_ other: CompanySummary) {
    jobs += other.jobs
    openJobs += other.openJobs
    placedJobs += other.placedJobs
    lastEngagement = max(lastEngagement, other.lastEngagement)
    lastPlacement = max(lastPlacement, other.lastPlacement)
    contacts += other.contacts
    noted.merge(other.noted, uniquingKeysWith: +)
    wrote.merge(other.wrote, uniquingKeysWith: +)
  }
}

/// The companies of a run. It is shared by all dossiers of the run: filled first, then settled, then only read.
final class CompanyBook {
  private var companies: [String: CompanyFacts] = [:]
  private var former: [String: String] = [:]
  private var byDomain: [String: String] = [:]
  private var byName: [String: String] = [:]
  private var summaries: [String: CompanySummary] = [:]
  private var states: [String: ClientFacts] = [:]
  /// What names are compared by, as they come again and again.
  private var keys: [String: String] = [:]

  func add(_ company: CompanyFacts, formerIDs: [String]) {
    companies[company.id] = company
    for id in formerIDs { former[id] = company.id }
  }

  func note(_ job: JobFacts) {
    guard let company = job.companyID else { return }
    let date = job.closed ?? job.opened ?? ""
    let summary = entry(company)
    summary.jobs += 1
    if job.isOpen { summary.openJobs += 1 }
    summary.lastEngagement = max(summary.lastEngagement, date)
    if job.isPlaced {
      summary.placedJobs += 1
      summary.lastPlacement = max(summary.lastPlacement, date)
    }
  }

  func note(_ interaction: InteractionFacts) {
    guard let company = interaction.companyID else { return }
    entry(company).lastEngagement.raise(to: interaction.date)
    if interaction.kind == "placement" {
      entry(company).lastPlacement.raise(to: interaction.date)
    }
    if let member = interaction.member { entry(company).noted[member, default: 0] += 1 }
  }

  /// Notes a conversation with `company`: who of us takes part in it, and its last word when it counts as an
  /// engagement.
  func noteConversation(with company: String, members: [String], engagement: String?) {
    if let engagement { entry(company).lastEngagement.raise(to: engagement) }
    for member in members { entry(company).wrote[member, default: 0] += 1 }
  }

  /// The summary of a company, which is made when it is first asked for.
  private func entry(_ company: String) -> CompanySummary {
    if let known = summaries[company] { return known }
    let made = CompanySummary()
    summaries[company] = made
    return made
  }

  func noteContact(at company: String) { entry(company).contacts += 1 }

  /// Makes companies known by domain and name, and gives what was noted under former ids to those that they have now.
  func settle() {
    for id in companies.keys.sorted() {
      for domain in companies[id]?.domains ?? [] where byDomain[domain] == nil { byDomain[domain] = id }
      if let name = companies[id]?.name.map(Dossier.key), byName[name] == nil { byName[name] = id }
    }
    for (old, id) in former.sorted(by: { $0.key < $1.key }) where old != id {
      if let summary = summaries.removeValue(forKey: old) { entry(id).add(summary) }
    }
  }

  /// The id that a company's `id` has now, after merges.
  func current(_ id: String) -> String { former.isEmpty ? id : former[id] ?? id }

  func company(_ id: String) -> CompanyFacts? { companies[id] }

  func summary(_ id: String) -> CompanySummary { summaries[id] ?? CompanySummary() }

  /// What a company is to us, worked out once it is asked for the first time.
  func state(_ id: String, _ make: () -> ClientFacts) -> ClientFacts {
    if let known = states[id] { return known }
    let state = make()
    states[id] = state
    return state
  }

  /// The company that owns `domain`, else the one called `name`.
  func company(named name: String?, domain: String?) -> CompanyFacts? {
    if let domain, let id = byDomain[domain] { return companies[id] }
    return name.flatMap { byName[key($0)] }.flatMap { companies[$0] }
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
