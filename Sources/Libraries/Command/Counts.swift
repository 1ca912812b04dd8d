// Conservation: what goes in comes out, or is said to have been merged, rejected or suppressed.
import JSONLines

/// How many records went where.
public struct Counts: Sendable, Equatable {
  /// Records read.
  public var read = 0
  /// Records passed on.
  public var kept = 0
  /// Records that became part of another one.
  public var merged = 0
  /// Bad records.
  public var rejected = 0
  /// Records held back on purpose.
  public var suppressed = 0
  /// Records made beside those that were read.
  public var derived = 0

  /// All zero.
  public init() {}

  /// Adds `other`.
  public mutating func add(_ other: Counts) {
    read += other.read
    kept += other.kept
    merged += other.merged
    rejected += other.rejected
    suppressed += other.suppressed
    derived += other.derived
  }

  /// Records read that were not kept.
  var elsewhere: Int { merged + rejected + suppressed }

  func line(filter: String, source: String) -> JSONObject {
    [
      "filter": .string(filter), "source": .string(source), "in": JSON(read), "kept": JSON(kept),
      "merged": JSON(merged), "rejected": JSON(rejected), "suppressed": JSON(suppressed), "derived": JSON(derived),
    ]
  }
}
