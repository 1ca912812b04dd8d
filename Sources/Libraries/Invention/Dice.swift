// The only source of chance: a seeded generator, the same on every machine.

/// A stream of pseudo-random numbers (SplitMix64), named by what it decides, so that one decision more
/// in one place leaves all other places as they were.
struct Dice {
  private var state: UInt64

  /// The stream of `label` and `index` under `seed`.
  init(seed: UInt64, _ label: String, _ index: Int = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    state = hash &+ UInt64(truncatingIfNeeded: index) &* 0xd1b5_4a32_d192_ed03
    _ = next()
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state = state &+ 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `bound` - 1; 0 when `bound` is not positive.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() >> 33) % bound : 0
  }

  /// A number of `range`.
  mutating func among(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in `percent` of 100 cases.
  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// One element of a table; tables are never empty.
  mutating func pick<Element>(_ table: [Element]) -> Element {
    table[below(table.count)]
  }

  /// The elements in another order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    var last = result.count - 1
    while last > 0 {
      result.swapAt(last, below(last + 1))
      last -= 1
    }
    return result
  }

  /// So many hexadecimal digits.
  mutating func hex(_ count: Int) -> String {
    var text = ""
    while text.utf8.count < count {
      let digits = String(next(), radix: 16)
      text += String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
    return String(text.prefix(count))
  }

  /// So many letters and digits, as identifiers of mail programs have them.
  mutating func token(_ count: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    return String((0..<count).map { _ in alphabet[below(alphabet.count)] })
  }
}
