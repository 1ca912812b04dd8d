/// Loops and partials.
extension Renderer {
  mutating func render(_ loop: Loop) throws(TemplateError) {
    let items = try segment(of: loop)
    guard !items.isEmpty else {
      if let otherwise = loop.otherwise { try render(otherwise) }
      return
    }
    scope.loops.append(LoopState(name: loop.name, length: items.count))
    scope.bound.append((loop.variable, .undefined))
    let (state, slot) = (scope.loops.count - 1, scope.bound.count - 1)
    defer {
      scope.loops.removeLast()
      scope.bound.removeLast()
    }
    for (index, item) in items.enumerated() {
      try count(1)
      scope.bound[slot].value = item
      scope.loops[state].index = index
      try render(loop.body)
      if endsLoop() { break }
    }
  }

  /// Settles a `break` or `continue` that the body ended with: whether the loop is over.
  private mutating func endsLoop() -> Bool {
    defer { interrupt = .none }
    if case .break = interrupt { return true }
    return false
  }

  mutating func renderTable(_ loop: Loop) throws(TemplateError) {
    let items = try segment(of: loop)
    var columns = 0
    if let expression = loop.columns { columns = max(0, Number(try evaluate(expression)).truncated) }
    if columns == 0 { columns = max(1, items.count) }
    scope.tables.append(LoopState(name: loop.name, length: items.count, columns: columns))
    scope.bound.append((loop.variable, .undefined))
    let (state, slot) = (scope.tables.count - 1, scope.bound.count - 1)
    defer {
      scope.tables.removeLast()
      scope.bound.removeLast()
    }
    out.append(contentsOf: "<tr class=\"row1\">\n".utf8)
    for (index, item) in items.enumerated() {
      try count(1)
      scope.bound[slot].value = item
      scope.tables[state].index = index
      let column = index % columns
      out.append(contentsOf: "<td class=\"col\(column + 1)\">".utf8)
      try render(loop.body)
      out.append(contentsOf: "</td>".utf8)
      if endsLoop() { break }
      if column == columns - 1, index < items.count - 1 {
        out.append(contentsOf: "</tr>\n<tr class=\"row\(index / columns + 2)\">".utf8)
      }
    }
    out.append(contentsOf: "</tr>\n".utf8)
  }

  /// The elements that a loop runs over, in its order.
  private mutating func segment(of loop: Loop) throws(TemplateError) -> [Value] {
    let collection = try evaluate(loop.collection)
    var from = 0
    if loop.continues {
      from = scope.reached[loop.name] ?? 0
    } else if let offset = loop.offset {
      from = max(0, try bound(offset, loop) ?? 0)
    }
    let limit = try loop.limit.map { (expression) throws(TemplateError) in try bound(expression, loop) } ?? nil
    let all = try elements(collection, from: from, limit: limit.map { max(0, $0) }, at: loop.place)
    scope.reached[loop.name] = from + all.count
    return loop.isReversed ? all.reversed() : all
  }

  /// An offset or limit: an integer, its digits, or nil for nothing.
  private mutating func bound(_ expression: Expression, _ loop: Loop) throws(TemplateError) -> Int? {
    let value = try evaluate(expression)
    switch value {
    case .undefined, .null: return nil
    case .int(let number): return number
    case .string(let text):
      if let number = Int(text) { return number }
    default: break
    }
    throw failure(.evaluation, "expected an integer, found \(value.kindName)", at: loop.place)
  }

  private func elements(_ value: Value, from: Int, limit: Int?, at place: Int) throws(TemplateError) -> [Value] {
    let size = value.count
    switch value {
    case .string(let text): return text.isEmpty || from > 0 || limit == 0 ? [] : [value]
    case .array, .object, .range: break
    default: return []
    }
    guard from < size else { return [] }
    let taken = min(size - from, limit ?? Int.max)
    if taken > Renderer.maximumSteps { throw failure(.limit, "more than \(Renderer.maximumSteps) rounds", at: place) }
    switch value {
    case .array(let items): return Array(items[from..<from + taken])
    case .object(let object):
      return object.members[from..<from + taken].map { .array([.string($0.key), $0.value]) }
    case .range(let low, _): return (0..<taken).map { .int(low + from + $0) }
    default: return []
    }
  }

  mutating func render(_ partial: Partial) throws(TemplateError) {
    let name = try evaluate(partial.name).text
    guard let inner = options.partials[name] else {
      throw failure(.evaluation, "there is no partial '\(name)'", at: partial.place)
    }
    if depth >= Self.maximumDepth { throw failure(.limit, "partials are nested too deep", at: partial.place) }
    var arguments: [(name: String, value: Value)] = []
    for argument in partial.arguments { arguments.append((argument.name, try evaluate(argument.value))) }
    let subjectName = partial.alias ?? String(name.split(separator: "/").last ?? "")
    var subject: Value?
    if let expression = partial.subject {
      subject = try evaluate(expression)
    } else if !partial.isIsolated {
      subject = scope.find(subjectName) ?? (scope.seesData ? data.value(subjectName) : nil)
      if subject?.isNil ?? true { subject = nil }
    }
    let (outerTemplate, outerScope) = (template, scope)
    depth += 1
    template = inner
    if partial.isIsolated { scope = Scope(isolated: arguments) } else { scope.bound += arguments }
    try render(inner, subject, as: subjectName, partial)
    depth -= 1
    template = outerTemplate
    if partial.isIsolated {
      scope = outerScope
      interrupt = .none
    } else {
      scope.bound.removeLast(scope.bound.count - outerScope.bound.count)
    }
  }

  private mutating func render(
    _ inner: Template, _ subject: Value?, as name: String, _ partial: Partial
  ) throws(TemplateError) {
    guard let subject else { return try render(inner.body) }
    guard case .array(let items) = subject, partial.repeats || !partial.isIsolated else {
      scope.bound.append((name, subject))
      try render(inner.body)
      scope.bound.removeLast()
      return
    }
    for (index, item) in items.enumerated() {
      try count(1)
      scope.bound.append((name, item))
      if partial.isIsolated {
        scope.loops = [LoopState(name: name, length: items.count, index: index, isPartial: true)]
      }
      try render(inner.body)
      scope.bound.removeLast()
      if case .break = interrupt, partial.isIsolated { break }
    }
  }
}

extension Scope {
  /// The scope of a partial that sees only its arguments.
  init(isolated arguments: [(name: String, value: Value)]) {
    self.init()
    for argument in arguments { assign(argument.name, argument.value) }
    seesData = false
  }
}
