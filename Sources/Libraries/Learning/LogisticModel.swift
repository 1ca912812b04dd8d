import Glibc

/// A multinomial logistic regression over hashed features: for each label a weight a feature, and a bias.
public struct LogisticModel: Sendable {
  /// Its name, as it stands in evidence.
  public var name: String
  /// What it was trained on, for people.
  public var about: String
  /// The rule file whose hits are features too; nil: none.
  public var rules: String?
  /// The labels, sorted.
  public let labels: [String]
  /// Which features it looks at.
  public let spec: FeatureSpec
  /// Below this probability the answer is `unclear`.
  public var threshold: Float
  /// The buckets that it knows, ascending, with the inverse document frequency of each.
  let buckets: [UInt32]
  let rarity: [Float]
  /// `weights[feature * labels.count + label]`, and one bias a label.
  let weights: [Float]
  let bias: [Float]
  fileprivate let index: [Int32]
  /// One bit a bucket: whether it is known. Most are not, and the bits stay in the processor's cache where the index does
  /// not.
  private let known: [UInt64]

  init(
    name: String, about: String, rules: String?, labels: [String], spec: FeatureSpec, threshold: Float,
    buckets: [UInt32], rarity: [Float], weights: [Float], bias: [Float]
  ) {
    self.name = name
    self.about = about
    self.rules = rules
    self.labels = labels
    self.spec = spec
    self.threshold = threshold
    self.buckets = buckets
    self.rarity = rarity
    self.weights = weights
    self.bias = bias
    index = Self.index(buckets, bits: spec.bits)
    var known = [UInt64](repeating: 0, count: 1 << (spec.bits - 6))
    for bucket in buckets { known[Int(bucket >> 6)] |= 1 << UInt64(bucket & 63) }
    self.known = known
  }

  static func index(_ buckets: [UInt32], bits: Int) -> [Int32] {
    var index = [Int32](repeating: -1, count: 1 << bits)
    for (feature, bucket) in buckets.enumerated() { index[Int(bucket)] = Int32(feature) }
    return index
  }

  /// The probability of each label, in the order of `labels`.
  public func probabilities(of text: [UInt8], rules hits: [String] = []) -> [Float] {
    probabilities(vector(of: text, rules: hits))
  }

  /// The text's features that the model knows, scaled to length one.
  func vector(of text: [UInt8], rules hits: [String]) -> FeatureVector {
    var features: [Int32] = []
    features.reserveCapacity(text.count * 2)
    spec.each(WordText(text), rules: hits) { bucket, _, _ in
      if known[Int(bucket >> 6)] & 1 << UInt64(bucket & 63) != 0 { features.append(index[Int(bucket)]) }
    }
    RadixSort.sort(&features, below: buckets.count)
    return FeatureVector(sorted: features, rarity: rarity)
  }

  func probabilities(_ vector: FeatureVector) -> [Float] {
    var scores = bias
    vector.add(weights, to: &scores)
    Softmax.apply(&scores)
    return scores
  }
}

/// What a model sees of a text: known features by index, with values whose squares sum to one.
struct FeatureVector: Sendable {
  var features: [Int32] = []
  var values: [Float] = []

  /// Each value is (1 + ln count) times the feature's inverse document frequency, then all are scaled to length one.
  init(_ counts: [(bucket: UInt32, count: Int)], index: [Int32], rarity: [Float]) {
    for (bucket, count) in counts where index[Int(bucket)] >= 0 {
      append(index[Int(bucket)], count, rarity)
    }
    scale()
  }

  /// The same of known features in ascending order, each as often as it occurs.
  init(sorted found: [Int32], rarity: [Float]) {
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end] == found[start] { end += 1 }
      append(found[start], end - start, rarity)
      start = end
    }
    scale()
  }

  private mutating func append(_ feature: Int32, _ count: Int, _ rarity: [Float]) {
    features.append(feature)
    values.append((count == 1 ? 1 : 1 + log(Float(count))) * rarity[Int(feature)])
  }

  private mutating func scale() {
    let square = values.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return }
    let scale = 1 / square.squareRoot()
    for position in values.indices { values[position] *= scale }
  }

  /// Adds each value times the weights of its feature, of which there are as many as scores.
  func add(_ weights: [Float], to scores: inout [Float]) {
    let labels = scores.count
    precondition(features.allSatisfy { $0 >= 0 && (Int($0) + 1) * labels <= weights.count })
    // Bounds checks would cost half of the time. Sound: the rows of all features were just seen to lie within the weights.
    weights.withUnsafeBufferPointer { weights in
      scores.withUnsafeMutableBufferPointer { scores in
        for (feature, value) in zip(features, values) {
          let start = Int(feature) * labels
          for label in 0..<labels { scores[label] += value * weights[start + label] }
        }
      }
    }
  }
}

enum Softmax {
  /// Turns scores into probabilities in place.
  static func apply(_ scores: inout [Float]) {
    let top = scores.max() ?? 0
    var sum: Float = 0
    for index in scores.indices {
      scores[index] = exp(scores[index] - top)
      sum += scores[index]
    }
    for index in scores.indices { scores[index] /= sum }
  }
}

extension LogisticModel {
  /// The feature of a bucket; -1 when the model does not know it.
  func feature(_ bucket: UInt32) -> Int32 { index[Int(bucket)] }
}
