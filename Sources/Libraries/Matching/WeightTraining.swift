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
  /// Pairs that share a blocking key and are known to be two entities, as those of one clean source are: they show how
  /// alike the entities of one house or of one author are.
  public var apart = PatternCounts()
  /// For how many such pairs each that was counted stands.
  public var apartScale = 1.0
  /// Pairs drawn at random among those that share none.
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
  /// How often what pairs known to be two show is taken anew.
  private static let kinRounds = 2
  /// With how many pairs chance counts in what they show.
  private static let kinBelief = 5.0
  /// How often ties are found anew without the pairs that are surprising in spite of the ties found before.
  private static let tieRounds = 4
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
    var pairs = allPatterns()
    if options.startsFromSample { start(&weights, &pairs) }
    let rounds = options.naming == nil ? rounds : Self.namedRounds
    iterate(&weights, &pairs, belief, rounds)
    guard apart.total > 0 else { return weights }
    for _ in 0..<Self.kinRounds {
      weights.kin = kin(weights)
      iterate(&weights, &pairs, belief, rounds)
    }
    return weights
  }

  private func iterate(
    _ weights: inout MatchWeights, _ pairs: inout [WeighedPattern], _ belief: MatchWeights, _ rounds: Int
  ) {
    for _ in 0..<rounds {
      for index in pairs.indices where pairs[index].isCandidate {
        let pattern = pairs[index].pattern
        pairs[index].match = MatchWeights.probability(weights.weight(pattern: pattern))
        guard weights.kin != nil else { continue }
        pairs[index].kin = (1 - pairs[index].match) * MatchWeights.probability(weights.kinOdds(pattern))
      }
      let before = weights.prior
      update(&weights, pairs, belief)
      if abs(weights.prior - before) < before * 1e-6 { break }
    }
  }

  /// What pairs known to be two show that would be taken for one; nil when there is no such pair.
  private func kin(_ weights: MatchWeights) -> Kin? {
    var weights = weights
    weights.kin = nil
    let pairs = apart.sorted.map { counted in
      var pair = WeighedPattern(counted, scale: apartScale, isCandidate: false)
      pair.kin = MatchWeights.probability(weights.weight(pattern: pair.pattern))
      return pair
    }
    let found = pairs.reduce(0) { $0 + $1.count * $1.kin }
    let pairsApart = records * (records - 1) / 2 - allPairs
    guard found >= 1, pairsApart > 0 else { return nil }
    let counts = levelCounts(weights.comparisons, pairs) { $0.weight * $0.kin }
    return Kin(prior: found / pairsApart, shares: shares(counts, weights.randomShares, Self.kinBelief))
  }

  /// The patterns of all pairs of records: those of the candidates as they are, those of the others scaled up to all of
  /// them.
  private func allPatterns() -> [WeighedPattern] {
    let scale = max(0, allPairs - Double(candidates.total)) / Double(max(1, sample.total))
    return candidates.sorted.map { WeighedPattern($0, scale: 1, isCandidate: true) }
      + sample.sorted.map { WeighedPattern($0, scale: scale, isCandidate: false) }
  }

  private func update(_ weights: inout MatchWeights, _ pairs: [WeighedPattern], _ belief: MatchWeights) {
    let matches = pairs.reduce(0) { $0 + $1.count * $1.taught }
    let matched = levelCounts(weights.comparisons, pairs) { $0.weight * $0.taught }
    let others = levelCounts(weights.comparisons, pairs) { $0.weight * $0.other }
    let prior = min(options.highestPrior, (matches + 0.5) / (allPairs + 1))
    var matchShares = shares(matched, belief.matchShares, options.matchBelief)
    var randomShares = shares(others, belief.randomShares, options.randomBelief)
    if let naming = options.naming {
      // Pairs that are equal in it are what one starts from, and most of those that are nearly equal are of one entity
      // too, so that the data cannot tell.
      matchShares[naming] = belief.matchShares[naming]
      randomShares[naming] = belief.randomShares[naming]
    }
    weights.update(matchShares: matchShares, randomShares: randomShares, prior: prior)
  }

  /// Starts from what all pairs show, and from those that agree more than chance can explain in all the pairs there are:
  /// the class of pairs that is learnt must be the one of single entities, not one of the larger groups that records
  /// also form (a town, a year).
  private func start(_ weights: inout MatchWeights, _ pairs: inout [WeighedPattern]) {
    let belief = weights
    let comparisons = weights.comparisons
    let randomShares = shares(levelCounts(comparisons, pairs, \.count), belief.randomShares, 10)
    let surprise = randomShares.map { shares in
      [0] + shares.indices.map { -log2(shares[$0...].reduce(0, +)) }
    }
    let needed = max(Self.leastSurprise, log2(allPairs))
    var ties: [Tie] = []
    func chance(_ pair: WeighedPattern) -> Double {
      let apart = surprise.indices.reduce(0.0) { $0 + surprise[$1][Agreement.level(pair.pattern, $1)] }
      return ties.reduce(apart) { $0 + Double($1.part(pair.pattern)) }
    }
    func isSeed(_ pair: WeighedPattern) -> Bool {
      guard pair.isCandidate, let naming = options.naming else { return pair.isCandidate && chance(pair) >= needed }
      return Agreement.level(pair.pattern, naming) == comparisons[naming].levels.count
    }
    // Pairs of one entity agree in everything and say nothing of chance: the fewer they are, the better ties show.
    for _ in 0..<Self.tieRounds {
      for index in pairs.indices { pairs[index].match = isSeed(pairs[index]) ? 1 : 0 }
      ties = Tie.found(pairs, comparisons.count, withMatches: false)
    }
    for index in pairs.indices { pairs[index].match = isSeed(pairs[index]) ? 1 : 0 }
    update(&weights, pairs, belief)
    if let naming = options.naming {
      // So many pairs are taken for one entity that they show what goes together in them, too.
      let tied = Tie.found(pairs, comparisons.count, withMatches: true)
      weights.ties = tied.filter { $0.first != naming && $0.second != naming }
    } else {
      weights.ties = ties
      for index in pairs.indices where chance(pairs[index]) < needed * Self.gate { pairs[index].teaches = false }
    }
  }

  /// Counts by comparison and level (from 1), missing values left out.
  private func levelCounts(
    _ comparisons: [Comparison], _ pairs: [WeighedPattern], _ count: (WeighedPattern) -> Double
  ) -> [[Double]] {
    var counts = comparisons.map { [Double](repeating: 0, count: $0.levels.count) }
    for pair in pairs {
      let count = count(pair)
      guard count > 0 else { continue }
      for index in comparisons.indices {
        let level = Agreement.level(pair.pattern, index)
        if level > 0, level <= counts[index].count { counts[index][level - 1] += count }
      }
    }
    return counts
  }

  private func shares(_ counts: [[Double]], _ belief: [[Double]], _ strength: Double) -> [[Double]] {
    zip(counts, belief).map { counts, belief in
      let sum = counts.reduce(0, +) + strength
      return zip(counts, belief).map { ($0 + $1 * strength) / sum }
    }
  }
}
