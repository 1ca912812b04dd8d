// How long ago somebody's company was a client.
import Calendar
import JSONLines

/// What a company is to us as a client.
enum ClientState: String, Sendable {
  /// Something happened in the last 180 days.
  case active
  /// Something happened 180 to 730 days ago, and somebody was hired through us.
  case dormantWarm = "dormant_warm"
  /// A client once, but longer ago, or never with a hire.
  case dormantCold = "dormant_cold"
  /// No client yet.
  case never

  /// The state as people read it.
  var words: String { self == .dormantWarm ? "dormant warm" : self == .dormantCold ? "dormant cold" : rawValue }

  /// The state of a client whose last engagement lies `days` back.
  init(days: Int?, isClient: Bool, hasPlacement: Bool) {
    guard isClient else {
      self = .never
      return
    }
    switch days ?? .max {
    case ...180: self = .active
    case ...730 where hasPlacement: self = .dormantWarm
    default: self = .dormantCold
    }
  }
}

/// What the company where somebody works is to us.
final class ClientFacts: Sendable {
  let state: ClientState
  /// The last engagement.
  let last: String?
  let placements: Int
  /// The last hire, as far as the client database dates one.
  let lastPlacement: String?
  /// What it is in words; nil when it was never a client.
  let words: String?

  init(state: ClientState, last: String?, placements: Int, lastPlacement: String?) {
    self.state = state
    self.last = last
    self.placements = placements
    self.lastPlacement = lastPlacement
    words = state == .never ? nil : "client, \(CountText.of(placements, "hire")), \(state.words)"
  }
}

extension Dossier {
  /// The state of the company where `person` works, and its last engagement.
  func clientState(of person: String, at place: Workplace?) -> ClientFacts {
    if let entry = place?.entry {
      if let known = entry.state { return known }
      let state = clientFacts(entry)
      entry.state = state
      return state
    }
    // Without a company the vacancies stand for one.
    let own = CompanyEntry(person)
    if place?.id == nil { for job in jobs(of: person) { own.note(job) } }
    return clientFacts(own)
  }

  private func clientFacts(_ summary: CompanyEntry) -> ClientFacts {
    let company = summary.facts
    let last = max(company?.lastEngagement ?? "", summary.lastEngagement)
    let placements = max(company?.placements ?? 0, summary.placedJobs)
    let isClient = company?.isClient ?? false || summary.jobs > 0
    let days = (try? Instant(dateOrTime: last))?.days(to: now)
    return ClientFacts(
      state: ClientState(days: days, isClient: isClient, hasPlacement: placements > 0), last: last.isEmpty ? nil : last,
      placements: placements, lastPlacement: summary.lastPlacement.isEmpty ? nil : summary.lastPlacement)
  }
}
