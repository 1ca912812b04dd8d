/// Numbers from 0 on for hashes, in the order in which they first come: open addressing with linear probing. Hashes are
/// mixed already, so that they are not hashed again as the keys of a dictionary are.
public struct HashTable: Sendable {
  /// The hash of each number.
  public private(set) var hashes: [UInt64] = []
  /// A power of two of them, at most half full.
  private var places = [Place](repeating: Place(), count: 16)

  /// Hash and number side by side, so that one look at memory finds both.
  private struct Place {
    var hash: UInt64 = 0
    /// -1 in an empty place.
    var number: Int32 = -1
  }

  /// No hashes yet.
  public init() {}

  /// The number of `hash`; nil when it has none.
  public func number(of hash: UInt64) -> Int32? {
    let number = places.span[place(of: hash)].number
    return number < 0 ? nil : number
  }

  /// The number of `hash`, the next one when it had none.
  public mutating func add(_ hash: UInt64) -> Int32 {
    let place = place(of: hash)
    if places[place].number >= 0 { return places[place].number }
    let number = Int32(hashes.count)
    hashes.append(hash)
    places[place] = Place(hash: hash, number: number)
    if hashes.count * 2 > places.count { grow() }
    return number
  }

  /// Where `hash` stands or may be put.
  private func place(of hash: UInt64) -> Int {
    let places = places.span
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place].number >= 0, places[place].hash != hash { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func grow() {
    places = [Place](repeating: Place(), count: places.count * 2)
    for (number, hash) in hashes.enumerated() { places[place(of: hash)] = Place(hash: hash, number: Int32(number)) }
  }
}
