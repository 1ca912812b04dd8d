/// What was cast on one message: named numbers, such as 1 for a rule that holds; what is not there counts as 0.
public typealias Votes = [(name: String, strength: Float)]

/// What votes are worth: a logistic regression over named votes, so that rules and learned models are weighed against each
/// other by examples and not by hand (Wolpert, "Stacked generalization", 1992). It is multinomial where exactly one label
/// holds, and one regression a label where several may.
public struct VoteWeights: Sendable {
  /// Its name.
  public let name: String
  /// What it was trained on, for people.
  public let about: String
  /// The labels, sorted.
  public let labels: [String]
  /// Whether several labels may hold, or none, each judged for itself.
  public let several: Bool
  /// What stands for each label before anything was voted.
  let bias: [Float]
  /// What a vote of strength 1 adds for each label; the votes sorted by name.
  let votes: [(name: String, weights: [Float])]
  private let places: [String: Int]

  /// Weights that know no label yet.
  public static let unlearned = VoteWeights(name: "", about: "", labels: [], bias: [], votes: [])

  init(
    name: String, about: String, labels: [String], several: Bool = false, bias: [Float],
    votes: [(name: String, weights: [Float])]
  ) {
    self.name = name
    self.about = about
    self.labels = labels
    self.several = several
    self.bias = bias
    self.votes = votes
    places = Dictionary(votes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The natural logarithm of each label's probability, or where several may hold of the odds that it does, in the order of
  /// `labels`; a vote without weights says nothing.
  public func scores(of cast: Votes) -> [Float] {
    var scores = bias
    for vote in cast {
      guard let place = places[vote.name] else { continue }
      let weights = votes[place].weights
      for label in scores.indices { scores[label] += weights[label] * vote.strength }
    }
    guard !several else { return scores }
    let level = Softmax.level(scores)
    for label in scores.indices { scores[label] -= level }
    return scores
  }

  /// The weights with as many digits as a file holds, so that they judge now as they will when they are read.
  func rounded() -> VoteWeights {
    func rounded(_ weight: Float) -> Float { (weight * 1_000).rounded() / 1_000 }
    return VoteWeights(
      name: name, about: about, labels: labels, several: several, bias: bias.map(rounded),
      votes: votes.map { ($0.name, $0.weights.map(rounded)) })
  }

  /// Whether there are weights for a vote of that name.
  public func knows(_ vote: String) -> Bool { places[vote] != nil }

  /// What a vote of strength 1 adds for a label.
  public func worth(of vote: String, for label: Int) -> Float { places[vote].map { votes[$0].weights[label] } ?? 0 }

  /// The most probable label, or where several may hold those that are more probable than not.
  public func decide(_ cast: Votes) -> [String] {
    let scores = scores(of: cast)
    guard !several else { return scores.indices.filter { scores[$0] > 0 }.map { labels[$0] } }
    return [labels[scores.indices.max { scores[$0] < scores[$1] } ?? 0]]
  }
}
