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
struct ClientFacts: Sendable {
  let state: ClientState
  /// The last engagement.
  let last: String?
  let placements: Int
  /// The last hire, as far as the client database dates one.
  let lastPlacement: String?
}

extension Dossier {
  /// The state of the company where `person` works, and its last engagement.
  func clientState(of person: String) -> ClientFacts {
    if let company = currentCompany(of: person)?.id { return clientState(ofCompany: company) }
    let jobs = jobsByPerson[person] ?? []
    return clientFacts(nil, jobs, [], last: jobs.compactMap { $0.closed ?? $0.opened }.max() ?? "")
  }

  /// The state of a company.
  func clientState(ofCompany company: String) -> ClientFacts {
    let jobs = jobsByCompany[company] ?? []
    var last = companies[company]?.lastEngagement ?? ""
    for date in jobs.compactMap({ $0.closed ?? $0.opened }) where date > last { last = date }
    let interactions = interactionsByCompany[company] ?? []
    for interaction in interactions where interaction.date > last { last = interaction.date }
    for place in conversationsByCompany[company] ?? [] {
      let conversation = conversations[place]
      if conversation.last > last, conversation.side == "client", conversation.isTwoWay { last = conversation.last }
    }
    return clientFacts(companies[company], jobs, interactions, last: last)
  }

  private func clientFacts(
    _ company: CompanyFacts?, _ jobs: [JobFacts], _ interactions: [InteractionFacts], last: String
  ) -> ClientFacts {
    let placements = max(company?.placements ?? 0, jobs.count(where: \.isPlaced))
    let isClient = company?.isClient ?? false || !jobs.isEmpty
    let days = (try? Instant(dateOrTime: last))?.days(to: now)
    let filled = jobs.filter(\.isPlaced).compactMap { $0.closed ?? $0.opened }
    let noted = interactions.filter { $0.kind == "placement" }.map(\.date)
    return ClientFacts(
      state: ClientState(days: days, isClient: isClient, hasPlacement: placements > 0), last: last.isEmpty ? nil : last,
      placements: placements, lastPlacement: (filled + noted).filter { !$0.isEmpty }.max())
  }
}
