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

  /// The entries of a conversation's `why` that bear a signal, each as old as the message that it names, of which `date`
  /// tells the date, or else as `end`.
  static func read(
    _ json: RawSpan, _ why: ValuePlace, end: String, _ date: (String) -> String?
  ) -> [EvidenceFacts] {
    var list: [EvidenceFacts] = []
    guard why.count > 2 else { return list }
    let at = WhyMembers.all
    var places: [ValuePlace] = []
    at.table.forEachElement(in: json, why.range, &places) { element, places in
      guard let signal = places[at.signal].string(in: json) else { return }
      let messageID = places[at.messageID].string(in: json)
      list.append(
        EvidenceFacts(
          signal: signal, messageID: messageID, date: messageID.flatMap(date) ?? end,
          due: places[at.due].string(in: json), quote: places[at.quote].string(in: json), raw: json.array(element),
          isBare: !places[at.conversationID].exists && !places[at.date].exists))
    }
    return list
  }

  /// The messages that are judged to name a third person, by id; nil when none is said to be.
  static func mentions(_ json: RawSpan, _ why: ValuePlace) -> [String]? {
    guard why.count > 2 else { return nil }
    var found: [String]?
    let at = WhyMembers.all
    var places: [ValuePlace] = []
    at.table.forEachElement(in: json, why.range, &places) { _, places in
      guard places[at.signal].says("referral_mention", in: json) else { return }
      found = (found ?? []) + [places[at.messageID].string(in: json)].compactMap { $0 }
    }
    return found
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

/// The members of evidence that are read.
private struct WhyMembers {
  static let all = WhyMembers()

  let table: PathTable
  let signal, messageID, due, quote, conversationID, date: Int

  private init() {
    var paths = PathList()
    signal = paths.slot("signal")
    messageID = paths.slot("message_id")
    due = paths.slot("due")
    quote = paths.slot("quote")
    conversationID = paths.slot("conversation_id")
    date = paths.slot("date")
    table = paths.table
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
    let at = ConversationMembers.all
    var places: [ValuePlace] = []
    at.table.find(in: record, into: &places)
    let json = record.bytes.span.bytes
    guard let id = places[at.id].string(in: json) else { return nil }
    self.id = id
    channel = places[at.channel].string(in: json) ?? "email"
    subject = places[at.subject].string(in: json) ?? ""
    personID = places[at.personID].string(in: json)
    companyID = places[at.companyID].string(in: json)
    first = places[at.first].string(in: json) ?? ""
    last = places[at.last].string(in: json) ?? ""
    lastSpeaker = places[at.lastSpeaker].string(in: json)
    owedBy = places[at.owedBy].string(in: json)
    daysSilent = places[at.daysSilent].number(in: json).flatMap { Int($0) } ?? 0
    side = places[at.side].string(in: json) ?? "unknown"
    stage = places[at.stage].string(in: json) ?? "none"
    signals = places[at.signals].strings(in: json)
    var cast = Cast(json, places[at.participants])
    people = cast.people
    members = cast.members
    let read = MessageFacts.read(json, places[at.messages], &cast, withTexts: keepsTexts)
    evidence = EvidenceFacts.read(json, places[at.why], end: last) { id in read.messages.last { $0.id == id }?.date }
    if keepsTexts {
      let named = Set(evidence.filter { $0.signal == "referral_mention" }.compactMap(\.messageID))
      let told = Array(zip(read.messages, read.texts))
      messages = ConversationFacts.withTexts(told, named)
      looseEnd = ConversationFacts.looseEnd(told, daysSilent: daysSilent)
    } else {
      messages = read.messages
      looseEnd = nil
    }
  }

  /// The conversation that `pack` has written; the id `known` is most likely to be in it.
  init(unpacking pack: inout Unpacker, of known: String = "") {
    id = pack.text()
    channel = pack.text()
    subject = pack.text()
    personID = pack.flag() ? pack.text(known) : nil
    companyID = pack.optionalText()
    first = pack.text()
    last = pack.text()
    lastSpeaker = pack.optionalText()
    owedBy = pack.optionalText()
    daysSilent = pack.signedNumber()
    side = pack.text()
    stage = pack.text()
    signals = pack.texts()
    let people = pack.list { $0.text(known) }
    self.people = people
    members = pack.texts()
    messages = pack.list { MessageFacts(unpacking: &$0, people) }
    evidence = pack.list { EvidenceFacts(unpacking: &$0) }
    looseEnd = pack.flag() ? LooseEnd(unpacking: &pack) : nil
  }

  /// Writes the conversation in a compact form.
  func pack(into bytes: inout [UInt8]) {
    for text in [id, channel, subject] { bytes.pack(text) }
    for text in [personID, companyID] { bytes.pack(optional: text) }
    for text in [first, last] { bytes.pack(text) }
    for text in [lastSpeaker, owedBy] { bytes.pack(optional: text) }
    bytes.pack(signed: daysSilent)
    for text in [side, stage] { bytes.pack(text) }
    for texts in [signals, people, members] { bytes.pack(texts) }
    bytes.pack(messages.count)
    for message in messages { message.pack(into: &bytes, people) }
    bytes.pack(evidence.count)
    for entry in evidence { entry.pack(into: &bytes) }
    bytes.pack(looseEnd != nil)
    looseEnd?.pack(into: &bytes)
  }

  /// The messages with the texts that may name a third person: those that were judged to, those with an address, and
  /// those that answer a question of ours.
  private static func withTexts(_ read: [(facts: MessageFacts, text: String)], _ named: Set<String>) -> [MessageFacts] {
    var isAsked = false
    return read.map { facts, text in
      var facts = facts
      let isTheirs = facts.direction == .inbound && !facts.isAutomatic && text.utf8.count <= MessageFacts.longest
      facts.answersUs = isTheirs && isAsked
      if named.contains(facts.id) || isTheirs && (isAsked || text.utf8.contains(UInt8(ascii: "@"))) {
        facts.text = text
      }
      if !facts.isAutomatic { isAsked = facts.direction == .outbound && text.utf8.contains(UInt8(ascii: "?")) }
      return facts
    }
  }

  private static func looseEnd(_ told: [(facts: MessageFacts, text: String)], daysSilent: Int) -> LooseEnd? {
    let spoken = told.indices.filter {
      LooseEnd.isSpoken(isAutomatic: told[$0].facts.isAutomatic, isMeeting: told[$0].facts.isMeeting)
    }
    return LooseEnd(spoken.map { ($0, told[$0].facts.direction) }, daysSilent: daysSilent) { number, part in
      switch part {
      case .id: told[number].facts.id
      case .date: told[number].facts.date
      case .text: told[number].text
      }
    }
  }

  /// The evidence of `signal`, the latest.
  func evidence(of signal: String) -> EvidenceFacts? {
    let list = evidence
    let entries = list.span
    var latest: Int?
    for place in entries.indices where entries[place].signal == signal {
      if let known = latest, entries[place].date <= entries[known].date { continue }
      latest = place
    }
    return latest.map { list[$0] }
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

/// The members of a conversation that are read.
struct ConversationMembers {
  static let all = ConversationMembers()

  let table: PathTable
  let id, channel, subject, personID, companyID, first, last, lastSpeaker, owedBy, daysSilent, side: Int
  let stage, signals, participants, messages, why: Int

  private init() {
    var paths = PathList()
    id = paths.slot("id")
    channel = paths.slot("channel")
    subject = paths.slot("subject")
    personID = paths.slot("person_id")
    companyID = paths.slot("company_id")
    first = paths.slot("first")
    last = paths.slot("last")
    lastSpeaker = paths.slot("last_speaker")
    owedBy = paths.slot("owed_by")
    daysSilent = paths.slot("days_silent")
    side = paths.slot("side")
    stage = paths.slot("stage")
    signals = paths.slot("signals")
    participants = paths.slot("participants")
    messages = paths.slot("messages")
    why = paths.slot("why")
    table = paths.table
  }
}
