// The client database as MySQL exported it: clients, SPOCs, roles and interactions, with ten years of dirt.

/// Writes the four CSV files.
struct ClientDatabase {
  let world: World
  let plans: [Plan]
  private var dice: Dice
  private var lastContact: [Int: Int] = [:]
  /// Those with whom we chatted: a chat shows no company, so the database must.
  private let chatted: Set<Int>
  private var nextCompany = 1
  private var nextPerson = 101
  private(set) var companyTwins: [(Int, [Int])] = []

  init(world: World, plans: [Plan]) {
    (self.world, self.plans) = (world, plans)
    dice = Dice(seed: world.seed, "database")
    chatted = Set(plans.filter { $0.channel != .email }.map(\.person))
    for plan in plans where plan.section != "left_auto_reply" && world.people[plan.person].kind != .friend {
      lastContact[plan.person] = max(lastContact[plan.person] ?? 0, plan.start)
    }
  }

  mutating func write(to sink: any Sink) throws {
    try sink.append(clients(), to: "data/raw/crm/clients.csv")
    try sink.append(spocs(), to: "data/raw/crm/spocs.csv")
    try sink.append(roles(), to: "data/raw/crm/roles.csv")
    try sink.append(interactions(), to: "data/raw/crm/interactions.csv")
  }

  private mutating func clients() -> [UInt8] {
    var table = MySQLTable(
      "client_id,company_name,industry,company_size,website,city,country,first_engagement_date,last_engagement_date,"
        + "total_positions_filled,revenue_generated,currency")
    for index in 0..<world.clientCount {
      addClient(index, world.companies[index].fullName, to: &table)
    }
    for index in 0..<world.clientCount where dice.chance(6) {
      addClient(index, otherSpelling(world.companies[index]), to: &table)
      companyTwins.append((index, world.companies[index].crmIDs))
    }
    return table.bytes
  }

  private mutating func addClient(_ index: Int, _ name: String, to table: inout MySQLTable) {
    let company = world.companies[index]
    let isTwin = !company.crmIDs.isEmpty
    let id = nextCompany
    nextCompany += dice.chance(90) ? 1 : 2
    world.companies[index].crmIDs.append(id)
    let placements = isTwin ? 0 : company.placements
    let contacts = world.contacts[index] ?? []
    let last = company.lastEngagement ?? contacts.compactMap { lastContact[$0] }.max().map { Day(number: $0 / 86_400) }
    let website = dice.pick([
      "https://www.\(company.domain)", "www.\(company.domain)", "http://\(company.domain)/", company.domain,
    ])
    let country = dice.pick([company.place.countryName, company.place.countryName, company.place.country])
    table.add([
      String(id), name, company.trade.name, sizeText(company.size), dice.chance(isTwin ? 60 : 90) ? website : nil,
      company.place.city, country, company.since.iso, isTwin ? nil : last?.iso, String(placements),
      placements == 0 ? nil : "\(placements * dice.among(4200...13_900)).\(dice.pick(["00", "50"]))",
      placements == 0 ? nil : currency(company.place),
    ])
  }

  private mutating func sizeText(_ size: Int) -> String {
    if dice.chance(60) { return String(size) }
    let bands = [(11, 50), (51, 200), (201, 500), (501, 1000), (1001, 5000)]
    return bands.first { size <= $0.1 }.map { "\($0.0)-\($0.1)" } ?? "5001+"
  }

  private func currency(_ place: Place) -> String {
    switch place.country {
    case "GB": "GBP"
    case "IN": "INR"
    case "US": "USD"
    case "DK": "DKK"
    default: "EUR"
    }
  }

  private mutating func otherSpelling(_ company: Company) -> String {
    switch dice.below(3) {
    case 0: return company.brand.uppercased()
    case 1: return company.brand + (company.legalForm.contains("Ltd") ? " Limited" : "")
    default: return company.brand.replacing(" ", with: "  ") + " " + company.legalForm.replacing(".", with: "")
    }
  }

  private mutating func spocs() -> [UInt8] {
    var table = MySQLTable(
      "spoc_id,client_id,full_name,email,phone,job_title,linkedin_url,first_contact_date,last_contact_date,is_active")
    for company in 0..<world.clientCount {
      for person in world.contacts[company] ?? [] where isEntered(person) {
        addSpoc(person, company, position: 0, to: &table)
        if dice.chance(6) { addSpoc(person, company, position: 0, isTwin: true, to: &table) }
      }
    }
    for person in world.people where person.kind == .spoc && person.positions.count > 1 {
      let now = person.positions[1].company
      if now < world.clientCount, dice.chance(50) { addSpoc(person.index, now, position: 1, to: &table) }
    }
    return table.bytes
  }

  /// Nearly everybody is in the database; those who moved are, for else nobody could see it.
  private mutating func isEntered(_ person: Int) -> Bool {
    dice.chance(94) || lastContact[person] == nil || world.people[person].positions.count > 1
      || chatted.contains(person)
  }

  private mutating func addSpoc(
    _ index: Int, _ company: Int, position: Int, isTwin: Bool = false, to table: inout MySQLTable
  ) {
    let person = world.people[index]
    let held = person.positions[position]
    let id = nextPerson
    nextPerson += dice.chance(88) ? 1 : 3
    world.people[index].crmIDs.append(id)
    let name = Dirt.name(person, &dice, isTwin: isTwin)
    world.show("crm:person:\(id)", of: index, as: name.trimmingSpaces())
    let hasMoved = person.positions.count > 1
    let email = dice.chance(isTwin ? 50 : hasMoved ? 100 : 93) ? held.email : nil
    if let email { world.show(email, of: index) }
    let hasURL = hasMoved && person.isConnection || dice.chance(person.isConnection ? 50 : 22)
    if hasURL { world.show("linkedin:" + person.slug, of: index) }
    let first = max(world.companies[company].since.number, held.start.number)
    let last = contactDay(person, held, first)
    table.add([
      String(id), String(dice.pick(world.companies[company].crmIDs)), name,
      email.map { dice.chance(8) ? $0.uppercased() : $0 },
      dice.chance(isTwin || hasMoved || chatted.contains(index) ? 100 : 78) ? Dirt.phone(person, &dice) : nil,
      dice.chance(90) ? held.title : nil,
      hasURL ? Dirt.url(person.slug, &dice) : nil, Day(number: first).iso, Day(number: last).iso,
      dice.chance(held.end == nil ? 96 : 70) ? "1" : "0",
    ])
  }

  private mutating func contactDay(_ person: Person, _ held: Position, _ first: Int) -> Int {
    let known = lastContact[person.index].map { $0 / 86_400 } ?? first + dice.below(500)
    let end = held.end?.number ?? World.end.number
    return max(first, min(known, end - 10, World.end.number))
  }

  private mutating func roles() -> [UInt8] {
    var table = MySQLTable(
      "role_id,client_id,spoc_id,job_title,job_description,seniority_level,department,posted_date,closed_date,status,"
        + "salary_range,placed_candidate,placed_email")
    var id = 1000
    let wanted: Set = ["jd_shared", "placement", "negotiation", "active"]
    for plan in plans where wanted.contains(plan.section) {
      guard let company = plan.company, company < world.clientCount, let spoc = world.people[plan.person].crmIDs.first
      else { continue }
      id += dice.among(1...3)
      let placed = plan.section == "placement" ? plan.candidate.map { world.people[$0] } : nil
      let trade = world.companies[company].trade
      let posted = Day(number: plan.start / 86_400 - (placed == nil ? 0 : 40))
      if let placed { world.show(placed.personalEmail, of: placed.index, as: placed.name) }
      table.add([
        String(id), String(world.companies[company].crmIDs[0]), String(spoc), dice.pick(trade.roles),
        Dirt.description(trade, &dice), dice.pick(["Junior", "Mid", "Senior", "Lead", nil]),
        dice.pick([nil, trade.name]),
        posted.iso, placed == nil ? nil : Day(number: posted.number + 70).iso,
        placed != nil ? "filled" : dice.pick(["open", "Open", "on_hold"]), salary(world.companies[company].place),
        placed?.name, placed?.personalEmail,
      ])
    }
    return table.bytes
  }

  private mutating func salary(_ place: Place) -> String? {
    let low = dice.among(32...80)
    switch place.country {
    case "IN": return "\(low / 3)-\(low / 2) LPA"
    case "GB": return "£\(low),000 - £\(low + 12),000"
    case "US": return "$\(low + 40)k–\(low + 60)k"
    default: return dice.chance(70) ? "\(low).000-\(low + 15).000 EUR" : nil
    }
  }

  private mutating func interactions() -> [UInt8] {
    var table = MySQLTable(
      "interaction_id,client_id,spoc_id,interaction_date,interaction_type,member,notes,outcome,next_steps")
    var id = 5000
    for company in 0..<world.clientCount {
      for person in world.contacts[company] ?? [] {
        guard let spoc = world.people[person].crmIDs.first else { continue }
        for _ in 0..<dice.pick([0, 0, 1, 1, 2, 3]) {
          id += dice.among(1...4)
          let first = world.companies[company].since.number
          let last = max(first + 1, contactDay(world.people[person], world.people[person].positions[0], first))
          let start = (first + dice.below(last - first)) * 86_400 + dice.among(8...17) * 3600 + dice.below(60) * 60
          let note = Dirt.note(&dice)
          let time = WallClock(start, .london)
          table.add([
            String(id), String(world.companies[company].crmIDs[0]), String(spoc), "\(time.day.iso) \(time.time):00",
            note.kind, world.members[world.owner(of: company, at: start)].crmUser, note.text, note.outcome, note.next,
          ])
        }
      }
    }
    return table.bytes
  }
}

extension String {
  func trimmingSpaces() -> String { self[...].trimmed() }
}
