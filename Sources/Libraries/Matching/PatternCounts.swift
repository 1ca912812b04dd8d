/// How many pairs showed each agreement pattern, and how much they count together.
public struct PatternCounts: Sendable {
  /// Pairs, and what they count.
  struct Entry {
    var pairs = 0
    var weight = 0.0

    mutating func add(_ pairs: Int, _ weight: Double) {
      self.pairs += pairs
      self.weight += weight
    }
  }

  private var numbers = HashTable()
  /// The patterns by their numbers, and what was counted of each.
  private var patterns: [UInt64] = []
  private var entries: [Entry] = []
  /// All pairs counted.
  public private(set) var total = 0

  /// No pairs yet.
  public init() {}

  /// Counts one pair, as much as `weight`.
  public mutating func add(_ pattern: UInt64, weight: Float = 1) {
    add(pattern, 1, Double(weight))
    total += 1
  }

  /// Adds the counts of another part of the data.
  public mutating func add(_ other: PatternCounts) {
    for (pattern, entry) in zip(other.patterns, other.entries) { add(pattern, entry.pairs, entry.weight) }
    total += other.total
  }

  private mutating func add(_ pattern: UInt64, _ pairs: Int, _ weight: Double) {
    let number = Int(numbers.add(pattern))
    if number == entries.count {
      patterns.append(pattern)
      entries.append(Entry())
    }
    entries[number].add(pairs, weight)
  }

  /// Patterns in ascending order, so that sums come out the same in every run.
  var sorted: [(pattern: UInt64, count: Double, weight: Double)] {
    zip(patterns, entries).map { (pattern: $0, count: Double($1.pairs), weight: $1.weight) }
      .sorted { $0.pattern < $1.pattern }
  }
}

/// A pattern with how many pairs show it, and the probability that these are of one entity.
struct WeighedPattern {
  let pattern: UInt64
  /// Pairs that show it.
  let count: Double
  /// What they count together: less than their number where a value stands again and again.
  let weight: Double
  /// How many pairs one that was seen stands for.
  let grain: Double
  /// Whether they can be of one entity.
  let isCandidate: Bool
  /// Whether pairs of one entity may be known by them.
  var teaches: Bool
  /// The probability that they are of one entity.
  var match = 0.0
  /// The probability that they are of two entities that have much in common.
  var kin = 0.0

  init(_ counted: (pattern: UInt64, count: Double, weight: Double), scale: Double, isCandidate: Bool) {
    pattern = counted.pattern
    count = counted.count * scale
    weight = counted.weight * scale
    grain = scale
    self.isCandidate = isCandidate
    teaches = isCandidate
  }

  /// The probability that they are of two entities that have to do with each other by chance only.
  var other: Double { 1 - match - kin }

  /// The part of them that shows how pairs of one entity agree.
  var taught: Double { teaches ? match : 0 }
}
