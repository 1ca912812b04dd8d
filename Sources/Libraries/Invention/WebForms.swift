// Requests that came through the form of our website; some were never answered.

/// Writes forms.csv.
struct WebForms {
  let world: World
  private var dice: Dice
  private let addPerson: (Int) -> Int
  private let addCompany: () -> Int
  private(set) var facts: [Fact] = []

  init(world: World, addPerson: @escaping (Int) -> Int, addCompany: @escaping () -> Int) {
    (self.world, self.addPerson, self.addCompany) = (world, addPerson, addCompany)
    dice = Dice(seed: world.seed, "forms")
  }

  mutating func write(to sink: any Sink) throws {
    var bytes = Array("submission_date,name,email,phone,company,message,source_page\n".utf8)
    var scenes = dice.shuffled(Stock.builtIn.scenes("form", .en))
    let count = max(4, world.clientCount / 5)
    for index in 0..<count {
      if scenes.isEmpty { scenes = dice.shuffled(Stock.builtIn.scenes("form", .en)) }
      guard let scene = scenes.popLast(), let line = scene.lines.first else { break }
      let day = Day(number: Day(2018, 2, 1).number + (index * 2900 / count) + dice.below(60))
      bytes += row(scene, line, min(day, Day(2026, 1, 10)), index)
    }
    try sink.append(bytes, to: "data/raw/forms/forms.csv")
  }

  private mutating func row(_ scene: Scene, _ line: Line, _ day: Day, _ index: Int) -> [UInt8] {
    let company = addCompany()
    let isSpam = line.signals.isEmpty
    let person = addPerson(company)
    let start = day.start + dice.among(25_000...70_000)
    var cast = Cast(world: world, member: 0, person: person, home: company, dice: Dice(seed: world.seed, "form", index))
    let text = cast.fill(line.text, at: start, .en)
    let email = world.people[person].email(at: day)
    world.show(email, of: person, as: world.people[person].name)
    if !isSpam {
      for signal in line.signals + ["stalled"] {
        var fact = Fact(
          kind: signal == "stalled" ? "stalled" : "opening", signal: signal, person: person, company: company)
        fact.day = day
        facts.append(fact)
      }
    }
    if isSpam { world.people[person].kind = .candidate }
    let clock = WallClock(start, .london)
    return plainRow([
      "\(clock.day.iso) \(clock.time):\(padded(clock.second))", world.people[person].name, email,
      dice.chance(60) ? spacedPhone(world.people[person].mobile) : "", isSpam ? "" : world.companies[company].brand,
      text,
      "/" + dice.pick(["contact", "employers", "hire-with-us", "contact?utm_source=newsletter", "de/kontakt"]),
    ])
  }
}
