// The ordinary traffic of an agency, in which the planted conversations hide.

/// Makes noise threads one after another along the years.
struct Noise {
  private let world: World
  private let builderOfPeople: (PersonKind, Int?) -> Int
  private let stock: Stock
  private var decks: Decks
  private var dice: Dice
  private let quietAfter: [Int: Day]
  private var candidates: [Int] = []
  private var vendors: [Int] = []
  private var friends: [Int] = []
  private var prospects: [Int] = []
  private var issue = 0

  init(plotter: Plotter, addPerson: @escaping (PersonKind, Int?) -> Int) {
    world = plotter.world
    stock = plotter.stock
    decks = plotter.decks
    dice = Dice(seed: plotter.world.seed, "noise")
    quietAfter = plotter.quietAfter
    builderOfPeople = addPerson
  }

  /// One thread of noise that begins at a moment: a plan for the correspondent, or finished letters.
  mutating func thread(at start: Int) -> (plan: Plan?, letters: [Letter]) {
    let weekday = Day(number: start / 86_400).weekday
    let isWeekend = weekday == 0 || weekday == 6
    let start = isWeekend && dice.chance(85) ? start + (weekday == 0 ? 1 : 2) * 86_400 : start
    switch dice.below(100) {
    case ..<27: return (candidate(at: start), [])
    case ..<36: return (vendor(at: start), [])
    case ..<52: return (nil, newsletter(at: start))
    case ..<66: return (nil, internalTalk(at: start))
    case ..<71: return (friend(at: start), [])
    case ..<88: return cold(at: start)
    default: return (admin(at: start), [])
    }
  }

  private mutating func plan(_ section: String, _ person: Int, _ start: Int, _ company: Int? = nil) -> Plan? {
    let tongue = world.people[person].tongue
    guard let scene = decks.deal(section, dice.chance(60) ? tongue : .en, from: stock) else { return nil }
    let member = company.map { world.owner(of: $0, at: start) } ?? anyMember(at: start)
    let english = stock.sections[section + "." + tongue.rawValue] == nil
    return Plan(
      start: start, section: section, scene: scene, tongue: english ? .en : tongue, member: member, person: person,
      company: company)
  }

  private mutating func anyMember(at start: Int) -> Int {
    dice.pick(world.members.indices.filter { world.members[$0].serves(at: start) })
  }

  /// Somebody of a pool: a new one while the pool is small, later mostly a known one.
  private mutating func someone(_ pool: inout [Int], _ kind: PersonKind, limit: Int) -> Int {
    if pool.count < limit, pool.isEmpty || dice.chance(max(5, 90 - pool.count * 90 / limit)) {
      pool.append(builderOfPeople(kind, nil))
      return pool[pool.count - 1]
    }
    return dice.pick(pool)
  }

  private mutating func candidate(at start: Int) -> Plan? {
    var pool = candidates
    let person = someone(&pool, .candidate, limit: 20_000)
    candidates = pool
    var made = plan("candidate", person, start)
    made?.company = dice.below(max(1, world.clientCount))
    return made
  }

  private mutating func vendor(at start: Int) -> Plan? {
    var pool = vendors
    let person = someone(&pool, .vendor, limit: 400)
    vendors = pool
    return plan("vendor", person, start)
  }

  private mutating func friend(at start: Int) -> Plan? {
    var pool = friends
    let person = someone(&pool, .friend, limit: 12)
    friends = pool
    return plan("private", person, start)
  }

  private mutating func cold(at start: Int) -> (plan: Plan?, letters: [Letter]) {
    var pool = prospects
    let person = someone(&pool, .spoc, limit: 3000)
    prospects = pool
    if dice.chance(25) { return (plan("out_of_office", person, start), []) }
    guard let made = plan("cold", person, start) else { return (nil, []) }
    guard dice.chance(14) else { return (made, []) }
    return (nil, bounced(made))
  }

  private mutating func admin(at start: Int) -> Plan? {
    let company = dice.below(max(1, world.clientCount))
    let day = Day(number: start / 86_400)
    let there = (world.contacts[company] ?? []).filter { world.people[$0].position(at: day)?.company == company }
    guard day > world.companies[company].since, quietAfter[company].map({ day < $0 }) ?? true, !there.isEmpty else {
      return candidate(at: start)
    }
    return plan("admin", dice.pick(there), start, company)
  }

  private mutating func newsletter(at start: Int) -> [Letter] {
    let tongue = dice.chance(12) ? Tongue.de : .en
    guard let scene = decks.deal("newsletter", tongue, from: stock) else { return [] }
    issue += 1
    var cast = Cast(world: world, member: anyMember(at: start), person: 0, dice: Dice(seed: world.seed, "issue", issue))
    cast.fixed["issue"] = String(100 + issue % 400)
    var letter = Letter()
    let head = cast.fill(scene.subject, at: start, tongue).split(separator: "|").map { String($0.trimmed()) }
    guard head.count == 3, let line = scene.lines.first else { return [] }
    letter.seconds = start
    letter.from = Mailbox(name: head[0], email: head[1])
    letter.to = [Mailbox(name: "", email: world.members[cast.member].email(at: start))]
    letter.subject = head[2]
    letter.text = cast.fill(line.text, at: start, tongue)
    letter.id = "\(dice.hex(20)).\(issue)@\(head[1].split(separator: "@").last ?? "news.example")"
    let host = head[1].split(separator: "@").last ?? "news.example"
    letter.headers = [
      ("List-Unsubscribe", "<https://\(host)/u/\(dice.hex(12))>,\n <mailto:leave@\(host)?subject=unsubscribe>"),
      ("List-Id", "<news.\(host)>"), ("Precedence", "bulk"),
    ]
    if dice.chance(60) { letter.html = Papers.html(letter.text) }
    return [letter]
  }

  private mutating func internalTalk(at start: Int) -> [Letter] {
    guard let scene = decks.deal("internal", .en, from: stock) else { return [] }
    issue += 1
    let serving = dice.shuffled(world.members.indices.filter { world.members[$0].serves(at: start) })
    let pair = [serving[0], serving[serving.count > 1 ? 1 : 0]]
    var letters: [Letter] = []
    var time = start
    var fixed: [String: String] = [:]
    for (index, line) in scene.lines.enumerated() {
      let author = world.members[pair[line.voice == .us ? 0 : 1]]
      let reader = world.members[pair[line.voice == .us ? 1 : 0]]
      var cast = Cast(
        world: world, member: pair[line.voice == .us ? 0 : 1], person: 0,
        dice: Dice(seed: world.seed, "inner", issue * 8 + index))
      cast.fixed = fixed
      cast.fixed["colleague"] = reader.first
      time += index == 0 ? 0 : max(600, Int(line.days * 86_400)) + dice.below(2000)
      var letter = Letter()
      letter.id = "\(dice.token(20))@talentbridge.example"
      (letter.seconds, letter.zone) = (time, author.zone)
      letter.from = Mailbox(name: author.name, email: author.email(at: time))
      letter.to = [Mailbox(name: reader.name, email: reader.email(at: time))]
      letter.subject = (index == 0 ? "" : "Re: ") + cast.fill(scene.subject, at: time, .en)
      letter.text = cast.fill(line.text, at: time, .en)
      if let last = letters.last { (letter.inReplyTo, letter.references) = (last.id, letters.map(\.id)) }
      fixed = cast.fixed
      letters.append(letter)
    }
    return letters
  }

  /// A cold mail and the delivery failure that it meets.
  private mutating func bounced(_ plan: Plan) -> [Letter] {
    var writer = Correspondent(world: world)
    guard let sent = writer.write(plan).first, let to = sent.to.first else { return [] }
    var report = Letter()
    report.id = "\(dice.hex(16))@mx.talentbridge.example"
    report.seconds = sent.seconds + dice.among(1...9)
    report.from = Mailbox(name: "Mail Delivery System", email: "MAILER-DAEMON@mx.talentbridge.example")
    report.to = [Mailbox(name: "", email: sent.from.email)]
    report.subject = dice.pick(["Undelivered Mail Returned to Sender", "Delivery Status Notification (Failure)"])
    report.headers = [("Return-Path", "<>"), ("Auto-Submitted", "auto-replied")]
    report.raw = Bounce.report(to.email, sent, boundary: dice.hex(16), full: dice.chance(25))
    return [sent, report]
  }
}
