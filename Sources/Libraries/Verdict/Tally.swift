// Counting hits and misses.

/// How much of what was planted was found, and how much of what was found was planted.
public struct Tally: Sendable, Equatable {
  /// Planted facts that were found.
  public var found = 0
  /// Planted facts that were not found.
  public var missed = 0
  /// Findings that are planted facts, and others that are right though not demanded.
  public var right = 0
  /// Findings that nothing planted stands for.
  public var wrong = 0

  /// A tally of nothing.
  public init() {}

  /// The share of the planted facts that was found; nil when nothing was planted.
  public var recall: Double? { Self.share(found, missed) }
  /// The share of the findings that was planted; nil when nothing was found.
  public var precision: Double? { Self.share(right, wrong) }
  /// The harmonic mean of both.
  public var f1: Double? {
    guard let recall, let precision else { return nil }
    return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision)
  }

  /// Whether both shares reach their bars; a side without cases passes.
  public func reaches(recall: Double, precision: Double) -> Bool {
    (self.recall ?? 1) >= recall && (found + missed == 0 || (self.precision ?? 0) >= precision)
  }

  private static func share(_ yes: Int, _ no: Int) -> Double? {
    yes + no == 0 ? nil : Double(yes) / Double(yes + no)
  }
}
