import Glibc

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
  private var bits: [[Float]] = []
  private var priorBits: Float = 0

  /// The weights that are believed before any data was seen.
  public init(_ comparisons: [Comparison], prior: Double) {
    self.comparisons = Array(comparisons.prefix(16))
    matchShares = comparisons.map { Self.normalized($0.levels.map(\.matchShare)) }
    randomShares = comparisons.map { Self.normalized($0.levels.map(\.randomShare)) }
    self.prior = min(max(prior, 1e-12), 0.5)
    rebuild()
  }

  /// Log-odds in bits that the two records with `agreement` are one entity.
  public func weight(_ agreement: Agreement) -> Float {
    var sum = priorBits
    for index in comparisons.indices { sum += part(agreement, index) }
    return sum
  }

  /// What comparison `index` adds to the weight.
  public func part(_ agreement: Agreement, _ index: Int) -> Float {
    bits[index][agreement.level(index)] + agreement.rarity[index]
  }

  /// What is added before anything is compared.
  public var priorWeight: Float { priorBits }

  /// The probability that belongs to a weight in bits.
  public static func probability(_ weight: Float) -> Double { 1 / (1 + exp2(-Double(weight))) }

  func weight(pattern: UInt64) -> Float {
    var sum = priorBits
    for index in comparisons.indices { sum += bits[index][Agreement.level(pattern, index)] }
    return sum
  }

  mutating func update(matchShares: [[Double]], randomShares: [[Double]], prior: Double) {
    self.matchShares = matchShares
    self.randomShares = randomShares
    self.prior = min(max(prior, 1e-12), 0.5)
    rebuild()
  }

  private mutating func rebuild() {
    priorBits = Float(log2(prior / (1 - prior)))
    bits = zip(matchShares, randomShares).map { matches, randoms in
      let levels = zip(matches, randoms).map { Float(min(max(log2(max($0, 1e-9) / max($1, 1e-9)), -20), 25)) }
      return [0] + levels + [Float](repeating: 0, count: 15 - levels.count)
    }
  }

  private static func normalized(_ shares: [Double]) -> [Double] {
    let sum = shares.reduce(0, +)
    return sum > 0 ? shares.map { $0 / sum } : shares
  }
}
