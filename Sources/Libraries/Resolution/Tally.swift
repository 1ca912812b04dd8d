/// How often values stand in records: what a state says of those that it knows, with what came and what went since.
struct Tally: Sendable {
  private let old: StateIndex?
  /// By table, how much more or less often a value stands than the state says.
  private var changes: [[UInt64: Int64]]
  /// By table, the parts of the values that stand more or less often.
  private var parts: [[UInt64: [UInt64]]]

  /// The counts of a state; of nothing when there is none.
  init(_ old: StateIndex?, tables: Int) {
    self.old = old
    changes = Array(repeating: [:], count: tables)
    parts = Array(repeating: [:], count: tables)
  }

  /// Notes that a value stands in so many more records; `parts` are counted in the next table, once for each value.
  mutating func note(_ table: Int, _ value: UInt64, by count: Int64, _ parts: (() -> [UInt64])?) {
    changes[table][value, default: 0] += count
    if let parts, self.parts[table][value] == nil { self.parts[table][value] = parts() }
  }

  /// Counts the parts of values that are new and of those that are gone; to be called when all is noted.
  mutating func settle() {
    for table in parts.indices {
      for (value, its) in parts[table] {
        let before = known(table, value)
        let (was, isNow) = (before > 0, before + changes[table][value, default: 0] > 0)
        guard was != isNow else { continue }
        for part in its { changes[table + 1][part, default: 0] += isNow ? 1 : -1 }
      }
    }
    parts = []
  }

  private func known(_ table: Int, _ value: UInt64) -> Int64 { old?.uses(table, value) ?? 0 }

  /// How many records have the value. A forged state may say that more do than ever could be.
  func uses(_ table: Int, _ value: UInt64) -> Int32 {
    Int32(min(max(0, known(table, value) + (changes[table][value] ?? 0)), Self.mostUses))
  }

  /// A number that can be multiplied by what counts are compared with.
  private static let mostUses: Int64 = 1 << 27

  /// How many different values there are, how often they stand, and the sum of the squares of that.
  func sums(_ table: Int) -> (values: Int, total: Double, squares: Double) {
    var sums = (values: 0, total: 0.0, squares: 0.0)
    func add(_ count: Int64, _ sign: Double) {
      guard count > 0 else { return }
      sums.values += Int(sign)
      sums.total += sign * Double(count)
      sums.squares += sign * Double(count) * Double(count)
    }
    if let counts = old?.counts(table) { for place in 0..<counts.count { add(Int64(counts[place]), 1) } }
    for (value, change) in changes[table] where change != 0 {
      let before = known(table, value)
      add(before, -1)
      add(before + change, 1)
    }
    return sums
  }

  /// As many values as there can be.
  func mostValues(_ table: Int) -> Int { (old?.values(table).count ?? 0) + changes[table].count }

  /// Calls `body` with each value and how often it stands, by ascending hashes.
  func forEach(_ table: Int, _ body: (UInt64, Int64) -> Void) {
    func take(_ value: UInt64, _ count: Int64) { if count > 0 { body(value, count) } }
    let changed = changes[table].sorted { $0.key < $1.key }
    var next = 0
    if let old {
      let (values, counts) = (old.values(table), old.counts(table))
      for place in 0..<values.count {
        let value = values[place]
        while next < changed.count, changed[next].key < value {
          take(changed[next].key, changed[next].value)
          next += 1
        }
        let isChanged = next < changed.count && changed[next].key == value
        take(value, Int64(counts[place]) + (isChanged ? changed[next].value : 0))
        if isChanged { next += 1 }
      }
    }
    for (value, count) in changed[next...] { take(value, count) }
  }

  /// How much an agreement on each text tells that `interner` has numbered, which gets the counts.
  func rarity(_ table: Int, _ interner: inout Interner) -> [Float] {
    interner.count { uses(table, $0) }
    let sums = sums(table)
    return interner.rarity(total: sums.total, squares: sums.squares)
  }
}

extension KeptKind {
  /// Notes a record that came (1) or went (-1).
  func note(_ features: Features, by count: Int64, in tally: inout Tally) {
    forEachCounted(features) { tally.note($0, $1, by: count, $2) }
  }
}
