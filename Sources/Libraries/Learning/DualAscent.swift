import Glibc

/// Fits a multinomial logistic regression by ascending its dual problem text by text (Yu, Huang and Lin, "Dual coordinate
/// descent methods for logistic regression and maximum entropy models", 2011; Shalev-Shwartz and Zhang, "Stochastic dual
/// coordinate ascent", 2013).
///
/// The loss is half the square of all weights plus the cross entropy of each text times its importance. At its minimum
/// the weights are a sum over the texts: each adds `importance * (own label - chances)` times its features, where the
/// chances are what the model gives to its labels. So chances are kept for each text, with the weights that follow from
/// them. A visit of a text sets its chances to the best ones while those of the others stay, which is an equation in one
/// unknown, and mends the weights. Kept and given chances draw near; how far apart they still are, as Kullback-Leibler
/// divergences times importance, is the most that the loss can still fall by (the duality gap).
///
/// The bias of a label is the weight of a feature that each text has with the value 1.
struct DualAscent {
  private typealias Eight = VectorMath.Eight

  private let texts: [FeatureVector]
  private let classes: [Int]
  private let importance: [Float]
  /// The sum of the squares of each text's values and of the bias's 1.
  private let squares: [Float]
  private let labels: Int
  private let features: Int
  /// How many vectors of eight hold a number for each label.
  private let width: Int
  /// What is added to the scores: nothing, and to the lanes beyond the last label so little that they never count.
  private let mask: [Eight]
  /// The weights, `width` vectors a feature, and at last the biases.
  private var weights: [Eight]
  /// The kept chances, `width` vectors a text, and the sum of each p ln p.
  private var chances: [Eight]
  private var orders: [Float]

  /// A problem; `features` of each text lie below that number.
  init(texts: [FeatureVector], classes: [Int], importance: [Float], labels: Int, features: Int) {
    self.texts = texts
    self.classes = classes
    self.importance = importance
    squares = texts.map { $0.values.reduce(1) { $0 + $1 * $1 } }
    self.labels = labels
    self.features = features
    width = (labels + 7) / 8
    var mask = [Eight](repeating: .zero, count: width)
    for lane in labels..<width * 8 { mask[lane / 8][lane % 8] = -1e4 }
    self.mask = mask
    weights = [Eight](repeating: .zero, count: (features + 1) * width)
    chances = [Eight](repeating: .zero, count: texts.count * width)
    for (text, label) in classes.enumerated() { chances[text * width + label / 8][label % 8] = 1 }
    orders = [Float](repeating: 0, count: texts.count)
  }

  /// The weights, feature by feature, and then the biases, when the loss can fall by no more than `tolerance` of it, or
  /// after so many passes over the texts.
  mutating func minimise(tolerance: Double, passes: Int) -> [Float] {
    var order = Array(texts.indices)
    var shuffle = Shuffle(seed: 1)
    var scores = [Eight](repeating: .zero, count: width)
    for _ in 0..<passes {
      shuffle.apply(to: &order)
      var sum = Progress()
      for text in order where importance[text] > 0 { visit(text, &scores, &sum) }
      if sum.gap <= tolerance * sum.loss { break }
    }
    return unpadded()
  }

  private func unpadded() -> [Float] {
    var numbers: [Float] = []
    numbers.reserveCapacity((features + 1) * labels)
    for feature in 0...features {
      for label in 0..<labels { numbers.append(weights[feature * width + label / 8][label % 8]) }
    }
    return numbers
  }

  /// The loss, and how much of it can still fall, both as each text saw them when it was visited.
  private struct Progress {
    var loss = 0.0
    var gap = 0.0
  }

  private mutating func visit(_ text: Int, _ scores: inout [Eight], _ sum: inout Progress) {
    add(texts[text], to: &scores)
    let level = Self.logSumExp(scores)
    measure(text, scores, level, &sum)
    let weight = importance[text]
    let kept = text * width
    orders[text] = Self.solve(&scores, chances[kept..<kept + width], curve: weight * squares[text], level)
    for place in 0..<width {
      let new = scores[place]
      scores[place] = (chances[kept + place] - new) * weight
      chances[kept + place] = new
    }
    spread(scores, to: texts[text])
  }

  private func measure(_ text: Int, _ scores: [Eight], _ level: Float, _ sum: inout Progress) {
    let own = scores[classes[text] / 8][classes[text] % 8]
    var mean: Float = 0
    for place in 0..<width { mean += (chances[text * width + place] * scores[place]).sum() }
    // The sum of p ln(p / s) over the kept chances p and the given ones s = exp(score - level).
    sum.gap += Double(importance[text] * (orders[text] - mean + level))
    // Half the square of the weights is half the sum over the texts of what they add to the weights, times their scores.
    sum.loss += Double(importance[text] * (level - own + (own - mean) / 2))
  }

  /// Sets `scores` to the sum of the text's features, each times the weights.
  private func add(_ text: FeatureVector, to scores: inout [Eight]) {
    for place in 0..<width {
      var sum = weights[features * width + place] + mask[place]
      for (feature, value) in zip(text.features, text.values) { sum += weights[Int(feature) * width + place] * value }
      scores[place] = sum
    }
  }

  private mutating func spread(_ change: [Eight], to text: FeatureVector) {
    for place in 0..<width {
      weights[features * width + place] += change[place]
      for (feature, value) in zip(text.features, text.values) {
        weights[Int(feature) * width + place] += change[place] * value
      }
    }
  }

  /// ln Σ exp(score).
  private static func logSumExp(_ scores: [Eight]) -> Float {
    var top = scores[0].max()
    for vector in scores.dropFirst() { top = max(top, vector.max()) }
    var sum: Float = 0
    for vector in scores { sum += VectorMath.exp(vector - top).sum() }
    return top + Float(log(Double(sum)))
  }

  /// Turns scores into the chances p that are best for a text with the kept chances k: those with
  /// ln p + curve * p = score + curve * k - level, where the level is such that they add up to one. Gives their Σ p ln p.
  private static func solve(_ scores: inout [Eight], _ kept: ArraySlice<Eight>, curve: Float, _ start: Float) -> Float {
    let logCurve = Float(log(Double(curve)))
    for (place, kept) in zip(scores.indices, kept) { scores[place] += kept * curve + logCurve }
    let (us, total) = logarithms(scores, sum: curve, level: start)
    let logTotal = Float(log(Double(total)))
    var order: Float = 0
    for place in us.indices {
      scores[place] = VectorMath.exp(us[place]) / total
      order += (scores[place] * (us[place] - logTotal)).sum()
    }
    return order
  }

  /// The u with e^u + u = x - level, for the level at which all e^u add up to `sum`, and what they do add up to.
  ///
  /// Their sum falls with the level and is convex: Newton's method finds the level from any start.
  private static func logarithms(_ xs: [Eight], sum: Float, level: Float) -> (us: [Eight], total: Float) {
    var level = level
    var us = xs.map { VectorMath.logOmega($0 - level) }
    for _ in 0..<20 {
      var total: Float = 0
      var fall: Float = 0
      for u in us {
        let power = VectorMath.exp(u)
        total += power.sum()
        fall += (power / (power + 1)).sum()
      }
      let step = (total - sum) / fall
      if abs(step) < max(1e-4, 1e-6 * sum) { return (us, total) }
      level += step
      for place in us.indices {
        let x = xs[place] - level
        // From near by one step of Newton's is enough; from afar it could lead astray.
        us[place] = abs(step) < 0.5 ? VectorMath.towardsLogOmega(x, from: us[place]) : VectorMath.logOmega(x)
      }
    }
    return (us, us.reduce(0) { $0 + VectorMath.exp($1).sum() })
  }
}
