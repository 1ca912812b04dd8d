import Calendar
import Identity
import JSONLines
import Names

/// One of the records that a golden record is made of.
struct GoldenMember {
  let id: String
  let object: JSONObject
  /// 1 for sources that people keep with care (the client database, mail), 0 for others.
  let trust: Int
  /// How well its source knows what an entity calls itself: the client database best, addresses of mail least.
  let standing: Int
  /// When the record last told something of its entity; empty when unknown.
  let recency: String
  /// When it first did; sorts last when unknown.
  let firstSeen: String

  init(_ record: Record, id: String) {
    self.id = id
    object = record.object
    trust = Members.priorities.contains { record.strings($0).contains("high") } ? 1 : 0
    standing = Members.kinds.flatMap { record.strings($0) }.map(Self.standing).max() ?? 0
    recency = Members.dates.flatMap { record.strings($0) }.filter(Self.isDate).max() ?? ""
    firstSeen = record.string(Members.firstSeen).flatMap { Self.isDate($0) ? $0 : nil } ?? "~"
  }

  private static func standing(_ kind: String) -> Int {
    switch kind {
    case "crm": 3
    case "linkedin": 2
    case "form": 1
    default: 0
    }
  }

  /// Dates and times compare as text when they are well-formed.
  private static func isDate(_ text: String) -> Bool { (try? Instant(dateOrTime: text)) != nil }

  /// Orders by who was there first: by date, then by id.
  static func isEarlier(_ left: GoldenMember, _ right: GoldenMember) -> Bool {
    left.firstSeen != right.firstSeen ? left.firstSeen < right.firstSeen : left.id < right.id
  }

  /// Whether this record's values hold and not those of `other`, by what is preferred, then by id.
  ///
  /// - Parameter frequency: how many records have a record's value.
  func isPreferred(
    to other: GoldenMember, by preferences: [Survivorship.Preference], frequency: (GoldenMember) -> Int = { _ in 0 }
  ) -> Bool {
    for preference in preferences {
      switch preference {
      case .recent: if recency != other.recency { return recency > other.recency }
      case .trusted: if trust != other.trust { return trust > other.trust }
      case .complete:
        let (mine, others) = (object.members.count, other.object.members.count)
        if mine != others { return mine > others }
      case .frequent:
        let (mine, others) = (frequency(self), frequency(other))
        if mine != others { return mine > others }
      }
    }
    return id < other.id
  }

  func string(_ member: String) -> String? {
    guard let text = object[member]?.string, !text.isEmpty else { return nil }
    return text
  }

  func strings(_ member: String) -> [String] { object[member]?.strings ?? [] }

  /// Whether the record says where its person works.
  var namesEmployer: Bool { ["company", "domain", "company_id"].contains { string($0) != nil } }

  /// Whether the record names this employer, by its id, name or domain.
  func names(_ employer: GoldenEmployer) -> Bool {
    if let id = employer.id, id == string("company_id") { return true }
    if let name = employer.name, let company = string("company"),
      company == employer.company || CompanyName(company)?.key == name
    {
      return true
    }
    guard let domain = employer.domain else { return false }
    return domain == string("domain").flatMap { DomainName(of: $0)?.registrable }
  }
}

/// The employer that a record names, told once for all records that are held against it.
struct GoldenEmployer {
  let id: String?
  let company: String?
  /// The company's name as it is compared.
  let name: String?
  let domain: String?

  init(of member: GoldenMember) {
    id = member.string("company_id")
    company = member.string("company")
    name = company.flatMap { CompanyName($0)?.key }
    domain = member.string("domain").flatMap { DomainName(of: $0)?.registrable }
  }
}

/// Where the values stand; made once, since every record is asked for each.
private enum Members {
  static let priorities: [JSONPath] = ["sources[].priority", "source.priority"]
  static let kinds: [JSONPath] = ["sources[].kind", "source.kind"]
  static let dates: [JSONPath] = ["positions[].as_of", "positions[].last_seen", "last_seen", "last_contact"]
  static let firstSeen: JSONPath = "first_seen"
}
