import Glibc

/// Measures between texts as bags of words.
public enum TokenMeasures {
  /// Shared words by all words, without regard to order or repetition.
  public static func jaccard(_ left: [[UInt8]], _ right: [[UInt8]]) -> Double {
    let (first, second) = (Set(left), Set(right))
    let shared = first.intersection(second).count
    let all = first.count + second.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  /// Similarity by words, each weighted by how rare it is; words that differ by a typing error count as shared.
  ///
  /// - Parameter weight: how much a word tells, such as its inverse frequency.
  public static func softCosine(_ left: [[UInt8]], _ right: [[UInt8]], weight: ([UInt8]) -> Double) -> Double {
    let leftWeights = left.prefix(32).map(weight)
    let rightWeights = right.prefix(32).map(weight)
    var taken = [Bool](repeating: false, count: rightWeights.count)
    var shared = 0.0
    for (i, word) in left.prefix(32).enumerated() {
      var best = (similarity: 0.0, index: -1)
      for (j, other) in right.prefix(32).enumerated() where !taken[j] {
        let similarity = wordSimilarity(word, other)
        if similarity > best.similarity { best = (similarity, j) }
      }
      guard best.index >= 0 else { continue }
      taken[best.index] = true
      shared += best.similarity * leftWeights[i] * rightWeights[best.index]
    }
    let norm = squares(leftWeights) * squares(rightWeights)
    return norm > 0 ? min(1, shared / norm.squareRoot()) : 0
  }

  /// 1 for equal words, less for a typing error or an abbreviation, 0 for others.
  static func wordSimilarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    if left == right { return 1 }
    let shorter = min(left.count, right.count)
    guard shorter >= 3 else { return 0 }
    if left.contains(where: isDigit) || right.contains(where: isDigit) { return 0 }
    if shorter >= 4, abs(left.count - right.count) <= 2, EditDistance.osa(left, right) <= (shorter >= 8 ? 2 : 1) {
      return 0.9
    }
    return left.starts(with: right) || right.starts(with: left) ? 0.8 : 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func squares(_ weights: [Double]) -> Double { weights.reduce(0) { $0 + $1 * $1 } }
}

/// How often each value stands in the data: an agreement on a rare value tells more than one on a common value.
public struct TermFrequencies<Value: Hashable & Sendable>: Sendable {
  private var counts: [Value: Int] = [:]
  private var total = 0

  /// No values yet.
  public init() {}

  /// Counts one value.
  public mutating func add(_ value: Value) {
    counts[value, default: 0] += 1
    total += 1
  }

  /// How often `value` was counted.
  public func count(_ value: Value) -> Int { counts[value] ?? 0 }

  /// The chance that two values drawn at random are equal.
  public func coincidence() -> Double {
    guard total > 0 else { return 1 }
    let size = Double(total)
    return Double(counts.values.reduce(0) { $0 + $1 * $1 }) / (size * size)
  }

  /// Bits by which an agreement on `value` tells more (or less, when negative) than an agreement on any value.
  public func bits(_ value: Value, coincidence: Double) -> Float {
    guard let count = counts[value], total > 0 else { return 0 }
    let share = Double(count) / Double(total)
    return Float(min(max(log2(coincidence / share), -6), 4))
  }
}

func log2(_ value: Double) -> Double { value > 0 ? Glibc.log2(value) : -1000 }
