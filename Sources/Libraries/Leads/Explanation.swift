// Why a lead is one, told with the lines that people wrote.
import Correspondence
import JSONLines

/// Traces the evidence of one lead to messages.
public struct Explanation {
  /// A message that evidence names.
  private struct Cited {
    let date: String
    let writer: String
    let channel: String
    let subject: String
    let text: String
    var place: String?
  }

  private let lead: JSONObject
  private let wanted: Set<String>
  private var cited: [String: Cited] = [:]

  /// An explanation of `lead`.
  public init(_ lead: Record) {
    self.lead = lead.object
    wanted = Set(lead.strings("why[].message_id"))
  }

  /// Whether `lead` is the one that `name` means: by its id, its person's id, its address, or its name.
  public static func matches(_ lead: Record, _ name: String) -> Bool {
    guard lead.string("type") == "lead" else { return false }
    if ["id", "person_id", "email"].contains(where: { lead.string(JSONPath($0)) == name }) { return true }
    return lead.string("name").map { Party.folded($0) == Party.folded(name) } ?? false
  }

  /// Takes from a conversation or message what the evidence cites.
  public mutating func add(_ record: Record) {
    switch record.string("type") {
    case "conversation":
      let ids = record.strings("messages[].id")
      guard ids.contains(where: wanted.contains) else { return }
      for message in record.json("messages")?.array ?? [] {
        note(message, channel: record.string("channel"), subject: record.string("subject"), place: nil)
      }
    case "message":
      guard let id = record.string("id"), wanted.contains(id) else { return }
      let offset = record.int("source.offset").map { ", byte \($0)" }
      let line = record.int("source.line").map { ", line \($0)" }
      let place = record.string("source.file").map { $0 + (offset ?? line ?? "") }
      note(
        .object(record.object), channel: record.string("channel"), subject: record.string("subject"), place: place)
    default: break
    }
  }

  private mutating func note(_ message: JSON, channel: String?, subject: String?, place: String?) {
    guard let id = message["id"]?.string, wanted.contains(id) else { return }
    let from = Party(message["from"])
    let place = place ?? cited[id]?.place
    let text = message["text"]?.string ?? cited[id]?.text ?? ""
    cited[id] = Cited(
      date: message["date"]?.string ?? "", writer: from?.name ?? from?.email ?? from?.phone ?? "somebody",
      channel: channel ?? "email", subject: subject ?? "", text: text, place: place)
  }

  /// The explanation, in lines; control characters, which would reach into a terminal, are blanks.
  public var lines: [String] {
    (head + (lead["why"]?.array ?? []).flatMap { reason($0) }).map { line in
      let scalars = line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
      return String(String.UnicodeScalarView(scalars))
    }
  }

  private var head: [String] {
    func text(_ key: String) -> String? { lead[key]?.string }
    let title = text("title").map { ", \($0)" } ?? ""
    let company = text("company").map { ", \($0)" } ?? ""
    let email = text("email").map { " <\($0)>" } ?? ""
    var lines = [(text("name") ?? text("id") ?? "") + title + company + email]
    var facts = [text("id")].compactMap { $0 }
    for key in ["stage", "client_state", "owner", "tier"] {
      if let value = text(key) { facts.append("\(key) \(value)") }
    }
    if case .number(let score)? = lead["score"] { facts.append("score \(score)") }
    lines.append(facts.joined(separator: " \u{00B7} "))
    if let step = lead["next_step"]?["text"]?.string {
      lines.append("next: \(step)" + (lead["next_step"]?["due"]?.string.map { " (by \($0))" } ?? ""))
    }
    return lines
  }

  private func reason(_ why: JSON) -> [String] {
    let label = why["signal"]?.string ?? why["side"]?.string ?? why["stage"]?.string
    let because = why["because"]?.string
    var points = ""
    if case .number(let value)? = why["points"] { points = " (\(value) points)" }
    let judge = why["by"]?.string.map { "  [\($0)]" } ?? ""
    var lines = ["", [label, because].compactMap { $0 }.joined(separator: ": ") + points + judge]
    if let due = why["due"]?.string { lines.append("  due \(due)") }
    guard let id = why["message_id"]?.string else {
      if let quote = why["quote"]?.string { lines.append("  \u{201C}\(quote)\u{201D}") }
      return lines
    }
    guard let message = cited[id] else {
      lines.append("  message \(id), which is in none of the files")
      return lines
    }
    let subject = message.subject.isEmpty ? "" : ", \u{201C}\(message.subject)\u{201D}"
    lines.append("  \(message.date.prefix(10)) \(message.channel), \(message.writer)\(subject) <\(id)>")
    lines.append(contentsOf: Explanation.quoted(why["quote"]?.string, in: message.text).map { "  | \($0)" })
    if let place = message.place { lines.append("  in \(place)") }
    return lines
  }

  /// The lines of `text` that hold `quote`; the quote itself where the text does not hold it.
  static func quoted(_ quote: String?, in text: String) -> [String] {
    guard let quote, !quote.isEmpty else { return [] }
    let pieces = text.split(on: quote)
    guard pieces.count > 1 else { return quote.split(separator: "\n").map(String.init) }
    let before = pieces[0].split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    let after = pieces[1].split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
    return (before + quote + after).split(separator: "\n").map(String.init)
  }
}
