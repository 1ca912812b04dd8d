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
  /// The buckets that it knows, ascending, and how rare each is.
  let buckets: [UInt32]
  let rarity: [UInt8]
  /// A signed byte for each label of each feature, of which 127 stands for the label's scale; and one bias a label.
  let weights: [UInt8]
  let scales: [Float]
  let bias: [Float]
  let index: BucketIndex

  init(
    name: String, about: String, rules: String?, labels: [String], spec: FeatureSpec, threshold: Float,
    buckets: [UInt32], rarity: [UInt8], weights: [UInt8], scales: [Float], bias: [Float]
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
    self.scales = scales
    self.bias = bias
    index = BucketIndex(buckets, bits: spec.bits)
  }

  /// A model of what was learned, rounded to what a file holds: it judges now as it will when it is read.
  init(
    name: String, about: String, labels: [String], spec: FeatureSpec, buckets: [UInt32], rarity: [UInt8],
    rounding weights: ArraySlice<Float>, bias: ArraySlice<Float>
  ) {
    var scales = [Float](repeating: 0, count: labels.count)
    for (position, weight) in weights.enumerated() {
      scales[position % labels.count] = max(scales[position % labels.count], abs(weight))
    }
    let bytes = weights.enumerated().map { position, weight -> UInt8 in
      let scale = scales[position % labels.count]
      return UInt8(bitPattern: Int8(scale > 0 ? (weight / scale * 127).rounded() : 0))
    }
    self.init(
      name: name, about: about, rules: nil, labels: labels, spec: spec, threshold: 0, buckets: buckets, rarity: rarity,
      weights: bytes, scales: scales, bias: Array(bias))
  }

  /// The probability of each label, in the order of `labels`.
  public func probabilities(of text: SeenText) -> [Float] { probabilities(vector(of: text)) }

  /// The probability of each label for a text alone.
  public func probabilities(of text: [UInt8]) -> [Float] { probabilities(of: SeenText(text)) }

  /// The text's features that the model knows, scaled to length one: all that it sees of the text.
  public func vector(of text: SeenText) -> FeatureVector {
    FeatureVector(spec.kinds(of: text).map { ($0.weight, index.features($0.buckets)) }, rarity: rarity)
  }

  /// The probability of each label of a text of which the model knows that.
  public func probabilities(_ vector: FeatureVector) -> [Float] {
    var scores = bias
    for start in stride(from: 0, to: labels.count, by: 8) {
      let sum = sum(vector, start)
      for label in start..<min(start + 8, labels.count) { scores[label] += sum[label - start] * scales[label] / 127 }
    }
    Softmax.apply(&scores)
    return scores
  }

  /// The sum of the vector's features, each times the bytes of eight labels; what stands behind the last label means
  /// nothing.
  private func sum(_ vector: FeatureVector, _ start: Int) -> SIMD8<Float> {
    let bytes = weights.span.bytes
    var sum = SIMD8<Float>.zero
    for (feature, value) in zip(vector.features, vector.values) {
      let at = Int(feature) * labels.count + start
      // Sound: any eight bytes are eight numbers, and the span knows its bounds.
      let eight =
        at + 8 <= bytes.byteCount ? bytes.unsafeLoadUnaligned(fromByteOffset: at, as: SIMD8<Int8>.self) : last(from: at)
      sum += SIMD8<Float>(eight) * value
    }
    return sum
  }

  private func last(from start: Int) -> SIMD8<Int8> {
    var eight = SIMD8<Int8>.zero
    for at in start..<weights.count { eight[at - start] = Int8(bitPattern: weights[at]) }
    return eight
  }

  /// The weight of a label for a feature.
  func weight(_ feature: Int32, _ label: Int) -> Float {
    Float(Int8(bitPattern: weights[Int(feature) * labels.count + label])) / 127 * scales[label]
  }
}

/// How rare a feature is: its inverse document frequency, ln((1 + texts) / (1 + texts with it)) + 1, in twentieths.
enum Rarity {
  static func of(_ frequency: Int, among texts: Int) -> UInt8 {
    // In double precision, whose variants on different processors don't differ by as much as rounding notices.
    UInt8(min(255, ((log(Double(1 + texts) / Double(1 + frequency)) + 1) * 20).rounded()))
  }
}

/// What a model sees of a text: known features by index, with values; those of words have squares that sum to one.
public struct FeatureVector: Sendable {
  var features: [Int32] = []
  var values: [Float] = []

  /// Whether nothing of the text was in the examples, so that its label would only be the most frequent one.
  public var isEmpty: Bool { features.isEmpty }

  /// From features with the values that they are to have.
  init(_ pairs: [(feature: Int, value: Float)]) {
    features = pairs.map { Int32($0.feature) }
    values = pairs.map(\.value)
  }

  /// From known features by kind, ascending, each as often as it occurs. A value is (1 + ln count) times the feature's
  /// inverse document frequency; the values of each kind are scaled to the kind's weight, so that the many runs of letters
  /// don't drown the words, and then all to length one.
  init(_ kinds: [(weight: Float, features: [Int32])], rarity: [UInt8]) {
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

  private mutating func append(sorted found: [Int32], _ rarity: [UInt8]) {
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end] == found[start] { end += 1 }
      let count = end - start
      features.append(found[start])
      values.append((count == 1 ? 1 : 1 + Float(log(Double(count)))) * Float(rarity[Int(found[start])]))
      start = end
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

  /// What to subtract from each score to have the logarithm of its probability.
  static func level(_ scores: [Float]) -> Float {
    let top = scores.max() ?? 0
    return top + log(scores.reduce(0) { $0 + exp($1 - top) })
  }
}
