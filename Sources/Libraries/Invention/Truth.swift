// The truth file: what is so in the world, as far as the written data lets a careful human see it.
import JSONLines

/// Completes the facts with what follows from them and writes them.
struct Truth {
  let world: World
  private(set) var facts: [Fact]
  private var present: [Int: [Int]] = [:]
  private var unwilling: Set<Int> = []

  init(world: World, facts: [Fact]) {
    self.world = world
    self.facts = facts
    for person in world.people where person.kind != .friend {
      if let now = person.positions.last?.company { present[now, default: []].append(person.index) }
    }
    unwilling = Set(facts.filter { $0.kind == "declined" }.compactMap(\.person))
    addMoveReferrals()
    addCrossReferrals()
    addDormant()
  }

  /// Every move makes two or three asks: the one who moved about the new company, and about the old one; and those
  /// who stayed, about the one who left.
  private mutating func addMoveReferrals() {
    for fact in facts where fact.kind == "moved" {
      guard let person = fact.person, let old = fact.company, let new = fact.targetCompany else { continue }
      let stayed = (present[old] ?? []).filter { $0 != person }
      add("moved", asks: [person], target: new, people: [person], fact)
      add("reverse", asks: [person] + stayed, target: old, people: stayed, fact)
      let friends = stayed.filter { world.people[$0].isTwoWay && worked($0, at: old, before: fact.day) }
      if !friends.isEmpty { add("former_colleagues", asks: friends, target: new, people: [person], fact) }
    }
  }

  private func worked(_ person: Int, at company: Int, before day: Day?) -> Bool {
    guard let day else { return false }
    return world.people[person].positions.contains { $0.company == company && $0.start < day }
  }

  private mutating func add(_ play: String, asks: [Int], target: Int, people: [Int], _ from: Fact) {
    var fact = Fact(kind: "referral", person: from.person, targetCompany: target, play: play, day: from.day)
    (fact.asks, fact.targets) = (asks, people)
    fact.isOptional = from.isOptional || asks.allSatisfy(unwilling.contains)
    facts.append(fact)
  }

  /// Where something lies open with somebody at a client, a colleague with whom messages went both ways can help.
  private mutating func addCrossReferrals() {
    var open: [Int: Set<Int>] = [:]
    for fact in facts where fact.kind == "opening" && Self.crossed.contains(fact.signal ?? "") {
      if let person = fact.person, let company = fact.company { open[person, default: []].insert(company) }
    }
    for (target, companies) in open.sorted(by: { $0.key < $1.key }) {
      guard let company = world.people[target].positions.last?.company else { continue }
      let asks = (present[company] ?? []).filter { $0 != target && world.people[$0].isTwoWay }
      guard !asks.isEmpty else { continue }
      var fact = Fact(kind: "referral", person: target, targetCompany: company, play: "cross_spoc")
      (fact.asks, fact.targets) = (asks, [target])
      fact.isOptional = asks.allSatisfy(unwilling.contains) || !companies.contains(company)
      facts.append(fact)
    }
  }

  /// What a colleague can be asked to bring back to life.
  private static let crossed: Set = [
    "inbound_request", "jd_shared", "keep_in_touch", "negotiation", "proposal_sent", "reconnect_later",
    "candidate_now_hiring",
  ]

  private mutating func addDormant() {
    for company in world.companies.prefix(world.clientCount) where company.placements > 0 {
      guard let last = company.lastEngagement, World.present.number - last.number > 365 else { continue }
      for person in present[company.index] ?? [] where world.people[person].kind == .spoc {
        facts.append(Fact(kind: "dormant", person: person, company: company.index, day: last))
      }
    }
  }

  /// The file's lines.
  func lines(companyTwins: [(Int, [Int])]) -> [JSONObject] {
    var lines = world.people.filter { !$0.seen.isEmpty }.map(identity)
    for (company, ids) in companyTwins {
      var line: JSONObject = ["fact": "same_company", "name": .string(world.companies[company].brand)]
      line.append("ids", JSON(ids.map { "crm:company:\($0)" }))
      line.append("domain", world.companies[company].domain)
      lines.append(line)
    }
    return lines + facts.map(line)
  }

  private func identity(_ person: Person) -> JSONObject {
    var line: JSONObject = ["fact": "same_person", "name": .string(person.name)]
    line.append("emails", JSON(person.seen.filter { $0.contains("@") }))
    line.append("ids", JSON(person.seen.filter { !$0.contains("@") }))
    line.append("names", JSON(person.names))
    line.append("kind", .string("\(person.kind)"))
    return line
  }

  private func line(_ fact: Fact) -> JSONObject {
    var line: JSONObject = ["fact": .string(fact.kind)]
    line.append("play", fact.play)
    line.append("signal", fact.signal)
    if fact.kind == "referral" {
      line.append("asks", JSON(fact.asks.flatMap { world.people[$0].seen }))
      line.append("targets", JSON(fact.targets.flatMap { world.people[$0].seen }))
      line.append("names", JSON(fact.targets.map { world.people[$0].name }))
      if fact.play == "mention" {
        line.append("emails", JSON(fact.targets.compactMap { world.people[$0].positions.last?.email }))
      }
      line.append("company", fact.targetCompany.map { world.companies[$0].brand })
    } else {
      if let person = fact.person {
        line.append("name", .string(world.people[person].name))
        line.append("keys", JSON(world.people[person].seen))
      }
      line.append(fact.kind == "moved" ? "from" : "company", fact.company.map { world.companies[$0].brand })
      line.append("to", fact.kind == "moved" ? fact.targetCompany.map { world.companies[$0].brand } : nil)
      if !fact.shownBy.isEmpty { line.append("shown_by", JSON(fact.shownBy)) }
    }
    line.append("channel", fact.channel?.rawValue)
    line.append("date", fact.day?.iso)
    if fact.isOptional { line.append("optional", .bool(true)) }
    if !fact.messages.isEmpty { line.append("messages", JSON(fact.messages)) }
    return line
  }
}
