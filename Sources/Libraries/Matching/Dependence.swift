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

  /// The ties among `comparisons` that pairs drawn at random show.
  ///
  /// - Parameter matches: as many pairs of any two levels may be of one entity; they say nothing of chance.
  static func found(_ sample: [(pattern: UInt64, count: Double)], _ comparisons: Int, matches: Double) -> [Tie] {
    var found: [(tie: Tie, information: Double)] = []
    for first in 0..<comparisons {
      for second in (first + 1)..<max(first + 1, comparisons) {
        let (tie, information) = measure(first, second, sample, matches)
        if information > weakest { found.append((tie, information)) }
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

  /// How much two comparisons say together: the bits of each pair of levels, and their mutual information.
  private static func measure(
    _ first: Int, _ second: Int, _ sample: [(pattern: UInt64, count: Double)], _ matches: Double
  ) -> (Tie, Double) {
    var joint = [Double](repeating: 0, count: 256)
    var (left, right) = ([Double](repeating: 0, count: 16), [Double](repeating: 0, count: 16))
    var total = 0.0
    for (pattern, count) in sample {
      let (one, other) = (Agreement.level(pattern, first), Agreement.level(pattern, second))
      guard one > 0, other > 0 else { continue }
      joint[one << 4 | other] += count
      left[one] += count
      right[other] += count
      total += count
    }
    var bits = [Float](repeating: 0, count: 256)
    var information = 0.0
    for one in 1..<16 {
      for other in 1..<16 {
        let expected = left[one] * right[other] / max(1, total)
        let seen = joint[one << 4 | other] - matches
        let lower = min(bits[(one - 1) << 4 | other], bits[one << 4 | (other - 1)])
        if expected < 5, seen < 5 {
          // Too rare to tell: what holds for a weaker agreement holds for a stronger one.
          bits[one << 4 | other] = lower
          continue
        }
        // Only what happens together more often than by chance counts twice.
        guard seen > expected else { continue }
        let lift = log2((seen + 5) / (expected + 5))
        bits[one << 4 | other] = -Float(lift)
        information += seen / total * lift
      }
    }
    return (Tie(first, second, bits: bits), information)
  }
}
