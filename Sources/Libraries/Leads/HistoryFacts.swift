// What records of vacancies, interactions and moves say, as far as leads need it.
import JSONLines

/// A vacancy.
struct JobFacts: Sendable {
  let id: String
  let title: String?
  let status: String?
  let opened: String?
  let closed: String?
  let companyID: String?
  let personID: String?
  let placedName: String?
  let isPlaced: Bool

  init?(_ record: Record) {
    guard let id = record.string(HistoryPath.id) else { return nil }
    self.id = id
    title = record.string(HistoryPath.title)
    status = record.string(HistoryPath.status)
    opened = record.string(HistoryPath.opened)
    closed = record.string(HistoryPath.closed)
    companyID = record.string(HistoryPath.companyID)
    personID = record.string(HistoryPath.personID)
    placedName = record.string(HistoryPath.placedName)
    isPlaced =
      record.has(HistoryPath.placedName) || record.has(HistoryPath.placedPersonID)
      || record.string(HistoryPath.status) == "filled"
  }

  var isOpen: Bool { status == "open" || status == "on_hold" }
}

/// A call, a meeting or a note in the client database.
struct InteractionFacts: Sendable {
  let id: String
  let date: String
  let kind: String
  let companyID: String?
  let personID: String?
  let text: String?
  let member: String?

  init?(_ record: Record) {
    guard let id = record.string(HistoryPath.id) else { return nil }
    self.id = id
    date = record.string(HistoryPath.date) ?? ""
    kind = record.string(HistoryPath.kind) ?? "note"
    companyID = record.string(HistoryPath.companyID)
    personID = record.string(HistoryPath.personID)
    text = record.string(HistoryPath.text)
    member = record.string(HistoryPath.member)
  }

  /// Whether both sides spoke: a meeting, or a call that was taken.
  var isMeeting: Bool { kind == "meeting" || kind == "call" && !isMissed }

  /// Whether the note of a call says that nobody answered.
  private var isMissed: Bool {
    guard let text = text?.prefix(200).lowercased() else { return false }
    return Self.missed.contains { text.contains($0) }
  }

  private static let missed = [
    "did not pick up", "didn't pick up", "keine antwort", "left a message", "left message", "mailbox", "nicht erreicht",
    "no answer", "no contesta", "no reply", "not reachable", "pas de réponse", "répondeur", "sin respuesta",
    "unreachable", "voice mail", "voicemail",
  ]
}

/// Somebody's change, as detect-moves tells it.
struct MoveFacts: Sendable {
  struct Place: Sendable {
    let company: String?
    let companyID: String?
    let domain: String?
    let title: String?

    init(_ json: JSON?) {
      company = json?["company"]?.string?.unlessBlank
      companyID = json?["company_id"]?.string
      domain = json?["domain"]?.string
      title = json?["title"]?.string?.unlessBlank
    }

    var json: JSON {
      var object = JSONObject()
      object.append("company", company)
      object.append("company_id", companyID)
      object.append("domain", domain)
      object.append("title", title)
      return .object(object)
    }

    var isKnown: Bool { company != nil || companyID != nil || domain != nil }
  }

  let id: String
  let personID: String
  let signal: String
  let from: Place
  let to: Place
  let date: String
  let expires: String?
  let confidence: Double
  let why: [JSON]

  init?(_ record: Record) {
    guard let id = record.string(HistoryPath.id), let person = record.string(HistoryPath.personID),
      let signal = record.string(HistoryPath.signal)
    else { return nil }
    self.id = id
    personID = person
    self.signal = signal
    from = Place(record.json(HistoryPath.from))
    to = Place(record.json(HistoryPath.to))
    date = record.string(HistoryPath.date) ?? ""
    expires = record.string(HistoryPath.expires)
    confidence = record.double(HistoryPath.confidence) ?? 1
    why = record.json(HistoryPath.why)?.array ?? []
  }
}

/// Where the members of vacancies, interactions and moves lie.
private enum HistoryPath {
  static let closed: JSONPath = "closed"
  static let companyID: JSONPath = "company_id"
  static let confidence: JSONPath = "confidence"
  static let date: JSONPath = "date"
  static let expires: JSONPath = "expires"
  static let from: JSONPath = "from"
  static let id: JSONPath = "id"
  static let kind: JSONPath = "kind"
  static let member: JSONPath = "member"
  static let opened: JSONPath = "opened"
  static let personID: JSONPath = "person_id"
  static let placedName: JSONPath = "placed.name"
  static let placedPersonID: JSONPath = "placed.person_id"
  static let signal: JSONPath = "signal"
  static let status: JSONPath = "status"
  static let text: JSONPath = "text"
  static let title: JSONPath = "title"
  static let to: JSONPath = "to"
  static let why: JSONPath = "why"
}
