import Matching
import Transliteration

/// A column of which the kind is known, with its values prepared for comparing.
struct Column: Sendable {
  let path: [String]
  let kind: ColumnKind
  private let numbers: [Int32]
  private let starts: [Int]
  let values: [ColumnValue]
  private let bags: [WordBag]
  private let weights: WordWeights
  /// What an agreement on each value tells beyond an agreement on any value, in bits.
  private let rarities: [Float]
  /// How far numbers lie apart.
  private let spread: Double
  /// How many records have each value.
  let counts: [Int32]

  /// The column of a table with all its records.
  init(_ table: TableColumn, _ kind: ColumnKind) {
    let transliterator = Transliterator()
    var distinct = DistinctValues()
    let translated = table.texts.map { text in
      ColumnValue(text, kind, transliterator).map { distinct.number($0) } ?? -1
    }
    let (numbers, starts) = Self.translate(table, translated)
    var counts = [Int32](repeating: 0, count: distinct.values.count)
    for number in numbers { counts[Int(number)] += 1 }
    let total = counts.reduce(0.0) { $0 + Double($1) }
    let squares = counts.reduce(0.0) { $0 + Double($1) * Double($1) }
    self.init(
      path: table.path, kind: kind, values: distinct.values, numbers: numbers, starts: starts, counts: counts,
      rarities: Self.rarities(counts, total: total, squares: squares), weights: WordWeights(distinct.values),
      spread: Self.spread(distinct.values.map(\.number)), isList: kind == .text && Self.areLists(table.texts))
    guard isList else { return }
    items = [[UInt64]](repeating: [], count: values.count)
    for (text, number) in zip(table.texts, translated) where number >= 0 && items[Int(number)].isEmpty {
      items[Int(number)] = ListItems.hashes(text, transliterator)
    }
  }

  /// The column of records that are a part of all.
  init(_ specification: ColumnSpecification, _ part: PartOfColumn, _ all: ColumnCounts) {
    let values = part.distinct.values
    let counts = part.distinct.hashes.map(all.uses)
    self.init(
      path: specification.path, kind: specification.kind, values: values, numbers: part.numbers, starts: part.starts,
      counts: counts, rarities: Self.rarities(counts, total: all.total, squares: all.squares),
      weights: WordWeights(values, all), spread: Self.spread(all.numbers), isList: false)
  }

  private init(
    path: [String], kind: ColumnKind, values: [ColumnValue], numbers: [Int32], starts: [Int], counts: [Int32],
    rarities: [Float], weights: WordWeights, spread: Double, isList: Bool
  ) {
    (self.path, self.kind, self.values, self.numbers, self.starts) = (path, kind, values, numbers, starts)
    (self.counts, self.rarities, self.weights, self.spread) = (counts, rarities, weights, spread)
    self.isList = isList
    bags = kind.isWords ? values.map { WordBag($0, weights) } : []
  }

  private static func translate(_ table: TableColumn, _ translated: [Int32]) -> ([Int32], [Int]) {
    var numbers: [Int32] = []
    var starts = [0]
    for record in 0..<table.starts.count - 1 {
      for number in table.values(of: record) {
        let value = translated[Int(number)]
        if value >= 0, !numbers[starts[record]...].contains(value) { numbers.append(value) }
      }
      starts.append(numbers.count)
    }
    return (numbers, starts)
  }

  private static func areLists(_ texts: [String]) -> Bool {
    let marks = texts.count { text in
      text.contains(";") || text.contains("|") || text.contains("**") || text.contains(", ")
    }
    return 3 * marks > texts.count
  }

  private static func rarities(_ counts: [Int32], total: Double, squares: Double) -> [Float] {
    let coincidence = squares / max(1, total * total)
    return counts.map { count in
      min(max(Float(logarithm(coincidence * total / Double(max(1, count)))), -4), highestRarity)
    }
  }

  /// Bits that the rarity of a value adds at most.
  static let highestRarity: Float = 3

  /// The middle distance of a quantity from the middle one, and more than nothing.
  private static func spread(_ quantities: [Double]) -> Double {
    let numbers = quantities.sorted()
    guard numbers.count > 1 else { return 1 }
    let middle = numbers[numbers.count / 2]
    let distances = numbers.map { abs($0 - middle) }.sorted()
    return max(distances[distances.count / 2], 1e-9)
  }

  /// Words in a value on average.
  var wordsInValue: Double {
    Double(values.reduce(0) { $0 + $1.words.count }) / Double(max(1, values.count))
  }

  /// Whether values are lists of several things, parted by signs that stand in many of them.
  let isList: Bool

  /// The things that each value lists, as numbers; empty where values are no lists.
  private(set) var items: [[UInt64]] = []

  /// A record's values.
  func cell(_ record: Int) -> [ColumnValue] { values(of: record).map { values[Int($0)] } }

  /// The numbers of a record's values.
  func values(of record: Int) -> ArraySlice<Int32> { numbers[starts[record]..<starts[record + 1]] }

  /// The best agreement of any values of the two records: its level, and the bits that the value's rarity adds; level 0
  /// when one has none.
  func compare(_ left: Int, _ right: Int) -> (level: Int, rarity: Float) {
    var best = (level: 0, rarity: Float(0))
    for first in values(of: left) {
      for second in values(of: right) {
        let level = first == second ? kind.levels.count : self.level(first, second)
        let rarity = first == second ? rarities[Int(first)] : 0
        if level > best.level || level == best.level && rarity > best.rarity { best = (level, rarity) }
      }
    }
    return best
  }

  /// How two different values agree.
  func level(_ left: Int32, _ right: Int32) -> Int {
    let (first, second) = (values[Int(left)], values[Int(right)])
    switch kind {
    case .text, .company: return textLevel(Int(left), Int(right))
    case .code: return Self.codeLevel(first.text, second.text)
    case .number: return numberLevel(first, second)
    case .date: return Self.dateLevel(first, second)
    case .email: return Self.emailLevel(first, second)
    case .phone:
      if first.text.count == second.text.count, EditDistance.osa(first.text, second.text) == 1 { return 3 }
      return first.shared == second.shared ? 2 : 1
    case .link:
      if Self.likeness(first.text, second.text) >= 0.85 { return 3 }
      return first.shared == second.shared ? 2 : 1
    }
  }

  /// Two texts with numbers of which none is equal agree in little: house numbers, volumes, models.
  private func textLevel(_ left: Int, _ right: Int) -> Int {
    let level = wordLevel(left, right)
    return level > 3 && bags[left].hasOtherNumbers(than: bags[right]) ? 3 : level
  }

  private func wordLevel(_ left: Int, _ right: Int) -> Int {
    let (first, second) = (values[left], values[right])
    let (cosine, part) = WordBag.similarity(bags[left], bags[right], weights)
    if cosine >= 0.999 { return first.words.count == second.words.count && part >= 0.999 ? 9 : 8 }
    if first.text == second.text { return 9 }
    let similarity = max(cosine, Self.likeness(first.text, second.text))
    if similarity >= 0.88 { return 8 }
    if similarity >= 0.75 { return 7 }
    if part >= 0.93 { return 6 }
    if similarity >= 0.6 { return 5 }
    if similarity >= 0.45 { return 4 }
    if similarity >= 0.3 { return 3 }
    return similarity >= 0.15 ? 2 : 1
  }

  /// 1 for equal strings, 0 for strings without anything in common; of long ones only equality counts.
  private static func likeness(_ left: [UInt8], _ right: [UInt8]) -> Float {
    let (short, long) = (min(left.count, right.count), max(left.count, right.count))
    guard short > 1, short <= 64, long <= 2 * short else { return 0 }
    return 1 - Float(EditDistance.osa(left, right)) / Float(long)
  }

  private static func codeLevel(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let short = min(left.count, right.count)
    if short >= 3, abs(left.count - right.count) <= 1, short <= 64, EditDistance.osa(left, right) == 1 { return 4 }
    guard short >= 4 else { return 1 }
    if left.count != right.count, left.starts(with: right) || right.starts(with: left) { return 3 }
    return likeness(left, right) >= 0.7 ? 2 : 1
  }

  private func numberLevel(_ left: ColumnValue, _ right: ColumnValue) -> Int {
    let distance = abs(left.number - right.number) / spread
    if distance <= 0.01 { return 5 }
    if left.text.count >= 4, left.text.count == right.text.count, EditDistance.osa(left.text, right.text) == 1 {
      return 4
    }
    return distance <= 0.1 ? 3 : distance <= 0.5 ? 2 : 1
  }

  private static func dateLevel(_ left: ColumnValue, _ right: ColumnValue) -> Int {
    let (first, second) = (left.date, right.date)
    if EditDistance.osa(left.text, right.text) == 1 { return 5 }
    if first.year == second.year, first.month == second.day, first.day == second.month { return 5 }
    let equal =
      (first.year == second.year ? 1 : 0) + (first.month == second.month ? 1 : 0)
      + (first.day == second.day ? 1 : 0)
    if equal == 2 { return 4 }
    if abs(left.number - right.number) <= 45 { return 3 }
    return first.year == second.year || EditDistance.osa(left.text, right.text) <= 2 ? 2 : 1
  }

  private static func emailLevel(_ left: ColumnValue, _ right: ColumnValue) -> Int {
    if likeness(left.text, right.text) >= 0.85 { return 4 }
    if left.mailbox == right.mailbox { return 3 }
    return !left.shared.isEmpty && left.shared == right.shared ? 2 : 1
  }
}
