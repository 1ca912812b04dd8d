/// One labelled text.
public struct LabelledText: Sendable {
  /// The text, with what stands around it and the rules that hold.
  public let seen: SeenText
  /// Its label.
  public let label: String
  /// Texts of one group never stand on both sides of a cross-validation: the conversation's id.
  public let group: String
  /// How much it counts beside the others.
  public let weight: Float

  /// A labelled text.
  public init(_ seen: SeenText, label: String, group: String, weight: Float = 1) {
    self.seen = seen
    self.label = label
    self.group = group
    self.weight = weight
  }
}

/// Trains a logistic regression: the same texts in the same order give the same model.
public struct LogisticTrainer: Sendable {
  /// Which features are looked at.
  public var spec: FeatureSpec
  /// The inverse strength of the regularisation: the larger, the closer to the training texts.
  public var fit: Float = 10
  /// Features that occur in fewer texts are left out.
  public var minimum = 1
  /// Training ends when the loss lies above its minimum by no more than this share of it: with ten times as much, two
  /// judgements of a thousand changed by going on, with this one none.
  public var tolerance = 1e-4
  /// The most passes over the texts; training should come to rest before, within 50 for 25 labels and 25,000 texts.
  public var passes = 200
  /// How far rare labels are brought up to frequent ones: 0 not at all, 1 until all labels weigh the same.
  public var balance: Float = 1

  /// A trainer for these features.
  public init(spec: FeatureSpec = FeatureSpec()) { self.spec = spec }

  /// The model of the texts, which must bear at least two labels.
  public func train(_ texts: [LabelledText], name: String = "model", about: String = "") -> LogisticModel {
    let regression = LogisticFit(
      labels: texts.map(\.label), weights: texts.map(\.weight), balance: balance, fit: fit)
    let kinds = texts.map { spec.kinds(of: $0.seen) }
    let (buckets, rarity) = vocabulary(kinds)
    let index = BucketIndex(buckets, bits: spec.bits)
    let rows = kinds.map { FeatureVector($0.map { ($0.weight, index.features($0.buckets)) }, rarity: rarity) }
    let solution = regression.solution(rows, features: buckets.count, tolerance: tolerance, passes: passes)
    let cut = buckets.count * regression.labels.count
    return LogisticModel(
      name: name, about: about, labels: regression.labels, spec: spec, buckets: buckets, rarity: rarity,
      rounding: solution[..<cut], bias: solution[cut...])
  }

  /// The buckets that occur in enough texts, ascending, and how rare each is.
  private func vocabulary(_ texts: [[FeatureSpec.Kind]]) -> ([UInt32], [UInt8]) {
    var frequency = [Int32](repeating: 0, count: 1 << spec.bits)
    var last = [Int32](repeating: -1, count: 1 << spec.bits)
    for (text, kinds) in texts.enumerated() {
      for bucket in kinds.lazy.map(\.buckets).joined() where last[Int(bucket)] != text {
        last[Int(bucket)] = Int32(text)
        frequency[Int(bucket)] += 1
      }
    }
    let buckets = frequency.indices.filter { frequency[$0] >= Int32(minimum) }
    return (buckets.map { UInt32($0) }, buckets.map { Rarity.of(Int(frequency[$0]), among: texts.count) })
  }
}
