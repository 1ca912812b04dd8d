// A change in somebody's career, with what shows it.
import Bytes
import JSONLines

/// Something that happened in a career.
public struct CareerSignal: Sendable {
  /// What happened.
  public enum Kind: String, Sendable {
    case candidateNowHiring = "candidate_now_hiring"
    case left
    case moved
    case nowHiringRole = "now_hiring_role"
    case promoted
  }

  /// What happened.
  public let kind: Kind
  /// To whom.
  public let person: String
  let from: Place
  let to: Place?
  let date: String?
  /// How sure, from 0 to 1.
  public let confidence: Double
  let why: [JSON]
  let origins: Set<Sighting.Origin>

  /// A person's place at one time.
  struct Place: Sendable, Equatable {
    var company: String?
    var companyID: String?
    var domain: String?
    var title: String?
    /// What the title says, where the rules know it.
    var standing: Titles.Standing?

    var json: JSON {
      var object = JSONObject()
      object.append("company", company)
      object.append("company_id", companyID)
      object.append("domain", domain)
      object.append("title", title)
      object.append("seniority", standing?.seniority)
      object.append("function", standing?.function)
      if title != nil, let standing { object.append("decision_maker", .bool(standing.decides)) }
      return .object(object)
    }
  }

  /// The `signal` record. Its id depends on the person and the two places.
  public var record: JSONObject {
    let places = [from, to].map {
      $0.map { "\($0.companyID ?? $0.domain ?? $0.company ?? "")/\($0.title ?? "")" } ?? ""
    }
    let key = ([kind.rawValue, person] + (kind == .promoted ? places : places.map { String($0.prefix { $0 != "/" }) }))
    var record: JSONObject = ["type": "signal"]
    record.append("id", "signal:" + SHA256.hex(key.joined(separator: "\u{1F}"), digits: 16))
    record.append("sources", .array(sources))
    record.append("signal", kind.rawValue)
    record.append("person_id", person)
    record.append("company_id", (to ?? from).companyID)
    record.append("from", from.json)
    if let to { record.append("to", to.json) }
    record.append("date", date)
    record.append("confidence", JSON(confidence))
    record.append("why", .array(why))
    return record
  }

  private var sources: [JSON] {
    let kinds = Set(origins.map { $0 == .announcement ? "mail" : $0.rawValue }).sorted()
    return kinds.map { ["kind": .string($0), "priority": $0 == "crm" || $0 == "mail" ? "high" : "medium"] }
  }
}
