/// Numbers from 0 on for hashes, in the order in which they first come: open addressing with linear probing.
///
/// Whoever writes the texts can choose them so that many of their hashes would fall on one place, which would make every
/// look long. So a secret that is drawn anew in each run says where a hash stands. Numbers hang on the order in which
/// hashes come alone, so that all runs give the same ones.
public struct HashTable: Sendable {
  /// The hash of each number.
  public private(set) var hashes: [UInt64] = []
  /// A power of two of them, at most half full.
  private var places = [Place](repeating: Place(), count: 16)
  /// How far mixed hashes are shifted to be places.
  private var shift: UInt64 = 60
  private let secret: Secret

  /// Hash and number side by side, so that one look at memory finds both.
  private struct Place {
    var hash: UInt64 = 0
    /// -1 in an empty place.
    var number: Int32 = -1
  }

  /// What says where hashes stand.
  struct Secret {
    let offset: UInt64
    let multiplier: UInt64
  }

  private static let drawn = Secret(offset: .random(in: 0...UInt64.max), multiplier: .random(in: 0...UInt64.max))

  /// No hashes yet.
  public init() { self.init(secret: Self.drawn) }

  /// The same with a secret that is not drawn.
  init(secret: Secret) { self.secret = secret }

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

  /// How many places are looked at to find `hash`.
  func steps(to hash: UInt64) -> Int { ((place(of: hash) - home(of: hash)) & (places.count - 1)) + 1 }

  /// Where `hash` stands unless others stand there.
  ///
  /// Both halves of the whole product, since the lower one alone lets hashes at equal distances stand in heaps under one
  /// drawn multiplier of twenty; then the golden ratio (Knuth, The Art of Computer Programming 3, 6.4) carries what
  /// differs to the upper bits, which are the place.
  private func home(of hash: UInt64) -> Int {
    let product = (hash ^ secret.offset).multipliedFullWidth(by: secret.multiplier | 1)
    return Int(truncatingIfNeeded: ((product.high ^ product.low) &* 0x9e37_79b9_7f4a_7c15) &>> shift)
  }

  /// Where `hash` stands or may be put.
  private func place(of hash: UInt64) -> Int {
    let places = places.span
    var place = home(of: hash)
    while places[place].number >= 0, places[place].hash != hash { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func grow() {
    places = [Place](repeating: Place(), count: places.count * 2)
    shift -= 1
    for (number, hash) in hashes.enumerated() { places[place(of: hash)] = Place(hash: hash, number: Int32(number)) }
  }
}
