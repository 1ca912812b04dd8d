// What a classified conversation says, as far as leads need it.
import Correspondence
import JSONLines

/// One message of a conversation.
struct MessageFacts: Sendable {
  let id: String
  let date: String
  let direction: Message.Direction
  let member: String?
  /// The people in it, by id.
  let from: String?
  let to: [String]
  let isAutomatic: Bool
  let isMeeting: Bool
  /// The writer asks to be left alone, or complains.
  let refusal: Refusal?
  /// The sentence that says so.
  let refusalQuote: String?
  /// The text, kept where somebody may be named in it.
  var text: String?
  /// Whether it answers a question of ours.
  var answersUs = false
}

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
    guard let id = record.string("id") else { return nil }
    self.id = id
    channel = record.string("channel") ?? "email"
    subject = record.string("subject") ?? ""
    personID = record.string("person_id")
    companyID = record.string("company_id")
    first = record.string("first") ?? ""
    last = record.string("last") ?? ""
    lastSpeaker = record.string("last_speaker")
    owedBy = record.string("owed_by")
    daysSilent = record.int("days_silent") ?? 0
    side = record.string("side") ?? "unknown"
    stage = record.string("stage") ?? "none"
    signals = record.strings("signals")
    let cast = Cast(record)
    people = cast.people
    let why = record.json("why")?.array ?? []
    let named = Set(why.filter { $0["signal"]?.string == "referral_mention" }.compactMap { $0["message_id"]?.string })
    let read = (record.json("messages")?.array ?? []).map { json in
      (facts: ConversationFacts.message(json, cast), text: json["text"]?.string ?? "")
    }
    messages = keepsTexts ? ConversationFacts.withTexts(read, named) : read.map(\.facts)
    looseEnd = keepsTexts ? LooseEnd(read, daysSilent: daysSilent) : nil
    var dates: [String: String] = [:]
    for message in messages { dates[message.id] = message.date }
    let end = last
    evidence = why.compactMap { entry in
      guard let signal = entry["signal"]?.string else { return nil }
      let message = entry["message_id"]?.string
      return EvidenceFacts(
        signal: signal, messageID: message, date: message.flatMap { dates[$0] } ?? end, due: entry["due"]?.string,
        quote: entry["quote"]?.string, json: entry)
    }
  }

  /// The people of a conversation by what its messages call them.
  private struct Cast {
    var people: [String] = []
    private var byKey: [String: String] = [:]

    init(_ record: Record) {
      for participant in record.json("participants")?.array ?? [] {
        guard let party = Party(participant), let key = party.key, participant["member"] == nil else { continue }
        guard let id = participant["person_id"]?.string else { continue }
        byKey[key] = id
        if !people.contains(id) { people.append(id) }
      }
    }

    func id(_ json: JSON?) -> String? { Party(json)?.key.flatMap { byKey[$0] } }
  }

  private static func message(_ json: JSON, _ cast: Cast) -> MessageFacts {
    let id = json["id"]?.string ?? ""
    let direction = json["direction"]?.string.flatMap(Message.Direction.init(rawValue:)) ?? .unknown
    let kind = json["kind"]?.string ?? "direct"
    let isAutomatic = Message.automaticKinds.contains(kind) || json["auto"]?.bool == true
    let text = json["text"]?.string ?? ""
    let to = (json["to"]?.array ?? []) + (json["cc"]?.array ?? [])
    let refusal =
      direction == .inbound && !isAutomatic
      ? Refusal.find(in: text, replyClass: json["reply_class"]?.string) : nil
    return MessageFacts(
      id: id, date: json["date"]?.string ?? "", direction: direction, member: json["member"]?.string,
      from: cast.id(json["from"]), to: to.compactMap { cast.id($0) }, isAutomatic: isAutomatic,
      isMeeting: kind == "calendar", refusal: refusal?.refusal, refusalQuote: refusal?.quote)
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

  /// Whether words went both ways.
  var isTwoWay: Bool {
    answered(after: "") && messages.contains { $0.direction == .inbound && !$0.isAutomatic }
  }

  /// Whether we wrote after `date` in it, not counting automatic messages.
  func answered(after date: String) -> Bool {
    messages.contains { $0.direction == .outbound && !$0.isAutomatic && $0.date > date }
  }
}
