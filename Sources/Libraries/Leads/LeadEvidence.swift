// Why somebody is a lead: every piece of evidence, the openings first.
import JSONLines

/// Gathers a lead's evidence.
enum LeadEvidence {
  static func list(_ lead: LeadFacts) -> [JSON] {
    var entries = said(lead)
    for move in lead.dossier.movesByPerson[lead.person.id] ?? [] {
      for why in move.why {
        guard var object = why.object else { continue }
        object["signal"] = .string(move.signal)
        if object["date"] == nil { object["date"] = .string(move.date) }
        entries.append((move.date, sourced(.object(object), lead.person.id)))
      }
    }
    if let message = lead.dossier.refusalMessage(of: lead.person.id), let refusal = message.refusal {
      var object: JSONObject = ["by": .string(LeadFacts.filter), "signal": .string(refusal.rawValue)]
      object.append("message_id", message.id)
      object.append("quote", message.refusalQuote)
      object.append("date", message.date)
      entries.append((message.date, .object(object)))
    }
    var list = entries.sorted { $0.date > $1.date }.map(\.json)
    list.append(contentsOf: lead.person.why.prefix(10).map { sourced($0, lead.person.id) })
    list.append(contentsOf: known(lead))
    return Array(list.prefix(100))
  }

  /// Evidence that names no message, with the record that it was read off.
  private static func sourced(_ why: JSON, _ record: String) -> JSON {
    guard var object = why.object, object["message_id"] == nil, object["record_id"] == nil else { return why }
    object.append("record_id", record)
    return .object(object)
  }

  /// What was said in conversations and still counts.
  private static func said(_ lead: LeadFacts) -> [(date: String, json: JSON)] {
    let live = Set(lead.openings.list.map(\.signal)).union(lead.openings.settled)
    var entries: [(date: String, json: JSON)] = []
    for conversation in lead.dossier.conversations(of: lead.person.id) {
      for evidence in conversation.evidence where live.contains(evidence.signal) {
        guard var object = evidence.json.object else { continue }
        object["conversation_id"] = .string(conversation.id)
        object["date"] = .string(evidence.date)
        entries.append((evidence.date, .object(object)))
      }
    }
    return entries
  }

  /// What the client database and the correspondence as a whole tell.
  private static func known(_ lead: LeadFacts) -> [JSON] {
    var list: [JSON] = []
    func add(
      _ because: String, _ date: String?, _ quote: String?, id: String? = nil, signal: String? = nil,
      message: String? = nil
    ) {
      var object: JSONObject = ["by": .string(LeadFacts.filter)]
      object.append("signal", signal)
      object.append("because", because)
      object.append("message_id", message)
      object.append("record_id", id)
      object.append("date", date)
      object.append("quote", quote)
      list.append(.object(object))
    }
    let all = lead.relationship.all
    let words = CountText.of(all)
    if !words.isEmpty {
      let message = lead.dossier.latestMessage(with: lead.person.id)?.id
      add(words, all.last, nil, id: message == nil ? lead.person.id : nil, signal: "relationship", message: message)
    }
    for job in (lead.dossier.jobsByPerson[lead.person.id] ?? []).suffix(5) {
      add("vacancy, \(job.status ?? "of unknown state")", job.closed ?? job.opened, job.title, id: job.id)
    }
    if let noted = lead.dossier.interactionsByPerson[lead.person.id]?.last {
      add("last entry in the client database: \(noted.kind)", noted.date, noted.text, id: noted.id)
    }
    let client = lead.client
    if client.state != .never {
      add(
        "client, \(CountText.of(client.placements, "hire")), \(client.state.rawValue)", client.last, nil,
        id: lead.company?.id ?? lead.person.id)
    }
    let ways = [
      (lead.dossier.email(of: lead.person) != nil, "e-mail"), (!lead.person.phones.isEmpty, "phone"),
      (lead.person.linkedinURL != nil, "LinkedIn"),
    ].filter(\.0).map(\.1)
    if !ways.isEmpty {
      add("can be reached by \(ways.joined(separator: ", "))", nil, nil, id: lead.person.id, signal: "contact")
    }
    return list
  }
}

/// The latest events with somebody.
enum Activity {
  static let most = 12

  static func latest(of person: String, in dossier: Dossier) -> [JSON] {
    var events: [(date: String, json: JSON)] = []
    for conversation in dossier.conversations(of: person) {
      var object: JSONObject = ["date": .string(conversation.last), "kind": .string(conversation.channel)]
      object.append("text", conversation.subject)
      object.append("conversation_id", conversation.id)
      events.append((conversation.last, .object(object)))
    }
    for interaction in dossier.interactionsByPerson[person] ?? [] {
      var object: JSONObject = ["date": .string(interaction.date), "kind": .string(interaction.kind)]
      object.append("text", interaction.text)
      object.append("member", dossier.memberID(interaction.member))
      object.append("record_id", interaction.id)
      events.append((interaction.date, .object(object)))
    }
    for job in dossier.jobsByPerson[person] ?? [] {
      guard let date = job.closed ?? job.opened else { continue }
      var object: JSONObject = ["date": .string(date), "kind": "job"]
      object.append("text", job.title)
      object.append("record_id", job.id)
      events.append((date, .object(object)))
    }
    return events.sorted { $0.date > $1.date }.prefix(most).map(\.json)
  }
}
