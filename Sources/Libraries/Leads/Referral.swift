// One ask: whom, for whom or for what, in which words, and why it should work.
import Bytes
import JSONLines

/// How one person leads to another.
enum Play: String, Sendable, CaseIterable {
  /// A colleague at the same company opens the door to somebody with something open.
  case crossSPOC = "cross_spoc"
  /// Somebody who moved opens the door at the new company.
  case moved
  /// Somebody who moved names who comes after at the old company.
  case reverse
  /// Somebody named a third person.
  case mention
  /// A former colleague introduces us to somebody who moved.
  case formerColleagues = "former_colleagues"

  /// How well such asks work, all else equal.
  var factor: Double {
    switch self {
    case .mention: 1.5
    case .moved: 1.3
    case .crossSPOC: 1.2
    case .formerColleagues: 1
    case .reverse: 0.8
    }
  }
}

/// An ask.
struct Referral: Sendable {
  /// A person or company as a referral names it.
  struct Side: Sendable {
    var personID: String?
    var name: String
    var email: String?
    var company: String?
    var companyID: String?
    var member: String?

    var json: JSON {
      var object = JSONObject()
      object.append("person_id", personID)
      object.append("name", name)
      object.append("email", email)
      object.append("company", company)
      object.append("company_id", companyID)
      object.append("member", member)
      return .object(object)
    }

    var key: String { personID ?? email ?? companyID.map { "\($0)\u{1}\(name)" } ?? name + "\u{1}" + (company ?? "") }
  }

  let play: Play
  let ask: Side
  let target: Side
  let sentence: String
  let date: String
  let weight: Double
  let why: [JSON]

  var id: String { SHA256.hex("\(play.rawValue)\n\(ask.key)\n\(target.key)", digits: 16) }

  var record: JSONObject {
    var record: JSONObject = ["type": "referral", "id": .string(id)]
    record.append("source", ["kind": "mail", "priority": "high"])
    record.append("play", play.rawValue)
    record.append("ask", ask.json)
    record.append("target", target.json)
    record.append("sentence", sentence)
    record.append("date", date)
    record.append("why", .array(why))
    return record
  }
}
