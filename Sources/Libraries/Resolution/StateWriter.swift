import Bytes
import Matching
import Names

/// Makes the state that belongs to golden records that are written: what an older state keeps of those that stay, and
/// what is new.
struct StateWriter {
  private let old: StateIndex?
  private let isKept: (Int) -> Bool
  private let companies: CompanyLabels
  /// The records that are new, in the order of ids, and how many of the older state stand before each.
  private var positions: [Int] = []
  private var lines: [UInt64] = []
  /// Their fields one after the other, and where each ends.
  private var fields = FieldWriter()
  private var ends = [0]
  private var checks: [UInt64] = []
  private var keys = BlockingKeys()
  /// How often values stand more or less often than before.
  private var changes = [[UInt64: Int64]](repeating: [:], count: CountedValue.allCases.count)
  /// Mailboxes and telephones of records that come or go.
  private var touched: Set<UInt64> = []

  /// A writer that takes over those records of `old` that are kept.
  init(_ old: StateIndex?, _ companies: CompanyLabels, keeping isKept: @escaping (Int) -> Bool = { _ in true }) {
    self.old = old
    self.isKept = isKept
    self.companies = companies
  }

  /// Adds a golden record, which comes after those that were added before, and after so many of the older state.
  mutating func add(_ golden: Golden, _ features: PersonFeatures, behind position: Int = 0) {
    fields.text(Array(golden.id.utf8))
    features.encode(to: &fields)
    ends.append(fields.bytes.count)
    positions.append(position)
    lines.append(ContentHash.of(golden.line))
    checks.append(features.companyCheck(companies))
    keys.append(PersonBlocking.keys(of: features))
    note(features, count: 1)
  }

  private mutating func note(_ features: PersonFeatures, count: Int64) {
    features.forEachCounted { changes[$0.rawValue][$1, default: 0] += count }
    touched.formUnion(features.identities)
  }

  /// Notes what the records of the older state were compared by that are not kept.
  private mutating func noteGone() throws(DamagedState) {
    guard let old else { return }
    var reader = PersonReader()
    for slot in 0..<old.count where !isKept(slot) { note(try old.features(slot, &reader), count: -1) }
  }

  /// The sections of the state; `others` are the hashes of the lines of other types.
  mutating func sections(others: Set<UInt64>) throws(DamagedState) -> StateSections {
    try noteGone()
    var sections = StateSections(companies: companies.fingerprint)
    let origins = origins()
    takeRecords(origins, &sections)
    takeKeys(origins, &sections)
    takeCounts(&sections)
    try takeShared(origins, &sections)
    sections[.others] = others.sorted()
    return sections
  }

  /// Where each record comes from: a place in the older state, or `-1 - n` for the one that was added as number n.
  private func origins() -> [Int] {
    var origins: [Int] = []
    var slot = 0
    for (number, position) in positions.enumerated() {
      origins += (slot..<max(slot, position)).filter(isKept)
      slot = max(slot, position)
      origins.append(-1 - number)
    }
    return origins + (slot..<(old?.count ?? slot)).filter(isKept)
  }

  private func takeRecords(_ origins: [Int], _ sections: inout StateSections) {
    var (hashes, marks, places) = ([UInt64](), [UInt64](), [UInt64]())
    places.append(0)
    let (oldHashes, oldChecks, oldPlaces) = (old?.numbers(.lines), old?.numbers(.checks), old?.numbers(.offsets))
    var blob: [UInt8] = []
    var stretch = 0..<0
    func takeStretch() { if let old, !stretch.isEmpty { blob += old.fields(stretch) } }
    for origin in origins {
      if origin >= 0, let oldHashes, let oldChecks, let oldPlaces {
        hashes.append(oldHashes[origin])
        marks.append(oldChecks[origin])
        places.append(places[places.count - 1] + oldPlaces[origin + 1] - oldPlaces[origin])
        if stretch.upperBound == origin, !stretch.isEmpty {
          stretch = stretch.lowerBound..<origin + 1
        } else {
          takeStretch()
          stretch = origin..<origin + 1
        }
      } else {
        takeStretch()
        stretch = 0..<0
        let number = -1 - origin
        hashes.append(lines[number])
        marks.append(checks[number])
        blob += fields.bytes[ends[number]..<ends[number + 1]]
        places.append(UInt64(blob.count))
      }
    }
    takeStretch()
    sections[.lines] = hashes
    sections[.checks] = marks
    sections[.offsets] = places
    sections.fields = blob
  }

  /// Both tables of keys as one, with the new places of the records.
  private func takeKeys(_ origins: [Int], _ sections: inout StateSections) {
    var newPlaces = [Int32](repeating: -1, count: old?.count ?? 0)
    var addedPlaces = [UInt32](repeating: 0, count: lines.count)
    for (place, origin) in origins.enumerated() {
      if origin >= 0 { newPlaces[origin] = Int32(place) } else { addedPlaces[-1 - origin] = UInt32(place) }
    }
    let sorted = SortedKeys(keys)
    let (oldKeys, oldHolders) = (old?.numbers(.keys), old?.shortNumbers(.holders))
    let oldCount = oldKeys?.count ?? 0
    var (all, holders) = ([UInt64](), [UInt32]())
    all.reserveCapacity(oldCount + sorted.keys.count)
    holders.reserveCapacity(oldCount + sorted.keys.count)
    var next = 0
    func takeAdded(before key: UInt64, _ place: UInt32) {
      while next < sorted.keys.count {
        let own = addedPlaces[Int(sorted.records[next])]
        guard (sorted.keys[next], own) < (key, place) else { return }
        all.append(sorted.keys[next])
        holders.append(own)
        next += 1
      }
    }
    if let oldKeys, let oldHolders {
      for index in 0..<oldCount {
        let place = newPlaces[Int(oldHolders[index])]
        guard place >= 0 else { continue }
        let key = oldKeys[index]
        takeAdded(before: key, UInt32(place))
        all.append(key)
        holders.append(UInt32(place))
      }
    }
    takeAdded(before: .max, .max)
    sections[.keys] = all
    sections.short[.holders] = holders
  }

  /// The counts of the older state, with what came and what went.
  private func takeCounts(_ sections: inout StateSections) {
    for value in CountedValue.allCases {
      var (hashes, counts) = ([UInt64](), [UInt32]())
      func take(_ hash: UInt64, _ count: Int64) {
        guard count > 0 else { return }
        hashes.append(hash)
        counts.append(UInt32(clamping: count))
      }
      let changed = changes[value.rawValue].sorted { $0.key < $1.key }
      var next = 0
      if let old {
        let (oldHashes, oldCounts) = (old.numbers(.values(value)), old.shortNumbers(.counts(value)))
        for index in 0..<oldHashes.count {
          let hash = oldHashes[index]
          while next < changed.count, changed[next].key < hash {
            take(changed[next].key, changed[next].value)
            next += 1
          }
          let isChanged = next < changed.count && changed[next].key == hash
          take(hash, Int64(oldCounts[index]) + (isChanged ? changed[next].value : 0))
          if isChanged { next += 1 }
        }
      }
      for (hash, count) in changed[next...] { take(hash, count) }
      sections[.values(value)] = hashes
      sections.short[.counts(value)] = counts
    }
  }

  /// The values that different people share; only those of records that came or went can be others than before.
  private func takeShared(_ origins: [Int], _ sections: inout StateSections) throws(DamagedState) {
    var shared = old.map { KnownRecords.set($0.numbers(.shared)) } ?? []
    shared.subtract(touched)
    let (keys, holders) = (sections[.keys], sections.short[.holders] ?? [])
    var start = 0
    while start < keys.count, BlockingKey(number: keys[start]).rule <= PersonBlocking.phoneRule {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      if end - start > 1, touched.contains(keys[start]) {
        let isPhone = BlockingKey(number: keys[start]).rule == PersonBlocking.phoneRule
        let names = try holders[start..<end].prefix(SharedValues.limit).map { (place) throws(DamagedState) in
          let origin = origins[Int(place)]
          return origin >= 0 ? try old?.name(origin) : try addedName(-1 - origin)
        }.compactMap { $0 }
        if SharedValues.contradict(names, familyMayAgree: isPhone) { shared.insert(keys[start]) }
      }
      start = end
    }
    sections[.shared] = shared.sorted()
  }

  private func addedName(_ number: Int) throws(DamagedState) -> PersonNameKey {
    var reader = FieldReader(ends[number]..<ends[number + 1])
    let span = fields.bytes.span.bytes
    _ = try reader.text(span)
    return try PersonFeatures.name(&reader, span)
  }
}

/// The sections of a state that is written.
struct StateSections {
  let companies: UInt64
  private var long: [StateLayout.Section: [UInt64]] = [:]
  var short: [StateLayout.Section: [UInt32]] = [:]
  var fields: [UInt8] = []

  init(companies: UInt64) {
    self.companies = companies
  }

  subscript(section: StateLayout.Section) -> [UInt64] {
    get { long[section] ?? [] }
    set { long[section] = newValue }
  }

  /// Calls `body` with the bytes of the state, piece by piece; it begins with `model`.
  func forEachPiece(model: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
    try body(model + [UInt8](repeating: 0, count: StateLayout.padded(model.count + 1) - model.count))
    var header = FieldWriter()
    var checksum = companies
    for section in StateLayout.Section.allCases {
      checksum = ContentHash.of(checksum, withBytes(of: section) { ContentHash.of($0, 0..<$0.byteCount) })
    }
    for word in [StateLayout.magic, StateLayout.version, checksum, companies] { header.word(word) }
    for section in StateLayout.Section.allCases { header.word(UInt64(withBytes(of: section) { $0.byteCount })) }
    try body(header.bytes)
    for section in StateLayout.Section.allCases {
      try withBytes(of: section) { span in
        for start in stride(from: 0, to: span.byteCount, by: 1 << 20) {
          try body(span.array(start..<min(span.byteCount, start + 1 << 20)))
        }
        try body([UInt8](repeating: 0, count: StateLayout.padded(span.byteCount) - span.byteCount))
      }
    }
  }

  /// Numbers lie in memory as they do in the file: little-endian, as on every machine that this runs on.
  private func withBytes<Result>(of section: StateLayout.Section, _ body: (RawSpan) throws -> Result) rethrows -> Result
  {
    if section == .fields { return try body(fields.span.bytes) }
    if let numbers = short[section] { return try body(numbers.span.bytes) }
    return try body(self[section].span.bytes)
  }
}
