import JSONLines
import Names
import Team
import Templates

/// What a template sees: the record, and what follows from it about the person written to, our own sender, and the
/// opening that the message is about.
struct DraftContext: TemplateData {
  private let record: Record
  /// Members that stand before the record's own.
  private var extras: [(name: String, value: Value)] = []
  /// The name and address of the person written to.
  private(set) var name: String?
  private(set) var email: String?
  private(set) var linkedIn: String?
  /// The opening, for the draft's `why`.
  private(set) var opening: JSONObject?

  init(_ record: Record, team: Team, today: String?) {
    self.record = record
    let isReferral = record.string("type") == "referral"
    name = record.string(isReferral ? "ask.name" : "name")
    email = record.string(isReferral ? "ask.email" : "email")
    linkedIn = record.string(isReferral ? "ask.linkedin_url" : "linkedin_url")
    if let first = name.flatMap(Self.firstName) { extras.append(("first_name", .string(first))) }
    if isReferral, let first = record.string("target.name").flatMap(Self.firstName) {
      extras.append(("target_first_name", .string(first)))
    }
    for (name, path) in [
      ("company_short", isReferral ? "ask.company" : "company"), ("target_company", "target.company"),
    ] as [(String, JSONPath)] {
      guard let company = record.string(path), !company.isEmpty else { continue }
      extras.append((name, .string(CompanyName(company)?.short ?? company)))
    }
    if let today { extras.append(("today", .string(today))) }
    let owner = record.string(isReferral ? "ask.member" : "owner") ?? record.string("owner")
    if let member = owner.flatMap({ team.member(id: $0) }) { extras.append(("sender", Self.sender(member))) }
  }

  func value(_ name: String) -> Value {
    extras.last { $0.name == name }?.value ?? record.value(name)
  }

  func value(at path: JSONPath, of root: String) -> Value? {
    extras.contains { $0.name == root } ? nil : record.value(at: path, of: root)
  }

  /// Looks up the opening that one of the signals names, and what may be said of it.
  mutating func bind(signals: [String], history: SharedHistory) {
    let opportunities = record.json("opportunities")?.array ?? []
    for signal in signals {
      guard let match = opportunities.last(where: { $0["signal"]?.string == signal })?.object else { continue }
      opening = match
      let person = record.string("person_id") ?? record.string("id")
      let conversation = match["conversation_id"]?.string
      let took = conversation.flatMap { history.took(part: $0, email: email, person: person) }
      guard took ?? Self.implyPresence.contains(signal) else { return }
      var members = match.members.filter { $0.key == "date" || $0.key == "due" }.map { ($0.key, Value($0.value)) }
      if took == true, let topic = conversation.flatMap({ history.topic(of: $0) }) {
        members.append(("topic", .string(topic)))
      }
      extras.append(("opening", .object(ValueObject(members.map { (key: $0.0, value: $0.1) }))))
      return
    }
  }

  /// Signals that only a conversation with the person themselves can give.
  private static let implyPresence: Set<String> = [
    "inbound_request", "jd_shared", "keep_in_touch", "negotiation", "proposal_sent", "reconnect_later", "stalled",
  ]

  private static func sender(_ member: Member) -> Value {
    var members: [(key: String, value: Value)] = []
    if let name = member.name {
      members.append(("name", .string(name)))
      if let first = firstName(name) { members.append(("first_name", .string(first))) }
    }
    if let email = member.emails.first { members.append(("email", .string(email))) }
    return .object(ValueObject(members))
  }

  /// The name that a greeting takes: the first word, or the second of a name that begins with a title.
  static func firstName(_ name: String) -> String? {
    var words = name.split(separator: " ").map { trimmed($0) }
    while words.count > 1, let first = words.first, titles.contains(first.lowercased()) { words.removeFirst() }
    guard let first = words.first, first.utf8.count > 1, !first.hasSuffix("."), !first.contains("@") else { return nil }
    return first.hasSuffix(",") ? words.dropFirst().first : first
  }

  private static let titles: Set<String> = [
    "dipl.-ing.", "dr", "dr.", "frau", "herr", "mme", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "prof", "prof.", "sir",
  ]
}
