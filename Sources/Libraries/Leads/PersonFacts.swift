// What person records say, as far as leads need it.
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
    self.init(json, places, isInCRM: PersonMembers.all.isInCRM(json, places))
  }

  /// Reads the values that lie at `places` in `json`, by the slots of `PersonMembers`; nil without an id.
  init?(_ json: RawSpan, _ places: [ValuePlace], isInCRM: Bool) {
    let at = PersonMembers.all
    guard let id = places[at.id].string(in: json) else { return nil }
    self.id = id
    knownGivenName = places[at.givenName].string(in: json)
    name = PersonFacts.shown(
      places[at.name].string(in: json)?.unlessBlank, knownGivenName, places[at.familyName].string(in: json))
    emails = places[at.emails].strings(in: json)
    phones = places[at.phones].strings(in: json)
    title = places[at.title].string(in: json)?.unlessBlank
    company = places[at.company].string(in: json)?.unlessBlank
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

  /// Whether the client database knows the person.
  func isInCRM(_ json: RawSpan, _ places: [ValuePlace]) -> Bool {
    if places[sourceKind].says("crm", in: json) || places[id].string(in: json)?.hasPrefix("crm:") ?? false {
      return true
    }
    return places[sources].json(in: json)?.array?.contains { $0["kind"]?.string == "crm" } ?? false
  }
}
