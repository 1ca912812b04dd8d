/// A value that records of one entity are likely to share, as a number; records that share one are compared.
public struct BlockingKey: Sendable, Hashable, Comparable {
  /// The rule in the highest six bits, the value's hash below.
  let bits: UInt64

  /// Rules are numbered from 0 to this one.
  public static let lastRule: UInt8 = 63

  /// The key that `rule` gives for `value`.
  public init(rule: UInt8, _ value: [UInt8]) {
    self.init(rule: rule, value[...])
  }

  /// The key that `rule` gives for a value and what stands for another one, such as its hash.
  public init(rule: UInt8, _ value: ArraySlice<UInt8>, hash start: UInt64 = 0) {
    var hash = Self.seed ^ start
    Self.add(value, to: &hash)
    self.init(rule: rule, hash: hash)
  }

  /// The key that `rule` gives for values that belong together.
  public init(rule: UInt8, _ value: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, hash start: UInt64 = 0) {
    var hash = Self.seed ^ start
    Self.add(value, to: &hash)
    hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    Self.add(other, to: &hash)
    self.init(rule: rule, hash: hash)
  }

  /// The key that `rule` gives for one value that is written in two parts.
  public init(rule: UInt8, joining value: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) {
    var hash = Self.seed
    Self.add(value, to: &hash)
    Self.add(rest, to: &hash)
    self.init(rule: rule, hash: hash)
  }

  /// FNV-1a begins with it; a mix follows at the end, the same in every run and on every machine.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func add(_ bytes: ArraySlice<UInt8>, to hash: inout UInt64) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// The key that `rule` gives for a value that is known by a number, such as a hash of it.
  public init(rule: UInt8, hash value: UInt64) {
    var hash = value ^ UInt64(rule) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
    hash = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
    bits = UInt64(rule & 63) << 58 | (hash ^ hash >> 32) >> 6
  }

  /// The key that was written as a number before.
  public init(number: UInt64) { bits = number }

  /// Rule and hash as one number.
  public var number: UInt64 { bits }

  /// Which of the rules gave it, for the log.
  public var rule: UInt8 { UInt8(bits >> 58) }

  /// Orders by rule, so that a pair is found under its most telling rule.
  public static func < (left: BlockingKey, right: BlockingKey) -> Bool { left.bits < right.bits }
}

/// The keys of all records, one after the other.
public struct BlockingKeys: Sendable {
  var keys: [UInt64] = []
  /// Where the keys of each record begin, and the end.
  var starts: [Int] = [0]

  /// No records yet.
  public init() {}

  /// Adds the next record; a key given twice counts once.
  public mutating func append(_ record: [BlockingKey]) {
    let start = keys.count
    for key in record where !keys[start...].contains(key.bits) { keys.append(key.bits) }
    starts.append(keys.count)
  }

  /// Adds the records of another part of the data.
  public mutating func append(_ other: BlockingKeys) {
    let start = keys.count
    keys += other.keys
    starts += other.starts.dropFirst().map { $0 + start }
  }

  /// Adds the next record with keys that were written as numbers before.
  public mutating func append(numbers: [UInt64]) {
    keys += numbers
    starts.append(keys.count)
  }

  /// The keys of a record as numbers.
  public func numbers(of record: Int) -> ArraySlice<UInt64> { keys[starts[record]..<starts[record + 1]] }

  var recordCount: Int { starts.count - 1 }
}

/// Which blocks are compared.
public struct BlockLimits: Sendable {
  /// Records in a block beyond which it is left out.
  public var records: Int
  /// Pairs in all blocks together; the largest blocks are left out until the rest has no more.
  public var pairs = Int.max
  /// Rules whose values are likely to be one entity's however many records share them: in a block that is left out,
  /// each record is compared with its next neighbours in the order of the records.
  public var identifyingRules: Set<UInt8> = []

  /// Blocks of at most `records` records.
  public init(records: Int) {
    self.records = records
  }

  /// The largest size with which all blocks up to it stay within the limits; `sizes` says how many blocks have a size.
  public func largestBlock(of sizes: [Int: Int]) -> Int {
    var (sum, largest) = (0, 2)
    for (size, count) in sizes.sorted(by: { $0.key < $1.key }) where size <= records {
      sum += count * (size * (size - 1) / 2)
      if sum > pairs { break }
      largest = max(largest, size)
    }
    return min(largest, records)
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

    /// What was left out under `rule`.
    public init(rule: UInt8, records: Int, example: Int) {
      self.rule = rule
      self.records = records
      self.example = example
    }
  }

  /// Blocks that were too large.
  public private(set) var skipped: [Skipped] = []
  /// Records block by block, and where each block begins; the most telling rules come first.
  private var members: [Int32] = []
  private var starts: [Int] = [0]
  /// The blocks of each record, ascending, and where they begin.
  private var blocks: [Int32] = []
  private var firstBlocks: [Int] = []
  /// Blocks that are too large to compare every pair, though their records are likely to be one.
  private var longMembers: [Int32] = []
  private var longBlocks: [Range<Int>] = []
  private var longBlocksOf: [Int32: Set<Int>] = [:]

  /// Neighbours that a record of a long block is compared with.
  public static let window = 8

  /// The blocks of the keys of each record. Where some are `known`, so that no two of them are one, blocks that hold
  /// nothing else are no blocks.
  public init(_ keys: BlockingKeys, _ limits: BlockLimits, known: [Bool] = []) {
    let order = SortedKeys(keys)
    let limit = Self.limit(order, limits)
    var seen = SeenBlocks()
    order.forEachGroup { key, records in
      guard records.count > 1, let new = known.isEmpty ? records.first : records.first(where: { !known[Int($0)] })
      else { return }
      // A block of the same records as an earlier one adds no pair.
      if records.count <= limit, seen.contains(records, in: members, starts) { return }
      take(BlockingKeyRule(key), records, limit, limits.identifyingRules, example: Int(new))
      if records.count <= limit { seen.add(records, number: blockCount - 1) }
    }
    indexBlocks(keys.recordCount)
  }

  /// The largest block that is compared.
  private static func limit(_ order: SortedKeys, _ limits: BlockLimits) -> Int {
    guard limits.pairs < Int.max else { return limits.records }
    var sizes: [Int: Int] = [:]
    order.forEachGroup { _, records in sizes[records.count, default: 0] += 1 }
    return limits.largestBlock(of: sizes)
  }

  private mutating func take(
    _ key: BlockingKeyRule, _ block: ArraySlice<Int32>, _ limit: Int, _ identifyingRules: Set<UInt8>, example: Int
  ) {
    if block.count <= limit {
      members += block
      starts.append(members.count)
    } else if identifyingRules.contains(key.rule) {
      for record in block { longBlocksOf[record, default: []].insert(longBlocks.count) }
      longBlocks.append(longMembers.count..<longMembers.count + block.count)
      longMembers += block
    } else {
      skipped.append(Skipped(rule: key.rule, records: block.count, example: example))
    }
  }

  /// Notes the blocks of each record.
  private mutating func indexBlocks(_ count: Int) {
    firstBlocks = [Int](repeating: 0, count: count + 1)
    for record in members { firstBlocks[Int(record) + 1] += 1 }
    for record in 0..<count { firstBlocks[record + 1] += firstBlocks[record] }
    var next = firstBlocks
    blocks = [Int32](repeating: 0, count: members.count)
    for block in 0..<blockCount {
      for place in starts[block]..<starts[block + 1] {
        let record = Int(members[place])
        blocks[next[record]] = Int32(block)
        next[record] += 1
      }
    }
  }

  /// How many blocks there are; work can be shared by ranges of them.
  public var blockCount: Int { starts.count - 1 }

  /// Pairs in all blocks; one that shares several counts as often.
  var pairCount: Int {
    (0..<blockCount).reduce(0) { sum, block in
      let size = starts[block + 1] - starts[block]
      return sum + size * (size - 1) / 2
    }
  }

  /// Ranges of blocks that hold about `pairs` pairs each.
  public func shares(of pairs: Int) -> [Range<Int>] {
    var shares: [Range<Int>] = []
    var start = 0
    var sum = 0
    for block in 0..<blockCount {
      let size = starts[block + 1] - starts[block]
      sum += size * (size - 1) / 2
      if sum >= pairs || block == blockCount - 1 {
        shares.append(start..<block + 1)
        (start, sum) = (block + 1, 0)
      }
    }
    return shares
  }

  /// Calls `body` with each pair of the blocks in `range`, the smaller record first, each under its first block only.
  public func forEachPair(inBlocks range: Range<Int>, _ body: (Int, Int) -> Void) {
    // The earlier blocks of a block's records are put side by side first: each list is fetched once and not for each pair.
    var earlier = EarlierBlocks()
    var fetched = range.lowerBound
    for block in range {
      if block == fetched { fetched = fetch(blocks: block..<range.upperBound) }
      let (start, end) = (starts[block], starts[block + 1])
      earlier.removeAll()
      for place in start..<end { earlier.append(blocks, from: firstBlocks[Int(members[place])], before: Int32(block)) }
      for i in start..<end {
        for j in (i + 1)..<max(i + 1, end) where !earlier.share(i - start, j - start) {
          body(Int(members[i]), Int(members[j]))
        }
      }
    }
  }

  /// Looks at the block lists of the records of the next blocks, all at once: met one by one, each would have to be waited
  /// for, since they are spread over more memory than a processor keeps. Returns the first block that was not looked at.
  private func fetch(blocks range: Range<Int>) -> Int {
    let (starts, members, firstBlocks, blocks) = (starts.span, members.span, firstBlocks.span, blocks.span)
    var (block, all) = (range.lowerBound, Int32(0))
    let last = starts[block] + 512
    while block < range.upperBound, starts[block] < last {
      for place in starts[block]..<starts[block + 1] { all |= blocks[firstBlocks[Int(members[place])]] }
      block += 1
    }
    precondition(all >= 0, "blocks are numbered from 0")
    return block
  }

  /// Calls `body` with each pair of neighbours in the long blocks that share no other block.
  public func forEachNeighbour(_ body: (Int, Int) -> Void) {
    for block in longBlocks {
      for i in block {
        for j in (i + 1)..<max(i + 1, min(block.upperBound, i + 1 + Self.window)) {
          let (left, right) = (Int(longMembers[i]), Int(longMembers[j]))
          if sharesBlock(left, right) == nil { body(left, right) }
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

  /// The first block that both records are in.
  func sharesBlock(_ left: Int, _ right: Int) -> Int32? {
    var (i, j) = (firstBlocks[left], firstBlocks[right])
    let (iEnd, jEnd) = (firstBlocks[left + 1], firstBlocks[right + 1])
    while i < iEnd, j < jEnd {
      let (first, second) = (blocks[i], blocks[j])
      if first == second { return first }
      if first < second { i += 1 } else { j += 1 }
    }
    return nil
  }
}

/// Blocks by what they hold.
private struct SeenBlocks {
  private var table = HashTable()
  /// The block that was the first of each hash.
  private var numbers: [Int32] = []

  /// Whether a block was added that holds these records; blocks stand in `members` from their `starts` on.
  func contains(_ records: ArraySlice<Int32>, in members: [Int32], _ starts: [Int]) -> Bool {
    guard let number = table.number(of: Self.hash(records)) else { return false }
    let block = Int(numbers[Int(number)])
    return members[starts[block]..<starts[block + 1]].elementsEqual(records)
  }

  /// Adds the block with this number.
  mutating func add(_ records: ArraySlice<Int32>, number: Int) {
    if Int(table.add(Self.hash(records))) == numbers.count { numbers.append(Int32(number)) }
  }

  private static func hash(_ records: ArraySlice<Int32>) -> UInt64 {
    records.reduce(UInt64(records.count)) { hash, record in
      let mixed = (hash ^ UInt64(UInt32(bitPattern: record))) &* 0xd6e8_feb8_6659_fd93
      return mixed ^ mixed >> 32
    }
  }
}

/// For each record of one block the blocks before it that the record is in too, ascending.
private struct EarlierBlocks {
  private var blocks: [Int32] = []
  private var ends: [Int] = []

  mutating func removeAll() {
    blocks.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
  }

  /// Adds the next record, whose blocks stand in `all` from `start` on and include `block`.
  mutating func append(_ all: [Int32], from start: Int, before block: Int32) {
    let all = all.span
    var next = start
    while all[next] < block {
      blocks.append(all[next])
      next += 1
    }
    ends.append(blocks.count)
  }

  /// Whether two of the records, by their places in the block, are in an earlier block together.
  func share(_ left: Int, _ right: Int) -> Bool {
    let (blocks, ends) = (blocks.span, ends.span)
    var (i, j) = (ends[left], ends[right])
    let (iEnd, jEnd) = (ends[left + 1], ends[right + 1])
    while i < iEnd, j < jEnd {
      let (first, second) = (blocks[i], blocks[j])
      if first == second { return true }
      // Without a branch that cannot be foretold.
      i &+= first < second ? 1 : 0
      j &+= first < second ? 0 : 1
    }
    return false
  }
}

/// The rule of a key that is given as bits.
private struct BlockingKeyRule {
  let rule: UInt8
  init(_ bits: UInt64) { rule = UInt8(bits >> 58) }
}
