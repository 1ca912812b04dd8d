/// How well a trainer would judge examples that it has not seen: every group is judged once a round by what was learned
/// without it.
public struct CrossValidation: Sendable {
  /// One judged example.
  public struct Verdict: Sendable {
    /// Its place among the examples.
    public let example: Int
    /// The labels that it is given; one, which may be `unclear`, where exactly one label holds.
    public let judged: Set<String>
  }

  /// Into how many parts the groups are divided.
  public var folds = 5
  /// How often that is done, each time divided anew.
  public var rounds = 1

  /// A cross-validation.
  public init() {}

  /// The verdicts of each round, over examples that `group` keeps together; `learn` gives what judges as the known ones are
  /// labelled.
  public func run<Example>(
    _ examples: [Example], labels: (Example) -> Set<String>, group: (Example) -> String,
    learn: ([Example]) -> (Example) -> Set<String>
  ) -> [[Verdict]] {
    (0..<rounds).map { round in
      let parts = Self.divide(examples.map(group), into: folds, seed: UInt64(round))
      var verdicts: [Verdict] = []
      for part in 0..<folds {
        let known = examples.indices.filter { parts[$0] != part }.map { examples[$0] }
        guard Set(known.flatMap(labels)).count > 1 else { continue }
        let judge = learn(known)
        for place in examples.indices where parts[place] == part {
          verdicts.append(Verdict(example: place, judged: judge(examples[place])))
        }
      }
      return verdicts
    }
  }

  /// The part of each example by its group: groups in a shuffled order, dealt out in turn.
  static func divide(_ groups: [String], into folds: Int, seed: UInt64) -> [Int] {
    var order = Array(Set(groups)).sorted()
    var shuffle = Shuffle(seed: seed)
    shuffle.apply(to: &order)
    let part = Dictionary(order.enumerated().map { ($1, $0 % folds) }, uniquingKeysWith: { first, _ in first })
    return groups.map { part[$0] ?? 0 }
  }
}
