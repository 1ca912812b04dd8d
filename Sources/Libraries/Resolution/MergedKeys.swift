import Bytes
import Matching

/// The blocking keys of an older state's records that stay and those of new ones as one table: ascending, and those of one
/// key by the places of their records.
struct MergedKeys {
  private(set) var keys: [UInt64] = []
  private(set) var holders: [UInt32] = []
  private let added: SortedKeys
  private let addedPlaces: [UInt32]
  /// How many of the added keys stand in the table already.
  private var taken = 0

  /// The keys of `old`, whose records have new places (-1 for those that are gone), and `added` ones with the places of
  /// their records.
  init(_ old: StateIndex?, _ places: [Int32], _ added: SortedKeys, _ addedPlaces: [UInt32]) {
    (self.added, self.addedPlaces) = (added, addedPlaces)
    let count = added.keys.count + (old?.numbers(.keys).count ?? 0)
    keys.reserveCapacity(count)
    holders.reserveCapacity(count)
    var next = added.keys.first ?? .max
    old?.forEachKey { key, holder in
      let place = places[Int(holder)]
      guard place >= 0 else { return }
      if next <= key { next = take(before: key, UInt32(place)) }
      keys.append(key)
      holders.append(UInt32(place))
    }
    _ = take(before: .max, .max)
  }

  /// Takes the added keys before this one; gives the next that is left.
  private mutating func take(before key: UInt64, _ place: UInt32) -> UInt64 {
    while taken < added.keys.count {
      let (next, own) = (added.keys[taken], addedPlaces[Int(added.records[taken])])
      guard (next, own) < (key, place) else { return next }
      keys.append(next)
      holders.append(own)
      taken += 1
    }
    return .max
  }
}
