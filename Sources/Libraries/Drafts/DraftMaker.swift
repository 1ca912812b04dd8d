import Bytes
import Calendar
import JSONLines
import Team
import Templates

/// Writes drafts: chooses the template that serves a record, renders it, and makes the draft record.
public struct DraftMaker: Sendable {
  private let pack: TemplatePack
  private let team: Team
  private let history: SharedHistory
  private let options: RenderOptions
  private let variants: Int
  /// The date of the run, `2026-02-12`.
  private let today: String?

  /// What became of a record.
  public enum Outcome: Sendable, Equatable {
    /// Drafts were written.
    case drafted
    /// No template serves it.
    case unserved
    /// The person wants no mail, or has left and left no new address.
    case refused
    /// It names neither an address nor a LinkedIn page to write to.
    case unreachable
  }

  /// A maker of drafts; `variants` is how many to write for each record.
  public init(
    pack: TemplatePack, team: Team = Team(), history: SharedHistory = SharedHistory(), options: RenderOptions,
    variants: Int = 1
  ) {
    self.pack = pack
    self.team = team
    self.history = history
    self.variants = variants
    today = options.now.map { Instant(seconds: $0).date.description }
    var options = options
    options.partials.merge(pack.partials) { own, _ in own }
    self.options = options
  }

  /// Writes the drafts for a record, each handed to `write` as a line without its line feed.
  /// - Throws: a variable that is missing, or another fault, with template and line.
  public func drafts(for record: Record, write: (JSONWriter) -> Void) throws(TemplateError) -> Outcome {
    var context = DraftContext(record, team: team, today: today)
    let tags = record.strings(Paths.tags)
    if tags.contains("opt_out") || tags.contains("left") && !record.has(Paths.moved) { return .refused }
    guard context.email != nil || context.linkedIn != nil else { return .unreachable }
    let hasEmail = context.email != nil
    guard
      let template = pack.templates.first(where: { ($0.channel == "email") == hasEmail && $0.serves(record) })
        ?? pack.templates.first(where: { $0.serves(record) })
    else { return .unserved }
    context.bind(signals: template.signals(in: record), history: history)
    let id = record.string(Paths.id) ?? ""
    var options = options
    options.choiceKey = id
    for variant in 0..<variants {
      options.variant = variant
      var subject: [UInt8] = []
      var body: [UInt8] = []
      try template.subject?.render(context, options, into: &subject)
      try template.body.render(context, options, into: &body)
      let channel = hasEmail || template.channel != "email" ? template.channel : "linkedin"
      write(draft(template, channel, variant, context, record, Self.oneLine(subject), Self.tidy(body)))
    }
    return .drafted
  }

  private func draft(
    _ template: DraftTemplate, _ channel: String, _ variant: Int, _ context: DraftContext, _ record: Record,
    _ subject: [UInt8], _ body: [UInt8]
  ) -> JSONWriter {
    let id = record.string(Paths.id) ?? ""
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("type", "draft")
    writer.member("id", SHA256.hex("draft\u{0}\(id)\u{0}\(template.name)\u{0}\(variant + 1)", digits: 16))
    writer.key("source")
    writer.value(["file": .string(record.origin.file), "line": JSON(record.origin.line)])
    writer.member(template.kind == "referral" ? "referral_id" : "lead_id", id)
    writer.member("channel", channel)
    writer.key("to")
    writer.beginObject()
    writer.member("name", context.name)
    writer.member("email", context.email)
    if channel == "linkedin" { writer.member("linkedin_url", context.linkedIn) }
    writer.endObject()
    if !subject.isEmpty {
      writer.key("subject")
      writer.string(utf8: subject)
    }
    writer.key("body")
    writer.string(utf8: body)
    writer.member("template", template.name)
    writer.member("variant", variant + 1)
    writer.key("why")
    writer.value(.array([.object(reason(template, context))]))
    writer.endObject()
    return writer
  }

  /// Why this template: for our own eyes.
  private func reason(_ template: DraftTemplate, _ context: DraftContext) -> JSONObject {
    var reason = JSONObject([(key: "by", value: .string("render-templates:\(template.name)"))])
    for key in ["signal", "conversation_id", "message_id", "due"] {
      if let value = context.opening?[key] { reason.append(key, value) }
    }
    if reason["signal"] == nil { reason.append("because", template.about) }
    return reason
  }

  /// A subject on one line.
  private static func oneLine(_ text: [UInt8]) -> [UInt8] {
    Array(text.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }).joined(separator: [0x20]))
  }

  /// A body without blank lines at its ends, without blanks before line ends, and with at most one blank line in a row.
  private static func tidy(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var blank = 0
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      var line = line
      while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
      if line.isEmpty {
        blank += 1
        continue
      }
      if !out.isEmpty { out.append(contentsOf: repeatElement(0x0A, count: blank > 0 ? 2 : 1)) }
      blank = 0
      out.append(contentsOf: line)
    }
    return out
  }
}
