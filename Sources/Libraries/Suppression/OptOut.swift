import JSONLines

/// What in a record asks for an entry on the list: who, and why.
public struct OptOut: Sendable, Equatable {
  /// Every way to know them.
  public var points: [ContactPoint]
  /// The reason that the entry bears, unless the user names another.
  public var reason: String

  /// Reads a record: the sender of a message that was classified as an opt-out, a person or lead so tagged, or a record of
  /// type `suppression` that names somebody; nil when nobody is to be listed.
  public init?(_ record: borrowing Record, region: String? = nil) {
    switch record.string("type") {
    case "message":
      guard record.string("reply_class") == "opt_out", record.string("direction") != "outbound" else { return nil }
      points = OptOut.points(record.json("from")?.object ?? [:], region: region)
      reason = "opt_out"
    case "conversation":
      let classes = record.strings("messages[].reply_class")
      guard classes.contains("opt_out") else { return nil }
      points = (record.json("messages")?.array ?? []).filter { $0["reply_class"]?.string == "opt_out" }
        .flatMap { OptOut.points($0["from"]?.object ?? [:], region: region) }
      reason = "opt_out"
    case "suppression":
      points = OptOut.points(record.object, region: region)
      reason = record.string("reason") ?? "opt_out"
    default:
      guard record.strings("tags").contains("opt_out") else { return nil }
      points = OptOut(person: record, region: region).points
      reason = "opt_out"
    }
    if points.isEmpty { return nil }
  }

  /// Whoever a person or lead is, however they are known.
  public init(person record: borrowing Record, region: String? = nil) {
    points = OptOut.points(record.object, region: region)
    reason = "opt_out"
    points += (record.strings("person_id") + record.strings("former_ids") + record.strings("sources[].id"))
      .compactMap { ContactPoint.id($0) }
    if let type = record.string("type"), type == "person" || type == "lead" {
      points += record.strings("id").compactMap { ContactPoint.id($0) }
    }
  }

  /// The contact points in an object's members; a company's domain alone is one, beside a person's address it is none.
  private static func points(_ object: JSONObject, region: String?) -> [ContactPoint] {
    func all(_ names: [String]) -> [String] { names.flatMap { object[$0]?.strings ?? [] } }
    let region = object["country"]?.string.flatMap { $0.utf8.count == 2 ? $0.uppercased() : nil } ?? region
    let emails = all(["email", "emails"]).compactMap { ContactPoint.email($0) }
    var points = emails
    points += all(["phone", "phones", "phones_raw"]).compactMap { ContactPoint.phone($0, region: region) }
    points += all(["linkedin_url"]).compactMap { ContactPoint.linkedIn($0) }
    let domains = all(["domain", "domains"])
    let hosts = domains + emails.compactMap { $0.text.split(separator: "@").last.map(String.init) }
    for name in all(["name"]) {
      points += hosts.compactMap { ContactPoint.person(name, at: $0) }
      if !points.isEmpty { points += [ContactPoint.name(name)].compactMap { $0 } }
    }
    if points.isEmpty { points = domains.compactMap { ContactPoint.domain($0) } }
    return points
  }
}
