/// How many pairs showed each agreement pattern.
public struct PatternCounts: Sendable {
  private var counts: [UInt64: Int] = [:]
  /// All pairs counted.
  public private(set) var total = 0

  /// No pairs yet.
  public init() {}

  /// Counts one pair.
  public mutating func add(_ pattern: UInt64) {
    counts[pattern, default: 0] += 1
    total += 1
  }

  /// Adds the counts of another part of the data.
  public mutating func add(_ other: PatternCounts) {
    for (pattern, count) in other.counts { counts[pattern, default: 0] += count }
    total += other.total
  }

  /// Patterns in ascending order, so that sums come out the same in every run.
  var sorted: [(pattern: UInt64, count: Double)] {
    counts.map { (pattern: $0.key, count: Double($0.value)) }.sorted { $0.pattern < $1.pattern }
  }
}

/// Learns weights from the data itself, without labels, by expectation maximisation over counts of patterns.
///
/// The model is fitted to all pairs of records: those that share a blocking key are counted exactly, the others (none of
/// them believed to be of one entity) are known through a random sample.
public struct WeightTraining: Sendable {
  /// Pairs that share a blocking key.
  public var candidates = PatternCounts()
  /// Pairs drawn at random.
  public var sample = PatternCounts()
  /// How many pairs there are in all.
  public let allPairs: Double
  /// In a handful of records chance agreements are not rare enough to show; the world they come from is larger.
  private static let highestPrior = 0.01
  /// With how many pairs of one entity the first belief counts.
  private let matchBelief = 40.0
  /// With how many other pairs it counts.
  private let randomBelief = 2000.0

  /// Training for `records` records.
  public init(records: Int) {
    allPairs = max(1, Double(records) * Double(records - 1) / 2)
  }

  /// `weights` fitted to the counts, starting from what it believes.
  public func fit(_ weights: MatchWeights, rounds: Int = 25) -> MatchWeights {
    let belief = weights
    var weights = weights
    let pairs = candidates.sorted
    let random = levelCounts(weights.comparisons, sample.sorted.map { ($0.pattern, $0.count) })
    for _ in 0..<rounds {
      let chances = pairs.map { MatchWeights.probability(weights.weight(pattern: $0.pattern)) }
      let matched = levelCounts(weights.comparisons, zip(pairs, chances).map { ($0.pattern, $0.count * $1) })
      let others = levelCounts(weights.comparisons, zip(pairs, chances).map { ($0.pattern, $0.count * (1 - $1)) })
      let matches = zip(pairs, chances).reduce(0) { $0 + $1.0.count * $1.1 }
      let before = weights.prior
      weights.update(
        matchShares: shares(matched, belief.matchShares, matchBelief),
        randomShares: shares(randomCounts(random, matched, others), belief.randomShares, randomBelief),
        prior: min(Self.highestPrior, (matches + 0.5) / (allPairs + 1)))
      if abs(weights.prior - before) < before * 1e-6 { break }
    }
    return weights
  }

  /// Counts by comparison and level (from 1), missing values left out.
  private func levelCounts(_ comparisons: [Comparison], _ pairs: [(UInt64, Double)]) -> [[Double]] {
    comparisons.indices.map { index in
      var counts = [Double](repeating: 0, count: comparisons[index].levels.count)
      for (pattern, count) in pairs {
        let level = Agreement.level(pattern, index)
        if level > 0, level <= counts.count { counts[level - 1] += count }
      }
      return counts
    }
  }

  /// How many pairs of two entities show each level: the sample, scaled, less the matches in it, and at least what
  /// the candidates show.
  private func randomCounts(_ sample: [[Double]], _ matched: [[Double]], _ others: [[Double]]) -> [[Double]] {
    let scale = allPairs / Double(max(1, self.sample.total))
    return sample.indices.map { index in
      sample[index].indices.map { level in
        max(sample[index][level] * scale - matched[index][level], others[index][level])
      }
    }
  }

  private func shares(_ counts: [[Double]], _ belief: [[Double]], _ strength: Double) -> [[Double]] {
    zip(counts, belief).map { counts, belief in
      let sum = counts.reduce(0, +) + strength
      return zip(counts, belief).map { ($0 + $1 * strength) / sum }
    }
  }
}
