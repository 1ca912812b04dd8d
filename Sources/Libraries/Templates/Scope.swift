/// The variables of a rendering.
struct Scope {
  /// What loops and arguments bind, innermost last.
  var bound: [(name: String, value: Value)] = []
  /// What `assign` and `capture` set.
  private var locals: [(name: String, value: Value)] = []
  private var counters: [(name: String, value: Int)] = []
  var loops: [LoopState] = []
  var tables: [LoopState] = []
  /// Where each loop stopped, for `offset: continue`.
  var reached: [String: Int] = [:]
  var cycles: [String: Int] = [:]
  var lastChange: [UInt8] = []
  /// Whether the data of the record can be seen: not within a `render`ed partial.
  var seesData = true

  /// Whether the template has made no variable yet.
  var isEmpty: Bool { locals.isEmpty && bound.isEmpty && counters.isEmpty && loops.isEmpty && tables.isEmpty }

  mutating func assign(_ name: String, _ value: Value) {
    if let index = locals.firstIndex(where: { $0.name == name }) {
      locals[index].value = value
    } else {
      locals.append((name, value))
    }
  }

  /// Advances a counter: `increment` gives the value before, `decrement` the value after.
  mutating func count(_ name: String, by step: Int) -> Value {
    let index = counters.firstIndex { $0.name == name } ?? counters.count
    if index == counters.count { counters.append((name, 0)) }
    let before = counters[index].value
    counters[index].value = before &+ step
    return .int(step > 0 ? before : counters[index].value)
  }

  /// The value of a variable that the template itself made, nil when there is none.
  func find(_ name: String) -> Value? {
    if let found = bound.last(where: { $0.name == name }) { return found.value }
    if name == "forloop", !loops.isEmpty { return LoopState.value(of: loops[...]) }
    if name == "tablerowloop", let table = tables.last { return table.tableValue }
    if let found = locals.first(where: { $0.name == name }) { return found.value }
    return counters.first { $0.name == name }.map { .int($0.value) }
  }
}

/// Where a loop stands.
struct LoopState {
  var name: String
  var length: Int
  var index = 0
  var columns = 0
  /// Whether it is the loop of a `render … for`, which is nobody's `parentloop`.
  var isPartial = false

  private var members: [(key: String, value: Value)] {
    [
      ("name", .string(name)), ("length", .int(length)), ("index", .int(index + 1)), ("index0", .int(index)),
      ("rindex", .int(length - index)), ("rindex0", .int(length - index - 1)), ("first", .bool(index == 0)),
      ("last", .bool(index == length - 1)),
    ]
  }

  /// `forloop` for the innermost of the loops, with the others as its `parentloop`s.
  static func value(of loops: ArraySlice<LoopState>) -> Value {
    var result = Value.undefined
    for loop in loops.suffix(16) {
      if loop.isPartial, loops.count > 1 { continue }
      var members = loop.members
      if !result.isNil { members.append(("parentloop", result)) }
      result = .object(ValueObject(members))
    }
    return result
  }

  /// `tablerowloop`.
  var tableValue: Value {
    let column = columns > 0 ? index % columns : index
    let more: [(key: String, value: Value)] = [
      ("col", .int(column + 1)), ("col0", .int(column)), ("col_first", .bool(column == 0)),
      ("col_last", .bool(columns > 0 && column == columns - 1)),
      ("row", .int(columns > 0 ? index / columns + 1 : 1)),
    ]
    return .object(ValueObject(members + more))
  }
}
