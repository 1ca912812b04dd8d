// What every message record has beside what a map says.
import Calendar
import JSONLines
import Team

enum MessageMembers {
  /// Adds the local date, the lists that are always there, and, when the team is known, which way it went.
  static func complete(_ record: inout JSONObject, _ plan: TableMap.RecordPlan, _ row: RowValues) {
    addLocalDate(&record, plan, row)
    for name in ["to", "cc", "bcc", "reply_to", "delivered_to", "labels", "attachments", "defects"] {
      if record[name] == nil { record.append(name, .array([])) }
    }
    let date = record["date"]?.string.flatMap { try? Instant($0) }?.date
    let sender = member(record["from"], row.context.team, date)
    let receivers = record["to"]?.array ?? []
    let received = receivers.map { member($0, row.context.team, date) }
    if let sender, let from = record["from"] { record["from"] = named(from, sender) }
    if received.contains(where: { $0 != nil }) {
      record["to"] = .array(zip(receivers, received).map { party, member in member.map { named(party, $0) } ?? party })
    }
    let (direction, ours): (Direction, Member?) =
      if let sender {
        (!received.isEmpty && received.allSatisfy { $0 != nil } ? .internal : .outbound, sender)
      } else if let known = record["direction"]?.string.flatMap(Direction.init(rawValue:)) {
        (known, received.compactMap { $0 }.first)
      } else {
        (received.contains { $0 != nil } ? .inbound : .unknown, received.compactMap { $0 }.first)
      }
    record["direction"] = .string(direction.rawValue)
    if let ours { record["member"] = .string(ours.id) }
  }

  private static func member(_ party: JSON?, _ team: Team, _ date: CalendarDate?) -> Member? {
    guard let party, !team.isEmpty else { return nil }
    return party["linkedin_url"]?.string.flatMap { team.member(linkedIn: $0, on: date) }
      ?? party["email"]?.string.flatMap { team.member(email: $0, on: date) }
      ?? party["phone"]?.string.flatMap { team.member(phone: $0, on: date) }
      ?? party["name"]?.string.flatMap { team.member(name: $0, on: date) }
  }

  /// `party`, said to be `member`.
  private static func named(_ party: JSON, _ member: Member) -> JSON {
    guard var object = party.object else { return party }
    object["member"] = .string(member.id)
    return .object(object)
  }

  private static func addLocalDate(_ record: inout JSONObject, _ plan: TableMap.RecordPlan, _ row: RowValues) {
    guard let text = record["date"]?.string, let instant = try? Instant(text),
      case .value(let value)? = plan.members.first(where: { $0.name == "date" })?.node,
      case .columns(let columns) = value.origin,
      let given = columns.lazy.compactMap({ row.text($0) }).first, let reading = value.reading(given, row.context)
    else { return }
    let offset = reading.offset ?? row.context.zone?.offset(at: instant) ?? 0
    record.append("date_local", .string(instant.text(offset: offset)))
    record.append("zone_assumed", .bool(reading.offset == nil && row.context.zone == nil))
  }
}
