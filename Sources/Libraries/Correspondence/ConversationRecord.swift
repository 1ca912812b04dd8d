// What a conversation's record says: who takes part, who spoke last, whose turn it is.
import Bytes
import Calendar
import JSONLines
import Team

/// Describes conversations as records, with what is known of the people in them.
public struct ConversationDescriber {
  /// How many messages are written inline: the first `head` and the last `tail`.
  static let head = 20
  static let tail = 180

  private let people: PeopleIndex
  private let ours: Team
  private let now: Instant

  /// A describer that knows `people`, our own side and the date of the run.
  public init(people: PeopleIndex, ours: Team, now: Instant) {
    self.people = people
    self.ours = ours
    self.now = now
  }

  /// The record of the conversation that `messages`, in order of date, make; nil for none.
  public func record(_ messages: [Message]) -> JSONObject? {
    guard let first = messages.first, let last = messages.last else { return nil }
    let main = mainParty(messages)
    let person = main.flatMap(people.person)
    let domain = main?.email.flatMap(EmployerDomain.of)
    var record: JSONObject = ["type": "conversation"]
    record.append("id", SHA256.hex(first.channel + "\n" + first.id, digits: 16))
    record.append("source", source(first))
    record.append("channel", first.channel)
    record.append("subject", first.subject)
    record.append("participants", .array(participants(messages)))
    record.append("person_id", person?.id)
    record.append("company", person?.company)
    record.append("company_id", person?.companyID)
    record.append("domain", domain ?? person?.domain)
    let isLong = messages.count > Self.head + Self.tail
    let shown = isLong ? messages.prefix(Self.head) + messages.suffix(Self.tail) : messages[...]
    record.append("messages", .array(shown.map { .object(inline($0)) }))
    record.append("messages_total", JSON(messages.count))
    record.append("first", first.date)
    record.append("last", last.date)
    appendTurn(messages, to: &record)
    return record
  }

  private func source(_ first: Message) -> JSON {
    var source = JSONObject()
    source.append("file", first.file)
    let kind = ["email": "mail", "linkedin": "linkedin", "form": "form"][first.channel] ?? "chat"
    source.append("kind", kind)
    source.append("priority", kind == "mail" ? "high" : "medium")
    return .object(source)
  }

  /// Who spoke last, whose turn it is, how long ago, and how many messages went each way. Automatic messages and what
  /// our own people say among themselves are no answers.
  private func appendTurn(_ messages: [Message], to record: inout JSONObject) {
    let spoken = messages.filter { !$0.isAutomatic }
    func count(_ direction: Message.Direction) -> JSON { JSON(spoken.count { $0.direction == direction }) }
    if let final = spoken.last(where: { $0.direction == .inbound || $0.direction == .outbound }) {
      let isTheirs = final.direction == .inbound
      record.append("last_speaker", isTheirs ? "them" : "us")
      if !Turn.closes(final.text) { record.append("owed_by", isTheirs ? "us" : "them") }
    } else if spoken.contains(where: { $0.direction == .internal }) {
      record.append("last_speaker", "us")
    }
    let end = (spoken.last ?? messages.last)?.when ?? now
    record.append("days_silent", JSON(max(0, end.days(to: now))))
    record.append(
      "counts", ["inbound": count(.inbound), "outbound": count(.outbound), "internal": count(.internal)])
  }

  private func inline(_ message: Message) -> JSONObject {
    var object = JSONObject()
    object.append("id", message.id)
    object.append("date", message.date)
    object.append("direction", message.direction.rawValue)
    object.append("member", message.member)
    if let from = message.from { object.append("from", .object(from.json)) }
    object.append("to", .array(message.to.map { .object($0.json) }))
    if !message.cc.isEmpty { object.append("cc", .array(message.cc.map { .object($0.json) })) }
    object.append("kind", message.kind)
    object.append("text", message.text)
    object.append("attachments", message.attachments)
    object.append("reply_class", message.replyClass)
    return object
  }

  /// The main other side: whoever of them wrote most, then was written to most, then was there first.
  private func mainParty(_ messages: [Message]) -> Party? {
    var tally: [String: (party: Party, written: Int, received: Int, order: Int)] = [:]
    func note(_ party: Party, _ message: Message, written: Int, received: Int) {
      guard let key = party.key, !ours.includes(party, on: message.day) else { return }
      var entry = tally[key] ?? (party, 0, 0, tally.count)
      entry.written += written
      entry.received += received
      if entry.party.name == nil { entry.party.name = party.name }
      tally[key] = entry
    }
    for message in messages where !message.isAutomatic {
      if let from = message.from, message.direction != .outbound { note(from, message, written: 1, received: 0) }
      for party in message.to { note(party, message, written: 0, received: 2) }
      for party in message.cc + message.bcc { note(party, message, written: 0, received: 1) }
    }
    if tally.isEmpty {
      for message in messages { for party in message.everybody { note(party, message, written: 0, received: 1) } }
    }
    return tally.values.max {
      ($0.written, $0.received, -$0.order) < ($1.written, $1.received, -$1.order)
    }?.party
  }

  /// Everybody in the conversation, in order of appearance, with whom we know behind the address.
  private func participants(_ messages: [Message]) -> [JSON] {
    var order: [String] = []
    var parties: [String: Party] = [:]
    for party in messages.flatMap(\.everybody) {
      guard let key = party.key else { continue }
      if parties[key] == nil { order.append(key) }
      if parties[key]?.name == nil { parties[key] = party }
      if order.count >= 500 { break }
    }
    return order.compactMap { parties[$0] }.map { party in
      var object = party.json
      if let member = ours.member(party, on: messages.last?.day) {
        object.append("member", member)
      } else if let person = people.person(party) {
        object.append("person_id", person.id)
        object.append("company_id", person.companyID)
      }
      return .object(object)
    }
  }
}
