/// Filters and conditions: what is built from expressions.
extension ExpressionParser {
  /// `value | filter: argument, name: argument | …` to the end of the markup.
  mutating func filtered() throws(SyntaxFailure) -> FilteredExpression {
    _ = peek()
    let start = at
    let value = try expression()
    var filters: [FilterCall] = []
    while take(UInt8(ascii: "|")) {
      filters.append(try filterCall())
      if filters.count > 64 { throw SyntaxFailure(start, "more than 64 filters") }
    }
    try finish()
    var stop = end
    while stop > start, isSpace(source[stop - 1]) { stop -= 1 }
    let text = String(decoding: source[start..<stop], as: UTF8.self)
    return FilteredExpression(value: value, filters: filters, text: text, place: start)
  }

  private mutating func filterCall() throws(SyntaxFailure) -> FilterCall {
    _ = peek()
    let start = at
    guard let name = identifier() else { throw unexpected("a filter") }
    guard let filter = Filter.named(name) else { throw SyntaxFailure(start, "unknown filter '\(name)'") }
    var call = FilterCall(filter: filter, arguments: [], named: [], place: start)
    if take(UInt8(ascii: ":")) {
      repeat {
        if let name = argumentName() {
          guard filter.named.contains(name) else { throw SyntaxFailure(start, "\(filter.name) takes no '\(name):'") }
          call.named.append((name, try expression()))
        } else {
          call.arguments.append(try expression())
        }
      } while take(UInt8(ascii: ","))
    }
    let count = call.arguments.count
    if count < filter.arguments.lowerBound || count > filter.arguments.upperBound {
      throw SyntaxFailure(start, "\(filter.name) takes \(filter.arity), not \(count)")
    }
    return call
  }

  /// Takes `name:` if it is next.
  mutating func argumentName() -> String? {
    let start = at
    if let name = identifier(), take(UInt8(ascii: ":")) { return name }
    at = start
    return nil
  }

  /// A condition to the end of the markup; `and` and `or` bind alike, from the right.
  mutating func condition() throws(SyntaxFailure) -> Condition {
    var parts: [(condition: Condition, joinedByAnd: Bool)] = []
    while true {
      let part = try comparison()
      let isAnd = take(word: "and")
      parts.append((part, isAnd))
      if parts.count > 256 { throw SyntaxFailure(at, "more than 256 conditions") }
      if !isAnd, !take(word: "or") { break }
    }
    try finish()
    guard var result = parts.popLast()?.condition else { throw unexpected("a condition") }
    while let part = parts.popLast() {
      result = part.joinedByAnd ? .and(part.condition, result) : .or(part.condition, result)
    }
    return result
  }

  private mutating func comparison() throws(SyntaxFailure) -> Condition {
    let left = try expression()
    let place = at
    guard let comparator = comparator() else { return .value(left) }
    return .comparison(left, comparator, try expression(), place: place)
  }

  private mutating func comparator() -> Comparator? {
    if take(word: "contains") { return .contains }
    guard let first = peek() else { return nil }
    let second = at + 1 < end ? source[at + 1] : 0
    let (comparator, length): (Comparator?, Int) =
      switch (first, second) {
      case (UInt8(ascii: "="), UInt8(ascii: "=")): (.equal, 2)
      case (UInt8(ascii: "!"), UInt8(ascii: "=")): (.notEqual, 2)
      case (UInt8(ascii: "<"), UInt8(ascii: ">")): (.notEqual, 2)
      case (UInt8(ascii: "<"), UInt8(ascii: "=")): (.atMost, 2)
      case (UInt8(ascii: ">"), UInt8(ascii: "=")): (.atLeast, 2)
      case (UInt8(ascii: "<"), _): (.less, 1)
      case (UInt8(ascii: ">"), _): (.greater, 1)
      default: (nil, 0)
      }
    at += length
    return comparator
  }
}
