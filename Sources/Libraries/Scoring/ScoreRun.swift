import JSONLines
import Rules

/// What a model says of one record.
struct ModelScore {
  /// The points of one term that gave some.
  struct Gain {
    let part: Int
    let term: Int
    let points: Points
  }

  /// The value in units of ten to the minus `ScoreModel.places`.
  var value: Int128 = 0
  /// The value before the model's bounds held it.
  var unbounded: Int128 = 0
  var tier: Int?
  var sums: [Points] = []
  var gains: [Gain] = []
  /// What the bounds of parts took away from their terms' points, or added.
  var cuts: [(part: Int, points: Points)] = []
  /// Hundredths of the possible points whose facts are known.
  var coverage = 0
  /// Where the values lie that the model asks for.
  var places: [ValuePlace] = []
}

extension ScoreModel {
  /// Scores the record.
  func score(_ record: Record, today: Int, into score: inout ModelScore) {
    program.look(at: record, into: &score.places)
    score.sums.removeAll(keepingCapacity: true)
    score.gains.removeAll(keepingCapacity: true)
    score.cuts.removeAll(keepingCapacity: true)
    var total: Int128 = 0
    var possible: Int128 = 0
    var known: Int128 = 0
    for (index, part) in parts.enumerated() {
      var sum = Points.zero
      for (place, term) in part.terms.enumerated() {
        let points = points(of: term, record, score.places, today)
        let weight = Int128(max(0, term.possible.units)) * Int128(part.weight).magnitudeValue
        possible += weight
        if points != .zero {
          sum = sum + points
          score.gains.append(ModelScore.Gain(part: index, term: place, points: points))
          known += weight
        } else if isKnown(term, record, score.places) {
          known += weight
        }
      }
      let points = sum
      sum = max(part.least, min(part.most, sum))
      if sum != points { score.cuts.append((index, sum - points)) }
      score.sums.append(sum)
      total += Int128(sum.units) * Int128(part.weight)
    }
    score.unbounded = rounded(total)
    score.value = max(bounds.lowerBound, min(bounds.upperBound, score.unbounded))
    let value = Decimal(significand: score.value, exponent: -places)
    score.tier = tiers.firstIndex { $0.atLeast <= value }
    score.coverage = possible > 0 ? Int((known * 100 + possible / 2) / possible) : 100
  }

  private func points(of term: Term, _ record: Record, _ places: [ValuePlace], _ today: Int) -> Points {
    switch term.rule {
    case .when(let condition, let points):
      return program.holds(condition, record, places, today: today) ? points : .zero
    case .steps(let path, let steps, let isAge):
      let number =
        isAge
        ? program.age(path, record, places, today: today).map { Decimal($0) } : program.decimal(path, record, places)
      guard let number else { return .zero }
      return steps.first { number <= $0.bound }?.points ?? .zero
    case .times(let path, let factor, let most):
      guard let number = program.decimal(path, record, places) else { return .zero }
      return min(most, Points(clamping: number * factor))
    }
  }

  private func isKnown(_ term: Term, _ record: Record, _ places: [ValuePlace]) -> Bool {
    for path in term.known where program.isGiven(path, record, places) { return true }
    return false
  }

  /// From points times weight (ten to the minus ten) to the model's places, halves away from zero.
  private func rounded(_ total: Int128) -> Int128 {
    var unit: Int128 = 1
    for _ in 0..<(10 - places) { unit *= 10 }
    let half = total < 0 ? -unit / 2 : unit / 2
    // 64 bits are enough for all but absurd models, and divide ten times as fast.
    if let small = Int64(exactly: total + half), let divisor = Int64(exactly: unit) { return Int128(small / divisor) }
    return (total + half) / unit
  }
}

extension Int128 {
  fileprivate var magnitudeValue: Int128 { self < 0 ? -self : self }
}
