import Identity
import JSONLines

/// Looks at finished drafts again, whoever wrote or edited them: what must not go out.
public struct DraftCheck: Sendable {
  /// What was said in a conversation, and who took part.
  private struct Thread: Sendable {
    var addresses: Set<String>
    var people: Set<String>
    var words: String
  }

  /// The most characters of a message on LinkedIn (its help pages); notes to requests are held to theirs when rendered.
  private static let linkedInMessage = 8000

  private var threads: [Thread] = []
  /// Names of people who are, or were, our candidates, with their ids.
  private var candidates: [(name: String, id: String)] = []
  private var seen: [String: String] = [:]

  /// A check that knows no conversation and nobody.
  public init() {}

  /// Remembers a conversation, its words folded: about as many bytes as it has.
  public mutating func add(conversation record: borrowing Record) {
    guard record.string("type") == "conversation" else { return }
    let texts = record.strings("subject") + record.strings("messages[].text") + record.strings("messages[].subject")
    threads.append(
      Thread(
        addresses: Set(record.strings("participants[].email")),
        people: Set(record.strings("participants[].person_id") + record.strings("person_id")),
        words: Self.folded(texts.joined(separator: " \u{1} "))))
  }

  /// Remembers a person who is a candidate.
  public mutating func add(person record: borrowing Record) {
    guard record.string("type") == "person", record.strings("kinds").contains("candidate"),
      let name = record.string("name"), name.contains(" ")
    else { return }
    candidates.append((Self.folded(name), record.string("id") ?? ""))
  }

  /// What is wrong with a draft; empty when it may go out.
  public mutating func faults(of draft: borrowing Record) -> [String] {
    let subject = draft.string("subject") ?? ""
    let body = draft.string("body") ?? ""
    let channel = draft.string("channel") ?? "email"
    var faults = addressFaults(draft, channel)
    if body.allSatisfy(\.isWhitespace) { faults.append("the body is empty") }
    if channel == "email", subject.isEmpty { faults.append("a mail without a subject") }
    if SalesWords.isFakeReply(subject), draft.string("in_reply_to") == nil {
      faults.append("the subject pretends to be an answer")
    }
    if channel == "linkedin", body.unicodeScalars.count > Self.linkedInMessage {
      faults.append("\(body.unicodeScalars.count) characters where \(Self.linkedInMessage) are allowed")
    }
    for text in [subject, body] { faults += Self.textFaults(text) }
    faults += quoteFaults(draft, "\(subject)\n\(body)")
    faults += candidateFaults(draft, "\(subject)\n\(body)")
    return faults
  }

  private mutating func addressFaults(_ draft: borrowing Record, _ channel: String) -> [String] {
    let email = draft.string("to.email")
    if channel == "email" {
      guard let email else { return ["nobody to write to"] }
      guard EmailAddress(email) != nil else { return ["'\(email)' is no address"] }
    } else if draft.string("to.linkedin_url") == nil, email == nil, draft.string("to.phone") == nil {
      return ["nobody to write to"]
    }
    guard let email, let id = draft.string("id") else { return [] }
    let key = "\(email.lowercased()) \(draft.string("subject") ?? "") \(draft.string("body") ?? "")"
    if let other = seen[key], other != id { return ["the same words for \(email) twice"] }
    seen[key] = id
    return []
  }

  private static func textFaults(_ text: String) -> [String] {
    var faults: [String] = []
    for hole in ["{{", "{%", "}}", "%}", "[withheld]", "[erased]", "Hi ,", "Hello ,", "Dear ,", "undefined"] {
      if text.contains(hole) { faults.append("a hole: '\(hole)'") }
    }
    if let open = text.firstIndex(of: "{"), text[open...].contains("|"), text[open...].contains("}") {
      faults.append("a choice that was not made")
    }
    for phrase in SalesWords.spam(in: text) { faults.append("'\(phrase)' is taken for spam") }
    if let shout = SalesWords.shouting(in: text) { faults.append("'\(shout)' shouts") }
    if let fact = SalesWords.privateFact(in: text) { faults.append("'\(fact)' tells of money or candidates") }
    return faults
  }

  /// Words in quotation marks must have been said in a conversation in which the addressee took part.
  private func quoteFaults(_ draft: borrowing Record, _ text: String) -> [String] {
    let email = draft.string("to.email")
    let person = draft.string("to.person_id") ?? draft.string("person_id")
    let own = threads.filter { thread in
      email.map { thread.addresses.contains($0) } ?? false || person.map { thread.people.contains($0) } ?? false
    }
    return Self.quotes(in: text).compactMap { quote in
      let folded = Self.folded(quote)
      if folded.utf8.count < 4 || own.contains(where: { $0.words.contains(folded) }) { return nil }
      let isElsewhere = threads.contains { $0.words.contains(folded) }
      return isElsewhere
        ? "quotes a conversation without them: '\(quote)'" : "quotes what nobody said to us: '\(quote)'"
    }
  }

  /// A draft names no candidate but the person it goes to, or asks for.
  private func candidateFaults(_ draft: borrowing Record, _ text: String) -> [String] {
    if candidates.isEmpty { return [] }
    let folded = " \(Self.folded(text)) "
    let meant = Set([draft.string("to.name"), draft.string("target.name")].compactMap { $0 }.map(Self.folded))
    return candidates.compactMap { candidate in
      if meant.contains(candidate.name) || !folded.contains(" \(candidate.name) ") { return nil }
      return "names a candidate: '\(candidate.name)'"
    }
  }

  /// What stands in quotation marks, straight or typographic.
  private static func quotes(in text: String) -> [String] {
    var quotes: [String] = []
    for (open, close) in [("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»")] as [(Character, Character)] {
      var rest = text[...]
      while let start = rest.firstIndex(of: open) {
        rest = rest[rest.index(after: start)...]
        guard let end = rest.firstIndex(of: close) else { break }
        quotes.append(String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      }
    }
    return quotes
  }

  /// Lower case, letters and digits, one blank between words.
  private static func folded(_ text: String) -> String {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }
}
