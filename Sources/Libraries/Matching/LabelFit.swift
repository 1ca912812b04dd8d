import Glibc

/// A pair of which a person has said whether it is one entity.
public struct LabelledPair: Sendable {
  /// Bits of each comparison, one after the other; the rest of the weight (prior, ties, rarity) behind them.
  let parts: [Double]
  let isOne: Bool

  /// A pair whose comparisons add `parts` and whose weight has `rest` beside them, in bits.
  public init(parts: [Float], rest: Float, isOne: Bool) {
    self.parts = parts.map(Double.init) + [Double(rest)]
    self.isOne = isOne
  }
}

/// Refines weights by a few labels: how much each comparison counts is fitted by logistic regression, held to what the
/// data taught without labels by a penalty on every step away from it.
public enum LabelFit {
  /// How strongly the factor of each comparison is held to 1, and the prior to where it is: labels are few, and drawn
  /// where the weights are in doubt.
  private static let hold = 60.0
  private static let priorHold = 1.0

  /// The factors of the comparisons, and the bits that are added to the prior.
  public static func fit(_ pairs: [LabelledPair]) -> (scales: [Float], prior: Float) {
    guard let count = pairs.first.map({ $0.parts.count - 1 }) else { return ([], 0) }
    var factors = [Double](repeating: 1, count: count)
    var shift = 0.0
    // Gradient steps on a convex function; the rate is bounded by the curvature of the data.
    let curvature = pairs.reduce(0.0) { $0 + $1.parts.dropLast().reduce(1) { $0 + $1 * $1 } } / 4 + hold
    for _ in 0..<2000 {
      var gradient = factors.map { hold * ($0 - 1) }
      var shiftGradient = priorHold * shift
      for pair in pairs {
        let weight = pair.parts[count] + shift + (0..<count).reduce(0) { $0 + factors[$1] * pair.parts[$1] }
        let error = 1 / (1 + exp2(-weight)) - (pair.isOne ? 1 : 0)
        for index in 0..<count { gradient[index] += error * pair.parts[index] }
        shiftGradient += error
      }
      for index in 0..<count { factors[index] = min(3, max(0.1, factors[index] - gradient[index] / curvature)) }
      shift -= shiftGradient / curvature
    }
    return (factors.map { Float($0) }, Float(shift))
  }
}
