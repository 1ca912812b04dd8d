import JSONLines
import Matching
import Names

/// New records, and those of the golden ones that can have something to do with them.
struct Neighbourhood {
  /// One of the records.
  enum Member {
    /// A new one, or a golden one that the state does not know, by its place in `delta`.
    case delta(Int)
    /// A golden one by its place in the state.
    case slot(Int)
  }

  private let known: KnownRecords
  private var index: StateIndex { known.index }
  /// The records that were read, in the order of ids, and what they are compared by.
  private let delta: RecordStore
  private let ids: [String]
  private let isNew: [Bool]
  private var features: [PersonFeatures] = []
  private var keys = BlockingKeys()
  private var reader: PersonReader
  /// How many records of the state stand before each of them.
  private var positions: [Int] = []
  /// Pairs to compare: one of `delta` in the upper half, in the lower half another one, marked, or a place in the state.
  private var pairs: [UInt64] = []
  private var skipped: [CandidatePairs.Skipped] = []
  private var slots: Set<Int> = []

  private static let deltaMark: UInt64 = 1 << 31

  init(_ records: RecordStore, _ known: KnownRecords, _ options: MatchingOptions) throws(DamagedState) {
    self.known = known
    reader = PersonReader(options.companies)
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
      features.append(reader.read(record))
      keys.append(PersonBlocking.keys(of: features[features.count - 1]))
    }
    try findPositions()
  }

  private mutating func findPositions() throws(DamagedState) {
    var position = 0
    for place in ids.indices {
      position = try known.position(of: ids[place], from: position)
      var before = position
      if let slot = try known.slot(of: ids[place], at: position) {
        slots.insert(slot)
        if !delta.line(place).lexicographicallyPrecedes(known.line(slot)) { before += 1 }
      }
      positions.append(before)
    }
  }

  /// Where a record stands in the order of all.
  private func rank(_ member: Member) -> (Int, Int) {
    switch member {
    case .delta(let place): (2 * positions[place], place)
    case .slot(let slot): (2 * slot + 1, 0)
    }
  }

  /// Finds the pairs that have a blocking key in common, one of them new.
  mutating func findPairs() {
    let limits = PersonBlocking.limits
    let holders = index.shortNumbers(.holders)
    var place = 0
    var found: [UInt64] = []
    var left: [CandidatePairs.Skipped] = []
    SortedKeys(keys).forEachGroup { key, group in
      guard let new = group.first(where: { isNew[Int($0)] }) else { return }
      let range = index.holders(of: key, from: place)
      place = range.lowerBound
      let slots = range.lazy.map { Int(holders[$0]) }.filter(known.isLive)
      let rule = BlockingKey(number: key).rule
      let size = slots.count + group.count
      guard size > 1 else { return }
      if size <= limits.records {
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
    for pair in pairs where pair & Self.deltaMark == 0 { slots.insert(Int(pair & 0xFFFF_FFFF)) }
  }

  private func pair(_ group: ArraySlice<Int32>, with slots: some Sequence<Int>, _ found: inout [UInt64]) {
    for (place, first) in zip(group.indices, group) {
      if isNew[Int(first)] { for slot in slots { found.append(UInt64(first) << 32 | UInt64(slot)) } }
      for second in group[(place + 1)...] where isNew[Int(first)] || isNew[Int(second)] {
        found.append(UInt64(first) << 32 | UInt64(second) | Self.deltaMark)
      }
    }
  }

  /// Pairs each new one with its next neighbours, as is done with blocks that are too large.
  private func pairNeighbours(_ block: [Member], _ found: inout [UInt64]) {
    let block = block.sorted { rank($0) < rank($1) }
    for (place, first) in block.enumerated() {
      for second in block[(place + 1)...].prefix(CandidatePairs.window) {
        switch (first, second) {
        case (.delta(let one), .delta(let other)) where isNew[one] || isNew[other]:
          found.append(UInt64(min(one, other)) << 32 | UInt64(max(one, other)) | Self.deltaMark)
        case (.delta(let one), .slot(let slot)) where isNew[one], (.slot(let slot), .delta(let one)) where isNew[one]:
          found.append(UInt64(one) << 32 | UInt64(slot))
        default: break
        }
      }
    }
  }

  /// Takes the golden records that decisions name.
  mutating func take(_ decisions: [Decision]) throws(DamagedState) {
    for decision in decisions {
      for id in [decision.left, decision.right] {
        if let slot = try known.slot(of: id, at: known.position(of: id)) { slots.insert(slot) }
      }
    }
  }

  /// The records in the order of ids.
  func members() -> [Member] {
    (delta.indices.map { .delta($0) } + slots.map { .slot($0) }).sorted { rank($0) < rank($1) }
  }

  /// The pairs to compare, by the places of the records in `members`.
  func part(_ members: [Member]) -> PartOfPairs {
    var places = [Int](repeating: 0, count: delta.count)
    var slotPlaces: [Int: Int] = [:]
    for (place, member) in members.enumerated() {
      switch member {
      case .delta(let number): places[number] = place
      case .slot(let slot): slotPlaces[slot] = place
      }
    }
    var part = PartOfPairs(population: known.count + isNew.count { $0 })
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      let left = places[Int(pair >> 32)]
      let rest = Int(pair & 0x7FFF_FFFF)
      let right = pair & Self.deltaMark == 0 ? slotPlaces[rest] ?? left : places[rest]
      part.candidates.append((min(left, right), max(left, right)))
    }
    part.skipped = skipped.map { .init(rule: $0.rule, records: $0.records, example: places[$0.example]) }
    return part
  }

  /// The records themselves, their ids, and which are golden.
  func records(_ members: [Member]) throws(DamagedState) -> (RecordStore, [String], [Bool]) {
    var store = RecordStore()
    var names: [String] = []
    var isKnown: [Bool] = []
    for member in members {
      switch member {
      case .delta(let place):
        store.append(line: delta.line(place))
        names.append(ids[place])
        isKnown.append(!isNew[place])
      case .slot(let slot):
        store.append(line: known.line(slot)[...])
        names.append(try index.id(slot))
        isKnown.append(true)
      }
    }
    return (store, names, isKnown)
  }
}

extension Neighbourhood {
  /// The model that compares the records as it would among all golden records.
  mutating func model(_ members: [Member]) throws(DamagedState) -> PersonModel {
    var compared = PersonTable()
    for member in members {
      switch member {
      case .delta(let place): compared.append(features[place])
      case .slot(let slot): compared.append(try index.features(slot, &reader))
      }
    }
    var gone: [PersonFeatures] = []
    for slot in 0..<index.count where !known.isLive(slot) { gone.append(try index.features(slot, &reader)) }
    let shared = try shared(gone)
    // Completes the reader's counts, which the model takes.
    let rarity = rarity(gone)
    return PersonModel(reader, compared, rarity, shared: shared)
  }

  /// How much an agreement tells on each value that counts, by what is counted in all golden and new records.
  private mutating func rarity(_ gone: [PersonFeatures]) -> [[Float]] {
    for record in gone {
      if record.givenNumber >= 0 { reader.given.discount(record.givenNumber) }
      if record.familyNumber >= 0 { reader.family.discount(record.familyNumber) }
      for employer in record.employers { reader.employers.discount(employer.number) }
      for phone in record.phones { reader.phones.discount(phone.number) }
    }
    return [
      rarity(.given, &reader.given), rarity(.family, &reader.family), rarity(.employer, &reader.employers),
      rarity(.phone, &reader.phones),
    ]
  }

  private func rarity(_ value: CountedValue, _ interner: inout Interner) -> [Float] {
    var (total, squares) = (0.0, 0.0)
    let counts = index.shortNumbers(.counts(value))
    for place in 0..<counts.count {
      let count = Double(counts[place])
      total += count
      squares += count * count
    }
    interner.add(known: { index.uses(value, $0) }, total: &total, squares: &squares)
    return interner.rarity(total: total, squares: squares)
  }

  /// The mailboxes and telephones that different people share. Only those that a record has that came or went can be
  /// others than the state knows.
  private func shared(_ gone: [PersonFeatures]) throws(DamagedState) -> Set<UInt64> {
    var shared = KnownRecords.set(index.numbers(.shared))
    var touched: [UInt64: [Int]] = [:]
    for record in gone { for key in record.identities { touched[key] = [] } }
    for (place, record) in features.enumerated() {
      for key in Set(record.identities) { touched[key, default: []].append(place) }
    }
    let holders = index.shortNumbers(.holders)
    for (key, places) in touched {
      shared.remove(key)
      let slots = index.holders(of: key).lazy.map { Int(holders[$0]) }.filter(known.isLive).prefix(SharedValues.limit)
      let all = slots.map { Member.slot($0) } + places.map { .delta($0) }
      guard all.count > 1 else { continue }
      var names: [PersonNameKey] = []
      for member in all.sorted(by: { rank($0) < rank($1) }).prefix(SharedValues.limit) {
        switch member {
        case .delta(let place): names.append(features[place].name)
        case .slot(let slot): names.append(try index.name(slot))
        }
      }
      if SharedValues.contradict(names, familyMayAgree: BlockingKey(number: key).rule == PersonBlocking.phoneRule) {
        shared.insert(key)
      }
    }
    return shared
  }
}

extension PersonFeatures {
  /// The blocking keys of mailboxes and telephones.
  var identities: [UInt64] { mailboxes.map(\.key) + phones.map(\.key) }
}
