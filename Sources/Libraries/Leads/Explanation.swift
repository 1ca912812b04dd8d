// Why a lead is one, told with the lines that people wrote.
import Correspondence
import JSONLines

/// What the evidence of leads names, found in messages and records.
public struct Citations {
  /// A message that evidence names.
  struct Message {
    let date: String
    let writer: String
    let channel: String
    let subject: String
    let text: String
    var place: String?
  }

  private var wanted: Set<String> = []
  private var wantedRecords: Set<String> = []
  private(set) var messages: [String: Message] = [:]
  /// Where the records of the client database were read that evidence names.
  private(set) var places: [String: String] = [:]

  /// Nothing yet.
  public init() {}

  /// Notes what the evidence of `lead` names, to be looked for.
  public mutating func want(_ lead: Record) {
    wanted.formUnion(lead.strings("why[].message_id"))
    wantedRecords.formUnion(lead.strings("why[].record_id"))
  }

  /// Takes from a record what is wanted of it.
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
      note(
        .object(record.object), channel: record.string("channel"), subject: record.string("subject"),
        place: Citations.place(record))
    case "company", "job", "interaction", "person":
      guard let id = record.string("id"), wantedRecords.contains(id) else { return }
      places[id] = Citations.places(record)
    default: break
    }
  }

  /// Where a record, or each of those that were united in it, was read.
  private static func places(_ record: Record) -> String? {
    let sources = (record.json("sources")?.array ?? []).prefix(12).compactMap { source in
      source["file"]?.string.map { file in
        file + (source["offset"]?.int.map { ", byte \($0)" } ?? source["line"]?.int.map { ", line \($0)" } ?? "")
      }
    }
    if sources.isEmpty { return place(record) }
    return sources.enumerated().filter { !sources[..<$0.offset].contains($0.element) }.map(\.element)
      .joined(separator: "; ")
  }

  /// Where a record was read: file, and byte or line.
  private static func place(_ record: Record) -> String? {
    let offset = record.int("source.offset").map { ", byte \($0)" }
    let line = record.int("source.line").map { ", line \($0)" }
    return record.string("source.file").map { $0 + (offset ?? line ?? "") }
  }

  private mutating func note(_ message: JSON, channel: String?, subject: String?, place: String?) {
    guard let id = message["id"]?.string, wanted.contains(id) else { return }
    let from = Party(message["from"])
    let place = place ?? messages[id]?.place
    let text = message["text"]?.string ?? messages[id]?.text ?? ""
    messages[id] = Message(
      date: message["date"]?.string ?? "", writer: from?.name ?? from?.email ?? from?.phone ?? "somebody",
      channel: channel ?? "email", subject: subject ?? "", text: text, place: place)
  }
}

/// Traces the evidence of one lead to messages.
public struct Explanation {
  private let lead: JSONObject
  private let citations: Citations

  /// An explanation of `lead` by what was found.
  public init(_ lead: Record, _ citations: Citations) {
    self.lead = lead.object
    self.citations = citations
  }

  /// Whether `lead` is the one that `name` means: by its id, its person's id, its address, or its name.
  public static func matches(_ lead: Record, _ name: String) -> Bool {
    guard lead.string("type") == "lead" else { return false }
    if ["id", "person_id", "email"].contains(where: { lead.string(JSONPath($0)) == name }) { return true }
    return lead.string("name").map { Party.folded($0) == Party.folded(name) } ?? false
  }

  /// The judgements that cannot be traced, a line each: evidence whose message or record is in none of the files, a quote
  /// that its message does not hold, a label without evidence.
  public var gaps: [String] {
    let why = lead["why"]?.array ?? []
    let name = lead["id"]?.string ?? ""
    var gaps = why.compactMap { entry in gap(entry).map { "\(name): \($0)" } }
    let proven = Set(why.compactMap { $0["signal"]?.string })
    let isRoleKnown = why.contains { $0["because"]?.string?.hasPrefix("vacancy, ") ?? false }
    for label in (lead["signals"]?.strings ?? []) + (lead["tags"]?.strings ?? []) where !proven.contains(label) {
      if label != "open_role" || !isRoleKnown { gaps.append("\(name): \(label) has no evidence") }
    }
    return gaps
  }

  private func gap(_ why: JSON) -> String? {
    // What a bound takes away is arithmetic.
    if why["bound"] != nil { return nil }
    let label = why["because"]?.string ?? why["signal"]?.string ?? "a judgement"
    if let id = why["message_id"]?.string {
      guard let message = citations.messages[id] else { return "\(label): message \(id) is in none of the files" }
      guard let quote = why["quote"]?.string, why["by"]?.string != "detect-moves" else { return nil }
      return message.text.contains(quote) ? nil : "\(label): message \(id) does not hold the quote"
    }
    guard let id = why["record_id"]?.string else { return "\(label): names neither message nor record" }
    return citations.places[id] == nil ? "\(label): record \(id) is in none of the files" : nil
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
      if let record = why["record_id"]?.string {
        lines.append(
          "  record \(record)" + (citations.places[record].map { ", in \($0)" } ?? ", which is in none of the files"))
      }
      return lines
    }
    guard let message = citations.messages[id] else {
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
