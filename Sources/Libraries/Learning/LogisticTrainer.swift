import Glibc

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
  /// The most steps of the optimiser: it should come to rest before, as a model of half the way hangs on a few lines.
  public var steps = 400
  /// How far rare labels are brought up to frequent ones: 0 not at all, 1 until all labels weigh the same.
  public var balance: Float = 1

  /// A trainer for these features.
  public init(spec: FeatureSpec = FeatureSpec()) { self.spec = spec }

  /// The model of the texts, which must bear at least two labels.
  public func train(_ texts: [LabelledText], name: String = "model", about: String = "") -> LogisticModel {
    let labels = Set(texts.map(\.label)).sorted()
    let kinds = texts.map { spec.kinds(of: $0.seen) }
    let (buckets, rarity) = vocabulary(kinds)
    let index = LogisticModel.index(buckets, bits: spec.bits)
    let rows = kinds.map { kinds in
      FeatureVector(
        kinds.map { ($0.weight, $0.buckets.compactMap { index[Int($0)] >= 0 ? index[Int($0)] : nil }.sorted()) },
        rarity: rarity)
    }
    let classes = texts.map { text in labels.firstIndex(of: text.label) ?? 0 }
    let problem = LogisticProblem(
      rows: rows, classes: classes, importance: importance(of: texts, classes, labels: labels.count),
      labels: labels.count, features: buckets.count, fit: fit)
    let solution = LBFGS.minimise(problem, steps: steps)
    let cut = buckets.count * labels.count
    return LogisticModel(
      name: name, about: about, rules: nil, labels: labels, spec: spec, threshold: 0, buckets: buckets, rarity: rarity,
      weights: Array(solution[..<cut]), bias: Array(solution[cut...]))
  }

  /// How much each text counts: its own weight and, as far as labels are balanced, the more the rarer its label.
  private func importance(of texts: [LabelledText], _ classes: [Int], labels: Int) -> [Float] {
    guard balance > 0 else { return texts.map(\.weight) }
    var sizes = [Float](repeating: 0, count: labels)
    for (text, label) in zip(texts, classes) { sizes[label] += text.weight }
    let even = sizes.reduce(0, +) / Float(labels)
    let shares = sizes.map { pow(even / $0, balance) }
    return zip(texts, classes).map { $0.weight * shares[$1] }
  }

  /// The buckets that occur often enough, with ln((1 + texts) / (1 + texts with it)) + 1.
  private func vocabulary(_ texts: [[FeatureSpec.Kind]]) -> ([UInt32], [Float]) {
    var frequency = [Int32](repeating: 0, count: 1 << spec.bits)
    for kind in texts.joined() { for (bucket, _) in FeatureSpec.counted(kind.buckets) { frequency[Int(bucket)] += 1 } }
    let buckets = frequency.indices.filter { frequency[$0] >= Int32(minimum) }
    let rarity = buckets.map { log(Float(1 + texts.count) / Float(1 + frequency[$0])) + 1 }
    return (buckets.map { UInt32($0) }, rarity)
  }
}

/// The regularised loss of a logistic regression: half the square of the weights (not of the biases) and `fit` times the
/// cross entropy of each text by its importance.
struct LogisticProblem {
  let rows: [FeatureVector]
  let classes: [Int]
  let importance: [Float]
  let labels: Int
  let features: Int
  let fit: Float

  /// How many parameters there are: the weights, feature by feature, and then the biases.
  var size: Int { (features + 1) * labels }

  /// The loss at `point`; writes its gradient.
  func loss(_ point: [Float], _ gradient: inout [Float]) -> Double {
    var total = 0.0
    let cut = features * labels
    for index in 0..<cut {
      gradient[index] = point[index]
      total += Double(point[index] * point[index])
    }
    for index in cut..<size { gradient[index] = 0 }
    total /= 2
    var scores = [Float](repeating: 0, count: labels)
    for row in rows.indices {
      for label in 0..<labels { scores[label] = point[cut + label] }
      rows[row].add(point, to: &scores)
      Softmax.apply(&scores)
      let weight = importance[row] * fit
      total -= Double(weight * log(max(scores[classes[row]], 1e-30)))
      for label in 0..<labels { scores[label] *= weight }
      scores[classes[row]] -= weight
      Self.spread(rows[row], scores, labels, &gradient)
      for label in 0..<labels { gradient[cut + label] += scores[label] }
    }
    return total
  }

  // The loop runs over buffers: bounds checks would cost half of the training time. Sound: features come from the index
  // that was built for `features`, so that every offset lies below `size`.
  private static func spread(_ row: FeatureVector, _ errors: [Float], _ labels: Int, _ gradient: inout [Float]) {
    gradient.withUnsafeMutableBufferPointer { gradient in
      errors.withUnsafeBufferPointer { errors in
        for (feature, value) in zip(row.features, row.values) {
          let start = Int(feature) * labels
          for label in 0..<labels { gradient[start + label] += value * errors[label] }
        }
      }
    }
  }
}
