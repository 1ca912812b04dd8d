// What person and company records say, as far as leads need it.
import Bytes
import JSONLines

/// A place in somebody's career.
struct PositionFacts: Sendable {
  let company: String?
  let companyID: String?
  let domain: String?
  let title: String?
  /// The first and the last day it is known for; nil when open or unknown.
  let start: String?
  let end: String?

  init?(_ json: JSON) {
    guard json.object != nil else { return nil }
    company = json["company"]?.string
    companyID = json["company_id"]?.string
    domain = json["domain"]?.string
    title = json["title"]?.string
    start = json["start"]?.string ?? json["first_seen"]?.string
    end = json["end"]?.string ?? (json["start"] == nil ? json["last_seen"]?.string : nil)
  }
}

/// One person.
final class PersonFacts: Sendable {
  let id: String
  let name: String?
  private let knownGivenName: String?
  let emails: [String]
  let phones: [String]
  let title: String?
  let company: String?
  let companyID: String?
  let domain: String?
  let location: String?
  let country: String?
  let linkedinURL: String?
  let positions: [PositionFacts]
  let kinds: [String]
  let lastContact: String?
  /// When and from which domain or company they are said to have gone.
  let departures: [(date: String, company: String?, domain: String?)]
  /// Evidence other than signatures, as the record spells it.
  let why: [JSON]
  /// The ids that they had before records were united.
  let formerIDs: [String]
  /// Whether the client database knows them.
  let isInCRM: Bool

  convenience init?(_ record: Record) {
    var places: [ValuePlace] = []
    PersonMembers.all.table.find(in: record, into: &places)
    let json = record.bytes.span.bytes
    self.init(json, places, isInCRM: PersonMembers.all.isInCRM(nil, json, places))
  }

  /// Reads the values that lie at `places` in `json`, by the slots of `PersonMembers`; nil without an id.
  init?(_ json: RawSpan, _ places: [ValuePlace], isInCRM: Bool) {
    let at = PersonMembers.all
    guard let id = places[at.id].string(in: json) else { return nil }
    self.id = id
    knownGivenName = places[at.givenName].string(in: json)
    name = PersonFacts.shown(
      places[at.name].string(in: json), knownGivenName, places[at.familyName].string(in: json))
    emails = places[at.emails].strings(in: json)
    phones = places[at.phones].strings(in: json)
    title = places[at.title].string(in: json)
    company = places[at.company].string(in: json)
    companyID = places[at.companyID].string(in: json)
    domain = places[at.domain].string(in: json)
    location = places[at.location].string(in: json)
    country = places[at.country].string(in: json)
    linkedinURL = places[at.linkedinURL].string(in: json)
    kinds = places[at.kinds].strings(in: json)
    lastContact = places[at.lastContact].string(in: json)
    departures = PersonFacts.list(places[at.left], json).prefix(50).map {
      ($0["date"]?.string ?? "", $0["company"]?.string, $0["domain"]?.string)
    }
    // Only who is said to have left is asked for their positions.
    positions =
      departures.isEmpty
      ? [] : PersonFacts.list(places[at.positions], json).prefix(200).compactMap { PositionFacts($0) }
    why = PersonFacts.list(places[at.why], json).filter { $0["because"]?.string != "signature" }
    formerIDs = places[at.formerIDs].strings(in: json)
    self.isInCRM = isInCRM
  }

  /// The elements of a list, decoded; most are empty.
  private static func list(_ place: ValuePlace, _ json: RawSpan) -> [JSON] {
    place.count > 2 ? place.json(in: json)?.array ?? [] : []
  }

  /// A name as it is said, where a list has it as `Frost, Dana`.
  private static func shown(_ name: String?, _ given: String?, _ family: String?) -> String? {
    guard let name, name.utf8.contains(UInt8(ascii: ",")), let given, let family, name == "\(family), \(given)" else {
      return name
    }
    return "\(given) \(family)"
  }

  /// What to call them in a letter.
  var givenName: String {
    if let knownGivenName, knownGivenName.count > 1 { return knownGivenName }
    return name?.split(separator: " ").first.map(String.init) ?? "there"
  }
  /// What to call them in a list.
  var displayName: String { name ?? emails.first ?? phones.first ?? id }
}

/// The members of a person's record that are read, and the slots in which a table puts them.
struct PersonMembers {
  static let all = PersonMembers()

  let table: PathTable
  let id, name, givenName, familyName, emails, phones, title, company, companyID, domain, location: Int
  let country, linkedinURL, kinds, lastContact, left, positions, why, formerIDs, sourceKind, sources: Int

  private init() {
    var paths = PathList()
    id = paths.slot("id")
    name = paths.slot("name")
    givenName = paths.slot("given_name")
    familyName = paths.slot("family_name")
    emails = paths.slot("emails")
    phones = paths.slot("phones")
    title = paths.slot("title")
    company = paths.slot("company")
    companyID = paths.slot("company_id")
    domain = paths.slot("domain")
    location = paths.slot("location")
    country = paths.slot("country")
    linkedinURL = paths.slot("linkedin_url")
    kinds = paths.slot("kinds")
    lastContact = paths.slot("last_contact")
    left = paths.slot("left")
    positions = paths.slot("positions")
    why = paths.slot("why")
    formerIDs = paths.slot("former_ids")
    sourceKind = paths.slot("source.kind")
    sources = paths.slot("sources")
    table = paths.table
  }

  /// Whether the client database knows the person; `known` is their id where the caller has read it.
  func isInCRM(_ known: String?, _ json: RawSpan, _ places: [ValuePlace]) -> Bool {
    if (known ?? places[id].string(in: json))?.hasPrefix("crm:") ?? false || places[sourceKind].says("crm", in: json) {
      return true
    }
    return places[sources].json(in: json)?.array?.contains { $0["kind"]?.string == "crm" } ?? false
  }
}

/// One company.
final class CompanyFacts: Sendable {
  let id: String
  let name: String?
  let domains: [String]
  /// The members that a lead repeats of it, in the record's own spelling.
  let account: [UInt8]
  let since: String?
  let lastEngagement: String?
  let placements: Int
  /// What it paid, as a number in decimal.
  let revenue: String?

  init?(_ record: Record) {
    let at = CompanyMembers.all
    var places: [ValuePlace] = []
    at.table.find(in: record, into: &places)
    let json = record.bytes.span.bytes
    guard let id = places[at.id].string(in: json) else { return nil }
    self.id = id
    name = places[at.name].string(in: json)
    domains = places[at.domains].strings(in: json)
    var account: [UInt8] = []
    for (name, slot) in at.account where places[slot].exists {
      if !account.isEmpty { account.append(UInt8(ascii: ",")) }
      JSONText.encode(name, into: &account)
      account.append(UInt8(ascii: ":"))
      account.append(json, places[slot].range)
    }
    self.account = account
    since = places[at.since].string(in: json)
    lastEngagement = places[at.lastEngagement].string(in: json)
    placements = places[at.placements].number(in: json).flatMap { Int($0) } ?? 0
    revenue = places[at.revenue].number(in: json) ?? places[at.amount].string(in: json)
  }

  /// Whether the client database counts it as a client.
  var isClient: Bool { since != nil || lastEngagement != nil || placements > 0 }
}

/// The members of a company's record that are read.
private struct CompanyMembers {
  static let all = CompanyMembers()

  let table: PathTable
  /// Those that a lead repeats, in its order.
  let account: [(name: String, slot: Int)]
  let id, name, domains, since, lastEngagement, placements, revenue, amount: Int

  private init() {
    var paths = PathList()
    id = paths.slot("id")
    name = paths.slot("name")
    domains = paths.slot("domains")
    var account = [("name", name), ("domains", domains)]
    for member in [
      "industry", "employees", "location", "country", "technologies", "keywords", "funding_stage", "revenue", "client",
    ] {
      account.append((member, paths.slot(JSONPath(member: member))))
    }
    self.account = account
    since = paths.slot("client.since")
    lastEngagement = paths.slot("client.last_engagement")
    placements = paths.slot("client.placements")
    revenue = paths.slot("client.revenue")
    amount = paths.slot("client.revenue.amount")
    table = paths.table
  }
}

/// A vacancy.
struct JobFacts: Sendable {
  let id: String
  let title: String?
  let status: String?
  let opened: String?
  let closed: String?
  let companyID: String?
  let personID: String?
  let placedName: String?
  let isPlaced: Bool

  init?(_ record: Record) {
    guard let id = record.string(HistoryPath.id) else { return nil }
    self.id = id
    title = record.string(HistoryPath.title)
    status = record.string(HistoryPath.status)
    opened = record.string(HistoryPath.opened)
    closed = record.string(HistoryPath.closed)
    companyID = record.string(HistoryPath.companyID)
    personID = record.string(HistoryPath.personID)
    placedName = record.string(HistoryPath.placedName)
    isPlaced =
      record.has(HistoryPath.placedName) || record.has(HistoryPath.placedPersonID)
      || record.string(HistoryPath.status) == "filled"
  }

  var isOpen: Bool { status == "open" || status == "on_hold" }
}

/// A call, a meeting or a note in the client database.
struct InteractionFacts: Sendable {
  let id: String
  let date: String
  let kind: String
  let companyID: String?
  let personID: String?
  let text: String?
  let member: String?

  init?(_ record: Record) {
    guard let id = record.string(HistoryPath.id) else { return nil }
    self.id = id
    date = record.string(HistoryPath.date) ?? ""
    kind = record.string(HistoryPath.kind) ?? "note"
    companyID = record.string(HistoryPath.companyID)
    personID = record.string(HistoryPath.personID)
    text = record.string(HistoryPath.text)
    member = record.string(HistoryPath.member)
  }

  var isMeeting: Bool { kind == "meeting" || kind == "call" }
}

/// Somebody's change, as detect-moves tells it.
struct MoveFacts: Sendable {
  struct Place: Sendable {
    let company: String?
    let companyID: String?
    let domain: String?
    let title: String?

    init(_ json: JSON?) {
      company = json?["company"]?.string
      companyID = json?["company_id"]?.string
      domain = json?["domain"]?.string
      title = json?["title"]?.string
    }

    var json: JSON {
      var object = JSONObject()
      object.append("company", company)
      object.append("company_id", companyID)
      object.append("domain", domain)
      object.append("title", title)
      return .object(object)
    }

    var isKnown: Bool { company != nil || companyID != nil || domain != nil }
  }

  let id: String
  let personID: String
  let signal: String
  let from: Place
  let to: Place
  let date: String
  let expires: String?
  let confidence: Double
  let why: [JSON]

  init?(_ record: Record) {
    guard let id = record.string(HistoryPath.id), let person = record.string(HistoryPath.personID),
      let signal = record.string(HistoryPath.signal)
    else { return nil }
    self.id = id
    personID = person
    self.signal = signal
    from = Place(record.json(HistoryPath.from))
    to = Place(record.json(HistoryPath.to))
    date = record.string(HistoryPath.date) ?? ""
    expires = record.string(HistoryPath.expires)
    confidence = record.double(HistoryPath.confidence) ?? 1
    why = record.json(HistoryPath.why)?.array ?? []
  }
}

/// Where the members of vacancies, interactions and moves lie.
private enum HistoryPath {
  static let closed: JSONPath = "closed"
  static let companyID: JSONPath = "company_id"
  static let confidence: JSONPath = "confidence"
  static let date: JSONPath = "date"
  static let expires: JSONPath = "expires"
  static let from: JSONPath = "from"
  static let id: JSONPath = "id"
  static let kind: JSONPath = "kind"
  static let member: JSONPath = "member"
  static let opened: JSONPath = "opened"
  static let personID: JSONPath = "person_id"
  static let placedName: JSONPath = "placed.name"
  static let placedPersonID: JSONPath = "placed.person_id"
  static let signal: JSONPath = "signal"
  static let status: JSONPath = "status"
  static let text: JSONPath = "text"
  static let title: JSONPath = "title"
  static let to: JSONPath = "to"
  static let why: JSONPath = "why"
}
