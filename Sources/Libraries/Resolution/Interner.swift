/// Numbers for strings, so that comparing two is one instruction and counting one an array access.
struct Interner {
  private var numbers: [[UInt8]: Int32] = [:]
  private(set) var counts: [Int32] = []

  /// The number of `text`; it is the same for equal texts. Counts the use if asked.
  mutating func number(_ text: [UInt8], counting: Bool = true) -> Int32 {
    if let number = numbers[text] {
      if counting { counts[Int(number)] += 1 }
      return number
    }
    let number = Int32(counts.count)
    numbers[text] = number
    counts.append(1)
    return number
  }

  /// How much an agreement on each text tells beyond an agreement on an average one, in bits.
  func rarity() -> [Float] {
    let total = counts.reduce(0.0) { $0 + Double($1) }
    guard total > 0 else { return [] }
    let coincidence = counts.reduce(0.0) { $0 + Double($1) * Double($1) } / (total * total)
    return counts.map { Float(min(max(logarithm(coincidence * total / Double($0)), -6), 3)) }
  }
}
