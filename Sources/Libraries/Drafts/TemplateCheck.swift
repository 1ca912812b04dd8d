import JSONLines
import Templates

/// A lint of a pack of templates: what would go wrong with a draft, or with its reader.
public struct TemplateCheck {
  /// What was found, and where.
  public struct Finding: Sendable, Equatable {
    /// The template.
    public var template: String
    /// The line and column, from 1.
    public var line: Int
    public var column: Int
    /// What is wrong.
    public var message: String
  }

  /// What was found, template by template.
  public private(set) var findings: [Finding] = []
  private let schemas: [String: JSON]

  /// What an output takes in the reckoning of lengths: a long name.
  private static let outputLength = 25
  /// The most characters of a subject that telephones show.
  private static let subjectLength = 70

  /// Checks the files of a pack, by name and content; `schemas` says what members the records of each type have.
  public init(_ files: [(name: String, source: [UInt8])], schemas: [String: JSON]) {
    self.schemas = schemas
    var partials: [String: Template] = [:]
    for file in files where file.name.hasPrefix("_") {
      guard
        let template = compiled(
          file,
          { source throws(TemplateError) in
            try Template(name: file.name, source: source, spins: true)
          })
      else { continue }
      partials[String(file.name.dropFirst())] = template
      check(template, file.name, kinds: ["lead", "referral"])
    }
    for file in files where !file.name.hasPrefix("_") {
      guard
        let template = compiled(
          file,
          { source throws(TemplateError) in
            try DraftTemplate(name: file.name, source: source)
          })
      else { continue }
      check(template, partials)
    }
  }

  private mutating func compiled<Result>(
    _ file: (name: String, source: [UInt8]), _ compile: ([UInt8]) throws(TemplateError) -> Result
  ) -> Result? {
    do throws(TemplateError) {
      return try compile(file.source)
    } catch {
      find(file.name, error.line, error.message, column: error.column)
      return nil
    }
  }

  private mutating func find(_ template: String, _ line: Int, _ message: String, column: Int = 1) {
    findings.append(Finding(template: template, line: line, column: column, message: message))
  }

  private mutating func check(_ template: DraftTemplate, _ partials: [String: Template]) {
    if template.about.isEmpty { find(template.name, 1, "'about' does not say what it is for") }
    for requirement in template.alternatives.joined() + template.exclusions {
      let path = requirement.path.description
      if !isKnown(path, template.kind) {
        find(template.name, 1, "'when' asks for '\(path)', which no \(template.kind) has")
      }
    }
    for part in [template.subject, template.body].compactMap({ $0 }) {
      // A partial that is included shares its variables.
      let made = part.partialNames.compactMap { partials[$0] }.reduce(into: Set<String>()) {
        $0.formUnion($1.madeNames)
      }
      check(part, template.name, kinds: [template.kind], made: made)
      for name in part.partialNames where partials[name] == nil {
        find(template.name, 1, "there is no partial '_\(name)'")
      }
    }
    checkSubject(template, partials)
    let length = template.body.longestText(output: Self.outputLength, partials: partials)
    if let limit = template.limit, length > limit {
      find(template.name, 1, "up to \(length) characters where \(limit) are allowed")
    }
  }

  private mutating func checkSubject(_ template: DraftTemplate, _ partials: [String: Template]) {
    guard let subject = template.subject else {
      if template.channel == "email" { find(template.name, 1, "a mail without a subject") }
      return
    }
    let line = subject.wordings.first?.line ?? 1
    let text = subject.wordings.map(\.text).joined()
    if SalesWords.isFakeReply(text) { find(template.name, line, "the subject pretends to be an answer") }
    let length = subject.longestText(output: Self.outputLength, partials: partials)
    if length > Self.subjectLength { find(template.name, line, "a subject of up to \(length) characters") }
  }

  private mutating func check(_ template: Template, _ name: String, kinds: [String], made: Set<String> = []) {
    for reference in template.references where !made.contains(reference.root) {
      if !kinds.contains(where: { isKnown(reference.path, $0) }) {
        find(name, reference.line, "unknown variable '\(reference.path)'", column: reference.column)
      } else if reference.isPrinted, Self.isPrivate(reference.path) {
        find(name, reference.line, "'\(reference.path)' is for our own eyes", column: reference.column)
      }
    }
    for wording in template.wordings {
      for phrase in SalesWords.spam(in: wording.text) { find(name, wording.line, "'\(phrase)' is taken for spam") }
      if let shout = SalesWords.shouting(in: wording.text) { find(name, wording.line, "'\(shout)' shouts") }
      if let fact = SalesWords.privateFact(in: wording.text) {
        find(name, wording.line, "'\(fact)' is not for a letter")
      }
    }
  }

  /// Whether records of a type, or we beside them, have a variable of that path.
  private func isKnown(_ path: String, _ kind: String) -> Bool {
    let names = path.split(whereSeparator: { ".[".contains($0) }).map { $0.filter { !"]'\"".contains($0) } }
    guard let root = names.first else { return true }
    if let variable = DraftContext.Variable(rawValue: root) {
      return names.count < 2 || variable.members.contains(names[1])
    }
    guard let property = schemas[kind]?["properties"]?[root] else { return false }
    guard names.count > 1, let members = property["properties"]?.object, !members.isEmpty else { return true }
    return members[names[1]] != nil
  }

  /// Members that are judgements or money, by their whole path or its beginning.
  private static let privatePaths = [
    "account.revenue", "activity", "coverage", "id", "notes", "opportunities", "relationship.by",
    "relationship.revenue",
    "relationship.strength", "score", "scores", "sentence", "signals", "source", "sources", "stage", "tags", "tier",
    "why",
  ]

  private static func isPrivate(_ path: String) -> Bool {
    privatePaths.contains { path == $0 || path.hasPrefix("\($0).") || path.hasPrefix("\($0)[") }
  }
}

extension DraftContext.Variable {
  /// The members of a variable that is an object.
  var members: [String] {
    switch self {
    case .sender: ["name", "first_name", "email"]
    case .opening: ["date", "due", "topic"]
    default: []
    }
  }
}
