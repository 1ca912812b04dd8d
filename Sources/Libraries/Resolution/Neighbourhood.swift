import Bytes
import JSONLines
import Matching

/// One of the records that new ones are matched with, or a new one.
enum Neighbour {
  /// A new one, or a golden one that the state does not know, by its place among those that were read.
  case delta(Int)
  /// A golden one by its place in the state.
  case slot(Int)
}

/// New records, and those of the golden ones that can have something to do with them.
struct Neighbourhood<Kind: KeptKind> {
  private let known: KnownRecords
  private var index: StateIndex { known.index }
  /// The records that were read, in the order of ids, and what they are compared by.
  private let delta: RecordStore
  private let ids: [String]
  private let isNew: [Bool]
  private var features: [Kind.Features] = []
  private var keys = BlockingKeys()
  private var kind: Kind
  /// How many records of the state stand before each of them.
  private var positions: [Int] = []
  /// Pairs to compare: one of `delta` in the upper half, in the lower half another one, marked, or a place in the state.
  private var pairs: [UInt64] = []
  private var skipped: [CandidatePairs.Skipped] = []
  /// Which of the golden ones are among the records, by their places in the state.
  private var isMember: [Bool]

  private var deltaMark: UInt64 { 1 << 31 }

  init(
    _ kind: Kind, _ records: RecordStore, _ known: KnownRecords, _ options: MatchingOptions
  ) throws(DamagedFields) {
    self.known = known
    self.kind = kind
    isMember = [Bool](repeating: false, count: known.index.count)
    var all = known.fresh
    let freshCount = all.count
    all.append(records)
    let idMember = JSONPath(member: options.idMember)
    let allIds = all.map { $0.id(idMember) }
    let order = all.order(ids: allIds)
    delta = all.inOrder(order)
    ids = order.map { allIds[$0] }
    isNew = order.map { $0 >= freshCount }
    for record in delta {
      features.append(self.kind.read(record))
      keys.append(kind.keys(of: features[features.count - 1]))
    }
    try findPositions()
  }

  private mutating func findPositions() throws(DamagedFields) {
    var position = 0
    for place in ids.indices {
      position = try known.position(of: ids[place], from: position)
      var before = position
      if let slot = try known.slot(of: ids[place], at: position) {
        isMember[slot] = true
        if !delta.line(place).lexicographicallyPrecedes(known.line(slot)) { before += 1 }
      }
      positions.append(before)
    }
  }

  /// Where a record stands in the order of all.
  private func rank(_ member: Neighbour) -> (Int, Int) {
    switch member {
    case .delta(let place): (2 * positions[place], place)
    case .slot(let slot): (2 * slot + 1, 0)
    }
  }

  /// Finds the pairs that have a blocking key in common, one of them new.
  mutating func findPairs() {
    let limits = kind.limits(records: population)
    let sorted = SortedKeys(keys)
    let limit = limit(limits, sorted)
    let holders = index.shortNumbers(.holders)
    var place = 0
    var found: [UInt64] = []
    var left: [CandidatePairs.Skipped] = []
    sorted.forEachGroup { key, group in
      guard let new = group.first(where: { isNew[Int($0)] }) else { return }
      let range = index.holders(of: key, from: place)
      place = range.lowerBound
      let slots = range.lazy.map { Int(holders[$0]) }.filter(known.isLive)
      let rule = BlockingKey(number: key).rule
      let size = slots.count + group.count
      guard size > 1 else { return }
      if size <= limit {
        pair(group, with: slots, &found)
      } else if limits.identifyingRules.contains(rule) {
        pairNeighbours(slots.map { .slot($0) } + group.map { .delta(Int($0)) }, &found)
      } else {
        left.append(CandidatePairs.Skipped(rule: rule, records: size, example: Int(new)))
      }
    }
    found.sort()
    pairs = found
    skipped = left
    for pair in pairs where pair & deltaMark == 0 { isMember[Int(pair & 0xFFFF_FFFF)] = true }
  }

  /// How many records there are in all.
  private var population: Int { known.count + isNew.count { $0 } }

  /// The largest block that is compared. Where the number of pairs is limited, it hangs on the sizes of all blocks.
  private func limit(_ limits: BlockLimits, _ sorted: SortedKeys) -> Int {
    guard limits.pairs < Int.max else { return limits.records }
    var sizes: [Int: Int] = [:]
    let (known, holders) = (index.numbers(.keys), index.shortNumbers(.holders))
    var place = 0
    /// Counts the blocks of the state up to `end`, and gives the size of the one with the key `end`.
    func passBlocks(to end: UInt64?) -> Int {
      while place < known.count, end.map({ known[place] <= $0 }) ?? true {
        let key = known[place]
        var size = 0
        while place < known.count, known[place] == key {
          if self.known.isLive(Int(holders[place])) { size += 1 }
          place += 1
        }
        if key == end { return size }
        sizes[size, default: 0] += 1
      }
      return 0
    }
    sorted.forEachGroup { key, group in sizes[passBlocks(to: key) + group.count, default: 0] += 1 }
    _ = passBlocks(to: nil)
    return limits.largestBlock(of: sizes)
  }

  private func pair(_ group: ArraySlice<Int32>, with slots: some Sequence<Int>, _ found: inout [UInt64]) {
    for (place, first) in zip(group.indices, group) {
      if isNew[Int(first)] { for slot in slots { found.append(UInt64(first) << 32 | UInt64(slot)) } }
      for second in group[(place + 1)...] where isNew[Int(first)] || isNew[Int(second)] {
        found.append(UInt64(first) << 32 | UInt64(second) | deltaMark)
      }
    }
  }

  /// Pairs each new one with its next neighbours, as is done with blocks that are too large.
  private func pairNeighbours(_ block: [Neighbour], _ found: inout [UInt64]) {
    let block = block.sorted { rank($0) < rank($1) }
    for (place, first) in block.enumerated() {
      for second in block[(place + 1)...].prefix(CandidatePairs.window) {
        switch (first, second) {
        case (.delta(let one), .delta(let other)) where isNew[one] || isNew[other]:
          found.append(UInt64(min(one, other)) << 32 | UInt64(max(one, other)) | deltaMark)
        case (.delta(let one), .slot(let slot)) where isNew[one], (.slot(let slot), .delta(let one)) where isNew[one]:
          found.append(UInt64(one) << 32 | UInt64(slot))
        default: break
        }
      }
    }
  }

  /// Takes the golden records that decisions name.
  mutating func take(_ decisions: [Decision]) throws(DamagedFields) {
    for decision in decisions {
      for id in [decision.left, decision.right] {
        if let slot = try known.slot(of: id, at: known.position(of: id)) { isMember[slot] = true }
      }
    }
  }

  /// The records in the order of ids.
  func members() -> [Neighbour] {
    var members: [Neighbour] = []
    var next = 0
    for slot in isMember.indices where isMember[slot] {
      while next < delta.count, positions[next] <= slot {
        members.append(.delta(next))
        next += 1
      }
      members.append(.slot(slot))
    }
    return members + (next..<delta.count).map { .delta($0) }
  }

  /// The pairs to compare, by the places of the records in `members`.
  func part(_ members: [Neighbour]) -> PartOfPairs {
    var places = [Int](repeating: 0, count: delta.count)
    var slotPlaces = [Int32](repeating: 0, count: index.count)
    for (place, member) in members.enumerated() {
      switch member {
      case .delta(let number): places[number] = place
      case .slot(let slot): slotPlaces[slot] = Int32(place)
      }
    }
    var part = PartOfPairs(population: population)
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      let left = places[Int(pair >> 32)]
      let rest = Int(pair & 0x7FFF_FFFF)
      let right = pair & deltaMark == 0 ? Int(slotPlaces[rest]) : places[rest]
      part.candidates.append((min(left, right), max(left, right)))
    }
    part.skipped = skipped.map { .init(rule: $0.rule, records: $0.records, example: places[$0.example]) }
    return part
  }

  /// The records themselves, their ids, and which are golden.
  func records(_ members: [Neighbour]) throws(DamagedFields) -> (RecordStore, [String], [Bool]) {
    var store = RecordStore()
    store.reserve(
      members.count,
      bytes: members.reduce(0) { sum, member in
        switch member {
        case .delta(let place): sum + delta.line(place).count
        case .slot(let slot): sum + known.lines[slot].count
        }
      })
    var names: [String] = []
    var isKnown: [Bool] = []
    for member in members {
      switch member {
      case .delta(let place):
        store.append(line: delta.line(place))
        names.append(ids[place])
        isKnown.append(!isNew[place])
      case .slot(let slot):
        known.append(slot, to: &store)
        names.append(try index.id(slot))
        isKnown.append(true)
      }
    }
    return (store, names, isKnown)
  }
}

extension Neighbourhood {
  /// The model that compares the records as it would among all.
  mutating func model(_ members: [Neighbour]) throws(DamagedFields) -> Kind.Model {
    var tally = Tally(index, tables: kind.tables)
    var touched: [UInt64: [Int]] = [:]
    for (place, record) in features.enumerated() {
      kind.note(record, by: 1, in: &tally)
      for key in Set(kind.identities(of: record)) { touched[key, default: []].append(place) }
    }
    for slot in 0..<index.count where !known.isLive(slot) {
      let record = try index.features(slot, &kind)
      kind.note(record, by: -1, in: &tally)
      for key in kind.identities(of: record) { touched[key, default: []] += [] }
    }
    tally.settle()
    let all = AllRecords(count: population, tally: tally, shared: try shared(touched))
    let (features, index) = (features, index)
    return try kind.model(members.count, among: all) { (number, kind) throws(DamagedFields) in
      switch members[number] {
      case .delta(let place): features[place]
      case .slot(let slot): try index.features(slot, &kind)
      }
    }
  }

  private mutating func features(of member: Neighbour) throws(DamagedFields) -> Kind.Features {
    switch member {
    case .delta(let place): features[place]
    case .slot(let slot): try index.features(slot, &kind)
    }
  }

  /// The keys of values that different entities share. Only those that a record has that came or went can be others than
  /// the state knows: these are `touched`, with those that came.
  private mutating func shared(_ touched: [UInt64: [Int]]) throws(DamagedFields) -> Set<UInt64> {
    var shared = Set(index.numbers(.shared))
    let holders = index.shortNumbers(.holders)
    for (key, places) in touched {
      shared.remove(key)
      let slots = index.holders(of: key).lazy.map { Int(holders[$0]) }.filter(known.isLive).prefix(SharedValues.limit)
      let all = slots.map { Neighbour.slot($0) } + places.map { .delta($0) }
      guard all.count > 1 else { continue }
      var records: [Kind.Features] = []
      for member in all.sorted(by: { rank($0) < rank($1) }).prefix(SharedValues.limit) {
        records.append(try features(of: member))
      }
      if kind.areDifferent(records, sharing: key) { shared.insert(key) }
    }
    return shared
  }
}
