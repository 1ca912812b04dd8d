/// What two comparisons say together less than each alone: records in one town share a postcode and an area code too.
///
/// Comparisons are tied in a forest (C. K. Chow, C. N. Liu, Approximating discrete probability distributions with
/// dependence trees, 1968), so that the chance that two records of two entities show a pattern is the product of the
/// shares of its levels and one factor for each tie.
public struct Tie: Sendable, Equatable {
  /// The comparisons.
  public let first, second: Int
  /// For each level of the first (four bits) and of the second: the bits that the two together count less.
  private var bits: [Float]

  /// Ties weaker than this many bits of mutual information are left out.
  private static let weakest = 0.002

  init(_ first: Int, _ second: Int, bits: [Float]) {
    self.first = first
    self.second = second
    self.bits = bits
  }

  /// A tie that adds nothing.
  public init(_ first: Int, _ second: Int) {
    self.init(first, second, bits: [Float](repeating: 0, count: 256))
  }

  /// The bits that are added when the first comparison shows one level and the second another.
  public func bits(_ level: Int, _ other: Int) -> Float { bits[level << 4 | other] }

  /// Sets them.
  public mutating func set(_ level: Int, _ other: Int, _ value: Float) { bits[level << 4 | other] = value }

  /// What the tie adds to the weight of a pair with `pattern`.
  func part(_ pattern: UInt64) -> Float {
    bits[Agreement.level(pattern, first) << 4 | Agreement.level(pattern, second)]
  }

  /// The ties among so many `comparisons` that `pairs` show.
  ///
  /// - Parameter withMatches: whether ties of pairs of one entity, that differ in two things together, count too.
  static func found(_ pairs: [WeighedPattern], _ comparisons: Int, withMatches: Bool) -> [Tie] {
    var found: [(tie: Tie, information: Double)] = []
    for first in 0..<comparisons {
      for second in (first + 1)..<max(first + 1, comparisons) {
        let others = Joint(pairs, first, second) { $0.weight * $0.other }
        let (lifts, information) = others.lifts(fillingGaps: true)
        guard information > weakest else { continue }
        var bits = lifts.map { -$0 }
        if withMatches {
          let matches = Joint(pairs, first, second) { $0.weight * $0.taught }
          bits = zip(bits, matches.lifts(fillingGaps: false).lifts).map { $0 + $1 }
        }
        found.append((Tie(first, second, bits: bits), information))
      }
    }
    found.sort { left, right in
      left.information != right.information
        ? left.information > right.information : (left.tie.first, left.tie.second) < (right.tie.first, right.tie.second)
    }
    var trees = DisjointSets(count: comparisons)
    var ties: [Tie] = []
    for (tie, _) in found where trees.find(tie.first) != trees.find(tie.second) {
      trees.join(tie.first, tie.second)
      ties.append(tie)
    }
    return ties
  }
}

/// How often the levels of two comparisons go together.
private struct Joint {
  private var seen = [Double](repeating: 0, count: 256)
  /// For how many pairs one that was seen stands, times what was seen.
  private var grains = [Double](repeating: 0, count: 256)
  private var left = [Double](repeating: 0, count: 16)
  private var right = [Double](repeating: 0, count: 16)
  private var total = 0.0
  /// The largest of these numbers.
  private var grain = 0.0

  /// The levels of `first` and `second` in pairs that say something of both, each pattern as often as `count` says.
  init(_ pairs: [WeighedPattern], _ first: Int, _ second: Int, _ count: (WeighedPattern) -> Double) {
    for pair in pairs {
      let (one, other) = (Agreement.level(pair.pattern, first), Agreement.level(pair.pattern, second))
      guard one > 0, other > 0, case let count = count(pair), count > 0 else { continue }
      seen[one << 4 | other] += count
      grains[one << 4 | other] += count * pair.grain
      left[one] += count
      right[other] += count
      total += count
      grain = max(grain, pair.grain)
    }
  }

  /// For each two levels the bits by which they go together more often than by chance, and their mutual information.
  func lifts(fillingGaps: Bool) -> (lifts: [Float], information: Double) {
    var lifts = [Float](repeating: 0, count: 256)
    var information = 0.0
    for one in 1..<16 {
      for other in 1..<16 {
        let place = one << 4 | other
        let expected = left[one] * right[other] / max(1, total)
        let grain = max(1, seen[place] > 0 ? grains[place] / seen[place] : self.grain)
        let few = 5 * grain
        if expected < few, seen[place] < few {
          // Too rare to tell: what holds for a weaker agreement holds for a stronger one.
          if fillingGaps { lifts[place] = max(lifts[(one - 1) << 4 | other], lifts[one << 4 | (other - 1)]) }
          continue
        }
        // Only what happens together more often than by chance counts twice.
        guard seen[place] > expected else { continue }
        let lift = log2((seen[place] + few) / (expected + few))
        lifts[place] = Float(lift)
        information += seen[place] / total * lift
      }
    }
    return (lifts, information)
  }
}
