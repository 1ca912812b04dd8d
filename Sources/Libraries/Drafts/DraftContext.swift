import JSONLines
import Names
import Team
import Templates

/// What a template sees: the record, and what follows from it about the person written to, our own sender, and the
/// opening that the message is about.
struct DraftContext: TemplateData {
  private let record: Record
  private let team: Team
  private let today: String?
  private let isReferral: Bool
  /// The name and address of the person written to.
  let name: String?
  let email: String?
  let linkedIn: String?
  /// The opening, for the draft's `why`.
  private(set) var opening: JSONObject?
  /// What a template may say of it.
  private var spokenOpening = Value.undefined

  init(_ record: Record, team: Team, today: String?) {
    self.record = record
    self.team = team
    self.today = today
    isReferral = record.string(Paths.type) == "referral"
    name = record.string(isReferral ? Paths.askName : Paths.name)
    email = record.string(isReferral ? Paths.askEmail : Paths.email)
    linkedIn = record.string(isReferral ? Paths.askLinkedIn : Paths.linkedIn)
  }

  func value(_ name: String) -> Value {
    switch name {
    case "first_name": own(self.name.flatMap(Self.firstName)) ?? record.value(name)
    case "target_first_name":
      own(isReferral ? record.string(Paths.targetName).flatMap(Self.firstName) : nil) ?? .undefined
    case "company_short": own(short(isReferral ? Paths.askCompany : Paths.company)) ?? .undefined
    case "target_company": own(short(Paths.targetCompany)) ?? .undefined
    case "today": own(today) ?? .undefined
    case "sender": sender
    case "opening": spokenOpening
    default: record.value(name)
    }
  }

  /// Whether the name is one of ours, told by its length first: this is asked for every variable.
  private static func isOwn(_ name: String) -> Bool {
    switch name.utf8.count {
    case 5: name == "today"
    case 6: name == "sender"
    case 7: name == "opening"
    case 10: name == "first_name"
    case 13: name == "company_short"
    case 14: name == "target_company"
    case 17: name == "target_first_name"
    default: false
    }
  }

  func value(at path: JSONPath, of root: String) -> Value? {
    Self.isOwn(root) ? nil : record.value(at: path, of: root)
  }

  func write(_ path: JSONPath, of root: String, to out: inout [UInt8]) -> Bool {
    Self.isOwn(root) ? false : record.write(path, of: root, to: &out)
  }

  private func own(_ text: String?) -> Value? {
    text.map { .string($0) }
  }

  /// A company's name as people say it, without its legal form.
  private func short(_ path: JSONPath) -> String? {
    guard let company = record.string(path), !company.isEmpty else { return nil }
    return CompanyName(company)?.short ?? company
  }

  private var sender: Value {
    let owner = (isReferral ? record.string(Paths.askMember) : nil) ?? record.string(Paths.owner)
    return owner.flatMap { team.member(id: $0) }.map(Self.sender) ?? .undefined
  }

  /// Looks up the opening that one of the signals names, and what may be said of it.
  mutating func bind(signals: [String], history: SharedHistory) {
    if signals.isEmpty { return }
    let opportunities = record.json(Paths.opportunities)?.array ?? []
    for signal in signals {
      guard let match = opportunities.last(where: { $0["signal"]?.string == signal })?.object else { continue }
      opening = match
      let person = record.string(Paths.person) ?? record.string(Paths.id)
      let conversation = match["conversation_id"]?.string
      let took = conversation.flatMap { history.took(part: $0, email: email, person: person) }
      guard took ?? Self.implyPresence.contains(signal) else { return }
      var members = match.members.filter { $0.key == "date" || $0.key == "due" }.map { ($0.key, Value($0.value)) }
      if took == true, let topic = conversation.flatMap({ history.topic(of: $0) }) {
        members.append(("topic", .string(topic)))
      }
      spokenOpening = .object(ValueObject(members.map { (key: $0.0, value: $0.1) }))
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

/// The paths that are read of every record.
enum Paths {
  static let askCompany: JSONPath = "ask.company"
  static let askEmail: JSONPath = "ask.email"
  static let askLinkedIn: JSONPath = "ask.linkedin_url"
  static let askMember: JSONPath = "ask.member"
  static let askName: JSONPath = "ask.name"
  static let company: JSONPath = "company"
  static let email: JSONPath = "email"
  static let id: JSONPath = "id"
  static let linkedIn: JSONPath = "linkedin_url"
  static let moved: JSONPath = "moved"
  static let name: JSONPath = "name"
  static let opportunities: JSONPath = "opportunities"
  static let owner: JSONPath = "owner"
  static let person: JSONPath = "person_id"
  static let signals: JSONPath = "signals"
  static let tags: JSONPath = "tags"
  static let targetCompany: JSONPath = "target.company"
  static let targetName: JSONPath = "target.name"
  static let type: JSONPath = "type"
}
