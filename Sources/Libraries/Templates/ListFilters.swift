/// Filters that take lists apart and put them together.
extension Filter {
  static let listFilters = [
    Filter("compact", 0...1) { input, arguments in
      let key = arguments.count > 0 ? arguments[0] : nil
      return .array(
        try filtered(elements(input)) { item throws(FilterError) in try property(item, key)?.isNil ?? true == false })
    },
    Filter("concat", 1...1) { input, arguments in
      guard case .array(let more) = arguments[0] else {
        throw FilterError("expected a list, found \(arguments[0].kindName)")
      }
      return .array(try elements(input) + more)
    },
    Filter("first") { input, _ in
      switch input {
      case .array, .range, .object:
        let first = input.member("first")
        if case .object(let object) = input {
          return object.members.first.map { .array([.string($0.key), $0.value]) } ?? .null
        }
        return first
      default: return .null
      }
    },
    Filter("join", 0...1, join),
    Filter("last") { input, _ in
      switch input {
      case .array, .range: input.member("last")
      default: .null
      }
    },
    Filter("map", 1...1) { input, arguments in
      var result: [Value] = []
      for item in try elements(input) {
        guard let value = try property(item, arguments[0]) else { throw FilterError("an element is nothing") }
        result.append(value.isNil ? .null : value)
      }
      return .array(result)
    },
    Filter("reverse") { input, _ in .array(try elements(input).reversed()) },
    Filter("size") { input, _ in .int(input.count) },
    Filter("sort", 0...1, sort),
    Filter("sort_natural", 0...1, sortNaturally),
    Filter("sum", 0...1) { input, arguments in
      var total = Number.int(0)
      for item in try elements(input) {
        let value = try property(item, arguments.count > 0 ? arguments[0] : nil) ?? .null
        total = total + Number(value)
      }
      return total.value
    },
    Filter("uniq", 0...1, unique),
  ]

  /// What a filter runs over: the elements of a list, nested lists taken apart; an object or anything else alone.
  static func elements(_ input: Value) throws(FilterError) -> [Value] {
    switch input {
    case .array(let items):
      if items.contains(where: { if case .array = $0 { true } else { false } }) {
        var flat: [Value] = []
        try flatten(items, into: &flat, depth: 0)
        return flat
      }
      return items
    case .range(let low, _):
      if input.count > listLimit { throw FilterError("the range has more than \(listLimit) elements") }
      return (0..<input.count).map { .int(low + $0) }
    case .undefined, .null, .empty, .blank: return []
    default: return [input]
    }
  }

  private static func flatten(_ items: [Value], into flat: inout [Value], depth: Int) throws(FilterError) {
    if depth > 100 { throw FilterError("the list is nested more than 100 deep") }
    for item in items {
      if case .array(let inner) = item {
        try flatten(inner, into: &flat, depth: depth + 1)
      } else {
        flat.append(item)
      }
      if flat.count > listLimit { throw FilterError("the list has more than \(listLimit) elements") }
    }
  }

  /// The property of an element that a key names, the element itself without a key; nil when it can have none.
  static func property(_ item: Value, _ key: Value?) throws(FilterError) -> Value? {
    guard let key else { return item }
    switch (item, key) {
    case (.object(let object), .string(let name)): return object[name] ?? .null
    case (.object, _): return .null
    case (.string(let text), .string(let part)): return containsBytes(text, part) ? key : .null
    case (.string, _) where key.isNil: return .null
    case (.int, .int), (.int, .undefined), (.int, .null): return key
    case (.int, _), (.real, _), (.string, _), (.array, _):
      throw FilterError("can't take \(key.kindName) from \(item.kindName)")
    default: return nil
    }
  }

  static func filtered(
    _ items: [Value], _ keeps: (Value) throws(FilterError) -> Bool
  ) throws(FilterError) -> [Value] {
    var result: [Value] = []
    for item in items where try keeps(item) { result.append(item) }
    return result
  }

  private static func join(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    let mark = arguments.count > 0 ? arguments.text(0) : " "
    var out: [UInt8] = []
    for (index, item) in try elements(input).enumerated() {
      if index > 0 { out.append(contentsOf: mark.utf8) }
      item.write(to: &out)
      if out.count > textLimit { throw FilterError("the text grew too long") }
    }
    return .string(String(decoding: out, as: UTF8.self))
  }

  private static func unique(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    var seen = Set<String>()
    var result: [Value] = []
    for item in try elements(input) {
      let value = try property(item, arguments.count > 0 ? arguments[0] : nil) ?? .null
      if seen.insert("\(value.kindName) \(value.text)").inserted { result.append(item) }
    }
    return .array(result)
  }
}
