import Bytes
import Matching

/// Makes the state that belongs to golden records that are written: what an older state keeps of those that stay, and
/// what is new.
struct StateWriter<Kind: KeptKind> {
  private var kind: Kind
  private let older: OlderRecords?
  /// The records that are new, in the order of ids, and how many of the older state stand before each.
  private var positions: [Int] = []
  private var lines: [UInt64] = []
  /// Their fields one after the other, and where each ends.
  private var fields = FieldWriter()
  private var ends = [0]
  private var checks: [UInt64] = []
  private var keys = BlockingKeys()
  private var tally: Tally
  /// Keys of values that identify, of records that come or go.
  private var touched: Set<UInt64> = []

  /// A writer that takes over those records of an older state that stay.
  init(_ kind: Kind, _ older: OlderRecords?) {
    self.kind = kind
    self.older = older
    tally = Tally(older?.known.index, tables: kind.tables)
  }

  private var old: StateIndex? { older?.known.index }

  /// Adds a golden record, which comes after those that were added before, with what it is compared by.
  mutating func add(_ golden: Golden, _ features: (inout Kind) -> Kind.Features) throws(DamagedFields) {
    positions.append(try older?.known.position(of: golden.id, from: positions.last ?? 0) ?? 0)
    let features = features(&kind)
    fields.text(Array(golden.id.utf8))
    kind.encode(features, to: &fields)
    ends.append(fields.bytes.count)
    lines.append(ContentHash.of(golden.line))
    checks.append(kind.surroundings(of: features))
    keys.append(kind.keys(of: features))
    note(features, by: 1)
  }

  private mutating func note(_ features: Kind.Features, by count: Int64) {
    kind.note(features, by: count, in: &tally)
    touched.formUnion(kind.identities(of: features))
  }

  /// The sections of the state; `others` are the hashes of the lines of other types.
  mutating func sections(others: Set<UInt64>) throws(DamagedFields) -> StateSections {
    if let older, let old {
      for slot in 0..<old.count where !older.isKept(slot) { note(try old.features(slot, &kind), by: -1) }
    }
    tally.settle()
    var sections = StateSections(surroundings: kind.surroundings, reading: kind.reading, tables: kind.tables)
    let origins = origins()
    takeRecords(origins, &sections)
    takeKeys(origins, &sections)
    for table in 0..<kind.tables {
      var (values, counts) = ([UInt64](), [UInt32]())
      values.reserveCapacity(tally.mostValues(table))
      counts.reserveCapacity(tally.mostValues(table))
      tally.forEach(table) { value, count in
        values.append(value)
        counts.append(UInt32(clamping: count))
      }
      sections[.values(table)] = values
      sections.short[.counts(table)] = counts
    }
    try takeShared(origins, &sections)
    sections[.others] = others.sorted()
    return sections
  }

  /// Where each record comes from: a place in the older state, or `-1 - n` for the one that was added as number n.
  private func origins() -> [Int] {
    func isKept(_ slot: Int) -> Bool { older?.isKept(slot) ?? false }
    var origins: [Int] = []
    origins.reserveCapacity(positions.count + (old?.count ?? 0))
    var slot = 0
    for (number, position) in positions.enumerated() {
      origins += (slot..<max(slot, position)).filter(isKept)
      slot = max(slot, position)
      origins.append(-1 - number)
    }
    origins += (slot..<(old?.count ?? slot)).filter(isKept)
    return origins
  }

  private func takeRecords(_ origins: [Int], _ sections: inout StateSections) {
    var (hashes, marks, places) = ([UInt64](), [UInt64](), [UInt64]())
    places.append(0)
    let (oldHashes, oldChecks, oldPlaces) = (old?.numbers(.lines), old?.numbers(.checks), old?.numbers(.offsets))
    var blob: [UInt8] = []
    hashes.reserveCapacity(origins.count)
    marks.reserveCapacity(origins.count)
    places.reserveCapacity(origins.count + 1)
    blob.reserveCapacity(fields.bytes.count + (old?.fieldRange(0..<(old?.count ?? 0)).count ?? 0))
    var stretch = 0..<0
    func takeStretch() { if let old, !stretch.isEmpty { old.appendFields(stretch, to: &blob) } }
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
    let merged = MergedKeys(old, newPlaces, SortedKeys(keys), addedPlaces)
    sections[.keys] = merged.keys
    sections.short[.holders] = merged.holders
  }

  /// The values that different entities share; only those of records that came or went can be others than before.
  private mutating func takeShared(_ origins: [Int], _ sections: inout StateSections) throws(DamagedFields) {
    var shared = old.map { Set($0.numbers(.shared)) } ?? []
    shared.subtract(touched)
    let last = touched.max() ?? 0
    let (keys, holders) = (sections[.keys], sections.short[.holders] ?? [])
    var start = 0
    while start < keys.count, !touched.isEmpty, keys[start] <= last {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      if end - start > 1, touched.contains(keys[start]) {
        var records: [Kind.Features] = []
        for place in holders[start..<end].prefix(SharedValues.limit) {
          records.append(try features(origins[Int(place)]))
        }
        if kind.areDifferent(records, sharing: keys[start]) { shared.insert(keys[start]) }
      }
      start = end
    }
    sections[.shared] = shared.sorted()
  }

  private mutating func features(_ origin: Int) throws(DamagedFields) -> Kind.Features {
    if let old, origin >= 0 { return try old.features(origin, &kind) }
    let number = -1 - origin
    var reader = FieldReader(ends[number]..<ends[number + 1])
    let bytes = fields.bytes
    let span = bytes.span.bytes
    _ = try reader.text(span)
    return try kind.decode(&reader, span)
  }
}
