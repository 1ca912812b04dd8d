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

/// How weights are learnt.
public struct TrainingOptions: Sendable {
  /// In a handful of records chance agreements are not rare enough to show; the world they come from is larger. No more
  /// than this share of all pairs is believed to be of one entity.
  public var highestPrior = 0.01
  /// With how many pairs of one entity the first belief counts.
  public var matchBelief = 40.0
  /// With how many other pairs it counts.
  public var randomBelief = 2000.0
  /// Whether the first guess takes what random pairs show from the data and not from belief.
  public var startsFromSample = false
  /// The comparison by whose values entities are named, when each value stands for one: pairs that are equal in it are
  /// taken for pairs of one entity to begin with.
  public var naming: Int?

  /// What serves where beliefs are good.
  public init() {}
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
  private let records: Double
  /// Pairs that are less surprising than this part of what chance can bring are not looked at.
  private static let gate = 0.6
  /// Bits of surprise below which a pair proves nothing, however few records there are: their world is larger.
  private static let leastSurprise = 16.0
  /// Where values name entities the first guess is good, and what follows from it would soon be smaller groups.
  private static let namedRounds = 2
  private let options: TrainingOptions

  /// Training for `records` records, of which `pairs` pairs can be of one entity.
  public init(records: Int, pairs: Double, _ options: TrainingOptions = TrainingOptions()) {
    self.options = options
    self.records = Double(records)
    allPairs = pairs
  }

  /// `weights` fitted to the counts, starting from what it believes.
  public func fit(_ weights: MatchWeights, rounds: Int = 25) -> MatchWeights {
    let belief = weights
    var weights = weights
    let random = levelCounts(weights.comparisons, sample.sorted.map { ($0.pattern, $0.count) })
    var pairs = candidates.sorted
    if options.startsFromSample {
      start(&weights, &pairs, random)
    }
    for _ in 0..<(options.naming == nil ? rounds : Self.namedRounds) {
      let odds = pairs.map { MatchWeights.probability(weights.weight(pattern: $0.pattern)) }
      let matched = levelCounts(weights.comparisons, zip(pairs, odds).map { ($0.pattern, $0.count * $1) })
      let others = levelCounts(weights.comparisons, zip(pairs, odds).map { ($0.pattern, $0.count * (1 - $1)) })
      let matches = zip(pairs, odds).reduce(0) { $0 + $1.0.count * $1.1 }
      let before = weights.prior
      weights.update(
        matchShares: believed(shares(matched, belief.matchShares, options.matchBelief), belief.matchShares),
        randomShares: believed(
          shares(randomCounts(random, matched, others), belief.randomShares, options.randomBelief), belief.randomShares),
        prior: min(options.highestPrior, (matches + 0.5) / (allPairs + 1)))
      if abs(weights.prior - before) < before * 1e-6 { break }
    }
    return weights
  }

  /// Starts from what random pairs show, and from the pairs that agree more than chance can explain in all the pairs
  /// there are: the class of pairs that is learnt must be the one of single entities, not one of the larger groups that
  /// records also form (a town, a year).
  private func start(
    _ weights: inout MatchWeights, _ pairs: inout [(pattern: UInt64, count: Double)], _ random: [[Double]]
  ) {
    let belief = weights
    var randomShares = shares(random, belief.randomShares, 10)
    let surprise = randomShares.map { shares in
      [0] + shares.indices.map { -log2(shares[$0...].reduce(0, +)) }
    }
    let needed = max(Self.leastSurprise, log2(allPairs))
    var ties: [Tie] = []
    func chance(_ pair: (pattern: UInt64, count: Double)) -> Double {
      let apart = surprise.indices.reduce(0.0) { $0 + surprise[$1][Agreement.level(pair.pattern, $1)] }
      return ties.reduce(apart) { $0 + Double($1.part(pair.pattern)) }
    }
    func isSeed(_ pair: (pattern: UInt64, count: Double)) -> Bool {
      if let naming = options.naming {
        return Agreement.level(pair.pattern, naming) == weights.comparisons[naming].levels.count
      }
      return chance(pair) >= needed
    }
    var seeds = pairs.filter(isSeed)
    // Pairs of one entity agree in everything and say nothing of chance: the fewer they are, the better ties show.
    for _ in 0..<3 {
      let matches = min(records, seeds.reduce(0) { $0 + $1.count })
      ties = Tie.found(sample.sorted, weights.comparisons.count, matches: matches * Double(sample.total) / allPairs)
      seeds = pairs.filter(isSeed)
    }
    weights.ties = ties.filter { $0.first != options.naming && $0.second != options.naming }
    if options.naming == nil { pairs = pairs.filter { chance($0) >= needed * Self.gate } }
    let count = seeds.reduce(0) { $0 + $1.count }
    if options.naming != nil {
      let rest = pairs.filter { !isSeed($0) }
      let counts = levelCounts(weights.comparisons, rest.map { ($0.pattern, $0.count) })
      randomShares = believed(shares(counts, belief.randomShares, 10), belief.randomShares)
    }
    let matched = levelCounts(weights.comparisons, seeds.map { ($0.pattern, $0.count) })
    weights.update(
      matchShares: believed(shares(matched, belief.matchShares, options.matchBelief), belief.matchShares),
      randomShares: randomShares, prior: min(options.highestPrior, (count + 0.5) / (allPairs + 1)))
  }

  /// Shares of which those of the naming comparison are as believed: pairs that are equal in it are what one starts
  /// from, and most of those that are nearly equal are of one entity too, so that the data cannot tell.
  private func believed(_ shares: [[Double]], _ belief: [[Double]]) -> [[Double]] {
    guard let naming = options.naming else { return shares }
    var shares = shares
    shares[naming] = belief[naming]
    return shares
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
