// Why somebody is a lead: every piece of evidence, the openings first.
import JSONLines

/// Gathers a lead's evidence: entries as JSON text, each with its date.
enum LeadEvidence {
  private static let most = 100

  static func write(_ lead: LeadFacts, to writer: inout JSONWriter) {
    writer.key("why")
    writer.beginArray()
    var room = most
    for text in dated(lead).prefix(room) {
      writer.raw(text)
      room -= 1
    }
    for why in lead.person.why.prefix(min(10, room)) {
      writer.raw(sourced(why, lead.person.id))
      room -= 1
    }
    known(lead, &writer, &room)
    writer.endArray()
  }

  /// What was said and told, the latest first.
  private static func dated(_ lead: LeadFacts) -> [[UInt8]] {
    var entries = said(lead)
    for move in lead.dossier.moves(of: lead.person.id) {
      for why in move.why {
        guard var object = why.object else { continue }
        object["signal"] = .string(move.signal)
        if object["date"] == nil { object["date"] = .string(move.date) }
        entries.append((move.date, sourced(.object(object), lead.person.id)))
      }
    }
    if let message = lead.refusalMessage, let refusal = message.refusal {
      var writer = JSONWriter()
      entry(
        signal: refusal.rawValue, message: message.id, quote: message.refusalQuote, date: message.date,
        isQuoteFirst: true, to: &writer)
      entries.append((message.date, writer.bytes))
    }
    if entries.count > 1 { entries.sort { $0.date > $1.date } }
    return entries.map(\.text)
  }

  /// Writes an entry of our own.
  private static func entry(
    signal: String? = nil, because: String? = nil, message: String? = nil, record: String? = nil,
    quote: String? = nil, date: String? = nil, isQuoteFirst: Bool = false, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("by", LeadFacts.filter)
    writer.member("signal", signal)
    writer.member("because", because)
    writer.member("message_id", message)
    writer.member("record_id", record)
    if isQuoteFirst { writer.member("quote", quote) }
    writer.member("date", date)
    if !isQuoteFirst { writer.member("quote", quote) }
    writer.endObject()
  }

  /// Evidence that names no message, with the record that it was read off.
  private static func sourced(_ why: JSON, _ record: String) -> [UInt8] {
    guard var object = why.object, object["message_id"] == nil, object["record_id"] == nil else {
      return Array(why.text.utf8)
    }
    object.append("record_id", record)
    return Array(JSON.object(object).text.utf8)
  }

  /// What was said in conversations and still counts.
  private static func said(_ lead: LeadFacts) -> [(date: String, text: [UInt8])] {
    var entries: [(date: String, text: [UInt8])] = []
    for conversation in lead.dossier.conversations(of: lead.person.id) {
      for evidence in conversation.evidence where lead.openings.isLive(evidence.signal) {
        entries.append((evidence.date, placed(evidence, in: conversation)))
      }
    }
    return entries
  }

  /// An entry of a conversation with its id and, where its message bears one, its date.
  private static func placed(_ evidence: EvidenceFacts, in conversation: ConversationFacts) -> [UInt8] {
    guard evidence.isBare else {
      guard var object = evidence.json.object else { return evidence.raw }
      object["conversation_id"] = .string(conversation.id)
      if !evidence.date.isEmpty { object["date"] = .string(evidence.date) }
      return Array(JSON.object(object).text.utf8)
    }
    var text = evidence.raw
    text.removeLast()
    text.append(contentsOf: ",\"conversation_id\":".utf8)
    JSONText.encode(conversation.id, into: &text)
    guard !evidence.date.isEmpty else { return text + "}".utf8 }
    text.append(contentsOf: ",\"date\":".utf8)
    JSONText.encode(evidence.date, into: &text)
    text.append(UInt8(ascii: "}"))
    return text
  }

  /// What the client database and the correspondence as a whole tell, as far as there is room.
  private static func known(_ lead: LeadFacts, _ writer: inout JSONWriter, _ room: inout Int) {
    let id = lead.person.id
    func add(_ write: (inout JSONWriter) -> Void) {
      if room > 0 { write(&writer) }
      room -= 1
    }
    let all = lead.relationship.all
    let words = CountText.of(all)
    if !words.isEmpty {
      let message = lead.dossier.latestMessageID(with: id)
      add {
        entry(
          signal: "relationship", because: words, message: message, record: message == nil ? id : nil, date: all.last,
          to: &$0)
      }
    }
    for job in lead.dossier.jobs(of: id).suffix(5) {
      add {
        entry(
          because: "vacancy, \(job.status ?? "of unknown state")", record: job.id, quote: job.title,
          date: job.closed ?? job.opened, to: &$0)
      }
    }
    let noted = lead.dossier.interactions(of: id)
    let telling = noted.isEmpty ? [] : [noted.last(where: \.isMeeting), noted.last.flatMap { $0.isMeeting ? nil : $0 }]
    for case let interaction? in telling {
      let what = interaction.isMeeting ? "last call or meeting" : "last entry"
      add {
        entry(
          because: "\(what) in the client database: \(interaction.kind)", record: interaction.id,
          quote: interaction.text, date: interaction.date, to: &$0)
      }
    }
    if let words = lead.client.words {
      add { entry(because: words, record: lead.company?.id ?? id, date: lead.client.last, to: &$0) }
    }
    if let reach = reach(of: lead) {
      add { entry(signal: "contact", because: reach, record: id, to: &$0) }
    }
  }

  /// How somebody can be reached, in words; nil when there is no way.
  private static func reach(of lead: LeadFacts) -> String? {
    switch (lead.email != nil, !lead.person.phones.isEmpty, lead.person.linkedinURL != nil) {
    case (false, false, false): nil
    case (true, false, false): "can be reached by e-mail"
    case (false, true, false): "can be reached by phone"
    case (false, false, true): "can be reached by LinkedIn"
    case (true, true, false): "can be reached by e-mail, phone"
    case (true, false, true): "can be reached by e-mail, LinkedIn"
    case (false, true, true): "can be reached by phone, LinkedIn"
    case (true, true, true): "can be reached by e-mail, phone, LinkedIn"
    }
  }
}

/// The latest events with somebody.
enum Activity {
  static let most = 12

  /// One event.
  private struct Event {
    let date: String
    let kind: String
    let text: String?
    var member: String?
    var conversation: String?
    var record: String?
  }

  static func write(of person: String, in dossier: Dossier, to writer: inout JSONWriter) {
    var events: [Event] = []
    for conversation in dossier.conversations(of: person) {
      events.append(
        Event(
          date: conversation.last, kind: conversation.channel, text: conversation.subject, conversation: conversation.id
        ))
    }
    for interaction in dossier.interactions(of: person) {
      events.append(
        Event(
          date: interaction.date, kind: interaction.kind, text: interaction.text,
          member: dossier.memberID(interaction.member), record: interaction.id))
    }
    for job in dossier.jobs(of: person) {
      guard let date = job.closed ?? job.opened else { continue }
      events.append(Event(date: date, kind: "job", text: job.title, record: job.id))
    }
    if events.count > 1 { events.sort { $0.date > $1.date } }
    writer.key("activity")
    writer.beginArray()
    for event in events.prefix(most) {
      writer.beginObject()
      writer.key("date")
      writer.string(event.date)
      writer.key("kind")
      writer.string(event.kind)
      writer.member("text", event.text)
      writer.member("conversation_id", event.conversation)
      writer.member("member", event.member)
      writer.member("record_id", event.record)
      writer.endObject()
    }
    writer.endArray()
  }
}
