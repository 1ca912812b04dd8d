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
      text =
        NextStep.isOld(opening, today) ? NextStep.anew(opening, name, place) : NextStep.text(opening, name, place)
      due = NextStep.dueDay(opening, today)
    } else if let since {
      let day = NextStep.day(since)
      text =
        NextStep.isOld(since, today)
        ? "Write to \(name) anew; their message of \(day) was never answered" : "Answer \(name)'s message of \(day)"
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

  /// Whether it is a year and a half ago, or for a change half a year: too long to go on as if nothing had happened.
  private static func isOld(_ opening: Opening, _ today: String) -> Bool {
    isOld(opening.date, today, than: ["moved", "promoted"].contains(opening.signal) ? 180 : 548)
  }

  private static func isOld(_ date: String, _ today: String, than days: Int = 548) -> Bool {
    guard let date = try? CalendarDate(day(date)), let today = try? CalendarDate(today) else { return false }
    return date.days(to: today) > days
  }

  /// What to do where what lies open is too old to be still the same matter.
  private static func anew(_ opening: Opening, _ name: String, _ place: String?) -> String {
    let day = day(opening.date)
    let words = opening.quote.map { ": \u{201C}\(String($0.prefix(160)))\u{201D}" } ?? ""
    switch opening.signal {
    case "inbound_request" where opening.isUnanswered:
      return "Write to \(name) anew; their request of \(day) was never answered\(words)"
    case "inbound_request": return "Ask \(name) what they need today; their request of \(day) came to nothing\(words)"
    case "negotiation": return "Ask \(name) what they need today; the talk about terms stopped on \(day)\(words)"
    case "proposal_sent": return "Ask \(name) what they need today; our proposal of \(day) led nowhere\(words)"
    case "jd_shared": return "Ask \(name) whom they look for today; they last told of a role on \(day)\(words)"
    case "candidate_now_hiring", "now_hiring_role": return "Ask \(name) whom they look for today\(words)"
    case "moved": return "Ask \(name) how things go" + (place.map { " at \($0)" } ?? "") + " and who hires there"
    case "promoted": return "Ask \(name) how things go in the new role"
    default: return text(opening, name, place)
    }
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
