import JSONLines
import Matching

/// What stages of the work that were run apart have found, to be gone on with.
public struct StageResults: Sendable {
  private var keys: [String: [UInt64]] = [:]
  private var weights: [(left: String, right: String, weight: Float)] = []
  /// The entity of each record by id, when it is known.
  private(set) var clusters: [String: String]?
  private var holdsPairs = false

  /// Nothing yet.
  public init() {}

  /// Takes a line that an earlier stage wrote: a key, a pair or a cluster; false when it is none.
  public mutating func add(_ record: Record) -> Bool {
    if let id = record.string("id"), let key = record.string("key").flatMap({ UInt64($0, radix: 16) }) {
      keys[id, default: []].append(key)
    } else if let left = record.string("a"), let right = record.string("b"), let weight = record.double("weight") {
      weights.append((left, right, Float(weight)))
      holdsPairs = true
    } else if let id = record.string("id"), let cluster = record.string("cluster") {
      clusters = clusters ?? [:]
      clusters?[id] = cluster
    } else {
      return false
    }
    return true
  }

  /// The keys of the records with these ids; nil when no keys were given.
  func keys(of ids: [String]) -> BlockingKeys? {
    guard !keys.isEmpty else { return nil }
    var found = BlockingKeys()
    for id in ids { found.append(numbers: Set(keys[id] ?? []).sorted()) }
    return found
  }

  /// The pairs of the records with these ids; nil when no pairs were given.
  func pairs(of ids: [String]) -> [ScoredPair]? {
    guard holdsPairs else { return nil }
    let places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return weights.compactMap { pair in
      guard let left = places[pair.left], let right = places[pair.right] else { return nil }
      return ScoredPair(left, right, weight: pair.weight)
    }
  }
}

extension Matched {
  /// Calls `body` with a line for each key of each record: equal keys stand together once the lines are sorted.
  public func forEachKey(_ body: (JSONObject) throws -> Void) rethrows {
    guard let keys else { return }
    for record in ids.indices {
      for key in keys.numbers(of: record) {
        let digits = String(key, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.utf8.count) + digits
        try body(["key": .string(padded), "id": .string(ids[record])])
      }
    }
  }

  /// Calls `body` with a line for each pair that speaks for one entity: what clustering needs.
  public func forEachLink(_ body: (JSONObject) throws -> Void) rethrows {
    for pair in pairs where pair.weight > 0 {
      try body(["a": .string(ids[pair.left]), "b": .string(ids[pair.right]), "weight": JSON(Double(pair.weight))])
    }
  }
}
