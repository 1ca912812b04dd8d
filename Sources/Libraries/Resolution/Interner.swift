import Bytes
import Matching

/// Numbers for strings, so that comparing two is one instruction and counting one an array access.
///
/// Strings are known by their hashes: two of one hash would count as equal, which does not happen by chance.
struct Interner {
  private var numbers = HashTable()
  /// How often each was counted.
  private(set) var counts: [Int32] = []
  /// The strings by their numbers, if they are kept.
  private(set) var texts = TextTable()
  private let keepsTexts: Bool

  /// No strings yet; they are kept if asked, and then must all be given as texts.
  init(keepingTexts: Bool = false) {
    keepsTexts = keepingTexts
  }

  /// The number of `text`; it is the same for equal texts. Counts the use if asked.
  mutating func number(_ text: [UInt8], counting: Bool = true) -> Int32 {
    let number = number(hash: ContentHash.of(text), counting: counting)
    if keepsTexts, Int(number) == texts.count { texts.append(text) }
    return number
  }

  /// The number of the text with this hash.
  mutating func number(hash: UInt64, counting: Bool = true) -> Int32 {
    let number = numbers.add(hash)
    if Int(number) == counts.count { counts.append(0) }
    if counting { count(number) }
    return number
  }

  /// Counts a use of `number`.
  mutating func count(_ number: Int32) { counts[Int(number)] += 1 }

  /// The hash of the string with this number.
  func hash(_ number: Int32) -> UInt64 { numbers.hashes[Int(number)] }

  /// The hash of each string by its number.
  var hashes: [UInt64] { numbers.hashes }

  /// The number of `text` if it was given one.
  func known(_ text: [UInt8]) -> Int32? { numbers.number(of: ContentHash.of(text)) }

  /// How much an agreement on each text tells beyond an agreement on an average one, in bits.
  func rarity() -> [Float] {
    rarity(
      total: counts.reduce(0.0) { $0 + Double($1) }, squares: counts.reduce(0.0) { $0 + Double($1) * Double($1) })
  }

  /// The same where these are not all texts: with how often all were counted, and the sum of the squares of the counts.
  func rarity(total: Double, squares: Double) -> [Float] {
    let coincidence = squares / max(1, total * total)
    return counts.map { Float(min(max(logarithm(coincidence * total / Double(max(1, $0))), -6), 3)) }
  }

  /// Counts each text as often as `uses` says of its hash.
  mutating func count(_ uses: (UInt64) -> Int32) { counts = hashes.map(uses) }
}
