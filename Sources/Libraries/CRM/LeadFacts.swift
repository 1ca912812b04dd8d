import Bytes
import Identity
import JSONLines
import Names
import Team

/// What a column can be filled with from a lead: its members by path, and what follows from them.
struct LeadFacts {
  let record: Record
  let team: Team
  let batch: String
  /// The opening that the row stands for, in a file of openings.
  var opening: JSONObject?

  /// Whether a file is for such a lead.
  func isMeant(by file: ImportFile) -> Bool {
    func holds(_ condition: (member: String, values: [String])) -> Bool {
      record.strings(JSONPath(condition.member)).contains { condition.values.contains($0) }
    }
    return file.only.allSatisfy(holds) && !file.except.contains(where: holds)
  }

  /// The values of a source; none when it has none.
  func values(_ source: String) -> [String] {
    if let computed = computed(source) { return computed.filter { !$0.isEmpty } }
    let path = JSONPath(source)
    switch record.kind(path) {
    case .number?: return record.number(path).map { [$0] } ?? []
    case .bool?: return record.bool(path).map { [$0 ? "true" : "false"] } ?? []
    default: return record.strings(path).filter { !$0.isEmpty }
    }
  }

  private func first(_ path: JSONPath) -> String { record.string(path) ?? "" }

  /// The sources that are not members of the lead; nil when it is none of them.
  private func computed(_ source: String) -> [String]? {
    switch source {
    case "given_name", "family_name", "full_name": name(source)
    case "first_name": name("family_name").isEmpty ? [] : name("given_name")
    case "last_name": name("family_name").isEmpty ? name("given_name") : name("family_name")
    case "external_id": [first("id")]
    case "company_external_id": [companyID]
    case "opening_external_id": opening.map { ["\(first("id")):\($0["signal"]?.string ?? "")"] } ?? []
    case "task_external_id": ["\(first("id")):next_step"]
    case "note_external_id": ["\(first("id")):note"]
    case "task_name": [first("name").isEmpty ? "Next step" : "Next step: \(first("name"))"]
    case "employees_band": [band]
    case "website": domain.isEmpty ? [] : ["https://\(domain)"]
    case "domain": [domain]
    case "owner_name": owner.flatMap(\.name).map { [$0] } ?? []
    case "owner_email": owner.flatMap(\.emails.first).map { [$0] } ?? []
    case "owner_user": owner.flatMap(\.crmUser).map { [$0] } ?? []
    case "reason": reason.map { [$0] } ?? []
    case "story": [story]
    case "opening_name": [openingName]
    case "opening.due", "opening.date", "opening.signal":
      opening?[String(source.dropFirst(8))]?.strings ?? []
    case "opted_out": [record.strings("tags").contains("opt_out") ? "true" : "false"]
    case "batch": [batch]
    case "phone_calling_code": Phone.parts(first("phone")).map { ["+\($0.code)"] } ?? []
    case "phone_national": Phone.parts(first("phone")).map { [$0.rest] } ?? []
    case "phone_country": Phone.parts(first("phone")) == nil ? [] : [first("country")]
    case "rating": [rating]
    default: nil
    }
  }

  private var owner: Member? { record.string("owner").flatMap { team.member(id: $0) } }

  private var domain: String {
    first("domain").isEmpty ? record.strings("account.domains").first ?? "" : first("domain")
  }

  /// What identifies the company: its id, else its domain, else its name.
  var companyID: String {
    if let id = record.string("company_id"), !id.isEmpty { return id }
    if !domain.isEmpty { return domain }
    let name = first("company")
    // As long as an id may be anywhere, and still no two companies' the same.
    return name.unicodeScalars.count <= 100 ? name : "\(name.prefix(60))_\(SHA256.hex(name, digits: 16))"
  }

  private func name(_ source: String) -> [String] {
    let full = first("name").isEmpty ? first("full_name") : first("name")
    if source == "full_name" || full.isEmpty { return full.isEmpty ? [] : [full] }
    if let own = record.string(source == "given_name" ? "given_name" : "family_name"), !own.isEmpty { return [own] }
    guard let parsed = PersonName(full) else {
      return source == "family_name" ? [full] : []
    }
    if parsed.family.isEmpty { return source == "family_name" ? [] : [parsed.given] }
    return [source == "given_name" ? ([parsed.given] + parsed.middle).joined(separator: " ") : parsed.family]
  }

  /// The reason that tells most: the one with the most points, else the first with words of theirs.
  private var reason: String? {
    let list = record.json("why")?.array ?? []
    let best = list.enumerated().max { left, right in
      let (a, b) = (left.element["points"]?.double ?? 0, right.element["points"]?.double ?? 0)
      return a == b ? left.offset > right.offset : a < b
    }
    guard let entry = best?.element else { return nil }
    let what = entry["because"]?.string ?? entry["signal"]?.string.map(Self.words) ?? ""
    guard let quote = entry["quote"]?.string, !quote.isEmpty else { return what.isEmpty ? nil : what }
    return what.isEmpty ? "“\(quote)”" : "\(what): “\(quote)”"
  }

  private static func words(_ label: String) -> String { label.replacing("_", with: " ") }

  /// Score, stage, reason and next step in a paragraph, for targets without columns of their own for them.
  private var story: String {
    var lines: [String] = []
    if let score = record.number("score") {
      lines.append("Score \(score)\(record.string("tier").map { " (\($0))" } ?? "")")
    }
    if let stage = record.string("stage") { lines.append("Stage: \(stage)") }
    let signals = record.strings("signals").map(Self.words)
    if !signals.isEmpty { lines.append("Signals: \(signals.joined(separator: ", "))") }
    if let reason { lines.append("Why: \(reason)") }
    if let step = record.string("next_step.text") {
      lines.append("Next step: \(step)\(record.string("next_step.due").map { " (by \($0))" } ?? "")")
    }
    return lines.joined(separator: "\n")
  }

  private var openingName: String {
    let company = first("company").isEmpty ? first("name") : first("company")
    let signal = opening?["signal"]?.string ?? record.strings("signals").first
    return [company, signal.map(Self.words) ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// The size of the company in the bands that many CRMs use.
  private var band: String {
    guard let count = record.double("account.employees"), count >= 1 else { return "" }
    let bands: [(upTo: Double, name: String)] = [
      (10, "1-10"), (50, "11-50"), (200, "51-200"), (500, "201-500"), (1000, "501-1000"),
    ]
    return bands.first { count <= $0.upTo }?.name ?? "1000+"
  }

  /// Hot, warm or cold, by the score.
  private var rating: String {
    guard let score = record.double("score") else { return "" }
    return score >= 80 ? "hot" : score >= 40 ? "warm" : "cold"
  }
}

/// E.164 numbers taken apart.
enum Phone {
  /// Calling codes of two digits (ITU-T E.164, list of assigned codes); 1 and 7 have one, all others three.
  private static let twoDigits: Set<String> = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95", "98",
  ]

  /// The calling code and the rest.
  static func parts(_ number: String) -> (code: String, rest: String)? {
    guard isE164(number) else { return nil }
    let digits = number.dropFirst()
    let length = digits.first == "1" || digits.first == "7" ? 1 : twoDigits.contains(String(digits.prefix(2))) ? 2 : 3
    return (String(digits.prefix(length)), String(digits.dropFirst(length)))
  }

  /// Whether the text is `+` and 7 to 15 digits.
  static func isE164(_ number: String) -> Bool {
    number.utf8.first == UInt8(ascii: "+") && (8...16).contains(number.utf8.count)
      && number.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}
