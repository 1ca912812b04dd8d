/// A pair that was compared.
public struct ScoredPair: Sendable {
  let first, second: Int32
  /// How the two agree.
  public let pattern: UInt64
  let rarity: Float
  /// Log-odds in bits.
  public internal(set) var weight: Float = 0

  /// The two records, the smaller number first.
  public var left: Int { Int(first) }
  public var right: Int { Int(second) }

  /// A pair that was weighed apart.
  public init(_ left: Int, _ right: Int, weight: Float) {
    first = Int32(min(left, right))
    second = Int32(max(left, right))
    pattern = 0
    rarity = 0
    self.weight = weight
  }

  init(_ left: Int, _ right: Int, _ agreement: Agreement) {
    first = Int32(left)
    second = Int32(right)
    pattern = agreement.pattern
    rarity = agreement.rarity.sum()
  }
}

/// What resolving found.
public struct Resolved: Sendable {
  /// Records by entity, each ascending, in the order of their first members.
  public let clusters: [[Int]]
  /// The weights that the data taught.
  public let weights: MatchWeights
  /// Pairs that were compared.
  public let pairs: [ScoredPair]
  /// Blocks that were left out for their size.
  public let skipped: [CandidatePairs.Skipped]
}

/// Finds which records tell of the same entity: block, compare, weigh, cluster.
///
/// The caller gives the records in an order that depends on their content only; then so does the result. The number of
/// threads changes nothing but the time.
public struct Resolver<Model: EntityModel>: Sendable {
  private let model: Model
  /// What each record counts when weights are learnt; empty where all count the same.
  private let says: [Float]
  private let threads: Int
  /// What must and must not be one.
  public var constraints = Constraints()
  /// Weights that are known already; nil to learn them.
  public var weights: MatchWeights?

  /// Pairs of which a person has said whether they are one; the weights are refined by them.
  public var labels: [(left: Int, right: Int, isOne: Bool)] = []

  /// The keys of all records when they were made apart.
  public var keys: BlockingKeys?
  /// The pairs compared, with their weights, when that was done apart.
  public var pairs: [ScoredPair]?
  /// The pairs to compare, when they were found apart; the weights must be known then.
  public var candidates: [(left: Int, right: Int)]?
  /// How many records there are in all, when these are only those that have something to do with new ones.
  public var population: Int?
  /// Whether pairs are kept that cannot be one by what is believed before any data was seen; of many records they fill
  /// the memory.
  public var keepsAllPairs = true
  /// Whether `candidates` are wanted, too, that turn out to be two.
  public var wantsAllCandidates = true

  /// A resolver of the model's records that uses `threads` threads.
  public init(_ model: Model, threads: Int = 1) {
    self.model = model
    let says = (0..<model.recordCount).map(model.say)
    self.says = says.allSatisfy { $0 == 1 } ? [] : says
    self.threads = max(1, threads)
  }

  /// Runs all stages.
  public func resolve() -> Resolved {
    if let pairs, let weights { return clustered(pairs, weights, []) }
    if let candidates, let weights { return weighed(compare(candidates, weights), weights, []) }
    let blocks = CandidatePairs(keys ?? blockingKeys(), model.limits, known: constraints.known)
    let (pairs, counts) = compare(blocks)
    return weighed(pairs, weights ?? learn(counts, blocks), blocks.skipped)
  }

  private func weighed(
    _ pairs: [ScoredPair], _ weights: MatchWeights, _ skipped: [CandidatePairs.Skipped]
  ) -> Resolved {
    var (pairs, weights) = (pairs, weights)
    if !labels.isEmpty { weights = weights.refined(by: labels.map { (agreement($0.left, $0.right), $0.isOne) }) }
    for index in pairs.indices {
      pairs[index].weight = weights.weight(pattern: pairs[index].pattern, rarity: pairs[index].rarity)
    }
    return clustered(pairs, weights, skipped)
  }

  private func clustered(
    _ pairs: [ScoredPair], _ weights: MatchWeights, _ skipped: [CandidatePairs.Skipped]
  ) -> Resolved {
    let clusters = Clustering(constraints, records: model.recordCount, threads: threads) { left, right in
      let agreement = agreement(left, right)
      return agreement.pattern == 0 ? nil : weights.weight(agreement)
    }.clusters(pairs)
    // What was resolved before is no longer all that there is, and a part of all does not show which values are rare.
    let contexts = candidates == nil && constraints.known.isEmpty ? model.contexts : []
    let gathered =
      contexts.isEmpty ? clusters : Gathering(contexts) { constraints.allowOne($0, $1) }.gathered(clusters)
    return Resolved(clusters: gathered, weights: weights, pairs: pairs, skipped: skipped)
  }

  private func agreement(_ left: Int, _ right: Int) -> Agreement {
    model.compare(min(left, right), max(left, right))
  }

  /// The keys of all records.
  public func blockingKeys() -> BlockingKeys {
    let share = max(1, min(20_000, model.recordCount / max(1, threads * 4) + 1))
    let parts = Threads.map((model.recordCount + share - 1) / share, on: threads) { part in
      var keys = BlockingKeys()
      for record in part * share..<min(model.recordCount, (part + 1) * share) {
        keys.append(model.keys(of: record))
      }
      return keys
    }
    return parts.reduce(into: BlockingKeys()) { $0.append($1) }
  }

  /// What is believed before any data was seen.
  private var belief: MatchWeights {
    MatchWeights(model.comparisons, prior: 0.3 / Double(max(2, population ?? model.recordCount)))
  }

  private func compare(_ candidates: [(left: Int, right: Int)], _ weights: MatchWeights) -> [ScoredPair] {
    let share = 10_000
    // Labels may change the weights, so that no pair is hopeless yet.
    let isBounded = !wantsAllCandidates && labels.isEmpty
    let (model, bound) = (model, WeightBound(weights, rarity: model.highestRarity))
    let parts = Threads.map((candidates.count + share - 1) / share, on: threads) { part in
      var compared = comparedPairs
      for (left, right) in candidates[part * share..<min(candidates.count, (part + 1) * share)] {
        let agreement = isBounded ? model.compare(left, right, by: bound) : model.compare(left, right)
        if let agreement { compared.add(left, right) { _, _ in agreement } }
      }
      return compared.pairs
    }
    return Array(parts.joined())
  }

  private func compare(_ blocks: CandidatePairs) -> ([ScoredPair], PatternCounts) {
    let shares = blocks.shares(of: 50_000)
    let compare = compareRecords
    var parts = Threads.map(shares.count, on: threads) { part in
      var compared = comparedPairs
      blocks.forEachPair(inBlocks: shares[part]) { compared.add($0, $1, compare) }
      return compared
    }
    var all = comparedPairs
    all.pairs.reserveCapacity(parts.reduce(0) { $0 + $1.pairs.count })
    for part in parts.indices {
      all.pairs += parts[part].pairs
      parts[part].pairs = []
      all.counts.add(parts[part].counts)
    }
    blocks.forEachNeighbour { all.add($0, $1, compare) }
    return (all.pairs, all.counts)
  }

  /// Compares two records. Made once for many pairs: it holds a copy of the model.
  private var compareRecords: @Sendable (Int, Int) -> Agreement {
    let model = model
    return { model.compare($0, $1) }
  }

  /// No pairs yet.
  private var comparedPairs: ComparedPairs {
    ComparedPairs(constraints: constraints, says: says, belief: keepsAllPairs ? nil : belief)
  }

  /// Pairs known to be two entities that are compared so that weights are learnt; of more, every so many is taken.
  private static var mostApart: Int { 500_000 }

  private func learn(_ candidates: PatternCounts, _ blocks: CandidatePairs) -> MatchWeights {
    var training = WeightTraining(
      records: model.recordCount, pairs: constraints.pairs(of: model.recordCount), model.training)
    training.candidates = candidates
    (training.apart, training.apartScale) = pairsApart(blocks)
    var sample = ComparedPairs(constraints: constraints, says: says, belief: nil)
    let compare = compareRecords
    samplePairs { left, right in
      guard blocks.sharesBlock(left, right) == nil, !blocks.shareLongBlock(left, right) else { return }
      sample.count(left, right, compare)
    }
    training.sample = sample.counts
    return training.fit(belief)
  }

  /// How the pairs of clean sources agree that share a key, and for how many each of them stands.
  private func pairsApart(_ blocks: CandidatePairs) -> (PatternCounts, scale: Double) {
    guard !constraints.sources.isEmpty else { return (PatternCounts(), 1) }
    let step = 1 + blocks.pairCount / Self.mostApart
    let shares = blocks.shares(of: 50_000)
    let compare = compareRecords
    let parts = Threads.map(shares.count, on: threads) { part in
      var counts = PatternCounts()
      var place = 0
      blocks.forEachPair(inBlocks: shares[part]) { left, right in
        guard constraints.areOfOneCleanSource(left, right) else { return }
        place += 1
        guard place % step == 0 else { return }
        counts.add(compare(left, right).pattern, weight: says.isEmpty ? 1 : says[left] * says[right])
      }
      return counts
    }
    return (parts.reduce(into: PatternCounts()) { $0.add($1) }, Double(step))
  }

  /// All pairs of few records; of many, 300,000 that are drawn the same way in every run.
  private func samplePairs(_ body: (Int, Int) -> Void) {
    let count = model.recordCount
    guard count > 1 else { return }
    if count <= 600 {
      for i in 0..<count { for j in (i + 1)..<max(count, i + 1) { body(i, j) } }
      return
    }
    var state: UInt64 = 0x5eed
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    for _ in 0..<300_000 {
      let (left, right) = (next(), next())
      if left != right { body(min(left, right), max(left, right)) }
    }
  }
}

/// Pairs that were compared, and how often each pattern was seen. It knows nothing of the model, so that what is done for
/// each pair is one piece of code for all.
private struct ComparedPairs {
  let constraints: Constraints
  /// What each record counts; empty where all count the same.
  let says: [Float]
  /// The belief by which pairs are left out that no learning makes one; nil when all are kept.
  let belief: MatchWeights?
  var pairs: [ScoredPair] = []
  var counts = PatternCounts()

  /// Bits below which no learning makes a pair one.
  private static let hopeless: Float = -12

  /// Compares two records, counts how they agree and keeps the pair.
  mutating func add(_ left: Int, _ right: Int, _ compare: (Int, Int) -> Agreement) {
    guard let pair = count(left, right, compare) else { return }
    if let belief, belief.weight(pattern: pair.pattern) <= Self.hopeless { return }
    pairs.append(pair)
  }

  /// Compares two records and counts how they agree; nil for two that are known to be two.
  @discardableResult
  mutating func count(_ left: Int, _ right: Int, _ compare: (Int, Int) -> Agreement) -> ScoredPair? {
    guard !constraints.areKnownApart(left, right) else { return nil }
    let pair = ScoredPair(left, right, compare(left, right))
    counts.add(pair.pattern, weight: says.isEmpty ? 1 : says[left] * says[right])
    return pair
  }
}
