// Fills a world with companies and with the people who work there.

/// Makes companies and people; nobody shares a name unless it is meant so.
struct WorldBuilder {
  let world: World
  private var dice: Dice
  private var takenBrands: Set<String> = []
  private var takenNames: Set<String> = []
  private var takenFamilies: [String: Int] = [:]
  private var takenMobiles: Set<String> = []
  private var takenEmails: Set<String> = []

  init(seed: UInt64, clients: Int) {
    world = World(seed: seed)
    world.clientCount = clients
    dice = Dice(seed: seed, "world")
    for index in 0..<clients { addClient(index) }
  }

  private mutating func addClient(_ index: Int) {
    let place = index < Place.all.count ? Place.all[index] : dice.pick(Place.all)
    let since = Day(number: Day(2015, 2, 1).number + dice.below(2600))
    let company = addCompany(at: place, since: since)
    world.companies[company].owner = ownerIndex(for: place)
    for _ in 0..<(dice.chance(45) ? 3 : 2) {
      let start = Day(number: since.number - dice.among(60...1500))
      world.contacts[company, default: []].append(addPerson(kind: .spoc, at: company, from: start))
    }
  }

  private mutating func ownerIndex(for place: Place) -> Int {
    switch place.tongue {
    case .de: return 2
    case .hi: return 3
    case .es: return 4
    case .fr: return dice.chance(50) ? 0 : 4
    case .en: return dice.pick([0, 0, 1, 1, 5])
    }
  }

  /// Adds a company with a name of its own and returns its number.
  mutating func addCompany(at place: Place? = nil, since: Day = Day(2015, 1, 1)) -> Int {
    let place = place ?? dice.pick(Place.all)
    let trade = dice.pick(Trade.all)
    let brand = freshBrand(place, trade)
    let domain = asciiLower(brand).split(separator: " ")
    let style = dice.below(3)
    let host = style == 0 ? domain.joined(separator: "-") : style == 1 ? domain.joined() : String(domain[0])
    let index = world.companies.count
    world.companies.append(
      Company(
        index: index, brand: brand, legalForm: dice.pick(place.legalForms),
        domain: (takenEmails.insert("@" + host).inserted ? host : domain.joined(separator: "-") + "\(index)")
          + ".example",
        place: place, trade: trade,
        size: dice.pick([18, 35, 48, 60, 90, 120, 180, 240, 310, 450, 620, 900, 1400, 5200]),
        pattern: dice.pick(AddressPattern.allCases), since: since))
    return index
  }

  private mutating func freshBrand(_ place: Place, _ trade: Trade) -> String {
    let heads = CompanyWords.heads(of: place.culture)
    for attempt in 0... {
      var brand = dice.pick(attempt < 25 ? heads : CompanyWords.heads)
      if attempt > 40 { brand = String(brand.prefix(6)) + dice.pick(CompanyWords.endings) }
      if attempt > 80 { brand = String(brand.prefix(3)) + dice.pick(CompanyWords.heads).lowercased() }
      if takenBrands.insert(brand).inserted { return brand + " " + dice.pick(trade.tails) }
    }
    return "Nameless"
  }

  /// Adds somebody; with a company, they hold a position there from a day on.
  mutating func addPerson(
    kind: PersonKind, at company: Int? = nil, near: Int? = nil, from start: Day = Day(2014, 1, 1),
    title: String? = nil, named: (given: String, family: String, isWoman: Bool)? = nil
  ) -> Int {
    let place = (company ?? near).map { world.companies[$0].place } ?? dice.pick(Place.all)
    let culture = dice.chance(82) ? place.culture : dice.pick(Culture.allCases)
    let name = named ?? freshName(culture)
    let index = world.people.count
    var person = Person(
      index: index, given: name.given, family: name.family, isWoman: name.isWoman, culture: culture,
      tongue: place.tongue, zone: place.zone, country: place.country, mobile: freshMobile(place),
      slug: slug(name.given, name.family), kind: kind, personalEmail: personalEmail(name.given, name.family, index))
    person.habits = habits(of: person)
    world.people.append(person)
    if let company { hire(index, at: company, from: start, title: title) }
    return index
  }

  /// Gives somebody a new position; the former one ends.
  mutating func hire(_ person: Int, at company: Int, from start: Day, title: String? = nil) {
    if let last = world.people[person].positions.indices.last, world.people[person].positions[last].end == nil {
      world.people[person].positions[last].end = start
    }
    let email = freshEmail(world.people[person], at: world.companies[company])
    world.people[person].positions.append(
      Position(
        company: company, title: title ?? spocTitle(world.people[person]), start: start, end: nil,
        email: email))
  }

  private mutating func spocTitle(_ person: Person) -> String {
    let her = person.isWoman
    switch person.tongue {
    case .de:
      return dice.pick([
        her ? "Leiterin Personal" : "Leiter Personal", "HR Business Partner", "Head of HR",
        her ? "Personalreferentin" : "Personalreferent", her ? "Geschäftsführerin" : "Geschäftsführer",
      ])
    case .es:
      return dice.pick([
        her ? "Directora de RRHH" : "Director de RRHH", "Responsable de Selección", "HR Manager",
        her ? "Directora de Operaciones" : "Director de Operaciones",
      ])
    case .fr:
      return dice.pick([
        "DRH", "Responsable RH", her ? "Chargée de recrutement" : "Chargé de recrutement", "HR Manager",
        her ? "Directrice des opérations" : "Directeur des opérations",
      ])
    case .en, .hi: return dice.pick(Self.titles)
    }
  }

  private static let titles = [
    "HR Manager", "Head of Talent", "Talent Acquisition Lead", "People Director", "Operations Director",
    "VP Engineering", "Hiring Manager", "Managing Director", "HR Business Partner", "Chief Operating Officer",
  ]

  private mutating func freshName(_ culture: Culture) -> (given: String, family: String, isWoman: Bool) {
    let table = culture.names
    for attempt in 0... {
      let isWoman = dice.chance(50)
      let given = dice.pick(isWoman ? table.women : table.men)
      var family = dice.pick(table.families)
      if attempt > 10 { family += "-" + dice.pick(table.families) }
      let rare = takenFamilies[family, default: 0] < 1 + world.people.count / 60
      if rare || attempt > 6, takenNames.insert(given + " " + family).inserted {
        takenFamilies[family, default: 0] += 1
        return (given, family, isWoman)
      }
    }
    return ("Nobody", "Nobody", false)
  }

  private mutating func freshMobile(_ place: Place) -> String {
    while true {
      let national =
        switch place.dialling {
        case "+44": "7700900" + padded(dice.below(1000), 3)
        case "+91": "98" + padded(dice.below(100_000_000), 8)
        case "+49": "1515550" + padded(dice.below(10_000), 4)
        case "+34": "61" + padded(dice.below(10_000_000), 7)
        case "+33": "6" + padded(dice.below(100_000_000), 8)
        case "+353": "87" + padded(dice.below(10_000_000), 7)
        case "+45": "2" + padded(dice.below(10_000_000), 7)
        case "+43": "664" + padded(dice.below(10_000_000), 7)
        default: "617555" + padded(dice.below(10_000), 4)
        }
      let mobile = place.dialling + national
      if takenMobiles.insert(mobile).inserted { return mobile }
      if takenMobiles.count > 700 { return place.dialling + "7" + padded(dice.below(1_000_000_000), 9) }
    }
  }

  private mutating func slug(_ given: String, _ family: String) -> String {
    asciiLower(given) + "-" + asciiLower(family) + "-" + (dice.chance(70) ? dice.hex(8) : dice.hex(6))
  }

  private mutating func personalEmail(_ given: String, _ family: String, _ index: Int) -> String {
    let first = asciiLower(given)
    let last = asciiLower(family).replacing("-", with: "")
    let host = dice.pick(["mailhaven.example", "postino.example", "inboxly.example", "briefkasten.example"])
    let local = dice.pick([
      first + "." + last, first + last + "\(dice.among(61...99))", String(first.prefix(1)) + last, first + "_" + last,
    ])
    let email = "\(local)@\(host)"
    return takenEmails.insert(email).inserted ? email : "\(local)\(index)@\(host)"
  }

  private mutating func freshEmail(_ person: Person, at company: Company) -> String {
    let first = asciiLower(person.given)
    let last = asciiLower(person.family).replacing("-", with: "")
    let initial = String(first.prefix(1))
    let local =
      switch company.pattern {
      case .firstDotLast: first + "." + last
      case .initialLast: initial + last
      case .first: first
      case .firstUnderscoreLast: first + "_" + last
      case .lastDotFirst: last + "." + first
      case .initialDotLast: initial + "." + last
      }
    let email = local + "@" + company.domain
    return takenEmails.insert(email).inserted ? email : "\(first).\(last)\(person.index)@\(company.domain)"
  }

  private mutating func habits(of person: Person) -> Habits {
    var habits = Habits()
    habits.usesNickname = Nicknames.table[person.given] != nil && dice.chance(35)
    habits.quoting = dice.pick(QuoteStyle.usual(in: person.tongue))
    habits.signature = dice.below(8)
    habits.charset = dice.below(10)
    habits.displayName = dice.below(10)
    habits.client = dice.below(5)
    return habits
  }
}

/// Lower-case ASCII for addresses: umlauts as Germans write them, other marks dropped, no spaces within words.
func asciiLower(_ text: String) -> String {
  var result = ""
  for scalar in text.lowercased().unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9", " ", "-": result.unicodeScalars.append(scalar)
    default: result += folded[scalar] ?? ""
    }
  }
  return result
}

private let folded: [Unicode.Scalar: String] = [
  "ß": "ss", "ä": "ae", "å": "a", "æ": "ae", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ï": "i", "î": "i",
  "ñ": "n", "ó": "o", "ò": "o", "ô": "o", "ö": "oe", "ø": "o", "ú": "u", "ü": "ue", "û": "u", "ç": "c", "á": "a",
  "à": "a", "â": "a",
]
