/// Filters that put lists in order; elements without a value come last.
extension Filter {
  static func sort(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    let key: Value? = arguments[0].isNil ? nil : arguments[0]
    var keyed: [(key: Value, item: Value)] = []
    for item in try elements(input) { keyed.append((try property(item, key) ?? .null, item)) }
    try checkOrder(keyed.map(\.key))
    keyed.sort { left, right in
      if left.key.isNil || right.key.isNil { return !left.key.isNil && right.key.isNil }
      return (try? left.key.order(right.key)).flatMap { $0 }.map { $0 < 0 } ?? false
    }
    return .array(keyed.map(\.item))
  }

  private static func checkOrder(_ keys: [Value]) throws(FilterError) {
    var first: Value?
    for key in keys where !key.isNil {
      switch key {
      case .int, .real, .string: break
      default:
        if keys.count > 1 { throw FilterError("can't put \(key.kindName) in order") }
      }
      if let first { _ = try first.order(key) } else { first = key }
    }
  }

  static func sortNaturally(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    let key: Value? = arguments[0].isNil ? nil : arguments[0]
    var keyed: [(key: String?, item: Value)] = []
    for item in try elements(input) {
      var value = item
      if key != nil, case .object = item { value = try property(item, key) ?? .null }
      keyed.append((value.isNil ? nil : sortText(value).lowercased(), item))
    }
    keyed.sort { left, right in
      guard let first = left.key else { return false }
      guard let second = right.key else { return true }
      return compareBytes(first, second) < 0
    }
    return .array(keyed.map(\.item))
  }

  private static func sortText(_ value: Value) -> String {
    value.text
  }
}
