import JSONLines
import Learning

/// Collects labelled texts for a learned model: records with `text` and `label`, or records whose id a correction names;
/// of a conversation, its messages.
public struct ExampleReader {
  /// The labelled texts so far.
  public private(set) var texts: [LabelledText] = []
  /// The corrections, which know those that no text bore.
  public private(set) var corrections: Corrections
  private let rules: RuleFile?
  private let context: Bool

  /// Collects texts, with the names of the rules that hold of each when rules are given, and, for a model that looks at
  /// the context, with what was written before and after.
  public init(_ corrections: Corrections = Corrections(), rules: RuleFile? = nil, context: Bool = false) {
    self.corrections = corrections
    self.rules = rules
    self.context = context
  }

  /// Takes the texts of a record that bear a label.
  public mutating func read(_ record: Record) {
    let group = record.exampleGroup ?? "\(texts.count)"
    add(
      record, group: group, before: Array((record.string("before") ?? "").utf8),
      after: Array((record.string("after") ?? "").utf8))
    let all = Subject.messages(of: record)
    for (place, message) in all.enumerated() {
      guard let message else { continue }
      let (before, after) = context ? Subject.neighbours(of: place, in: all) : ([], [])
      add(message, group: group, before: before, after: after)
    }
  }

  private mutating func add(_ record: Record, group: String, before: [UInt8], after: [UInt8]) {
    guard record.has("text"), let label = corrections.label(of: record) else { return }
    texts.append(
      LabelledText(
        SeenText(
          Subject.newWords(of: record), before: before, after: after, rules: rules?.hits(on: record) ?? []),
        label: label, group: group, weight: record.exampleWeight))
  }
}

extension Record {
  /// What a labelled record must not be parted from when examples are divided: its conversation, or itself.
  var exampleGroup: String? { string("conversation_id") ?? string("group") ?? string("id") }

  /// How much a labelled record counts, within what training can bear; 1 when it does not say.
  var exampleWeight: Float {
    guard let weight = double("weight"), (0.001...1000).contains(weight) else { return 1 }
    return Float(weight)
  }
}

extension RuleFile {
  /// The names of the rules that hold of a message, each once, in order.
  public func hits(on record: Record) -> [String] {
    let subject = Subject.of(record, rules: self, today: Subject.asOf(record) ?? 0)
    var names: [String] = []
    for rule in rules where !names.contains(rule.name) {
      var unused: [Labels.Evidence] = []
      if holds(rule, subject, &unused) { names.append(rule.name) }
    }
    return names
  }
}
