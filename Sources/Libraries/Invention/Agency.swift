// The invented agency as a whole: one call writes all its files.
import JSONLines

/// TalentBridge, a recruitment agency that never was: ten years of its data and what is true of them.
public struct Agency {
  let seed: UInt64
  let clients: Int
  let messages: Int

  /// An agency with so many clients and about so many mails; fewer mails than its stories need are not possible.
  public init(seed: UInt64, clients: Int = 50, messages: Int = 600) {
    (self.seed, self.clients, self.messages) = (seed, max(2, clients), max(0, messages))
  }

  /// Writes every file to the sink.
  public func write(to sink: any Sink) throws {
    var plotter = Plotter(seed: seed, clients: clients, stock: Stock.builtIn)
    let world = plotter.world
    plotter.plans.sort { $0.start < $1.start }
    var correspondent = Correspondent(world: world)
    let connections = connections(of: world, plotter)
    try writeMail(&plotter, &correspondent, to: sink)
    var database = ClientDatabase(world: world, plans: plotter.plans)
    try database.write(to: sink)
    var export = LinkedInExport(world: world, chats: correspondent.chats, connections: connections)
    try export.write(to: sink)
    var pages = ProfilePages(world: world, wanted: plotter.pageWanted, clients: clients)
    try pages.write(to: sink)
    var chats = ChatExport(world: world, chats: correspondent.chats)
    try chats.write(to: sink)
    var forms = WebForms(
      world: world, addPerson: { plotter.builder.addPerson(kind: .spoc, at: $0, from: Day(2018, 1, 1)) },
      addCompany: { plotter.builder.addCompany() })
    try forms.write(to: sink)
    try sink.append(teamFile(world), to: "config/team.jsonl")
    let truth = Truth(world: world, facts: plotter.facts + correspondent.facts + forms.facts)
    try sink.append(file(truth.lines(companyTwins: database.companyTwins)), to: "truth.jsonl")
  }

  private func writeMail(_ plotter: inout Plotter, _ correspondent: inout Correspondent, to sink: any Sink) throws {
    var builder = plotter.builder
    var noise = Noise(plotter: plotter) { kind, company in
      let place = kind == .vendor ? builder.addCompany() : kind == .spoc ? builder.addCompany() : company
      return kind == .candidate || kind == .friend
        ? builder.addPerson(kind: kind, near: place) : builder.addPerson(kind: kind, at: place, from: Day(2013, 1, 1))
    }
    var archive = Archive(sink: sink, seed: seed)
    let planned = plotter.plans.reduce(0) { $0 + ($1.channel == .email ? $1.lines : 0) }
    let quota = max(0, messages - planned)
    let (from, to) = (Day(2015, 1, 12).start, World.end.start)
    var (made, next) = (0, 0)
    while made < quota {
      let start = from + Int(Double(to - from) * (Double(made) + 0.5) / Double(quota))
      while next < plotter.plans.count, plotter.plans[next].start <= start {
        archive.take(correspondent.write(plotter.plans[next]))
        next += 1
      }
      try archive.write(until: start)
      let (plan, finished) = noise.thread(at: Self.workingHours(start, made))
      let letters = (plan.map { correspondent.write($0) } ?? finished).filter { $0.seconds < to }
      archive.take(letters)
      made += max(1, letters.count)
    }
    for plan in plotter.plans[next...] { archive.take(correspondent.write(plan)) }
    try archive.write(until: .max)
    plotter.builder = builder
  }

  /// The moment moved to a plausible hour of its day.
  private static func workingHours(_ start: Int, _ salt: Int) -> Int {
    let day = start / 86_400
    return max(start, day * 86_400 + 7 * 3600 + (salt &* 7919 % 36_000))
  }

  private func connections(of world: World, _ plotter: Plotter) -> [Int] {
    var dice = Dice(seed: seed, "connections")
    var chosen = Set(plotter.connectionWanted)
    chosen.formUnion(plotter.plans.filter { $0.channel == .linkedin }.map(\.person))
    for person in world.people where person.kind == .spoc && !person.positions.isEmpty {
      if person.positions.count == 1, dice.chance(28) { chosen.insert(person.index) }
    }
    for index in chosen { world.people[index].isConnection = true }
    return dice.shuffled(chosen.sorted())
  }

  private func teamFile(_ world: World) -> [UInt8] {
    var lines: [JSONObject] = []
    for member in world.members {
      var line: JSONObject = ["type": "member", "id": .string(member.id), "name": .string(member.name)]
      line.append("aliases", JSON(member.aliases))
      line.append("emails", JSON(member.emails))
      line.append("phones", JSON([member.phone]))
      line.append("chat_names", JSON([member.chatName]))
      line.append("linkedin_url", .string("https://www.linkedin.com/in/" + member.slug))
      line.append("from", member.from.iso)
      line.append("until", member.until?.iso)
      line.append("crm_user", member.crmUser)
      lines.append(line)
    }
    for domain in Roster.domains { lines.append(["type": "domain", "domain": .string(domain)]) }
    for inbox in Roster.sharedInboxes { lines.append(["type": "shared_inbox", "email": .string(inbox)]) }
    return file(lines)
  }

  private func file(_ lines: [JSONObject]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      line.write(to: &bytes)
      bytes.append(0x0a)
    }
    return bytes
  }
}
