/// How well a trainer would judge texts that it has not seen: every group is judged once a round by a model that was
/// trained without it.
public struct CrossValidation: Sendable {
  /// One judged text.
  public struct Verdict: Sendable {
    /// Its place among the texts.
    public let text: Int
    /// What the model says, which may be `unclear`.
    public let judged: String
  }

  /// Into how many parts the groups are divided.
  public var folds = 5
  /// How often that is done, each time divided anew.
  public var rounds = 1
  /// The label that counts as yes when only yes and no are told apart; its threshold is tuned within the training part.
  public var positive: String?
  private let trainer: LogisticTrainer

  /// A cross-validation, of models of texts by that trainer.
  public init(_ trainer: LogisticTrainer = LogisticTrainer()) { self.trainer = trainer }

  /// The verdicts of each round.
  public func run(_ texts: [LabelledText]) -> [[Verdict]] {
    run(texts, label: \.label, group: \.group) { known in
      let model = tuned(known)
      return { judge($0, by: model) }
    }
  }

  /// The verdicts of each round over examples of any kind; `learn` gives what judges as the known ones are labelled.
  public func run<Example>(
    _ examples: [Example], label: (Example) -> String, group: (Example) -> String,
    learn: ([Example]) -> (Example) -> String
  ) -> [[Verdict]] {
    (0..<rounds).map { round in
      let parts = Self.divide(examples.map(group), into: folds, seed: UInt64(round))
      var verdicts: [Verdict] = []
      for part in 0..<folds {
        let known = examples.indices.filter { parts[$0] != part }.map { examples[$0] }
        guard Set(known.map(label)).count > 1 else { continue }
        let judge = learn(known)
        for place in examples.indices where parts[place] == part {
          verdicts.append(Verdict(text: place, judged: judge(examples[place])))
        }
      }
      return verdicts
    }
  }

  /// The model of the texts; for yes and no, with the threshold that serves the label `positive` best within them.
  public func tuned(_ texts: [LabelledText], name: String = "model", about: String = "") -> LogisticModel {
    var model = trainer.train(texts, name: name, about: about)
    guard let positive, model.labels.count == 2 else { return model }
    let parts = Self.divide(texts.map(\.group), into: 3, seed: 77)
    var chances: [(chance: Float, isYes: Bool)] = []
    for part in 0..<3 {
      let inner = trainer.train(texts.indices.filter { parts[$0] != part }.map { texts[$0] })
      guard let column = inner.labels.firstIndex(of: positive) else { continue }
      for place in texts.indices where parts[place] == part {
        let text = texts[place]
        chances.append((inner.probabilities(of: text.seen)[column], text.label == positive))
      }
    }
    model.threshold = Self.bestThreshold(chances)
    model.positive = positive
    return model
  }

  /// What the model makes of a text: for yes and no, yes from the threshold on; else the best label, or `unclear`.
  public func judge(_ text: LabelledText, by model: LogisticModel) -> String {
    model.decide(model.probabilities(of: text.seen))?.label ?? "unclear"
  }

  /// The part of each example by its group: groups in a shuffled order, dealt out in turn.
  static func divide(_ groups: [String], into folds: Int, seed: UInt64) -> [Int] {
    var order = Array(Set(groups)).sorted()
    var shuffle = Shuffle(seed: seed)
    shuffle.apply(to: &order)
    let part = Dictionary(order.enumerated().map { ($1, $0 % folds) }, uniquingKeysWith: { first, _ in first })
    return groups.map { part[$0] ?? 0 }
  }

  /// The threshold with the best F1 of yes, in steps of one hundredth.
  static func bestThreshold(_ chances: [(chance: Float, isYes: Bool)]) -> Float {
    var best: (f1: Double, threshold: Float) = (-1, 0.5)
    for step in 20...70 {
      let threshold = Float(step) / 100
      let right = chances.count { $0.chance >= threshold && $0.isYes }
      let wrong = chances.count { ($0.chance >= threshold) != $0.isYes }
      let f1 = Double(2 * right) / Double(max(1, 2 * right + wrong))
      if f1 > best.f1 { best = (f1, threshold) }
    }
    return best.threshold
  }
}
