// Deals the plots: which client lives through what. Every fact of the truth begins here.

/// The situations that are planted, and how many of each fifty clients live through.
enum Plot: CaseIterable {
  case inbound, brief, proposal, negotiation, reconnect, keepInTouch, mention, dormant, active, declined
  case movedAnnounced, movedAutoReply, movedSilently, movedNewAddress, movedByColleague, candidateHires

  var perFifty: Int {
    switch self {
    case .inbound, .negotiation, .keepInTouch, .mention, .movedAnnounced: 4
    case .brief, .proposal, .reconnect, .declined: 5
    case .dormant: 7
    case .movedSilently: 6
    case .active, .movedAutoReply, .movedNewAddress, .candidateHires: 3
    case .movedByColleague: 2
    }
  }
}

/// Makes plans and facts out of plots.
struct Plotter {
  var builder: WorldBuilder
  let stock: Stock
  var decks: Decks
  var dice: Dice
  var plans: [Plan] = []
  var facts: [Fact] = []
  var involved: Set<Int> = []
  /// Clients that nobody may write to after a day.
  var quietAfter: [Int: Day] = [:]
  /// People whose place in LinkedIn data is planted.
  var pageWanted: [Int] = []
  var connectionWanted: [Int] = []

  var world: World { builder.world }

  init(seed: UInt64, clients: Int, stock: Stock) {
    builder = WorldBuilder(seed: seed, clients: clients)
    self.stock = stock
    decks = Decks(seed: seed)
    dice = Dice(seed: seed, "plots")
    dealAll(clients)
  }

  private mutating func dealAll(_ clients: Int) {
    var plots: [Plot] = []
    for plot in Plot.allCases {
      let count = max(clients < 10 ? 0 : 1, (plot.perFifty * clients + 25) / 50)
      plots += Array(repeating: plot, count: count)
    }
    plots = dice.shuffled(plots)
    for index in 0..<(clients / 25) { addNamesakes(index) }
    let order = dice.shuffled(Array(0..<clients))
    for (index, plot) in plots.enumerated() {
      for attempt in 0..<min(clients, 8) {
        let company = order[(index + attempt * 7) % clients]
        if let person = freeContact(at: company, for: plot) {
          involved.insert(person)
          play(plot, company, person)
          break
        }
      }
    }
    addHistory()
  }

  /// Two people of one name at two companies at the same time, whom nothing but the name joins.
  private mutating func addNamesakes(_ index: Int) {
    let first = dice.below(world.clientCount)
    let second = (first + 1 + dice.below(world.clientCount - 1)) % world.clientCount
    guard let known = contacts(at: first).last, !involved.contains(known) else { return }
    let person = world.people[known]
    let twin = builder.addPerson(
      kind: .spoc, at: second, from: Day(2014, 6, 1), named: (person.given, person.family, person.isWoman))
    world.contacts[second, default: []].append(twin)
    for (somebody, company) in [(known, first), (twin, second)] {
      involved.insert(somebody)
      let from = max(world.companies[first].since, world.companies[second].since)
      let start = moment(Day(number: from.number + 60), Day(number: from.number + 500))
      if let plan = plan("admin", company, somebody, at: start) { plans.append(plan) }
    }
  }

  private func freeContact(at company: Int, for plot: Plot) -> Int? {
    if quietAfter[company] != nil, plot != .movedSilently, plot != .keepInTouch { return nil }
    if plot == .dormant || plot == .active, contacts(at: company).contains(where: { involved.contains($0) }) {
      return nil
    }
    return contacts(at: company).first { !involved.contains($0) }
  }

  /// The people who belong to a client from the beginning.
  func contacts(at company: Int) -> [Int] {
    world.contacts[company] ?? []
  }

  /// A working moment between two days.
  mutating func moment(_ from: Day, _ to: Day) -> Int {
    let span = max(1, to.number - from.number)
    let day = Day(number: from.number + dice.below(span))
    let monday = day.weekday == 0 ? 1 : day.weekday == 6 ? -1 : 0
    return (day.number + monday) * 86_400 + dice.among(7 * 3600...17 * 3600)
  }

  /// A plan with the next scene of a section.
  mutating func plan(_ section: String, _ company: Int, _ person: Int, at start: Int, chat: Bool = false) -> Plan? {
    let tongue = tongue(of: person, at: start)
    let channel: Channel =
      chat ? (dice.chance(world.people[person].country == "IN" ? 70 : 40) ? .whatsapp : .linkedin) : .email
    let key = channel == .email ? section : section + ".chat"
    guard let scene = decks.deal(key, tongue, from: stock) ?? decks.deal(key, .en, from: stock) else {
      return chat ? plan(section, company, person, at: start) : nil
    }
    let written = stock.sections[key + "." + tongue.rawValue] == nil ? Tongue.en : tongue
    return Plan(
      start: start - world.people[person].zone.minutes * 60, section: section, scene: scene, tongue: written,
      member: world.owner(of: company, at: start), person: person, company: company, channel: channel)
  }

  private mutating func tongue(of person: Int, at start: Int) -> Tongue {
    let own = world.people[person].tongue
    return own == .en || own == .hi || dice.chance(70) ? own : .en
  }
}
