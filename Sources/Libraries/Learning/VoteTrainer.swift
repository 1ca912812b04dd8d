/// The votes on one message or conversation, with the label that it ought to get, or the labels.
public struct LabelledVotes: Sendable {
  /// What was cast.
  public let votes: Votes
  /// Its label; where several may hold, all that do.
  public let labels: [String]
  /// Examples of one group never stand on both sides of a cross-validation: the conversation's id.
  public let group: String
  /// How much it counts beside the others.
  public let weight: Float

  /// Labelled votes.
  public init(_ votes: Votes, labels: [String], group: String, weight: Float = 1) {
    self.votes = votes
    self.labels = labels
    self.group = group
    self.weight = weight
  }
}

/// Learns what votes are worth: the same examples in the same order give the same weights.
///
/// Where learned models vote, they must not have been trained on the examples, or they would be trusted too much.
public struct VoteTrainer: Sendable {
  /// The inverse strength of the regularisation: the larger, the closer to the examples.
  public var fit: Float = 1
  /// How far rare labels are brought up to frequent ones: 0 not at all, 1 until all labels weigh the same.
  public var balance: Float = 0
  /// Whether several labels may hold, so that each is learned for itself.
  public var several = false
  /// Votes that are cast in fewer examples are left out.
  public var minimum = 1

  /// The odds, as a natural logarithm, of a label that all examples bear.
  private static let certain: Float = 10

  /// A trainer.
  public init() {}

  /// The weights that fit the examples, which must bear at least two labels.
  public func train(_ examples: [LabelledVotes], name: String = "votes", about: String = "") -> VoteWeights {
    let names = names(examples)
    let places = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    let rows = examples.map { example in
      FeatureVector(example.votes.compactMap { vote in places[vote.name].map { ($0, vote.strength) } })
    }
    let (labels, columns) = several ? each(examples, rows, names.count) : one(examples, rows, names.count)
    let weights = VoteWeights(
      name: name, about: about, labels: labels, several: several, bias: columns.map { $0[names.count] },
      votes: names.enumerated().map { place, name in (name, columns.map { $0[place] }) })
    return weights.rounded()
  }

  /// The labels, and for each what the votes add for it, its bias at the end: one label holds of each example.
  private func one(_ examples: [LabelledVotes], _ rows: [FeatureVector], _ votes: Int) -> ([String], [[Float]]) {
    let (labels, solution) = solution(examples, rows, votes, examples.map { $0.labels.first ?? "" })
    let columns = labels.indices.map { label in (0...votes).map { solution[$0 * labels.count + label] } }
    return (labels, columns)
  }

  /// The same where any number of them may hold: what the votes add to the odds that it does.
  private func each(_ examples: [LabelledVotes], _ rows: [FeatureVector], _ votes: Int) -> ([String], [[Float]]) {
    let labels = Set(examples.flatMap(\.labels)).sorted()
    let columns = labels.map { label in
      let (sides, solution) = solution(examples, rows, votes, examples.map { $0.labels.contains(label) ? "yes" : "no" })
      guard sides.count == 2 else { return [Float](repeating: 0, count: votes) + [Self.certain] }
      return (0...votes).map { solution[$0 * 2 + 1] - solution[$0 * 2] }
    }
    return (labels, columns)
  }

  private func solution(
    _ examples: [LabelledVotes], _ rows: [FeatureVector], _ votes: Int, _ borne: [String]
  ) -> ([String], [Float]) {
    let regression = LogisticFit(labels: borne, weights: examples.map(\.weight), balance: balance, fit: fit)
    return (regression.labels, regression.solution(rows, features: votes, tolerance: 1e-4, passes: 1_000))
  }

  /// The votes that enough examples have, sorted.
  private func names(_ examples: [LabelledVotes]) -> [String] {
    var counts: [String: Int] = [:]
    for example in examples { for vote in example.votes { counts[vote.name, default: 0] += 1 } }
    return counts.filter { $0.value >= minimum }.map(\.key).sorted()
  }
}
