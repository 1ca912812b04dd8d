import JSONLines
import Matching

/// A pair that a person should look at, and why.
public struct ReviewPair: Sendable {
  /// The two records by number, the smaller first.
  public let left, right: Int
  /// Log-odds in bits.
  public let weight: Float
  /// Why it is useful to decide it.
  public let reason: Reason

  /// Why a pair is useful.
  public enum Reason: String, Sendable {
    /// It could be one or two.
    case nearCut = "near the cut"
    /// They were united although they alone speak against it.
    case odd = "odd member"
    /// They were kept apart although they alone speak for one.
    case conflict
    /// It alone holds two parts of an entity together.
    case bridge
  }
}

extension Matched {
  /// Pairs in the order in which a person's answers help most: near the cut, bridges, odd members and conflicts first,
  /// spread over the entities so that one does not fill the top.
  public func review(limit: Int = 1000) -> [ReviewPair] {
    var cluster = [Int](repeating: 0, count: records.count)
    for (number, members) in clusters.enumerated() { for member in members { cluster[member] = number } }
    var links: [Int: Int] = [:]
    for pair in pairs where pair.weight > 0 && cluster[pair.left] == cluster[pair.right] {
      links[cluster[pair.left], default: 0] += 1
    }
    let ranked = pairs.compactMap { pair -> (rank: Float, pair: ReviewPair)? in
      let isOne = cluster[pair.left] == cluster[pair.right]
      // An entity of n members hangs by a thread when n - 1 links hold it.
      let isBridge =
        isOne && pair.weight > 0 && clusters[cluster[pair.left]].count > 2
        && links[cluster[pair.left]] ?? 0 <= clusters[cluster[pair.left]].count - 1
      let distance = abs(pair.weight)
      guard distance < 12, isOne || mayJoin(clusters[cluster[pair.left]], clusters[cluster[pair.right]]) else {
        return nil
      }
      let reason: ReviewPair.Reason =
        isOne && pair.weight < -1 ? .odd : !isOne && pair.weight > 1 ? .conflict : isBridge ? .bridge : .nearCut
      let rank = reason == .nearCut ? distance : distance / 2
      return (rank, ReviewPair(left: pair.left, right: pair.right, weight: pair.weight, reason: reason))
    }.sorted { left, right in
      left.rank != right.rank
        ? left.rank < right.rank : (left.pair.left, left.pair.right) < (right.pair.left, right.pair.right)
    }
    return Self.spread(ranked.map(\.pair), cluster, limit)
  }

  /// Whether clean sources allow two entities to be one; where they do not, nobody needs to be asked.
  private func mayJoin(_ left: [Int], _ right: [Int]) -> Bool {
    guard !sources.isEmpty else { return true }
    let known = Set(left.map { sources[$0] })
    return !right.contains { sources[$0] >= 0 && known.contains(sources[$0]) }
  }

  /// Takes the pairs in turns: the first of each entity, then the second of each, and so on.
  private static func spread(_ pairs: [ReviewPair], _ cluster: [Int], _ limit: Int) -> [ReviewPair] {
    var seen: [Int: Int] = [:]
    var turns: [(turn: Int, pair: ReviewPair)] = []
    for pair in pairs.prefix(limit * 10) {
      let (first, second) = (cluster[pair.left], cluster[pair.right])
      turns.append((max(seen[first] ?? 0, seen[second] ?? 0) / 2, pair))
      seen[first, default: 0] += 1
      if second != first { seen[second, default: 0] += 1 }
    }
    let order = turns.indices.sorted { turns[$0].turn != turns[$1].turn ? turns[$0].turn < turns[$1].turn : $0 < $1 }
    return order.prefix(limit).map { turns[$0].pair }
  }

  /// A line for each of these pairs, with both records, for `review-matches`.
  public func reviewLines(limit: Int = 1000) -> [JSONObject] {
    review(limit: limit).map { pair in
      let chance = (MatchWeights.probability(pair.weight) * 10_000).rounded() / 10_000
      return [
        "a": .string(ids[pair.left]), "b": .string(ids[pair.right]), "weight": Self.rounded(pair.weight),
        "probability": JSON(chance), "reason": .string(pair.reason.rawValue),
        "records": .array([.object(records[pair.left].object), .object(records[pair.right].object)]),
      ]
    }
  }
}
