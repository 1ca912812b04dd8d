/// Numbers from 0 on for hashes, in the order in which they first come: open addressing with linear probing. Hashes are
/// mixed already, so that they are not hashed again as the keys of a dictionary are.
public struct HashTable: Sendable {
  /// The hash of each number.
  public private(set) var hashes: [UInt64] = []
  /// For each place the upper half of a hash and, below it, its number plus one; 0 for an empty place. A power of two of
  /// them, at most half full.
  private var places = [UInt64](repeating: 0, count: 16)

  /// No hashes yet.
  public init() {}

  /// The number of `hash`; nil when it has none.
  public func number(of hash: UInt64) -> Int32? {
    let entry = places.span[place(of: hash)]
    return entry == 0 ? nil : Self.number(entry)
  }

  /// The number of `hash`, the next one when it had none.
  public mutating func add(_ hash: UInt64) -> Int32 {
    let place = place(of: hash)
    if places[place] != 0 { return Self.number(places[place]) }
    hashes.append(hash)
    places[place] = Self.entry(hash, hashes.count)
    if hashes.count * 2 > places.count { grow() }
    return Int32(hashes.count - 1)
  }

  private static func number(_ entry: UInt64) -> Int32 { Int32(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1 }

  private static func entry(_ hash: UInt64, _ count: Int) -> UInt64 { hash & ~0xFFFF_FFFF | UInt64(count) }

  /// Where `hash` stands or may be put.
  private func place(of hash: UInt64) -> Int {
    let (places, hashes) = (places.span, hashes.span)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] != 0 {
      let isAlike = (places[place] ^ hash) >> 32 == 0
      if isAlike, hashes[Int(Self.number(places[place]))] == hash { break }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private mutating func grow() {
    places = [UInt64](repeating: 0, count: places.count * 2)
    for (number, hash) in hashes.enumerated() { places[place(of: hash)] = Self.entry(hash, number + 1) }
  }
}
