// Plots in which somebody changes company, and the ways in which that can be seen.

extension Plotter {
  /// Moves somebody to another company on a day and notes the fact.
  mutating func move(
    _ person: Int, from company: Int, on day: Day, shownBy: [String], isOptional: Bool = false
  ) -> Int {
    let target = destination(from: company)
    builder.hire(person, at: target, from: day)
    var fact = Fact(kind: "moved", person: person, company: company, targetCompany: target, day: day)
    (fact.shownBy, fact.isOptional) = (shownBy, isOptional)
    facts.append(fact)
    return target
  }

  private mutating func destination(from company: Int) -> Int {
    if dice.chance(25) {
      let other = dice.below(world.clientCount)
      if other != company { return other }
    }
    return builder.addCompany(at: dice.chance(80) ? world.companies[company].place : nil)
  }

  private mutating func moveDay(_ company: Int) -> Day {
    let from = max(world.companies[company].since.number + 300, Day(2017, 1, 1).number)
    return Day(number: from + dice.below(max(1, Day(2025, 10, 1).number - from)))
  }

  mutating func movedAnnounced(_ company: Int, _ person: Int) {
    let day = moveDay(company)
    let start = (day.number - dice.among(5...20)) * 86_400 + dice.among(8 * 3600...16 * 3600)
    guard var plan = plan("job_change", company, person, at: start) else { return }
    plan.newCompany = move(person, from: company, on: day, shownBy: ["mail"])
    plan.newTitle = world.people[person].positions.last?.title
    plan.address = world.people[person].positions[0].email
    plan.isPlanted = true
    plans.append(plan)
    if dice.chance(50) { hello(person, company, after: day) }
    if dice.chance(40) { connectionWanted.append(person) }
  }

  /// A mail from the new desk, some months later.
  private mutating func hello(_ person: Int, _ old: Int, after day: Day) {
    guard let now = world.people[person].positions.last?.company else { return }
    let from = Day(number: day.number + 30)
    let start = moment(from, min(Day(number: from.number + 200), Day(2025, 12, 28)))
    guard start / 86_400 > day.number, var plan = plan("new_desk", now, person, at: start) else { return }
    plan.oldCompany = old
    plan.newCompany = now
    plan.member = world.owner(of: old, at: start)
    plan.isPlanted = true
    plans.append(plan)
  }

  mutating func movedNewAddress(_ company: Int, _ person: Int) {
    let day = moveDay(company)
    _ = move(person, from: company, on: day, shownBy: ["new_address"])
    world.people[person].habits.signature = 2
    hello(person, company, after: day)
  }

  mutating func movedAutoReply(_ company: Int, _ person: Int) {
    let day = moveDay(company)
    let target = move(person, from: company, on: day, shownBy: ["auto_reply", "linkedin"])
    let start = (day.number + dice.among(15...90)) * 86_400 + dice.among(8 * 3600...16 * 3600)
    guard var plan = plan("left_auto_reply", company, person, at: start) else { return }
    plan.address = world.people[person].positions[0].email
    let others = contacts(at: company).filter { $0 != person }
    plan.other = others.first { world.people[$0].positions.count == 1 } ?? others.first
    plan.newCompany = target
    plan.isPlanted = true
    plans.append(plan)
    if dice.chance(50) { pageWanted.append(person) } else { connectionWanted.append(person) }
  }

  mutating func movedSilently(_ company: Int, _ person: Int) {
    _ = move(person, from: company, on: moveDay(company), shownBy: ["linkedin"])
    if dice.chance(60) { pageWanted.append(person) } else { connectionWanted.append(person) }
    if dice.chance(25) { connectionWanted.append(person) }
  }

  mutating func movedByColleague(_ company: Int, _ person: Int) {
    guard let teller = contacts(at: company).first(where: { $0 != person && !involved.contains($0) }) else {
      return movedSilently(company, person)
    }
    involved.insert(teller)
    let day = moveDay(company)
    let start = (day.number + dice.among(20...120)) * 86_400 + dice.among(8 * 3600...16 * 3600)
    guard var plan = plan("colleague_left", company, teller, at: start) else { return }
    plan.newCompany = move(person, from: company, on: day, shownBy: ["colleague"])
    plan.other = person
    plan.isPlanted = true
    plans.append(plan)
  }

  mutating func candidateHires(_ company: Int, _ person: Int) {
    let first = max(world.companies[company].since.number + 200, Day(2016, 3, 1).number)
    let latest = Day(2023, 6, 1).number
    guard first < latest else { return play(.inbound, company, person) }
    let joined = Day(number: first + dice.below(min(700, latest - first)))
    let candidate = builder.addPerson(kind: .candidate, near: company)
    let before = Day(number: joined.number - 50).start + 36_000
    if var application = plan("candidate_placed", company, candidate, at: before) {
      application.newCompany = company
      plans.append(application)
    }
    if let placed = placement(company, person, at: before + 15 * 86_400, candidate: candidate) { plans.append(placed) }
    world.companies[company].placements += 1
    builder.hire(candidate, at: company, from: joined, title: "Senior Specialist")
    let moved = Day(number: min(joined.number + dice.among(700...1400), Day(2025, 7, 1).number))
    let target = move(candidate, from: company, on: moved, shownBy: ["new_address"], isOptional: true)
    let settled = Day(number: moved.number + 60)
    let start = moment(settled, max(Day(number: settled.number + 30), Day(2025, 11, 30)))
    guard var plan = plan("candidate_now_hiring", target, candidate, at: start) else { return }
    plan.oldCompany = company
    plan.newCompany = target
    plan.candidate = candidate
    plan.isPlanted = true
    plan.stalls = true
    plans.append(plan)
    world.people[candidate].habits.signature = 2
  }
}
