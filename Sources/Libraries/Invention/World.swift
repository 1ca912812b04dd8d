// The invented world: who exists, who worked where and when. Truth is told from here, never from texts.

/// One of our own people.
struct Member {
  let id: String
  let name: String
  let aliases: [String]
  let emails: [String]
  let phone: String
  let chatName: String
  let slug: String
  let from: Day
  let until: Day?
  let zone: Zone
  let crmUser: String

  var first: String { String(name.split(separator: " ")[0]) }
  var last: String { String(name.split(separator: " ")[1]) }

  /// Whether they worked here at an instant.
  func serves(at seconds: Int) -> Bool {
    seconds >= from.start && (until.map { seconds < $0.start } ?? true)
  }

  /// The address they wrote from: the old domain until the house was renamed.
  func email(at seconds: Int) -> String {
    seconds < Day(2018, 6, 1).start ? emails[1] : emails[0]
  }
}

/// How a company makes addresses of names.
enum AddressPattern: Int, CaseIterable {
  case firstDotLast, initialLast, first, firstUnderscoreLast, lastDotFirst, initialDotLast
}

/// A company: a client, a prospect, or where people went.
struct Company {
  let index: Int
  let brand: String
  let legalForm: String
  let domain: String
  let place: Place
  let trade: Trade
  let size: Int
  let pattern: AddressPattern
  let since: Day
  var owner = 0
  /// Its numbers in the client database; two when it was entered twice.
  var crmIDs: [Int] = []
  var placements = 0
  var lastEngagement: Day?
  var isDormant = false

  var fullName: String { brand + " " + legalForm }
  /// How its people say it.
  var spoken: String { String(brand.split(separator: " ")[0]) }
}

/// Work at a company for a time; `end` is nil while it lasts.
struct Position {
  let company: Int
  let title: String
  let start: Day
  var end: Day?
  var email: String?
}

/// What somebody is to us.
enum PersonKind { case spoc, candidate, vendor, friend }

/// Somebody outside the agency.
struct Person {
  let index: Int
  let given: String
  let family: String
  let isWoman: Bool
  let culture: Culture
  let tongue: Tongue
  let zone: Zone
  let country: String
  let mobile: String
  let slug: String
  var kind: PersonKind
  var personalEmail: String
  var positions: [Position] = []
  /// Numbers in the SPOC table of the client database.
  var crmIDs: [Int] = []
  /// Addresses and identifiers that the written data really shows.
  var seen: [String] = []
  var names: [String] = []
  var hasPage = false
  var isConnection = false
  var habits = Habits()
  var inbound = 0
  var outbound = 0

  var name: String { given + " " + family }
  /// What they sign with.
  var calledName: String { habits.usesNickname ? Nicknames.table[given] ?? given : given }

  /// The position held at a day, else the last one before it.
  func position(at day: Day) -> Position? {
    positions.last { $0.start <= day } ?? (kind == .candidate ? nil : positions.first)
  }

  /// The work address used at a day, else the private one.
  func email(at day: Day) -> String {
    position(at: day)?.email ?? personalEmail
  }

  /// Whether mail went both ways.
  var isTwoWay: Bool { inbound > 0 && outbound > 0 }
}

/// How somebody writes mail.
struct Habits {
  var usesNickname = false
  var quoting = QuoteStyle.gmail
  var signature = 0
  var charset = 0
  var displayName = 0
  var client = 0
}

/// Everything that exists; a class, for a thread's cast looks at it while it learns what was shown.
final class World {
  let seed: UInt64
  var companies: [Company] = []
  var people: [Person] = []
  var members: [Member] = Roster.members
  var clientCount = 0
  /// The people who belong to each client from the beginning.
  var contacts: [Int: [Int]] = [:]
  /// The last day of the invented time; the demo's present is a little later.
  static let end = Day(2026, 2, 6)
  static let present = Day(2026, 2, 12)

  init(seed: UInt64) { self.seed = seed }

  /// Who of us looks after a company at an instant.
  func owner(of company: Int, at seconds: Int) -> Int {
    let wanted = companies[company].owner
    if members[wanted].serves(at: seconds) { return wanted }
    let serving = members.indices.filter { members[$0].serves(at: seconds) }
    return serving.isEmpty ? 0 : serving[(wanted + company) % serving.count]
  }

  /// Notes that written data shows an address or identifier of somebody.
  func show(_ key: String, of person: Int, as name: String? = nil) {
    if !people[person].seen.contains(key) { people[person].seen.append(key) }
    if let name, !name.isEmpty, !people[person].names.contains(name) { people[person].names.append(name) }
  }
}

/// The agency's own people.
enum Roster {
  static let domains = ["talentbridge.example", "talentbridge-search.example"]
  static let sharedInboxes = ["jobs@talentbridge.example", "hello@talentbridge.example"]

  static let members: [Member] = [
    member("farah", "Farah Aziz", ["Farah"], "+442079460101", .london, Day(2015, 1, 5), nil),
    member(
      "marcus", "Marcus Adeyemi", ["Marcus", "M. Adeyemi"], "+442079460102", .london, Day(2015, 3, 2), Day(2023, 3, 31)),
    member("ingrid", "Ingrid Vollmer", ["Ingrid", "I. Vollmer"], "+494055501031", .berlin, Day(2015, 9, 1), nil),
    member("nikhil", "Nikhil Rane", ["Nikhil", "Nikhil R."], "+912055501044", .india, Day(2016, 2, 1), nil),
    member("beatriz", "Beatriz Soler", ["Bea", "Bea Soler"], "+34915550105", .berlin, Day(2018, 5, 14), nil),
    member("tom", "Tom Whitlock", ["Tom"], "+442079460106", .london, Day(2021, 1, 11), nil),
  ]

  private static func member(
    _ id: String, _ name: String, _ aliases: [String], _ phone: String, _ zone: Zone, _ from: Day, _ until: Day?
  ) -> Member {
    let dotted = name.lowercased().replacing(" ", with: ".")
    return Member(
      id: id, name: name, aliases: aliases, emails: ["\(id)@\(domains[0])", "\(dotted)@\(domains[1])"],
      phone: phone, chatName: "\(aliases[0]) TalentBridge",
      slug: name.lowercased().replacing(" ", with: "-") + "-talentbridge", from: from, until: until, zone: zone,
      crmUser: String(dotted.prefix(1)) + (dotted.split(separator: ".").last.map(String.init) ?? ""))
  }
}
