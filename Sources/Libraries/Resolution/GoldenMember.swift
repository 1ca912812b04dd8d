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
    let kinds = record.strings("sources[].priority") + record.strings("source.priority")
    trust = kinds.contains("high") ? 1 : 0
    let origin = record.strings("sources[].kind") + record.strings("source.kind")
    standing = origin.map { ["crm": 3, "linkedin": 2, "form": 1][$0] ?? 0 }.max() ?? 0
    let dates = record.strings("positions[].as_of") + record.strings("positions[].last_seen")
    recency = (dates + record.strings("last_seen") + record.strings("last_contact")).filter(Self.isDate).max() ?? ""
    firstSeen = record.string("first_seen").flatMap { Self.isDate($0) ? $0 : nil } ?? "~"
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

  /// Whether two records name one employer, by its id, name or domain.
  func sharesEmployer(with other: GoldenMember) -> Bool {
    if let id = string("company_id"), id == other.string("company_id") { return true }
    if let name = string("company").flatMap({ CompanyName($0)?.key }),
      name == other.string("company").flatMap({ CompanyName($0)?.key })
    {
      return true
    }
    guard let domain = string("domain").flatMap({ DomainName(of: $0)?.registrable }) else { return false }
    return domain == other.string("domain").flatMap { DomainName(of: $0)?.registrable }
  }
}
