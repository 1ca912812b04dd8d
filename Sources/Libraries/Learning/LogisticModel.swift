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
  /// Below this probability the answer is `unclear`; with `positive`, from it on the answer is that label.
  public var threshold: Float
  /// The label that counts as yes when only yes and no are told apart.
  public var positive: String?
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
  public func probabilities(of text: SeenText) -> [Float] { probabilities(vector(of: text)) }

  /// The probability of each label for a text alone.
  public func probabilities(of text: [UInt8]) -> [Float] { probabilities(of: SeenText(text)) }

  /// The text's features that the model knows, scaled to length one.
  func vector(of text: SeenText) -> FeatureVector {
    FeatureVector(
      spec.kinds(of: text).map { kind in
        var features: [Int32] = []
        features.reserveCapacity(kind.buckets.count)
        for bucket in kind.buckets where known[Int(bucket >> 6)] & 1 << UInt64(bucket & 63) != 0 {
          features.append(index[Int(bucket)])
        }
        RadixSort.sort(&features, below: buckets.count)
        return (kind.weight, features)
      }, rarity: rarity)
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

  /// From known features by kind, ascending, each as often as it occurs. A value is (1 + ln count) times the feature's
  /// inverse document frequency; the values of each kind are scaled to the kind's weight, so that the many runs of letters
  /// don't drown the words, and then all to length one.
  init(_ kinds: [(weight: Float, features: [Int32])], rarity: [Float]) {
    var total: Float = 0
    for kind in kinds where !kind.features.isEmpty {
      let start = values.count
      append(sorted: kind.features, rarity)
      let square = values[start...].reduce(0) { $0 + $1 * $1 }
      let scale = kind.weight / square.squareRoot()
      for position in start..<values.count { values[position] *= scale }
      total += kind.weight * kind.weight
    }
    guard total > 0 else { return }
    let scale = 1 / total.squareRoot()
    for position in values.indices { values[position] *= scale }
  }

  private mutating func append(sorted found: [Int32], _ rarity: [Float]) {
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end] == found[start] { end += 1 }
      let count = end - start
      features.append(found[start])
      values.append((count == 1 ? 1 : 1 + log(Float(count))) * rarity[Int(found[start])])
      start = end
    }
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
