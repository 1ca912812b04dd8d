/// Trains models of texts that decide as they will where they are used.
public struct DecisionTrainer: Sendable {
  /// The label that counts as yes when only yes and no are told apart; its threshold is tuned within the texts.
  public var positive: String?
  private let trainer: LogisticTrainer

  /// Models of texts by that trainer.
  public init(_ trainer: LogisticTrainer, positive: String? = nil) {
    self.trainer = trainer
    self.positive = positive
  }

  /// The model of the texts; for yes and no, with the threshold that serves the label `positive` best within them.
  public func train(_ texts: [LabelledText], name: String = "model", about: String = "") -> LogisticModel {
    var model = trainer.train(texts, name: name, about: about)
    guard let positive, model.labels.count == 2 else { return model }
    let parts = CrossValidation.divide(texts.map(\.group), into: 3, seed: 77)
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
