/// How much a pair can weigh at most when only some of its comparisons are made, so that a pair that can't be one entity
/// need not be compared in all of them.
public struct WeightBound: Sendable {
  /// What a pair weighs at most.
  public let start: Float
  /// By comparison and level, what the pair weighs less than that.
  private let losses: [Float]

  /// Less than this is never more than nothing, however the parts are rounded.
  private static let hopeless: Float = -0.01

  /// The bound that belongs to `weights` where the rarity of a value adds `rarity` bits at most.
  public init(_ weights: MatchWeights, rarity: Float) {
    var start = weights.priorWeight
    var losses: [Float] = []
    for index in weights.comparisons.indices {
      let parts = (0..<16).map { level in
        var agreement = Agreement()
        agreement.set(index, level: level)
        return weights.part(agreement, index)
      }
      let most = (parts.max() ?? 0) + rarity
      start += most
      losses += parts.map { most - $0 }
    }
    for tie in weights.ties {
      start += (0..<256).map { tie.bits($0 >> 4, $0 & 15) }.max() ?? 0
    }
    (self.start, self.losses) = (start, losses)
  }

  /// What a pair that weighs `most` at most weighs at most when it agrees in this way.
  public func narrowed(_ most: Float, comparison: Int, level: Int, rarity: Float) -> Float {
    most - losses[comparison << 4 | level] + rarity
  }

  /// Whether a pair that weighs `most` at most can't be one entity.
  public static func isHopeless(_ most: Float) -> Bool { most < hopeless }
}
