import Glibc

/// How much labelled examples count when rare labels are brought up to frequent ones.
enum LabelBalance {
  /// The examples' own weights, each times the average size of a label by the size of its own label, to the power of
  /// `balance`: 0 leaves them as they are, with 1 all labels weigh the same.
  static func importance(weights: [Float], classes: [Int], labels: Int, balance: Float) -> [Float] {
    guard balance > 0 else { return weights }
    var sizes = [Float](repeating: 0, count: labels)
    for (weight, label) in zip(weights, classes) { sizes[label] += weight }
    let even = sizes.reduce(0, +) / Float(labels)
    let shares = sizes.map { Float(pow(Double(even / $0), Double(balance))) }
    return zip(weights, classes).map { $0 * shares[$1] }
  }
}
