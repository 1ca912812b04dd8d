import JSONLines
import Learning

/// Collects labelled texts for a learned model: records with `text` and `label`, or records whose id a correction names;
/// of a conversation, its messages.
public struct ExampleReader {
  /// The labelled texts so far.
  public private(set) var texts: [LabelledText] = []
  private var labels: [String: String] = [:]
  private let rules: RuleFile?

  /// Collects texts, with the names of the rules that hold of each when rules are given.
  public init(rules: RuleFile? = nil) { self.rules = rules }

  /// Takes a correction: `{"id":…,"label":…}`. The last one of an id counts.
  public mutating func correct(_ record: Record) throws {
    guard let id = record.string("id"), let label = record.string("label") else { return }
    labels[id] = label
  }

  /// Takes the texts of a record that bear a label.
  public mutating func read(_ record: Record) {
    let group = record.string("conversation_id") ?? record.string("group") ?? record.string("id") ?? "\(texts.count)"
    add(record, group: group)
    for case let message? in Subject.messages(of: record) { add(message, group: group) }
  }

  private mutating func add(_ record: Record, group: String) {
    guard let label = record.string("id").flatMap({ labels[$0] }) ?? record.string("label") else { return }
    guard record.has("text") else { return }
    texts.append(
      LabelledText(
        text: Subject.newWords(of: record), label: label, group: group, rules: rules?.hits(on: record) ?? []))
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
