/// The votes on one message, with the label that it ought to get.
public struct LabelledVotes: Sendable {
  /// What was cast.
  public let votes: Votes
  /// Its label.
  public let label: String
  /// Messages of one group never stand on both sides of a cross-validation: the conversation's id.
  public let group: String
  /// How much it counts beside the others.
  public let weight: Float

  /// Labelled votes.
  public init(_ votes: Votes, label: String, group: String, weight: Float = 1) {
    self.votes = votes
    self.label = label
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
  /// Votes that are cast in fewer examples are left out.
  public var minimum = 1

  /// A trainer.
  public init() {}

  /// The weights that fit the examples, which must bear at least two labels.
  public func train(_ examples: [LabelledVotes], name: String = "votes", about: String = "") -> VoteWeights {
    let regression = LogisticFit(
      labels: examples.map(\.label), weights: examples.map(\.weight), balance: balance, fit: fit)
    let names = names(examples)
    let places = Dictionary(uniqueKeysWithValues: zip(names, 0...))
    let rows = examples.map { example in
      FeatureVector(example.votes.compactMap { vote in places[vote.name].map { ($0, vote.strength) } })
    }
    let solution = regression.solution(rows, features: names.count, tolerance: 1e-4, passes: 1_000)
    let count = regression.labels.count
    let weights = VoteWeights(
      name: name, about: about, labels: regression.labels, bias: Array(solution[(names.count * count)...]),
      votes: names.enumerated().map { place, name in
        (name, Array(solution[place * count..<(place + 1) * count]))
      })
    return weights.rounded()
  }

  /// The votes that enough examples have, sorted.
  private func names(_ examples: [LabelledVotes]) -> [String] {
    var counts: [String: Int] = [:]
    for example in examples { for vote in example.votes { counts[vote.name, default: 0] += 1 } }
    return counts.filter { $0.value >= minimum }.map(\.key).sorted()
  }
}
