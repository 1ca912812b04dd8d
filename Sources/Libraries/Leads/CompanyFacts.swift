// What company records say, as far as leads need it.
import Bytes
import JSONLines

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
  /// What it paid, as its record has it: an amount with its currency, or a bare number; nil when it is neither.
  let revenue: [UInt8]?

  init?(_ record: Record) {
    let at = CompanyMembers.all
    var places: [ValuePlace] = []
    at.table.find(in: record, into: &places)
    let json = record.bytes.span.bytes
    guard let id = places[at.id].string(in: json) else { return nil }
    self.id = id
    name = places[at.name].string(in: json)?.unlessBlank
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
    // Never a bare number where the record knows the currency: such numbers would be added up and compared.
    let isAmount = places[at.amount].string(in: json).map { JSON.number($0).double?.isFinite ?? false } ?? false
    let isPaid = places[at.revenue].number(in: json) != nil || isAmount
    revenue = isPaid ? json.array(places[at.revenue].range) : nil
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
