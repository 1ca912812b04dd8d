// What to do next about a lead, in a sentence, and when.
import Calendar
import JSONLines

/// The next step with somebody.
struct NextStep: Sendable {
  let text: String
  let due: String

  init(text: String, due: String) {
    self.text = text
    self.due = due
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("text")
    writer.string(text)
    writer.key("due")
    writer.string(due)
    writer.endObject()
  }

  /// What is most urgent of all that is open; nil when there is nothing to do.
  init?(
    _ name: String, _ openings: Openings, owedByUs since: String?, movedTo place: String?, client: ClientFacts,
    today: String
  ) {
    if let opening = openings.list.min(by: { NextStep.urgency($0, today) < NextStep.urgency($1, today) }) {
      text = NextStep.text(opening, name, place)
      due = NextStep.dueDay(opening, today)
    } else if let since {
      text = "Answer \(name)'s message of \(NextStep.day(since))"
      due = today
    } else if client.state == .dormantWarm || client.state == .dormantCold {
      text =
        client.placements > 0
        ? "Ask \(name) how the people hired through us are doing, and what is planned next"
        : "Ask \(name) what is planned next" + (client.last.map { "; the last word was on \(NextStep.day($0))" } ?? "")
      due = today
    } else {
      return nil
    }
  }

  private static func day(_ date: String) -> String { DateText.day(date) }

  /// A promised day that is still to come, else today.
  private static func dueDay(_ opening: Opening, _ today: String) -> String {
    guard let due = opening.due.map(day), due > today else { return today }
    return due
  }

  private static let order = [
    "negotiation", "proposal_sent", "jd_shared", "candidate_now_hiring", "now_hiring_role", "open_role",
    "reconnect_later", "moved", "inbound_request", "stalled", "referral_mention", "job_change", "promoted",
    "keep_in_touch",
  ]

  private static func urgency(_ opening: Opening, _ today: String) -> Int {
    if opening.isUnanswered { return 0 }
    if let due = opening.due.map(day) { return due <= today ? 1 : 50 }
    return 2 + (order.firstIndex(of: opening.signal) ?? order.count)
  }

  private static func text(_ opening: Opening, _ name: String, _ place: String?) -> String {
    let day = day(opening.date)
    let words = opening.quote.map { ": \u{201C}\(String($0.prefix(160)))\u{201D}" } ?? ""
    switch opening.signal {
    case "inbound_request" where opening.isUnanswered: return "Answer \(name)'s request of \(day)\(words)"
    case "inbound_request": return "Ask \(name) whether the request of \(day) still stands\(words)"
    case "negotiation": return "Pick up the terms with \(name) where they stopped on \(day)\(words)"
    case "proposal_sent": return "Ask \(name) what became of our proposal of \(day)\(words)"
    case "jd_shared": return "Ask \(name) whether the role of \(day) is still open\(words)"
    case "reconnect_later": return "Get back to \(name), as agreed on \(day)\(words)"
    case "candidate_now_hiring", "now_hiring_role": return "Ask \(name) whom they are hiring\(words)"
    case "open_role": return "Report to \(name) on the open role\(words)"
    case "moved":
      let place = place.map { " to \($0)" } ?? ""
      return "Congratulate \(name) on the move\(place) and ask who hires there"
    case "job_change": return "Ask \(name) about the change they told of on \(day)\(words)"
    case "promoted": return "Congratulate \(name) on the new role"
    case "referral_mention": return "Follow the pointer that \(name) gave on \(day)\(words)"
    case "stalled": return "Revive the conversation with \(name) that fell silent on \(day)"
    default: return "Write to \(name), who keeps the door open\(words)"
    }
  }
}
