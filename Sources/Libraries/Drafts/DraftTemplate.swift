import JSONLines
import Templates

/// A template for drafts: whom it is for, its subject and its body.
public struct DraftTemplate: Sendable {
  /// Its name: the file's without `.liquid`.
  public let name: String
  /// What it is for, in a line.
  public let about: String
  /// `email`, `linkedin` or `whatsapp`.
  public let channel: String
  /// `lead` or `referral`.
  public let kind: String
  /// Among the templates that fit, the one with the lowest rank is taken.
  public let rank: Int
  /// The most characters of the body: those of a connection note on LinkedIn unless the template says otherwise.
  public let limit: Int?
  /// Which message of a sequence it is, from 1.
  public let step: Int
  /// Whether the body is HTML.
  public let isHTML: Bool
  let alternatives: [[(path: JSONPath, values: [String])]]
  let exclusions: [(path: JSONPath, values: [String])]
  let subject: Template?
  let body: Template
  /// Which of our variables it may ask for itself.
  let variables: Set<DraftContext.Variable>

  /// Compiles the template of a file.
  /// - Throws: what is wrong with it, and where.
  public init(name: String, source: [UInt8]) throws(TemplateError) {
    let front = try FrontMatter(source, name: name)
    self.name = name
    about = front.about
    channel = front.channel
    kind = front.kind
    rank = front.rank
    limit = front.limit ?? (front.channel == "linkedin" ? Self.connectionNote : nil)
    step = front.step
    isHTML = front.isHTML
    alternatives = front.alternatives.map { $0.map { (JSONPath($0.member), $0.values) } }
    exclusions = front.exclusions.map { (JSONPath($0.member), $0.values) }
    subject =
      front.subject.isEmpty
      ? nil
      : try Template(
        name: name, source: Array(front.subject.utf8), spins: true, firstLine: front.subjectLine)
    body = try Template(name: name, source: Array(front.body), spins: true, firstLine: front.bodyLine)
    let texts = [subject, body].compactMap { $0 }
    variables = Set(DraftContext.Variable.allCases.filter { name in texts.contains { $0.mayAsk(for: name.rawValue) } })
  }

  /// The most characters of a note to a connection request (LinkedIn's help pages).
  static let connectionNote = 300

  /// Whether the template is written for such a record.
  public func serves(_ record: borrowing Record) -> Bool {
    if record.string(Paths.type).map({ $0 != kind }) ?? false { return false }
    for exclusion in exclusions where holds(exclusion, record) { return false }
    if alternatives.isEmpty { return true }
    for alternative in alternatives {
      var all = true
      for requirement in alternative where !holds(requirement, record) { all = false }
      if all { return true }
    }
    return false
  }

  private func holds(_ requirement: (path: JSONPath, values: [String]), _ record: borrowing Record) -> Bool {
    if requirement.values.isEmpty { return record.has(requirement.path) }
    for value in record.strings(requirement.path) where requirement.values.contains(value) { return true }
    return false
  }

  /// The signals of the record for which the template was chosen, in the template's order.
  func signals(in record: borrowing Record) -> [String] {
    if alternatives.isEmpty { return [] }
    var result: [String] = []
    let present = record.strings(Paths.signals)
    for alternative in alternatives {
      for requirement in alternative where requirement.path == Paths.signals {
        result += requirement.values.filter { present.contains($0) }
      }
    }
    return result
  }
}
