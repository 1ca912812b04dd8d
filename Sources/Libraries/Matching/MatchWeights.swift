import Glibc

/// Pairs of two entities that agree in much all the same, as two restaurants of one hotel do: a third class beside pairs
/// of one entity and pairs that agree by chance (M. D. Larsen, D. B. Rubin, Iterative automated record linkage using
/// mixture models, 2001).
public struct Kin: Sendable, Equatable {
  /// Share of such pairs among all pairs.
  public let prior: Double
  /// Share of each level among them, missing values aside.
  public let shares: [[Double]]

  /// Such pairs are that share of all, and agree by those shares.
  public init(prior: Double, shares: [[Double]]) {
    self.prior = min(max(prior, 1e-12), 0.5)
    self.shares = shares
  }
}

/// Fellegi-Sunter weights: how many bits each level of each comparison speaks for or against one entity.
public struct MatchWeights: Sendable {
  /// What is compared.
  public let comparisons: [Comparison]
  /// Share of each level among pairs of one entity, missing values aside.
  public private(set) var matchShares: [[Double]]
  /// Share of each level among other pairs, missing values aside.
  public private(set) var randomShares: [[Double]]
  /// Share of pairs of one entity among all pairs.
  public private(set) var prior: Double
  /// Comparisons that say together less than each alone.
  public var ties: [Tie] = []
  /// Pairs of two entities that have much in common all the same; nil when none are known.
  public var kin: Kin? { didSet { rebuild() } }
  /// How much each comparison counts; 1 unless labels taught otherwise.
  public var scales: [Float] { didSet { rebuild() } }
  private var bits: [[Float]] = []
  private var priorBits: Float = 0
  private var kinBits: [[Float]] = []
  private var kinPriorBits: Float = 0

  /// The weights that are believed before any data was seen.
  public init(_ comparisons: [Comparison], prior: Double) {
    self.comparisons = Array(comparisons.prefix(16))
    matchShares = comparisons.map { Self.normalized($0.levels.map(\.matchShare)) }
    randomShares = comparisons.map { Self.normalized($0.levels.map(\.randomShare)) }
    self.prior = min(max(prior, 1e-12), 0.5)
    scales = [Float](repeating: 1, count: self.comparisons.count)
    rebuild()
  }

  /// These weights, refined by what a person said of `pairs`, of which each agrees in its way.
  public func refined(by pairs: [(agreement: Agreement, isOne: Bool)]) -> MatchWeights {
    let labelled = pairs.map { agreement, isOne in
      let parts = comparisons.indices.map { bits[$0][agreement.level($0)] }
      return LabelledPair(parts: parts, rest: weight(agreement) - parts.reduce(0, +), isOne: isOne)
    }
    guard labelled.contains(where: \.isOne), labelled.contains(where: { !$0.isOne }) else { return self }
    let (scales, shift) = LabelFit.fit(labelled)
    var refined = self
    refined.scales = zip(self.scales, scales).map { $0 * $1 }
    refined.prior = 1 / (1 + exp2(-Double(priorBits + shift)))
    refined.rebuild()
    return refined
  }

  /// What is compared, with the shares that these weights hold: `MatchWeights(learned, prior: prior)` gives them again.
  public var learned: [Comparison] {
    comparisons.indices.map { index in
      Comparison(
        comparisons[index].name,
        comparisons[index].levels.indices.map { level in
          Comparison.Level(
            comparisons[index].levels[level].name, match: matchShares[index][level], random: randomShares[index][level])
        })
    }
  }

  /// Log-odds in bits that the two records with `agreement` are one entity.
  public func weight(_ agreement: Agreement) -> Float {
    weight(pattern: agreement.pattern, rarity: agreement.rarity.sum())
  }

  /// What comparison `index` adds to the weight.
  public func part(_ agreement: Agreement, _ index: Int) -> Float {
    bits[index][agreement.level(index)] + agreement.rarity[index]
  }

  /// What tie `index` adds to the weight.
  public func tiePart(_ agreement: Agreement, _ index: Int) -> Float { ties[index].part(agreement.pattern) }

  /// What is taken away because pairs known to be two entities agree so, too.
  public func kinPart(_ agreement: Agreement) -> Float { kinPart(agreement.pattern, agreement.rarity.sum()) }

  private func kinPart(_ pattern: UInt64, _ rarity: Float) -> Float {
    guard kin != nil else { return 0 }
    return -Float(log2(1 + Double(exp2(kinOdds(pattern, rarity)))))
  }

  /// Log-odds in bits that a pair is one of two kindred entities and not of two that have nothing to do with each other.
  func kinOdds(_ pattern: UInt64, _ rarity: Float = 0) -> Float {
    var sum = kinPriorBits + rarity
    for index in comparisons.indices { sum += kinBits[index][Agreement.level(pattern, index)] }
    for tie in ties { sum += tie.part(pattern) }
    return min(sum, 60)
  }

  /// What is added before anything is compared.
  public var priorWeight: Float { priorBits }

  /// The probability that belongs to a weight in bits.
  public static func probability(_ weight: Float) -> Double { 1 / (1 + exp2(-Double(weight))) }

  func weight(pattern: UInt64, rarity: Float = 0) -> Float {
    var sum = priorBits + rarity
    for index in comparisons.indices { sum += bits[index][Agreement.level(pattern, index)] }
    for tie in ties { sum += tie.part(pattern) }
    return kin == nil ? sum : sum + kinPart(pattern, rarity)
  }

  mutating func update(matchShares: [[Double]], randomShares: [[Double]], prior: Double) {
    self.matchShares = matchShares
    self.randomShares = randomShares
    self.prior = min(max(prior, 1e-12), 0.5)
    rebuild()
  }

  private mutating func rebuild() {
    priorBits = Float(log2(prior / (1 - prior)))
    bits = zip(matchShares, randomShares).map(Self.ratios)
    if let kin {
      kinBits = zip(kin.shares, randomShares).map(Self.ratios)
      kinPriorBits = Float(log2(kin.prior / (1 - prior)))
    }
    for index in bits.indices where index < scales.count { for level in 0..<16 { bits[index][level] *= scales[index] } }
  }

  /// The logarithm of the ratio of two shares for each level, nothing for a missing value.
  private static func ratios(_ shares: [Double], _ others: [Double]) -> [Float] {
    let levels = zip(shares, others).map { Float(min(max(log2(max($0, 1e-9) / max($1, 1e-9)), -20), 25)) }
    return [0] + levels + [Float](repeating: 0, count: 15 - levels.count)
  }

  private static func normalized(_ shares: [Double]) -> [Double] {
    let sum = shares.reduce(0, +)
    return sum > 0 ? shares.map { $0 / sum } : shares
  }
}
