/// Brings elements into an order that looks like chance and is the same each time (Fisher and Yates's shuffle, by the
/// generator splitmix64).
struct Shuffle {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  /// Each call gives another order.
  mutating func apply<Element>(to elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      elements.swapAt(last, Int((mixed ^ (mixed >> 31)) % UInt64(last + 1)))
    }
  }
}
