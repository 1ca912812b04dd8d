import Calendar
import JSONLines
import Team
import Templates

/// Writes drafts: chooses the template that serves a record, renders it, and makes the draft record.
public struct DraftMaker: Sendable {
  private let pack: TemplatePack
  private let team: Team
  private let standIn: Member?
  private let history: SharedHistory
  private let options: RenderOptions
  private let variants: Int
  private let templates: [DraftTemplate]
  /// Our variables that each template, by its name, or a partial may ask for.
  private let variables: [String: [DraftContext.Variable]]
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

  /// A maker of drafts; `standIn` signs what nobody of us owns, `variants` is how many to write for each record, `step`
  /// which message of a sequence.
  public init(
    pack: TemplatePack, team: Team = Team(), standIn: Member? = nil, history: SharedHistory = SharedHistory(),
    options: RenderOptions, variants: Int = 1, step: Int = 1
  ) {
    self.pack = pack
    templates = pack.templates.filter { $0.step == step }
    self.team = team
    self.standIn = standIn
    self.history = history
    self.variants = variants
    today = options.now.map { Instant(seconds: $0).date.description }
    var options = options
    options.partials.merge(pack.partials) { own, _ in own }
    self.options = options
    let shared = DraftContext.Variable.allCases.filter { variable in
      options.partials.values.contains { $0.mayAsk(for: variable.rawValue) }
    }
    variables = Dictionary(
      pack.templates.map { ($0.name, Array($0.variables.union(shared))) }, uniquingKeysWith: { one, _ in one })
  }

  /// Adds the drafts for a record to `page`, a line each.
  /// - Throws: a variable that is missing, or another fault, with template and line.
  public func write(_ record: Record, to page: inout DraftPage) throws(TemplateError) -> Outcome {
    let tags = record.strings(Paths.tags)
    if tags.contains("opt_out") || tags.contains("left") && !record.has(Paths.moved) { return .refused }
    var context = DraftContext(record, team: team, standIn: standIn, today: today)
    guard context.email != nil || context.linkedIn != nil else { return .unreachable }
    let hasEmail = context.email != nil
    let isOnLinkedIn = context.linkedIn != nil
    guard
      let template = templates.first(where: { ($0.channel == "email") == hasEmail && $0.serves(record) })
        ?? templates.first(where: { ($0.channel != "linkedin" || isOnLinkedIn) && $0.serves(record) })
    else { return .unserved }
    context.bind(signals: template.signals(in: record), history: history)
    let asked = variables[template.name] ?? []
    let data = context.data(for: asked)
    var options = options
    options.choiceKey = record.string(Paths.id) ?? ""
    let addressee = context.email ?? context.linkedIn ?? ""
    let ordinal = page.ordinal(for: addressee)
    for variant in 0..<variants {
      options.variant = variant
      page.clearTexts()
      try template.subject?.render(data, options, into: &page.subject)
      var bodyOptions = options
      if template.isHTML { bodyOptions.escape = .html }
      try template.body.render(data, bodyOptions, into: &page.body)
      if let limit = template.limit {
        let length = page.bodyLength()
        if length > limit {
          throw TemplateError(
            kind: .limit, template: template.name, line: 1, column: 1,
            message: "\(length) characters where \(limit) are allowed")
        }
      }
      page.writeDraft(
        template, variant: variant + 1, ordinal: ordinal, id: options.choiceKey, context, record.origin)
    }
    page.countRecord(
      for: addressee, ordinal: ordinal, isSigned: !asked.contains(.sender) || context.signer != nil)
    return .drafted
  }
}
