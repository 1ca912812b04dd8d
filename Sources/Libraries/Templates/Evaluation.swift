/// How expressions get their values.
extension Renderer {
  /// Writes the value of `{{ … }}`.
  mutating func write(_ expression: FilteredExpression) throws(TemplateError) {
    if expression.filters.isEmpty, case .none = options.escape, case .path(let path) = expression.value,
      let direct = path.direct, scope.seesData, scope.isEmpty || scope.find(path.root) == nil,
      data.write(direct, of: path.root, to: &out)
    {
      return
    }
    let value = try evaluate(expression)
    if value.isNil, options.missing == .fails, !expression.hasDefault {
      throw failure(.missing, expression.text, at: expression.place)
    }
    write(value)
  }

  mutating func evaluate(_ expression: FilteredExpression) throws(TemplateError) -> Value {
    var value = try evaluate(expression.value)
    for call in expression.filters {
      if value.isNil, options.missing == .fails, !expression.hasDefault {
        throw failure(.missing, name(of: expression), at: expression.place)
      }
      value = try apply(call, to: value)
    }
    return value
  }

  private func name(of expression: FilteredExpression) -> String {
    if case .path(let path) = expression.value { return path.text }
    return expression.text
  }

  private mutating func apply(_ call: FilterCall, to input: Value) throws(TemplateError) -> Value {
    var arguments = FilterArguments(now: options.now)
    for argument in call.arguments {
      let value = try evaluate(argument)
      if value.isNil, options.missing == .fails, case .path(let path) = argument {
        if !call.filter.toleratesNothing { throw failure(.missing, path.text, at: path.place) }
      }
      arguments.values.append(value)
    }
    for argument in call.named { arguments.named.append((argument.name, try evaluate(argument.value))) }
    try count(1 + work(input))
    do {
      let result = try call.filter.apply(input, arguments)
      try check(result, at: call.place)
      return result
    } catch let error as FilterError {
      throw failure(.evaluation, "\(call.filter.name): \(error.message)", at: call.place)
    } catch let error as TemplateError {
      throw error
    } catch {
      throw failure(.evaluation, call.filter.name, at: call.place)
    }
  }

  /// How much of the step budget a filter's input uses up.
  private func work(_ input: Value) -> Int {
    switch input {
    case .string(let text): text.utf8.count >> 6
    case .array(let items): items.count >> 4
    case .range: min(input.count, Renderer.maximumSteps)
    default: 0
    }
  }

  private func check(_ value: Value, at place: Int) throws(TemplateError) {
    switch value {
    case .string(let text) where text.utf8.count > textLimit: throw failure(.limit, "the text grew too long", at: place)
    case .array(let items) where items.count > listLimit: throw failure(.limit, "the list grew too long", at: place)
    default: break
    }
  }

  mutating func evaluate(_ expression: Expression) throws(TemplateError) -> Value {
    switch expression {
    case .literal(let value): return value
    case .path(let path): return try resolve(path)
    case .range(let low, let high):
      let first = Number(try evaluate(low)).truncated
      return .range(first, Number(try evaluate(high)).truncated)
    }
  }

  private mutating func resolve(_ path: Path) throws(TemplateError) -> Value {
    if scope.seesData, let direct = path.direct, scope.isEmpty || scope.find(path.root) == nil,
      let value = data.value(at: direct, of: path.root)
    {
      return options.missing == .fails && isBlankText(value) ? .undefined : value
    }
    var root = path.root
    if let computed = path.computedRoot { root = try evaluate(computed).text }
    var value: Value
    if let own = scope.find(root) {
      value = own
    } else if scope.seesData {
      value = data.value(root)
    } else {
      return .undefined
    }
    for step in path.steps {
      switch step {
      case .name(let name): value = value.member(name)
      case .index(let key): value = value.element(try evaluate(key))
      }
    }
    if options.missing == .fails, isBlankText(value), scope.find(root) == nil { return .undefined }
    return value
  }

  private func isBlankText(_ value: Value) -> Bool {
    if case .string(let text) = value { return text.utf8.allSatisfy(isSpace) }
    return false
  }

  mutating func holds(_ condition: Condition) throws(TemplateError) -> Bool {
    switch condition {
    case .value(let expression): return try evaluate(expression).isTruthy
    case .not(let inner): return try !holds(inner)
    case .and(let left, let right): return try holds(left) ? try holds(right) : false
    case .or(let left, let right): return try holds(left) ? true : try holds(right)
    case .comparison(let left, let comparator, let right, let place):
      let (first, second) = (try evaluate(left), try evaluate(right))
      switch comparator {
      case .equal: return first.equals(second)
      case .notEqual: return !first.equals(second)
      case .contains: return first.contains(second)
      default: break
      }
      do {
        guard let order = try first.order(second) else { return false }
        switch comparator {
        case .less: return order < 0
        case .greater: return order > 0
        case .atMost: return order <= 0
        default: return order >= 0
        }
      } catch {
        throw failure(.evaluation, error.message, at: place)
      }
    }
  }
}

/// The most elements that a list made in a template may have.
let listLimit = 100_000
