/// What a kind of entity needs so that its records can be resolved.
public protocol EntityModel {
  /// What is known of one record, prepared for comparing.
  associatedtype Features
  /// What is compared, with the weights believed before any data was seen.
  var comparisons: [Comparison] { get }
  /// The names of the blocking rules, by their number.
  var blockingRules: [String] { get }
  /// Rules whose values are likely to be one entity's however many records share them.
  var identifyingRules: Set<UInt8> { get }
  /// The values under which a record meets others.
  func keys(of record: Features) -> [BlockingKey]
  /// How two records agree.
  func compare(_ left: Features, _ right: Features) -> Agreement
}

/// Which records belong together because a person said so, or must not.
public struct Decisions: Sendable {
  /// Pairs that are one.
  public var same: [(Int, Int)] = []
  /// Pairs that are two.
  public var different: [(Int, Int)] = []

  /// No decisions.
  public init() {}
}

/// A pair that was compared.
public struct ScoredPair: Sendable {
  /// The two records.
  public let left, right: Int
  /// Log-odds in bits.
  public let weight: Float
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
/// The caller gives the records in an order that depends on their content only; then so does the result.
public struct Resolver<Model: EntityModel> {
  private let model: Model
  private let records: [Model.Features]
  /// Records in a block beyond which it is left out.
  public var blockLimit = 150
  /// Records in a component beyond which it is cut at stronger links before it is clustered.
  public var componentLimit = 1500

  private struct Pair {
    var left, right: Int32
    var pattern: UInt64
    var rarity: Float
  }

  /// A resolver of `records`.
  public init(_ model: Model, _ records: [Model.Features]) {
    self.model = model
    self.records = records
  }

  /// Runs all stages.
  public func resolve(_ decisions: Decisions = Decisions()) -> Resolved {
    let blocks = CandidatePairs(
      keys: records.map(model.keys), limit: blockLimit, identifyingRules: model.identifyingRules)
    var training = WeightTraining(records: records.count)
    var pairs: [Pair] = []
    func compare(_ left: Int, _ right: Int) {
      let agreement = model.compare(records[left], records[right])
      training.candidates.add(agreement.pattern)
      pairs.append(
        Pair(left: Int32(left), right: Int32(right), pattern: agreement.pattern, rarity: agreement.rarity.sum()))
    }
    blocks.forEachPair(inBlocks: 0..<blocks.blockCount, compare)
    blocks.forEachNeighbour(compare)
    samplePairs { left, right in
      guard !blocks.shareLongBlock(left, right) else { return }
      training.sample.add(model.compare(records[left], records[right]).pattern)
    }
    let belief = MatchWeights(model.comparisons, prior: 0.3 / Double(max(2, records.count)))
    let weights = training.fit(belief)
    let scored = pairs.map {
      ScoredPair(left: Int($0.left), right: Int($0.right), weight: weights.weight(pattern: $0.pattern) + $0.rarity)
    }
    return Resolved(
      clusters: cluster(scored, weights, decisions), weights: weights, pairs: scored, skipped: blocks.skipped)
  }

  /// All pairs of few records; of many, 300,000 that are drawn the same way in every run.
  private func samplePairs(_ body: (Int, Int) -> Void) {
    let count = records.count
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

  private func cluster(_ pairs: [ScoredPair], _ weights: MatchWeights, _ decisions: Decisions) -> [[Int]] {
    var units = DisjointSets(count: records.count)
    for (left, right) in decisions.same { units.join(left, right) }
    var roots = units
    let linked = pairs.filter { $0.weight > 0 }
    return components(linked, units: &roots, above: 0).flatMap { component in
      component.count == 1 ? [component] : linkage(component, weights, &units, decisions)
    }.sorted { $0[0] < $1[0] }
  }

  /// Groups of records that pairs above `limit` connect; one that is too large is cut at a higher limit.
  private func components(_ pairs: [ScoredPair], units: inout DisjointSets, above limit: Float) -> [[Int]] {
    var sets = units
    for pair in pairs where pair.weight > limit { sets.join(pair.left, pair.right) }
    let groups = sets.groups()
    let large = Set(groups.filter { $0.count > componentLimit }.flatMap { $0 })
    guard !large.isEmpty, limit < 40 else { return groups }
    let inside = pairs.filter { large.contains($0.left) && $0.weight > limit + 1 }
    let pieces = components(inside, units: &units, above: limit + 1).filter { large.contains($0[0]) }
    return groups.filter { !large.contains($0[0]) } + pieces
  }

  private func linkage(
    _ component: [Int], _ weights: MatchWeights, _ units: inout DisjointSets, _ decisions: Decisions
  ) -> [[Int]] {
    var groups: [Int: [Int]] = [:]
    for record in component { groups[units.find(record), default: []].append(record) }
    let clusters = groups.values.sorted { $0[0] < $1[0] }
    let inside = Set(component)
    let forbidden = decisions.different.filter { inside.contains($0.0) && inside.contains($0.1) }
    var linkage = AverageLinkage(clusters) { i, j in
      var sum: Float = 0
      for left in clusters[i] {
        for right in clusters[j] {
          if forbidden.contains(where: { $0 == (left, right) || $0 == (right, left) }) { return -.infinity }
          sum += weights.weight(model.compare(records[min(left, right)], records[max(left, right)]))
        }
      }
      return sum
    }
    return linkage.run()
  }
}
