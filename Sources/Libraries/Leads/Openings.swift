// What is still open with somebody: the signals of all their conversations, without what later events closed.
import Correspondence
import JSONLines

/// An opening: something said or known that may lead to a search.
struct Opening: Sendable {
  let signal: String
  let date: String
  let due: String?
  let conversationID: String?
  let messageID: String?
  let quote: String?
  /// Nobody of us answered it.
  let isUnanswered: Bool

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("signal", signal)
    writer.member("conversation_id", conversationID)
    writer.member("message_id", messageID)
    writer.member("date", DateText.instant(date))
    writer.member("due", due.map(DateText.day))
    writer.endObject()
  }
}

/// The names of signals, by what they mean for the stage.
enum SignalTable {
  static let middle: Set<String> = ["jd_shared", "negotiation", "proposal_sent", "reconnect_later", "stalled"]
  static let hidden: Set<String> = [
    "candidate_now_hiring", "inbound_request", "job_change", "keep_in_touch", "moved", "now_hiring_role",
    "referral_mention",
  ]
  /// What a colleague at the same company can bring back to life.
  static let revivable: Set<String> = [
    "candidate_now_hiring", "inbound_request", "jd_shared", "keep_in_touch", "negotiation", "proposal_sent",
    "reconnect_later",
  ]
  static let closing: Set<String> = ["not_now_closed", "placement"]
  /// What a later hire or refusal ends.
  static let ended: Set<String> = middle.union(["inbound_request"])
  /// What belongs to the place that somebody worked at then.
  static let ofPlace: Set<String> = ended
}

/// All that is open with a person, the latest first.
struct Openings: Sendable {
  private(set) var list: [Opening] = []
  /// Signals that tell a state but open nothing.
  private(set) var settled: Set<String> = []

  init(of person: String, in dossier: Dossier) {
    // Most conversations tell nothing, and are not looked at closer.
    let conversations = dossier.conversations(of: person)
      .filter { !$0.signals.isEmpty && Openings.counts($0, for: person, in: dossier) }
    let closures = conversations.flatMap { conversation in
      conversation.signals.filter(SignalTable.closing.contains).map { (conversation, Openings.date($0, conversation)) }
    }
    let moved = dossier.move(of: person)
    for conversation in conversations {
      for signal in conversation.signals {
        if SignalTable.closing.contains(signal) {
          settled.insert(signal)
          continue
        }
        let date = Openings.date(signal, conversation)
        let isEnded =
          SignalTable.ended.contains(signal)
          && closures.contains { $0.1 > date && ($0.0.id == conversation.id || $0.0.last > conversation.last) }
        let isLeftBehind = SignalTable.ofPlace.contains(signal) && moved.map { $0.date > date } ?? false
        if isEnded || isLeftBehind { continue }
        list.append(Openings.opening(signal, date, conversation, person, dossier))
      }
    }
    addMoves(of: person, dossier)
    addOpenJobs(of: person, dossier)
    if list.count > 1 { list.sort { ($0.date, $0.signal) > ($1.date, $1.signal) } }
  }

  /// Whether a conversation counts for somebody: it is a client's, or it tells of hiring, and they take part in more
  /// than a copy.
  static func counts(_ conversation: ConversationFacts, for person: String, in dossier: Dossier) -> Bool {
    let isContact = dossier.person(person)?.isInCRM ?? false
    let isAbout =
      conversation.side == "client" || conversation.side == "unknown" || conversation.isHiringSide
      || isContact && !["internal", "vendor"].contains(conversation.side)
    guard isAbout else { return false }
    return conversation.personID.map(dossier.current) == person
      || conversation.isWritten(by: person, in: dossier)
  }

  private static func date(_ signal: String, _ conversation: ConversationFacts) -> String {
    conversation.evidence(of: signal)?.date ?? conversation.last
  }

  private static func opening(
    _ signal: String, _ date: String, _ conversation: ConversationFacts, _ person: String, _ dossier: Dossier
  ) -> Opening {
    let evidence = conversation.evidence(of: signal)
    var isUnanswered = signal == "inbound_request" && !conversation.answered(after: date)
    if isUnanswered {
      isUnanswered = !dossier.conversations(of: person).contains {
        $0.id != conversation.id && $0.answered(after: date)
      }
    }
    return Opening(
      signal: signal, date: date, due: evidence?.due, conversationID: conversation.id, messageID: evidence?.messageID,
      quote: evidence?.quote, isUnanswered: isUnanswered)
  }

  private mutating func addMoves(of person: String, _ dossier: Dossier) {
    for move in dossier.moves(of: person) {
      if let expires = move.expires, expires < dossier.now.description { continue }
      if move.signal == "left" || move.signal == "met_at" { continue }
      if list.contains(where: { $0.signal == move.signal }) { continue }
      let because = move.why.first
      list.append(
        Opening(
          signal: move.signal, date: move.date, due: nil, conversationID: nil,
          messageID: because?["message_id"]?.string, quote: because?["quote"]?.string, isUnanswered: false))
    }
  }

  private mutating func addOpenJobs(of person: String, _ dossier: Dossier) {
    for job in dossier.jobs(of: person) where job.isOpen && dossier.move(of: person) == nil {
      guard let opened = job.opened, DateText.days(opened, to: dossier.now) <= 365 else { continue }
      list.append(
        Opening(
          signal: "open_role", date: opened, due: nil, conversationID: nil, messageID: nil,
          quote: job.title, isUnanswered: false))
    }
  }

  /// Whether a signal still tells something: it opens something, or states what was settled.
  func isLive(_ signal: String) -> Bool { settled.contains(signal) || list.contains { $0.signal == signal } }

  /// The signals, sorted by name.
  var signals: [String] {
    list.isEmpty && settled.isEmpty ? [] : Set(list.map(\.signal)).union(settled).sorted()
  }

  /// The stage by precedence: an unanswered request, then what is under way, then a past hire, then what nobody worked.
  func stage(hasPlacement: Bool) -> String {
    if list.contains(where: \.isUnanswered) { return "hidden" }
    if list.contains(where: { SignalTable.middle.contains($0.signal) || $0.signal == "open_role" }) { return "middle" }
    if hasPlacement || settled.contains("placement") { return "bottom" }
    if list.contains(where: { SignalTable.hidden.contains($0.signal) }) { return "hidden" }
    return "none"
  }
}

extension ConversationFacts {
  /// Whether somebody wrote in it.
  func isWritten(by person: String, in dossier: Dossier) -> Bool {
    messages.indices.contains { !messages[$0].isAutomatic && dossier.isCalled(person, messages[$0].from) }
  }

  /// Whether it tells of hiring though it is no client's: a candidate who now hires, an open door to somebody.
  var isHiringSide: Bool { ConversationFacts.isHiringSide(side, signals) }

  static func isHiringSide(_ side: String, _ signals: [String]) -> Bool {
    side != "internal" && side != "vendor"
      && signals.contains { ["candidate_now_hiring", "inbound_request", "jd_shared"].contains($0) }
  }
}
