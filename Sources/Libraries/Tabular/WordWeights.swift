import Bytes
import Glibc
import Matching

/// How much each word of a column tells: the rarer among its distinct values, the more.
struct WordWeights {
  private var numbers: [[UInt8]: Int32] = [:]
  private var weights: [Float] = []
  private var words: [[UInt8]] = []

  /// The weights of the words of `values`, which are all that there are.
  init(_ values: [ColumnValue]) {
    var counts: [[UInt8]: Int32] = [:]
    for value in values { for word in Set(value.words) { counts[word, default: 0] += 1 } }
    self.init(counts, values: values.count)
  }

  /// The weights of the words of `values`, which are a part of all.
  init(_ values: [ColumnValue], _ all: ColumnCounts) {
    var counts: [[UInt8]: Int32] = [:]
    for value in values {
      for word in value.words where counts[word] == nil { counts[word] = all.holders(ContentHash.of(word)) }
    }
    self.init(counts, values: all.values)
  }

  private init(_ counts: [[UInt8]: Int32], values: Int) {
    // The order of numbers is that of the words, so that what is summed or chosen in it does not depend on other values.
    words = counts.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for (number, word) in words.enumerated() { numbers[word] = Int32(number) }
    let total = Double(max(2, values))
    // A single letter is an initial or what an apostrophe left.
    weights = words.map { word in
      let weight = max(0.3, log(1 + total / Double(max(1, counts[word] ?? 1))))
      return Float(word.count == 1 ? weight * 0.4 : weight)
    }
  }

  /// The number of `word`.
  func number(_ word: [UInt8]) -> Int32 { numbers[word] ?? -1 }

  /// How much the word tells.
  func weight(_ number: Int32) -> Float { number >= 0 ? weights[Int(number)] : 1 }

  /// The word with that number.
  func word(_ number: Int32) -> [UInt8] { words[Int(number)] }
}

/// The words of a value, by number, ascending; each once.
struct WordBag {
  let words: [Int32]
  /// Sum of the squares of their weights.
  let norm: Float
  /// Those with a digit, ascending.
  private let numbers: [Int32]

  /// Words beyond this many are compared by equality only.
  private static let fuzzyLimit = 14

  init(_ value: ColumnValue, _ weights: WordWeights) {
    words = Set(value.words.prefix(256).map(weights.number)).sorted()
    numbers = words.filter { weights.word($0).contains { (0x30...0x39).contains($0) } }
    norm = words.reduce(0) { $0 + weights.weight($1) * weights.weight($1) }
  }

  /// Whether both have numbers and share none.
  func hasOtherNumbers(than other: WordBag) -> Bool {
    !numbers.isEmpty && !other.numbers.isEmpty && !numbers.contains(where: other.numbers.contains)
  }

  /// The cosine of two bags, and how much of the smaller one is in the larger. Words that are misspelt, cut short or
  /// given by their initial count in part.
  static func similarity(_ left: WordBag, _ right: WordBag, _ weights: WordWeights) -> (cosine: Float, part: Float) {
    guard left.norm > 0, right.norm > 0 else { return (0, 0) }
    var shared: Float = 0
    var onlyLeft: [Int32] = []
    var onlyRight: [Int32] = []
    var (i, j) = (0, 0)
    let isFuzzy = left.words.count <= fuzzyLimit && right.words.count <= fuzzyLimit
    while i < left.words.count || j < right.words.count {
      let first = i < left.words.count ? left.words[i] : .max
      let second = j < right.words.count ? right.words[j] : .max
      if first == second {
        shared += weights.weight(first) * weights.weight(first)
        (i, j) = (i + 1, j + 1)
      } else if first < second {
        if isFuzzy { onlyLeft.append(first) }
        i += 1
      } else {
        if isFuzzy { onlyRight.append(second) }
        j += 1
      }
    }
    if !onlyLeft.isEmpty, !onlyRight.isEmpty { shared += fuzzy(onlyLeft, onlyRight, weights) }
    return (min(1, shared / (left.norm * right.norm).squareRoot()), min(1, shared / min(left.norm, right.norm)))
  }

  /// What the words add that are alike and not equal: the most alike first, each once.
  private static func fuzzy(_ left: [Int32], _ right: [Int32], _ weights: WordWeights) -> Float {
    var shared: Float = 0
    var taken: UInt64 = 0
    for first in left {
      var best: (similarity: Float, index: Int) = (0, -1)
      for (index, second) in right.enumerated() where taken & (1 << UInt64(index)) == 0 {
        let similarity = WordSimilarity.of(weights.word(first), weights.word(second))
        if similarity > best.similarity { best = (similarity, index) }
      }
      guard best.index >= 0 else { continue }
      taken |= 1 << UInt64(best.index)
      shared += best.similarity * weights.weight(first) * weights.weight(right[best.index])
    }
    return shared
  }
}

/// How alike two different words are.
enum WordSimilarity {
  /// 0.9 for a typing error, 0.8 for a beginning, 0.6 for an initial or a usual contraction, 0 for other words.
  static func of(_ left: [UInt8], _ right: [UInt8]) -> Float {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard let first = short.first, first == long[0] || short.count >= 4 else { return 0 }
    if hasDigit(short) || hasDigit(long) { return 0 }
    if short.count == 1 { return 0.6 }
    if short.count >= 4, long.count - short.count <= 2 {
      let distance = EditDistance.osa(short, long)
      if distance == 1 || distance == 2 && short.count >= 7 { return 0.9 }
    }
    guard first == long[0] else { return 0 }
    if long.starts(with: short) { return short.count >= 3 ? 0.8 : 0.6 }
    return short.count <= 4 && short.last == long.last && isContraction(short, of: long) ? 0.6 : 0
  }

  private static func hasDigit(_ word: [UInt8]) -> Bool { word.contains { (0x30...0x39).contains($0) } }

  /// Whether the letters of `short` stand in `long` in their order (`rd` in `road`).
  private static func isContraction(_ short: [UInt8], of long: [UInt8]) -> Bool {
    var rest = long[...]
    for byte in short {
      guard let index = rest.firstIndex(of: byte) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }
}
