// What person and company records say, as far as leads need it.
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
  /// Whether the client database knows them.
  let isInCRM: Bool

  init?(_ record: Record) {
    guard let id = record.string(PersonPath.id) else { return nil }
    self.id = id
    knownGivenName = record.string(PersonPath.givenName)
    name = PersonFacts.shown(record.string(PersonPath.name), knownGivenName, record.string(PersonPath.familyName))
    emails = record.strings(PersonPath.emails)
    phones = record.strings(PersonPath.phones)
    title = record.string(PersonPath.title)
    company = record.string(PersonPath.company)
    companyID = record.string(PersonPath.companyID)
    domain = record.string(PersonPath.domain)
    location = record.string(PersonPath.location)
    country = record.string(PersonPath.country)
    linkedinURL = record.string(PersonPath.linkedinURL)
    kinds = record.strings(PersonPath.kinds)
    lastContact = record.string(PersonPath.lastContact)
    departures = (record.json(PersonPath.left)?.array ?? []).prefix(50).map {
      ($0["date"]?.string ?? "", $0["company"]?.string, $0["domain"]?.string)
    }
    // Only who is said to have left is asked for their positions.
    positions =
      departures.isEmpty
      ? [] : (record.json(PersonPath.positions)?.array ?? []).prefix(200).compactMap { PositionFacts($0) }
    why = (record.json(PersonPath.why)?.array ?? []).filter { $0["because"]?.string != "signature" }
    isInCRM = PersonFacts.isInCRM(record, id)
  }

  private static let sourceKind: JSONPath = "source.kind"
  private static let sourceKinds: JSONPath = "sources[].kind"

  /// Whether the client database knows the person of a record.
  static func isInCRM(_ record: Record, _ id: String) -> Bool {
    id.hasPrefix("crm:") || record.string(sourceKind) == "crm" || record.strings(sourceKinds).contains("crm")
  }

  /// A name as it is said, where a list has it as `Frost, Dana`.
  private static func shown(_ name: String?, _ given: String?, _ family: String?) -> String? {
    guard let name, name.contains(","), let given, let family, name == "\(family), \(given)" else { return name }
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

/// Where a person's members lie; made once, as people pass fast.
private enum PersonPath {
  static let id: JSONPath = "id"
  static let name: JSONPath = "name"
  static let givenName: JSONPath = "given_name"
  static let familyName: JSONPath = "family_name"
  static let emails: JSONPath = "emails"
  static let phones: JSONPath = "phones"
  static let title: JSONPath = "title"
  static let company: JSONPath = "company"
  static let companyID: JSONPath = "company_id"
  static let domain: JSONPath = "domain"
  static let location: JSONPath = "location"
  static let country: JSONPath = "country"
  static let linkedinURL: JSONPath = "linkedin_url"
  static let kinds: JSONPath = "kinds"
  static let lastContact: JSONPath = "last_contact"
  static let left: JSONPath = "left"
  static let positions: JSONPath = "positions"
  static let why: JSONPath = "why"
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

  static let accountMembers: [JSONPath] = [
    "name", "domains", "industry", "employees", "location", "country", "technologies", "keywords", "funding_stage",
    "revenue", "client",
  ]

  init?(_ record: Record) {
    guard let id = record.string("id") else { return nil }
    self.id = id
    name = record.string("name")
    domains = record.strings("domains")
    var account: [UInt8] = []
    for path in Self.accountMembers {
      guard let value = record.raw(path) else { continue }
      if !account.isEmpty { account.append(UInt8(ascii: ",")) }
      JSONText.encode(path.description, into: &account)
      account.append(UInt8(ascii: ":"))
      account.append(contentsOf: value)
    }
    self.account = account
    since = record.string("client.since")
    lastEngagement = record.string("client.last_engagement")
    placements = record.int("client.placements") ?? 0
    revenue = record.number("client.revenue") ?? record.string("client.revenue.amount")
  }

  /// Whether the client database counts it as a client.
  var isClient: Bool { since != nil || lastEngagement != nil || placements > 0 }
}

/// A vacancy.
struct JobFacts: Sendable {
  let id: String
  let title: String?
  let status: String?
  let opened: String?
  let closed: String?
  private(set) var companyID: String?
  let personID: String?
  let placedName: String?
  let isPlaced: Bool

  /// The same vacancy at another company.
  func at(company: String) -> JobFacts {
    var job = self
    job.companyID = company
    return job
  }

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
