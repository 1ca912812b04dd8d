/// A value that records of one entity are likely to share, as a number; records that share one are compared.
public struct BlockingKey: Sendable, Hashable, Comparable {
  let hash: UInt64
  /// Which of the rules gave it, for the log.
  public let rule: UInt8

  /// The key that `rule` gives for `value`.
  public init(rule: UInt8, _ value: some Sequence<UInt8>) {
    // FNV-1a with a final mix: the same in every run and on every machine.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(rule) &* 0x9e37_79b9_7f4a_7c15
    for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
    self.hash = hash ^ hash >> 32
    self.rule = rule
  }

  /// Orders by rule, so that a pair is found under its most telling rule.
  public static func < (left: BlockingKey, right: BlockingKey) -> Bool {
    left.rule != right.rule ? left.rule < right.rule : left.hash < right.hash
  }
}

/// The pairs of records that share a key, each once.
public struct CandidatePairs: Sendable {
  /// What was left out because too many records share one value.
  public struct Skipped: Sendable, Equatable {
    /// Which rule.
    public let rule: UInt8
    /// How many records share the value.
    public let records: Int
    /// One of the records, to name the value by.
    public let example: Int
  }

  /// Blocks that were too large.
  public private(set) var skipped: [Skipped] = []
  private var blocks: [(key: BlockingKey, range: Range<Int>)] = []
  /// Blocks that are too large to compare every pair, though their records are likely to be one.
  private var longBlocks: [Range<Int>] = []
  private var longBlocksOf: [Int32: Set<Int>] = [:]
  private var members: [Int32] = []
  /// The keys of each record whose blocks are kept, ascending.
  private var keys: [[BlockingKey]]

  /// Neighbours that a record of a long block is compared with.
  private static let window = 8

  /// Blocks of at most `limit` records from the keys of each record. Larger ones are left out; under an identifying
  /// rule each record is then compared with its next neighbours in the order of the records.
  public init(keys given: [[BlockingKey]], limit: Int, identifyingRules: Set<UInt8> = []) {
    var entries: [(key: BlockingKey, record: Int32)] = []
    for (record, keys) in given.enumerated() {
      for key in Set(keys) { entries.append((key, Int32(record))) }
    }
    entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.record < $1.record }
    keys = Array(repeating: [], count: given.count)
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      take(entries[start..<end], limit: limit, identifyingRules)
      start = end
    }
  }

  private mutating func take(
    _ block: ArraySlice<(key: BlockingKey, record: Int32)>, limit: Int, _ identifyingRules: Set<UInt8>
  ) {
    guard block.count > 1, let first = block.first else { return }
    if block.count > limit {
      if identifyingRules.contains(first.key.rule) {
        for entry in block { longBlocksOf[entry.record, default: []].insert(longBlocks.count) }
        longBlocks.append(members.count..<members.count + block.count)
        members += block.map(\.record)
        return
      }
      skipped.append(Skipped(rule: first.key.rule, records: block.count, example: Int(first.record)))
      return
    }
    blocks.append((first.key, members.count..<members.count + block.count))
    for entry in block {
      members.append(entry.record)
      keys[Int(entry.record)].append(entry.key)
    }
  }

  /// How many blocks there are; work can be shared by ranges of them.
  public var blockCount: Int { blocks.count }

  /// Calls `body` with each pair of the blocks in `range`, the smaller record first, each under its smallest key only.
  public func forEachPair(inBlocks range: Range<Int>, _ body: (Int, Int) -> Void) {
    for block in blocks[range] {
      for i in block.range {
        for j in (i + 1)..<block.range.upperBound {
          let (left, right) = (Int(members[i]), Int(members[j]))
          if smallestSharedKey(left, right) == block.key { body(left, right) }
        }
      }
    }
  }

  /// Calls `body` with each pair of neighbours in the long blocks that share no key of another block.
  public func forEachNeighbour(_ body: (Int, Int) -> Void) {
    for block in longBlocks {
      for i in block {
        for j in (i + 1)..<max(i + 1, min(block.upperBound, i + 1 + Self.window)) {
          let (left, right) = (Int(members[i]), Int(members[j]))
          if smallestSharedKey(left, right) == nil { body(left, right) }
        }
      }
    }
  }

  /// Whether two records are in one long block: such a pair says nothing about pairs drawn at random.
  public func shareLongBlock(_ left: Int, _ right: Int) -> Bool {
    guard !longBlocks.isEmpty, let first = longBlocksOf[Int32(left)], let second = longBlocksOf[Int32(right)] else {
      return false
    }
    return !first.isDisjoint(with: second)
  }

  private func smallestSharedKey(_ left: Int, _ right: Int) -> BlockingKey? {
    var i = 0
    var j = 0
    while i < keys[left].count, j < keys[right].count {
      let (first, second) = (keys[left][i], keys[right][j])
      if first == second { return first }
      if first < second { i += 1 } else { j += 1 }
    }
    return nil
  }
}
