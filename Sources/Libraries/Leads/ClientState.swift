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

extension Dossier {
  /// The state of the company where `person` works, and its last engagement.
  func clientState(of person: String) -> (state: ClientState, last: String?, placements: Int) {
    let company = currentCompany(of: person)?.id
    let facts = company.flatMap { companies[$0] }
    let jobs = (company.flatMap { jobsByCompany[$0] } ?? []) + (company == nil ? jobsByPerson[person] ?? [] : [])
    let interactions = company.flatMap { interactionsByCompany[$0] } ?? []
    let placed = jobs.filter(\.isPlaced)
    let placements = max(facts?.placements ?? 0, placed.count)
    let isClient = facts?.isClient ?? false || !jobs.isEmpty || placements > 0
    var last = facts?.lastEngagement ?? ""
    for date in jobs.compactMap({ $0.closed ?? $0.opened }) + interactions.map(\.date) where date > last { last = date }
    for place in company.flatMap({ conversationsByCompany[$0] }) ?? [] {
      let conversation = conversations[place]
      let isTwoWay =
        conversation.side == "client" && conversation.answered(after: "")
        && conversation.messages.contains { $0.direction == .inbound && !$0.isAutomatic }
      if isTwoWay, conversation.last > last { last = conversation.last }
    }
    let days = (try? Instant(dateOrTime: last))?.days(to: now)
    return (
      ClientState(days: days, isClient: isClient, hasPlacement: placements > 0), last.isEmpty ? nil : last, placements
    )
  }
}
