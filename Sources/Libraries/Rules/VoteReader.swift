import JSONLines
import Learning

/// Collects labelled votes for a scalar, as `classify --votes` wrote them to messages alone or within conversations.
public struct VoteReader: Sendable {
  /// The labelled votes so far.
  public private(set) var examples: [LabelledVotes] = []
  /// The corrections, which know those that no votes bore.
  public private(set) var corrections: Corrections
  private let scalar: String

  /// Collects the votes for a scalar.
  public init(_ corrections: Corrections = Corrections(), scalar: String) {
    self.corrections = corrections
    self.scalar = scalar
  }

  /// Takes the votes of a record that bear a label.
  public mutating func read(_ record: Record) {
    let group = record.exampleGroup ?? "\(examples.count)"
    add(record, group: group)
    for message in Subject.messages(of: record) { if let message { add(message, group: group) } }
  }

  private mutating func add(_ record: Record, group: String) {
    guard let cast = record.json("votes")?[scalar]?.object, let label = corrections.label(of: record) else { return }
    let votes = cast.members.compactMap { name, strength in
      strength.double.flatMap { abs($0) < 1e6 ? (name: name, strength: Float($0)) : nil }
    }
    examples.append(LabelledVotes(votes, label: label, group: group, weight: record.exampleWeight))
  }
}
