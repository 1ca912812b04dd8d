// Saved LinkedIn pages: who is shown, when it was saved, and which generation of the site that was.

/// A position as a page shows it.
struct ShownPosition {
  let title: String
  let company: String
  let slug: String
  let start: Day
  let end: Day?
  let place: String?
}

/// All that a page shows of somebody.
struct Profile {
  let name: String
  let given: String
  let family: String
  let slug: String
  let headline: String
  let location: String
  let country: String
  let positions: [ShownPosition]
  let school: String
  let degree: String
  let field: String
  let schoolYears: (Int, Int)
  let skills: [String]
  let saved: Int
  let summary: String
  /// Strangers whom the page shows beside them.
  var strangers: [(name: String, slug: String, headline: String)] = []
}

/// Chooses the people and writes their pages.
struct ProfilePages {
  let world: World
  private let chosen: [Int]
  private var dice: Dice

  init(world: World, wanted: [Int], clients: Int) {
    self.world = world
    dice = Dice(seed: world.seed, "pages")
    var list = wanted
    let others = dice.shuffled(
      world.people.indices.filter {
        world.people[$0].kind == .spoc && world.people[$0].positions.count == 1
          && world.people[$0].seen.contains { $0.hasPrefix("crm:") }
      })
    list += others.prefix(max(2, clients * 2 / 5))
    chosen = list
  }

  mutating func write(to sink: any Sink) throws {
    for index in chosen {
      let person = world.people[index]
      var profile = profile(of: person)
      profile.strangers = strangers(person)
      world.show("linkedin:" + person.slug, of: index, as: person.name)
      let year = Day(number: profile.saved / 86_400).year
      let markup: String
      if year < 2018 {
        markup = PublicPage2015.html(profile)
      } else if year < 2021 {
        markup = MemberPage2018.html(profile)
      } else if dice.chance(50) {
        markup = MemberPage2024.html(profile)
      } else {
        markup = PublicPage2024.html(profile)
      }
      try sink.append(Array(markup.utf8), to: "data/raw/linkedin/pages/\(fileName(person, year)).html")
    }
  }

  private mutating func fileName(_ person: Person, _ year: Int) -> String {
    switch dice.below(3) {
    case 0: return person.slug
    case 1: return "\(asciiLower(person.given))-\(asciiLower(person.family).replacing(" ", with: "-"))-linkedin-\(year)"
    default: return "\(Dirt.unaccented(person.name)) _ LinkedIn"
    }
  }

  private mutating func profile(of person: Person) -> Profile {
    let last = person.positions[person.positions.count - 1]
    let earliest = max(Day(2015, 5, 1).number, last.start.number + 60)
    let saved =
      (earliest + dice.below(max(1, Day(2026, 1, 25).number - earliest))) * 86_400 + dice.among(28_000...65_000)
    let place = world.companies[last.company].place
    var positions = person.positions.reversed().map { shown($0) }
    var met = person.positions[0].start
    if dice.chance(35), let first = positions.last {
      let start = Day(number: met.number - dice.among(300...900))
      positions.append(
        ShownPosition(
          title: dice.pick(["HR Assistant", "Coordinator", "Recruiter", "Trainee"]), company: first.company,
          slug: first.slug, start: start, end: met, place: first.place))
      met = start
    }
    positions += earlier(person, before: met)
    let schoolEnd = (positions.last?.start.year ?? 2008) - dice.below(2)
    let trade = world.companies[last.company].trade
    return Profile(
      name: person.name, given: person.given, family: person.family, slug: person.slug,
      headline: dice.pick([
        "\(last.title) at \(world.companies[last.company].brand)", "\(last.title) | \(trade.name) | \(trade.skills[0])",
        "\(last.title) · building teams that stay",
      ]),
      location: "\(place.city), \(place.countryName)", country: place.country, positions: positions,
      school: dice.pick(Self.schools) + " " + place.city,
      degree: dice.pick(["Bachelor of Arts", "Bachelor of Science", "Master of Science", "Diploma", "MBA"]),
      field: dice.pick([
        "Psychology", "Business Administration", "Economics", "Mechanical Engineering", "Law", "History",
      ]),
      schoolYears: (schoolEnd - dice.among(3...5), schoolEnd),
      skills: Array(
        dice.shuffled(trade.skills + ["Recruiting", "Negotiation", "Team Leadership", "Onboarding"]).prefix(6)),
      saved: saved, summary: dice.pick(Self.summaries))
  }

  /// Names and headlines of people who are nowhere else.
  private mutating func strangers(_ person: Person) -> [(name: String, slug: String, headline: String)] {
    let table = person.culture.names
    return (0..<dice.among(2...4)).map { _ in
      let given = dice.pick(dice.chance(50) ? table.women : table.men)
      let family = dice.pick(table.families) + "-" + dice.pick(table.families)
      let what = dice.pick(["Recruiter", "People Partner", "Head of Talent", "Student", "Payroll Lead", "Open to work"])
      return ("\(given) \(family)", asciiLower(given) + "-" + asciiLower(family) + "-" + dice.hex(6), what)
    }
  }

  private func shown(_ position: Position) -> ShownPosition {
    let company = world.companies[position.company]
    return ShownPosition(
      title: position.title, company: company.brand, slug: company.brand.lowercased().replacing(" ", with: "-"),
      start: position.start, end: position.end, place: "\(company.place.city), \(company.place.countryName)")
  }

  /// Employers of the years before we met; none of them is a company that we know.
  private mutating func earlier(_ person: Person, before: Day) -> [ShownPosition] {
    var result: [ShownPosition] = []
    var end = before
    for _ in 0..<dice.among(1...2) {
      let start = Day(number: end.number - dice.among(500...1800))
      let families = dice.shuffled(person.culture.names.families)
      let brand = dice.pick([
        "\(families[0]) & \(families[1])", "\(families[0]) Brothers", "\(families[0]) Group", "\(families[0]) Partners",
      ])
      result.append(
        ShownPosition(
          title: dice.pick(["HR Assistant", "Recruiter", "Office Manager", "Team Lead", "Analyst", "Project Engineer"]),
          company: brand, slug: asciiLower(brand).replacing(" ", with: "-"), start: start, end: end, place: nil))
      end = Day(number: start.number - dice.below(200))
    }
    return result
  }

  private static let schools = [
    "University of", "Technical University of", "College of Commerce", "Polytechnic of", "School of Management",
  ]
  private static let summaries = [
    "I hire people who are kinder than me and try to keep them. Before that I drove lorries, which explains the patience.",
    "Fifteen years between shop floor and boardroom. I like clear briefs, short meetings and long lunches.",
    "People person who learnt SQL out of spite. Ask me about onboarding, allotments or overtime rules.",
    "From payroll to strategy and back every month end. Speaker, mentor, reluctant runner.",
    "Building teams in places where nobody wants to relocate to. It works when the canteen is good.",
  ]
}

extension ShownPosition {
  /// `3 years 2 months` until a day.
  func duration(at saved: Int) -> (years: Int, months: Int) {
    let last = end ?? Day(number: saved / 86_400)
    let months = max(1, (last.year - start.year) * 12 + last.month - start.month + 1)
    return (months / 12, months % 12)
  }

  /// `1 yr 4 mos`.
  func shortDuration(at saved: Int) -> String {
    let (years, months) = duration(at: saved)
    let parts = [
      years > 0 ? "\(years) yr" + (years > 1 ? "s" : "") : nil,
      months > 0 ? "\(months) mo" + (months > 1 ? "s" : "") : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}

/// `Sep 2016`.
func monthYear(_ day: Day) -> String { "\(CalendarWords.months[day.month - 1]) \(day.year)" }

/// Text inside HTML.
func markup(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
    "\"", with: "&quot;")
}

/// What the browser's extension that saved the page wrote into it.
func savedComment(_ profile: Profile) -> String {
  let clock = WallClock(profile.saved, .london)
  return """
    <!--
     Page saved with SingleFile
     url: https://www.linkedin.com/in/\(profile.slug)
     saved date: \(CalendarWords.days[clock.day.weekday]) \(CalendarWords.months[clock.day.month - 1]) \
    \(padded(clock.day.day)) \(clock.day.year) \(clock.time):\(padded(clock.second)) GMT\(clock.offsetText) (Greenwich Mean Time)
    -->
    """
}
