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
    let none = comparedPairs(keeping: true)
    let parts = Threads.map((candidates.count + share - 1) / share, on: threads) { part in
      var compared = none
      for (left, right) in candidates[part * share..<min(candidates.count, (part + 1) * share)] {
        guard !constraints.areKnownApart(left, right) else { continue }
        let agreement = isBounded ? model.compare(left, right, by: bound) : model.compare(left, right)
        if let agreement { compared.take(left, right, agreement) }
      }
      return compared.pairs
    }
    return Array(parts.joined())
  }

  private func compare(_ blocks: CandidatePairs) -> ([ScoredPair], PatternCounts) {
    let shares = blocks.shares(of: 50_000)
    let none = comparedPairs(keeping: true)
    var parts = Threads.map(shares.count, on: threads) { part in
      var compared = none
      blocks.forEachPair(inBlocks: shares[part]) { compared.add($0, $1) }
      compared.finish()
      return (pairs: compared.pairs, counts: compared.counts)
    }
    var all = none
    all.pairs.reserveCapacity(parts.reduce(0) { $0 + $1.pairs.count })
    for part in parts.indices {
      all.pairs += parts[part].pairs
      parts[part].pairs = []
      all.counts.add(parts[part].counts)
    }
    blocks.forEachNeighbour { all.add($0, $1) }
    all.finish()
    return (all.pairs, all.counts)
  }

  /// No pairs yet. It holds a copy of the model and is made once for many pairs.
  private func comparedPairs(keeping isKept: Bool) -> ComparedPairs {
    let model = model
    return ComparedPairs(
      constraints: constraints, says: says, isKept: isKept, belief: keepsAllPairs ? nil : belief,
      fetch: { model.fetch($0) }, compare: { model.compare($0, $1) })
  }

  /// Pairs known to be two entities that are compared so that weights are learnt; of more, every so many is taken.
  private static var mostApart: Int { 500_000 }

  private func learn(_ candidates: PatternCounts, _ blocks: CandidatePairs) -> MatchWeights {
    var training = WeightTraining(
      records: model.recordCount, pairs: constraints.pairs(of: model.recordCount), model.training)
    training.candidates = candidates
    (training.apart, training.apartScale) = pairsApart(blocks)
    var sample = comparedPairs(keeping: false)
    samplePairs { left, right in
      guard blocks.sharesBlock(left, right) == nil, !blocks.shareLongBlock(left, right) else { return }
      sample.add(left, right)
    }
    sample.finish()
    training.sample = sample.counts
    return training.fit(belief)
  }

  /// How the pairs of clean sources agree that share a key, and for how many each of them stands.
  private func pairsApart(_ blocks: CandidatePairs) -> (PatternCounts, scale: Double) {
    guard !constraints.sources.isEmpty else { return (PatternCounts(), 1) }
    let step = 1 + blocks.pairCount / Self.mostApart
    let shares = blocks.shares(of: 50_000)
    let parts = Threads.map(shares.count, on: threads) { part in
      var counts = PatternCounts()
      var place = 0
      blocks.forEachPair(inBlocks: shares[part]) { left, right in
        guard constraints.areOfOneCleanSource(left, right) else { return }
        place += 1
        guard place % step == 0 else { return }
        counts.add(model.compare(left, right).pattern, weight: says.isEmpty ? 1 : says[left] * says[right])
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

/// Pairs that are compared, and how often each pattern is seen. It knows nothing of the model, so that what is done for
/// each pair is one piece of code for all.
private struct ComparedPairs {
  let constraints: Constraints
  /// What each record counts; empty where all count the same.
  let says: [Float]
  /// Whether pairs are kept or only counted.
  let isKept: Bool
  /// The belief by which pairs are left out that no learning makes one; nil when all are kept.
  let belief: MatchWeights?
  let fetch: @Sendable ([RecordPair]) -> Void
  let compare: @Sendable (Int, Int) -> Agreement
  var pairs: [ScoredPair] = []
  var counts = PatternCounts()
  /// Pairs to be compared next.
  private var batch: [RecordPair] = []

  /// Bits below which no learning makes a pair one.
  private static let hopeless: Float = -12
  /// Pairs that are fetched together: few enough for what is known of them to stay near at hand.
  private static let batchSize = 128

  init(
    constraints: Constraints, says: [Float], isKept: Bool, belief: MatchWeights?,
    fetch: @escaping @Sendable ([RecordPair]) -> Void, compare: @escaping @Sendable (Int, Int) -> Agreement
  ) {
    (self.constraints, self.says, self.isKept, self.belief) = (constraints, says, isKept, belief)
    (self.fetch, self.compare) = (fetch, compare)
  }

  /// Adds two records unless they are known to be two.
  mutating func add(_ left: Int, _ right: Int) {
    guard !constraints.areKnownApart(left, right) else { return }
    batch.append((left, right))
    if batch.count == Self.batchSize { finish() }
  }

  /// Compares the records that were added last.
  mutating func finish() {
    fetch(batch)
    for (left, right) in batch { take(left, right, compare(left, right)) }
    batch.removeAll(keepingCapacity: true)
  }

  /// Counts how two records agree and keeps the pair.
  mutating func take(_ left: Int, _ right: Int, _ agreement: Agreement) {
    let pair = ScoredPair(left, right, agreement)
    counts.add(pair.pattern, weight: says.isEmpty ? 1 : says[left] * says[right])
    if isKept, belief.map({ $0.weight(pattern: pair.pattern) > Self.hopeless }) ?? true { pairs.append(pair) }
  }
}
