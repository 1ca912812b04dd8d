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
  let path: IntroPath

  var id: String { SHA256.hex("\(play.rawValue)\n\(ask.key)\n\(target.key)", digits: 16) }

  /// The record; `id` is the referral's own, which is a hash and need not be worked out twice.
  func record(_ id: String) -> JSONObject {
    var record: JSONObject = ["type": "referral", "id": .string(id)]
    record.append("source", ["kind": "mail", "priority": "high"])
    record.append("play", play.rawValue)
    record.append("ask", ask.json)
    record.append("target", target.json)
    record.append("sentence", sentence)
    record.append("date", date)
    record.append("path", path.json)
    record.append("strength", Strength.number(path.thousandths))
    record.append("why", .array(why))
    return record
  }
}

/// The way from one of us to the goal, over one or two people.
struct IntroPath: Sendable {
  /// Why somebody can lead to the next one.
  enum Link: String, Sendable {
    /// Messages passed between us.
    case knowsUs = "knows us"
    case worksThere = "works there"
    case workedThere = "worked there"
    case workedTogether = "worked together"
    case colleagues = "colleagues"
    case named = "named them"

    /// How much of the strength before it comes through, in tenths: what one holds for sure counts more than what was.
    var tenths: Int {
      switch self {
      case .knowsUs: 10
      case .worksThere, .colleagues: 8
      case .named: 7
      case .workedTogether: 6
      case .workedThere: 5
      }
    }
  }

  private(set) var steps: [(link: Link, personID: String?, name: String)] = []
  private let member: String?
  /// The strength of the relationship at its beginning, less what each link loses.
  private(set) var thousandths: Int

  /// A path that begins with whoever of us knows the one who is asked.
  init(_ ask: Referral.Side, strength: Int32) {
    member = ask.member
    thousandths = Int(strength)
    steps.append((.knowsUs, ask.personID, ask.name))
  }

  /// The path, longer by one.
  func then(_ link: Link, _ side: Referral.Side) -> IntroPath {
    var path = self
    path.steps.append((link, side.personID, side.name))
    path.thousandths = thousandths * link.tenths / 10
    return path
  }

  var json: JSON {
    var list: [JSON] = []
    if let member { list.append(["member": .string(member)]) }
    for step in steps {
      var object = JSONObject()
      object.append("person_id", step.personID)
      object.append("name", step.name)
      object.append("link", step.link.rawValue)
      list.append(.object(object))
    }
    return .array(list)
  }
}
