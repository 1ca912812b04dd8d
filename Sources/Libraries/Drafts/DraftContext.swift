import JSONLines
import Names
import Team
import Templates

/// What a template sees: the record, and what follows from it about the person written to, our own sender, and the
/// opening that the message is about.
struct DraftContext {
  private let record: Record
  private let team: Team
  /// Who signs what nobody of us owns.
  private let standIn: Member?
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

  init(_ record: Record, team: Team, standIn: Member?, today: String?) {
    self.record = record
    self.team = team
    self.standIn = standIn
    self.today = today
    isReferral = record.string(Paths.type) == "referral"
    name = record.string(isReferral ? Paths.askName : Paths.name).map(Self.unshouted)
    email = record.string(isReferral ? Paths.askEmail : Paths.email)
    linkedIn = record.string(isReferral ? Paths.askLinkedIn : Paths.linkedIn)
  }

  /// What a template sees, when it asks for these of our variables.
  func data(for variables: [Variable]) -> TemplateData {
    var own: [(name: String, value: Value)] = []
    for variable in variables {
      // A lead may name its first name itself; the others are ours alone.
      if let value = value(variable) {
        own.append((variable.rawValue, value))
      } else if variable != .firstName {
        own.append((variable.rawValue, .undefined))
      }
    }
    return TemplateData(record, own: own)
  }

  /// The variables that stand beside the record's members.
  enum Variable: String, CaseIterable, Sendable {
    case companyShort = "company_short"
    case firstName = "first_name"
    case opening
    case sender
    case targetCompany = "target_company"
    case targetFirstName = "target_first_name"
    case targetName = "target_name"
    case today
  }

  private func value(_ variable: Variable) -> Value? {
    switch variable {
    case .companyShort: own(short(isReferral ? Paths.askCompany : Paths.company))
    case .firstName: own(name.flatMap(Self.firstName))
    case .opening: spokenOpening
    case .sender: sender
    case .targetCompany: own(short(Paths.targetCompany))
    case .targetFirstName: own(target.flatMap(Self.firstName))
    case .targetName: own(target)
    case .today: own(today)
    }
  }

  private var target: String? { isReferral ? record.string(Paths.targetName).map(Self.unshouted) : nil }

  private func own(_ text: String?) -> Value? {
    text.map { .string($0) }
  }

  /// A company's name as people say it, without its legal form.
  private func short(_ path: JSONPath) -> String? {
    guard let company = record.string(path), !company.isEmpty else { return nil }
    return CompanyName(company)?.short ?? company
  }

  private var sender: Value { signer.map(Self.sender) ?? .undefined }

  /// Who of us writes: the owner, or the one who stands in where there is none.
  var signer: Member? {
    let owner = (isReferral ? record.string(Paths.askMember) : nil) ?? record.string(Paths.owner)
    return owner.flatMap { team.member(id: $0) } ?? standIn
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
    var words = name.utf8.split(separator: 0x20)[...]
    while words.count > 1, let first = words.first, first.count <= 10, isTitle(first) { words.removeFirst() }
    guard let first = words.first.map({ trimmed(Substring($0)) }), first.utf8.count > 1, first.utf8.last != 0x2E,
      !first.utf8.contains(0x40)
    else { return nil }
    return first.utf8.last == 0x2C ? words.dropFirst().first.map { trimmed(Substring($0)) } : first
  }

  /// A name as people write it, where a database has it in capitals.
  private static func unshouted(_ name: String) -> String {
    // Nearly every name has a small letter, which is told at once.
    if name.utf8.contains(where: { (0x61...0x7A).contains($0) }) || name.utf8.count <= 3 { return name }
    guard name == name.uppercased(), name != name.lowercased() else { return name }
    return PersonName(name)?.shown ?? name
  }

  private static func isTitle(_ word: Substring.UTF8View) -> Bool {
    titles.contains(String(Substring(word)).lowercased())
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
