import Identity
import JSONLines
import Names

/// One record made of those that tell of the same entity: the best value of each member, lists united, with the record
/// that each value came from and the values that were not taken.
public struct GoldenRecord: Sendable {
  /// The id, that of the earliest member.
  public let id: String
  /// The merged record.
  public let object: JSONObject

  /// Merges `records`, whose ids are `ids`. There must be at least one.
  ///
  /// - Parameters:
  ///   - companies: what the companies are called that the records refer to.
  ///   - survivorship: which values are taken.
  ///   - idMember: where the id stands.
  ///   - known: the id that the entity has already.
  public init(
    _ records: [Record], ids: [String], kind: EntityKind?, companies: CompanyLabels = CompanyLabels(),
    survivorship: Survivorship? = nil, idMember: String = "id", keeping known: String? = nil
  ) {
    let members = zip(records, ids).map { GoldenMember($0, id: $1) }.sorted(by: GoldenMember.isEarlier)
    var merger = Merger(members, kind, companies, survivorship ?? .standard(kind), idMember)
    id = known ?? members.first?.id ?? ""
    object = merger.merge(id: id)
  }
}

/// The work of merging.
private struct Merger {
  private let earliest: [GoldenMember]
  private let preferred: [GoldenMember]
  private let kind: EntityKind?
  private let companies: CompanyLabels
  private let survivorship: Survivorship
  private let idMember: String
  private var object = JSONObject()
  private var origins = JSONObject()
  private var losing = JSONObject()

  init(
    _ earliest: [GoldenMember], _ kind: EntityKind?, _ companies: CompanyLabels,
    _ survivorship: Survivorship, _ idMember: String
  ) {
    self.idMember = idMember
    self.companies = companies
    self.earliest = earliest
    self.kind = kind
    self.survivorship = survivorship
    preferred = earliest.sorted { $0.isPreferred(to: $1, by: survivorship.general) }
  }

  mutating func merge(id: String) -> JSONObject {
    if let kind { object.append("type", kind.rawValue) }
    object.append(idMember, earliest.first { $0.id == id }?.object[idMember] ?? .string(id))
    for key in keys() where key != idMember && !Self.own.contains(key) { mergeMember(key) }
    let former = Set(earliest.map(\.id) + earliest.flatMap { $0.strings("former_ids") }).subtracting([id])
    object.append("former_ids", JSON(former.sorted()))
    object.append("sources", .array(sources()))
    guard kind != .message else { return object }
    if !origins.isEmpty { object.append("origins", .object(origins)) }
    if !losing.isEmpty { object.append("other_values", .object(losing)) }
    return object
  }

  /// Members that merging writes itself.
  private static let own: Set<String> = [
    "type", "former_ids", "source", "sources", "origins", "other_values",
  ]

  /// All members of all records, in the order in which the preferred record, then the others, have them.
  private func keys() -> [String] {
    var seen: Set<String> = []
    let keys = preferred.flatMap { $0.object.members.map(\.key) }.filter { seen.insert($0).inserted }
    // A person whose employer is only known by its id gets its name too.
    return kind == .person && seen.contains("company_id") && !seen.contains("company") ? keys + ["company"] : keys
  }

  private mutating func mergeMember(_ key: String) {
    guard kind != nil, survivorship.own(key) == nil else { return mergeOther(key) }
    switch key {
    case "name" where kind == .person: takeName()
    case "given_name" where kind == .person, "family_name" where kind == .person: break
    case "name" where kind == .company: takeFirst(key, in: preferred.sorted { isBetterCompanyName($0, $1) })
    case "company", "company_id", "domain", "title": takeEmployment(key)
    case "first_seen": takeExtreme(key, last: false)
    case "last_seen", "last_contact": takeExtreme(key, last: true)
    case "inbound", "outbound": addUp(key)
    case "is_active": takeFirst(key, in: preferred)
    case "emails": object.append(key, JSON(MergedLists.emails(preferred, current: employment("domain")?.value.string)))
    case "positions": object.append(key, .array(MergedLists.positions(preferred)))
    default: mergeOther(key)
    }
  }

  /// Lists are united; of other values the preferred record's is taken.
  private mutating func mergeOther(_ key: String) {
    if preferred.contains(where: { $0.object[key]?.array != nil }) {
      object.append(key, .array(MergedLists.union(preferred, key)))
    } else {
      takeFirst(key, in: order(for: key))
    }
  }

  /// The members in the order in which their values of `key` are taken.
  private func order(for key: String) -> [GoldenMember] {
    let preferences = survivorship.own(key) ?? survivorship.general
    guard preferences.contains(.frequent) || survivorship.own(key) != nil else { return preferred }
    var counts: [[UInt8]: Int] = [:]
    func spelling(_ member: GoldenMember) -> [UInt8] { member.object[key].map { Array($0.text.utf8) } ?? [] }
    for member in earliest { counts[spelling(member), default: 0] += 1 }
    return earliest.sorted { left, right in
      left.isPreferred(to: right, by: preferences) { counts[spelling($0)] ?? 0 }
    }
  }

  private mutating func takeFirst(_ key: String, in order: [GoldenMember]) {
    guard let winner = order.first(where: { $0.object[key].map { $0 != .null && $0 != "" } ?? false }),
      let value = winner.object[key]
    else { return }
    object.append(key, value)
    note(key, value, from: winner)
  }

  /// Remembers where a value came from, and what else there was.
  private mutating func note(_ key: String, _ value: JSON, from winner: GoldenMember) {
    origins.append(key, winner.id)
    var seen: [JSON] = [value]
    var others: [JSON] = []
    for member in preferred {
      guard let other = member.object[key], other != .null, other != "", !seen.contains(other) else { continue }
      seen.append(other)
      others.append(["value": other, "id": .string(member.id)])
      if others.count == 20 { break }
    }
    if !others.isEmpty { losing.append(key, .array(others)) }
  }

  /// The most complete name, of equally complete ones the plainest, then the most trusted; given and family name come
  /// from the same record.
  private mutating func takeName() {
    let names = preferred.map { MemberName($0) }
    let ranks = names.map { $0?.rank(among: names) ?? -1 }
    let ranked = preferred.indices.sorted { ranks[$0] != ranks[$1] ? ranks[$0] > ranks[$1] : $0 < $1 }
    guard let winner = ranked.map({ preferred[$0] }).first(where: { $0.string("name") != nil }) else { return }
    for key in ["name", "given_name", "family_name"] {
      guard let value = winner.object[key] else { continue }
      object.append(key, value)
      note(key, value, from: winner)
    }
  }

  /// Orders companies by whose name is best: the client database's, then the preferred one's.
  private func isBetterCompanyName(_ left: GoldenMember, _ right: GoldenMember) -> Bool {
    left.standing != right.standing
      ? left.standing > right.standing : left.isPreferred(to: right, by: survivorship.general)
  }

  /// The preferred record that names an employer, and all that name the same.
  private lazy var employed: (holder: GoldenMember, colleagues: [GoldenMember])? = {
    let holder =
      preferred.first { $0.string("company") != nil } ?? preferred.first { $0.string("domain") != nil }
      ?? preferred.first { $0.string("company_id") != nil }
    guard let holder else { return nil }
    let employer = GoldenEmployer(of: holder)
    return (holder, preferred.filter { $0.id == holder.id || $0.names(employer) })
  }()

  /// The value of `key` at the employer that holds: the one of the preferred record that names any.
  private mutating func employment(_ key: String) -> (value: JSON, winner: GoldenMember)? {
    guard let (holder, colleagues) = employed else { return nil }
    // Whoever keeps records of a company knows its name better than its domain tells it.
    let ranked = key == "company" ? colleagues.sorted { $0.standing > $1.standing } : [holder] + colleagues
    guard let winner = ranked.first(where: { $0.string(key) != nil }), let value = winner.object[key] else {
      return nil
    }
    return (value, winner)
  }

  /// Company, its id and domain, and the title come from one record, or from others that name the same company.
  private mutating func takeEmployment(_ key: String) {
    let id = employment("company_id")?.value.string
    if key == "company", let name = companies.name(of: id), let id {
      object.append(key, name)
      origins.append(key, id)
      return
    }
    if key == "title", preferred.allSatisfy({ !$0.namesEmployer }) { return takeFirst(key, in: preferred) }
    guard let (value, winner) = employment(key) else {
      if let first = preferred.first(where: { $0.string(key) != nil }), let value = first.object[key] {
        losing.append(key, [["value": value, "id": .string(first.id)]])
      }
      return
    }
    object.append(key, value)
    note(key, value, from: winner)
  }

  private mutating func takeExtreme(_ key: String, last: Bool) {
    let values = preferred.compactMap { $0.string(key) }
    if let value = last ? values.max() : values.min() { object.append(key, .string(value)) }
  }

  private mutating func addUp(_ key: String) {
    var sum = 0
    for member in preferred { sum = sum.addingReportingOverflow(member.object[key]?.int ?? 0).partialValue }
    object.append(key, JSON(sum))
  }

  /// The sources of all members, each with the id of its record.
  private func sources() -> [JSON] {
    var sources: [JSON] = []
    for member in earliest {
      for source in member.object["sources"]?.array ?? [] where !sources.contains(source) { sources.append(source) }
      guard var source = member.object["source"]?.object else { continue }
      source["id"] = .string(member.id)
      if !sources.contains(.object(source)) { sources.append(.object(source)) }
    }
    return sources
  }
}
