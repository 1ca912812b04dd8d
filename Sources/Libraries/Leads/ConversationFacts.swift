// What a classified conversation says, as far as leads need it.
import Correspondence
import JSONLines

/// A judgement's evidence.
struct EvidenceFacts: Sendable {
  let signal: String
  let messageID: String?
  let date: String
  let due: String?
  let quote: String?
  let json: JSON
}

/// One conversation.
struct ConversationFacts: Sendable {
  let id: String
  let channel: String
  let subject: String
  let personID: String?
  let companyID: String?
  let first: String
  let last: String
  let lastSpeaker: String?
  let owedBy: String?
  let daysSilent: Int
  let side: String
  let stage: String
  let signals: [String]
  let evidence: [EvidenceFacts]
  let messages: [MessageFacts]
  /// Everybody outside in it, by id.
  let people: [String]
  /// A question without an answer that it ends with; read only together with the texts.
  let looseEnd: LooseEnd?

  /// Reads a conversation; `keepsTexts` keeps those texts that may name a third person, and looks for loose ends.
  init?(_ record: Record, keepsTexts: Bool) {
    guard let id = record.string(ConversationPath.id) else { return nil }
    self.id = id
    channel = record.string(ConversationPath.channel) ?? "email"
    subject = record.string(ConversationPath.subject) ?? ""
    personID = record.string(ConversationPath.personID)
    companyID = record.string(ConversationPath.companyID)
    first = record.string(ConversationPath.first) ?? ""
    last = record.string(ConversationPath.last) ?? ""
    lastSpeaker = record.string(ConversationPath.lastSpeaker)
    owedBy = record.string(ConversationPath.owedBy)
    daysSilent = record.int(ConversationPath.daysSilent) ?? 0
    side = record.string(ConversationPath.side) ?? "unknown"
    stage = record.string(ConversationPath.stage) ?? "none"
    signals = record.strings(ConversationPath.signals)
    let cast = Cast(record)
    people = cast.people
    let why = record.json(ConversationPath.why)?.array ?? []
    let read = MessageFacts.read(record, cast, withTexts: keepsTexts)
    if keepsTexts {
      let named = Set(why.filter { $0["signal"]?.string == "referral_mention" }.compactMap { $0["message_id"]?.string })
      messages = ConversationFacts.withTexts(read, named)
      looseEnd = LooseEnd(read, daysSilent: daysSilent)
    } else {
      messages = read.map(\.facts)
      looseEnd = nil
    }
    let (messages, end) = (messages, last)
    evidence = why.compactMap { entry in
      guard let signal = entry["signal"]?.string else { return nil }
      let message = entry["message_id"]?.string
      let date = message.flatMap { id in messages.last { $0.id == id }?.date } ?? end
      return EvidenceFacts(
        signal: signal, messageID: message, date: date, due: entry["due"]?.string, quote: entry["quote"]?.string,
        json: entry)
    }
  }

  /// The messages with the texts that may name a third person: those that were judged to, those with an address, and
  /// those that answer a question of ours.
  private static func withTexts(_ read: [(facts: MessageFacts, text: String)], _ named: Set<String>) -> [MessageFacts] {
    var isAsked = false
    return read.map { facts, text in
      var facts = facts
      let isTheirs = facts.direction == .inbound && !facts.isAutomatic && text.utf8.count <= 4000
      facts.answersUs = isTheirs && isAsked
      if named.contains(facts.id) || isTheirs && (isAsked || text.utf8.contains(UInt8(ascii: "@"))) {
        facts.text = text
      }
      if !facts.isAutomatic { isAsked = facts.direction == .outbound && text.utf8.contains(UInt8(ascii: "?")) }
      return facts
    }
  }

  /// The evidence of `signal`, the latest.
  func evidence(of signal: String) -> EvidenceFacts? {
    evidence.filter { $0.signal == signal }.max { $0.date < $1.date }
  }

  /// Its last word, when it counts as an engagement of a client: words went both ways.
  var engagement: String? { side == "client" && isTwoWay ? last : nil }

  /// Whether words went both ways.
  var isTwoWay: Bool {
    answered(after: "") && messages.contains { $0.direction == .inbound && !$0.isAutomatic }
  }

  /// Whether we wrote after `date` in it, not counting automatic messages.
  func answered(after date: String) -> Bool {
    messages.contains { $0.direction == .outbound && !$0.isAutomatic && $0.date > date }
  }
}

/// Where a conversation's members lie; made once, as conversations pass fast.
enum ConversationPath {
  static let type: JSONPath = "type"
  static let id: JSONPath = "id"
  static let channel: JSONPath = "channel"
  static let subject: JSONPath = "subject"
  static let personID: JSONPath = "person_id"
  static let companyID: JSONPath = "company_id"
  static let first: JSONPath = "first"
  static let last: JSONPath = "last"
  static let lastSpeaker: JSONPath = "last_speaker"
  static let owedBy: JSONPath = "owed_by"
  static let daysSilent: JSONPath = "days_silent"
  static let side: JSONPath = "side"
  static let stage: JSONPath = "stage"
  static let signals: JSONPath = "signals"
  static let why: JSONPath = "why"
  static let messages: JSONPath = "messages"
  static let participants: JSONPath = "participants"
}
