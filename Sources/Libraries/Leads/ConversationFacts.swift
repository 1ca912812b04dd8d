// What a classified conversation says, as far as leads need it.
import Bytes
import Correspondence
import JSONLines

/// A judgement's evidence.
struct EvidenceFacts: Sendable {
  let signal: String
  let messageID: String?
  let date: String
  let due: String?
  let quote: String?
  /// The entry as it is spelt.
  let raw: [UInt8]
  /// Whether it lacks the members that a lead adds.
  let isBare: Bool

  var json: JSON { (try? JSON(parsing: raw)) ?? .null }

  /// The entries of a conversation's `why` that bear a signal; one without a message is as old as `end`.
  static func read(_ record: Record, _ messages: [MessageFacts], end: String) -> [EvidenceFacts] {
    var list: [EvidenceFacts] = []
    _ = record.withRaw(ConversationPath.why) { json, range, kind in
      guard kind == .array else { return }
      JSONTree.eachElement(json, range) { element in
        if let evidence = EvidenceFacts(json, element, messages, end) { list.append(evidence) }
        return true
      }
    }
    return list
  }

  private init?(_ json: RawSpan, _ range: Range<Int>, _ messages: [MessageFacts], _ end: String) {
    guard json.byte(range.lowerBound) == UInt8(ascii: "{") else { return nil }
    var (signal, messageID, due, quote): (String?, String?, String?, String?)
    var isBare = true
    JSONTree.eachMember(json, range) { key, value in
      let isString = json.byte(value.lowerBound) == UInt8(ascii: "\"")
      switch JSONText.string(json, key) {
      case "signal": signal = isString ? JSONText.string(json, value) : nil
      case "message_id": messageID = isString ? JSONText.string(json, value) : nil
      case "due": due = isString ? JSONText.string(json, value) : nil
      case "quote": quote = isString ? JSONText.string(json, value) : nil
      case "conversation_id", "date": isBare = false
      default: break
      }
      return true
    }
    guard let signal else { return nil }
    let date = messageID.flatMap { id in messages.last { $0.id == id }?.date } ?? end
    self.init(
      signal: signal, messageID: messageID, date: date, due: due, quote: quote, raw: json.array(range), isBare: isBare)
  }

  init(
    signal: String, messageID: String?, date: String, due: String?, quote: String?, raw: [UInt8], isBare: Bool = true
  ) {
    self.signal = signal
    self.messageID = messageID
    self.date = date
    self.due = due
    self.quote = quote
    self.raw = raw
    self.isBare = isBare
  }
}

/// One conversation.
final class ConversationFacts: Sendable {
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
  /// Who of us takes part.
  let members: [String]
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
    members = cast.members
    let read = MessageFacts.read(record, cast, withTexts: keepsTexts)
    evidence = EvidenceFacts.read(record, read.map(\.facts), end: last)
    if keepsTexts {
      let named = Set(evidence.filter { $0.signal == "referral_mention" }.compactMap(\.messageID))
      messages = ConversationFacts.withTexts(read, named)
      looseEnd = LooseEnd(read, daysSilent: daysSilent)
    } else {
      messages = read.map(\.facts)
      looseEnd = nil
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
  static let formerIDs: JSONPath = "former_ids"
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
