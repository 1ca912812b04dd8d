import Bytes
import JSONLines

/// The plain conditions and the paths of one `ConditionBook`, compiled for millions of records: all values that they ask for
/// are found in one pass, and conditions are small nodes side by side, so that asking them counts no references. Its plain
/// twin is `Compiled.holds`, with which the tests compare it.
public struct PlainProgram: Sendable {
  /// A condition; its parts are a range of other nodes. It holds no references, so that copying one costs nothing.
  enum Node {
    case all(Range<Int>)
    case any(Range<Int>)
    case none(Range<Int>)
    case some(Range<Int>, atLeast: Int)
    /// Whole numbers are compared as such, anything else by the test of that number.
    case between(slot: Int, low: Int, high: Int, test: Int)
    case test(slot: Int, test: Int)
    case pattern(slot: Int, scanner: Int, Range<Int>)
    /// What has no cheaper form is asked in the plain way.
    case plain(Int)
  }

  let compiled: Compiled
  let paths: [JSONPath]
  /// The slot of each path, or -1 for one that goes through lists.
  let slots: [Int]
  let table: PathTable
  private(set) var nodes: [Node] = []
  private(set) var tests: [Condition.Test] = []
  private(set) var patterns: [Int] = []
  private(set) var plain: [Condition] = []

  /// Compiles conditions and paths, which keep their numbers.
  init(_ conditions: [Condition], _ paths: [JSONPath], _ compiled: Compiled) {
    self.compiled = compiled
    self.paths = paths
    table = PathTable(paths + conditions.flatMap { $0.paths(compiled) })
    slots = paths.map { [table] in table.slot(of: $0) ?? -1 }
    _ = add(conditions)
  }

  private mutating func add(_ conditions: [Condition]) -> Range<Int> {
    let first = nodes.count
    nodes.append(contentsOf: repeatElement(.plain(0), count: conditions.count))
    for (offset, condition) in conditions.enumerated() { nodes[first + offset] = node(condition) }
    return first..<first + conditions.count
  }

  private mutating func node(_ condition: Condition) -> Node {
    switch condition {
    case .all(let inner): return .all(add(inner))
    case .any(let inner): return .any(add(inner))
    case .none(let inner): return .none(add(inner))
    case .some(let inner, let least): return .some(add(inner), atLeast: least)
    case .field(let field, let test):
      if let slot = table.slot(of: field.path) { return leaf(slot, test) }
    case .pattern(let test):
      if let slot = table.slot(of: compiled.scanners[test.field].field.path) {
        patterns.append(contentsOf: test.patterns)
        return .pattern(slot: slot, scanner: test.field, patterns.count - test.patterns.count..<patterns.count)
      }
    default: break
    }
    plain.append(condition)
    return .plain(plain.count - 1)
  }

  private mutating func leaf(_ slot: Int, _ test: Condition.Test) -> Node {
    tests.append(test)
    guard case .between(let low, let high) = test else { return .test(slot: slot, test: tests.count - 1) }
    return .between(
      slot: slot, low: low?.whole(up: true) ?? .min, high: high?.whole(up: false) ?? .max, test: tests.count - 1)
  }
}

extension PlainProgram {
  /// Finds the values that the program asks for in a record.
  public func look(at record: Record, into places: inout [ValuePlace]) { table.find(in: record, into: &places) }

  /// Whether the condition of that number holds of the record, whose values lie at `places`.
  public func holds(_ number: Int, _ record: Record, _ places: [ValuePlace], today: Int) -> Bool {
    switch nodes[number] {
    case .all(let parts):
      for part in parts where !holds(part, record, places, today: today) { return false }
      return true
    case .any(let parts):
      for part in parts where holds(part, record, places, today: today) { return true }
      return false
    case .none(let parts):
      for part in parts where holds(part, record, places, today: today) { return false }
      return true
    case .some(let parts, let least):
      var count = 0
      for part in parts where holds(part, record, places, today: today) { count += 1 }
      return count >= least
    case .between(let slot, let low, let high, let test):
      if let number = record.wholeNumber(places[slot]) { return low <= number && number <= high }
      return record.holds(places[slot], tests[test], today: today)
    case .test(let slot, let test): return record.holds(places[slot], tests[test], today: today)
    case .pattern(let slot, let scanner, let wanted): return holds(scanner, wanted, record, places[slot])
    case .plain(let index): return compiled.holds(plain[index], record, today: today)
    }
  }

  private func holds(_ scanner: Int, _ wanted: Range<Int>, _ record: Record, _ place: ValuePlace) -> Bool {
    guard place.exists else { return false }
    guard let text = record.stringBytes(place) else {
      return compiled.holds(Condition.PatternTest(field: scanner, patterns: Array(patterns[wanted])), record)
    }
    for index in wanted where compiled.scanners[scanner].patterns[patterns[index]].find(in: text) != nil { return true }
    return false
  }

  /// The number at the path of that number, or the one that a string there spells.
  public func decimal(_ number: Int, _ record: Record, _ places: [ValuePlace]) -> Decimal? {
    guard slots[number] >= 0 else { return record.decimal(paths[number]) }
    let place = places[slots[number]]
    if let whole = record.wholeNumber(place) { return Decimal(whole) }
    return place.exists ? record.decimal(paths[number]) : nil
  }

  /// The days from the date at the path of that number to today.
  public func age(_ number: Int, _ record: Record, _ places: [ValuePlace], today: Int) -> Int? {
    if slots[number] >= 0, !places[slots[number]].exists { return nil }
    return record.string(paths[number]).flatMap(Days.number).map { today - $0 }
  }

  /// Whether the value at the path of that number says something: it is not null and not empty.
  public func isGiven(_ number: Int, _ record: Record, _ places: [ValuePlace]) -> Bool {
    slots[number] >= 0 ? record.isGiven(places[slots[number]]) : record.isGiven(paths[number])
  }
}

extension Record {
  /// The number at the path, or one that a string there spells.
  public func decimal(_ path: JSONPath) -> Decimal? {
    number(path).flatMap { Decimal($0) } ?? string(path).flatMap { Decimal($0) }
  }

  /// Whether there is a value that says something: not null, not an empty string, list or object.
  public func isGiven(_ path: JSONPath) -> Bool { withRaw(path, JSONFact.saysSomething) ?? false }

  fileprivate func isGiven(_ place: ValuePlace) -> Bool { withRaw(place, JSONFact.saysSomething) ?? false }

  fileprivate func holds(_ place: ValuePlace, _ test: Condition.Test, today: Int) -> Bool {
    withRaw(place) { JSONFact.holds(test, $0, $1, $2, today) } ?? test.holdsWhenAbsent
  }

  /// The value when it is a whole number of at most 15 digits without a sign, as counts are.
  fileprivate func wholeNumber(_ place: ValuePlace) -> Int? {
    guard place.exists else { return nil }
    return withRaw(place) { span, range, _ in JSONFact.wholeNumber(span, range) } ?? nil
  }

  /// The bytes of a string without escapes; nil for any other value.
  fileprivate func stringBytes(_ place: ValuePlace) -> [UInt8]? {
    withRaw(place) { span, range, kind in
      guard kind == .string else { return nil }
      let inner = range.lowerBound + 1..<range.upperBound - 1
      return span.firstOffset(of: UInt8(ascii: "\\"), in: inner) == nil ? span.array(inner) : nil
    } ?? nil
  }
}
