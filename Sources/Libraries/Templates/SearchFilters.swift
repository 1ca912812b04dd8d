/// Filters that choose the elements with a property, or with one of a certain value.
extension Filter {
  static let searchFilters = [
    Filter("find", 1...2) { input, arguments in
      for item in try elements(input) {
        guard let match = try matches(item, arguments) else { return .null }
        if match { return item }
      }
      return .null
    },
    Filter("find_index", 1...2) { input, arguments in
      for (index, item) in try elements(input).enumerated() {
        guard let match = try matches(item, arguments) else { return .null }
        if match { return .int(index) }
      }
      return .null
    },
    Filter("has", 1...2) { input, arguments in
      for item in try elements(input) {
        guard let match = try matches(item, arguments) else { return .null }
        if match { return .bool(true) }
      }
      return .bool(false)
    },
    Filter("reject", 1...2) { input, arguments in try select(input, arguments, keeping: false) },
    Filter("where", 1...2) { input, arguments in try select(input, arguments, keeping: true) },
  ]

  /// Whether the element has the property, or has it with the value asked for; nil when it can have none.
  private static func matches(_ item: Value, _ arguments: FilterArguments) throws(FilterError) -> Bool? {
    guard let value = try property(item, arguments[0]) else { return nil }
    return arguments[1].isNil ? value.isTruthy : value.equals(arguments[1])
  }

  private static func select(_ input: Value, _ arguments: FilterArguments, keeping: Bool) throws(FilterError) -> Value {
    if arguments[0].isNil { return .array([]) }
    var result: [Value] = []
    for item in try elements(input) {
      guard let match = try matches(item, arguments) else { return .null }
      if match == keeping { result.append(item) }
    }
    return .array(result)
  }
}
