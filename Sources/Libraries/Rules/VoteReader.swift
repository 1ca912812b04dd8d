import JSONLines
import Learning

/// Collects labelled votes for a scalar or a list, as `classify --votes` wrote them to conversations, to messages within
/// them, or to messages alone.
public struct VoteReader: Sendable {
  /// The labelled votes so far.
  public private(set) var examples: [LabelledVotes] = []
  /// The corrections, which know those that no votes bore.
  public private(set) var corrections: Corrections
  private let name: String
  private let several: Bool

  /// Collects the votes for a scalar, or, where several labels may hold, for a list.
  public init(_ corrections: Corrections = Corrections(), of name: String, several: Bool = false) {
    self.corrections = corrections
    self.name = name
    self.several = several
  }

  /// Takes the votes of a record that bear a label.
  public mutating func read(_ record: Record) {
    let group = record.exampleGroup ?? "\(examples.count)"
    add(record, group: group)
    for message in Subject.messages(of: record) { if let message { add(message, group: group) } }
  }

  private mutating func add(_ record: Record, group: String) {
    guard let cast = record.json("votes")?[name]?.object, let labels = labels(of: record) else { return }
    let votes = cast.members.compactMap { name, strength in
      strength.double.flatMap { abs($0) < 1e6 ? (name: name, strength: Float($0)) : nil }
    }
    examples.append(LabelledVotes(votes, labels: labels, group: group, weight: record.exampleWeight))
  }

  private mutating func labels(of record: Record) -> [String]? {
    several ? corrections.labels(of: record) : corrections.label(of: record).map { [$0] }
  }
}
