import Glibc

/// A fit of labelled rows of numbers by a logistic regression: what learning from texts and learning from votes share.
struct LogisticFit {
  /// The labels that the examples bear, sorted.
  let labels: [String]
  private let classes: [Int]
  private let importance: [Float]

  /// Examples by their labels and weights, times `fit`, the inverse strength of the regularisation. Each counts its own
  /// weight, times the average size of a label by the size of its own label, to the power of `balance`: 0 leaves the weights
  /// as they are, with 1 all labels weigh the same.
  init(labels borne: [String], weights: [Float], balance: Float, fit: Float) {
    let labels = Set(borne).sorted()
    let classes = borne.map { labels.firstIndex(of: $0) ?? 0 }
    self.labels = labels
    self.classes = classes
    importance = Self.balanced(weights, classes, labels: labels.count, balance).map { $0 * fit }
  }

  /// The weights of the rows, whose features lie below that number: for each feature a number for each label, and at last
  /// the biases.
  func solution(_ rows: [FeatureVector], features: Int, tolerance: Double, passes: Int) -> [Float] {
    var ascent = DualAscent(
      texts: rows, classes: classes, importance: importance, labels: labels.count, features: features)
    return ascent.minimise(tolerance: tolerance, passes: passes)
  }

  private static func balanced(_ weights: [Float], _ classes: [Int], labels: Int, _ balance: Float) -> [Float] {
    guard balance > 0 else { return weights }
    var sizes = [Float](repeating: 0, count: labels)
    for (weight, label) in zip(weights, classes) { sizes[label] += weight }
    let even = sizes.reduce(0, +) / Float(labels)
    let shares = sizes.map { Float(pow(Double(even / $0), Double(balance))) }
    return zip(weights, classes).map { $0 * shares[$1] }
  }
}
