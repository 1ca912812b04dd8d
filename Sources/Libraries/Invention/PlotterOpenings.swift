// Plots that leave something open, or close it.

extension Plotter {
  mutating func play(_ plot: Plot, _ company: Int, _ person: Int) {
    switch plot {
    case .inbound: open("inbound_request", company, person, chat: 30, since: 2019)
    case .brief: open("jd_shared", company, person, chat: 25, since: 2017)
    case .proposal: open("proposal_sent", company, person, chat: 20, since: 2017)
    case .negotiation: open("negotiation", company, person, chat: 0, since: 2018)
    case .reconnect: open("reconnect_later", company, person, chat: 35, since: 2018)
    case .keepInTouch: open("keep_in_touch", company, person, chat: 40, since: 2017, stalls: false)
    case .mention: mention(company, person)
    case .declined: decline(company, person)
    case .dormant: dormant(company, person)
    case .active: active(company, person)
    case .movedAnnounced: movedAnnounced(company, person)
    case .movedAutoReply: movedAutoReply(company, person)
    case .movedSilently: movedSilently(company, person)
    case .movedNewAddress: movedNewAddress(company, person)
    case .movedByColleague: movedByColleague(company, person)
    case .candidateHires: candidateHires(company, person)
    }
  }

  private func earliest(_ company: Int, _ year: Int) -> Day {
    max(Day(number: world.companies[company].since.number + 90), Day(year, 1, 10))
  }

  private mutating func open(
    _ section: String, _ company: Int, _ person: Int, chat: Int, since: Int, stalls: Bool = true
  ) {
    let recent = dice.chance(55) ? max(since, 2024) : since
    let start = moment(earliest(company, recent), Day(2025, 11, 20))
    guard var plan = plan(section, company, person, at: start, chat: dice.chance(chat)) else { return }
    plan.isPlanted = true
    plan.stalls = stalls
    plans.append(plan)
  }

  private mutating func mention(_ company: Int, _ person: Int) {
    let start = moment(earliest(company, 2018), Day(2025, 12, 10))
    let there = builder.addCompany(at: world.companies[company].place)
    let friend = builder.addPerson(
      kind: .spoc, at: there, from: Day(number: start / 86_400 - dice.among(200...1500)))
    guard var plan = plan("referral_mention", company, person, at: start, chat: dice.chance(25)) else { return }
    plan.other = friend
    plan.isPlanted = true
    plans.append(plan)
    facts.append(
      Fact(
        kind: "referral", person: person, target: friend, targetCompany: there, play: "mention",
        day: Day(number: start / 86_400), asks: [person], targets: [friend]))
  }

  private mutating func decline(_ company: Int, _ person: Int) {
    let start = moment(earliest(company, 2017), Day(2025, 12, 1))
    guard var plan = plan("declined", company, person, at: start, chat: dice.chance(25)) else { return }
    plan.isPlanted = true
    plans.append(plan)
  }

  private mutating func dormant(_ company: Int, _ person: Int) {
    let from = earliest(company, 2015)
    let limit = max(Day(number: from.number + 400), Day(2022, 6, 1))
    let count = dice.among(1...2)
    var last = from
    for _ in 0..<count {
      let start = moment(from, limit)
      guard let plan = placement(company, person, at: start) else { continue }
      plans.append(plan)
      last = max(last, Day(number: start / 86_400 + 60))
    }
    world.companies[company].placements = count + dice.below(5)
    world.companies[company].lastEngagement = last
    world.companies[company].isDormant = true
    quietAfter[company] = last
  }

  mutating func placement(_ company: Int, _ person: Int, at start: Int, candidate: Int? = nil) -> Plan? {
    guard var plan = plan("placement", company, person, at: start) else { return nil }
    plan.candidate = candidate ?? builder.addPerson(kind: .candidate, near: company)
    plan.isPlanted = true
    return plan
  }

  private mutating func active(_ company: Int, _ person: Int) {
    if let earlier = placement(company, person, at: moment(Day(2024, 2, 1), Day(2025, 6, 1))) { plans.append(earlier) }
    world.companies[company].placements = dice.among(3...9)
    world.companies[company].lastEngagement = Day(2026, 1, dice.among(8...29))
    guard var plan = plan("active", company, person, at: moment(Day(2026, 1, 23), Day(2026, 2, 5))) else { return }
    plan.isPlanted = true
    plans.append(plan)
  }

  /// Ordinary talk of earlier years for those who have a plot, and for some others.
  mutating func addHistory() {
    for company in 0..<world.clientCount {
      for person in contacts(at: company) where dice.chance(involved.contains(person) ? 60 : 35) {
        let from = earliest(company, 2015)
        var limit = quietAfter[company] ?? Day(2025, 12, 20)
        if let left = world.people[person].positions.first?.end { limit = min(limit, Day(number: left.number - 40)) }
        guard limit > from, let plan = plan("admin", company, person, at: moment(from, limit)) else { continue }
        plans.append(plan)
        guard dice.chance(25) else { continue }
        if let chat = self.plan("admin", company, person, at: moment(from, limit), chat: true) { plans.append(chat) }
      }
    }
  }
}
