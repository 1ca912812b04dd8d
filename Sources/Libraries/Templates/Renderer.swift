/// One rendering: the scopes, the output, and how much work was done.
struct Renderer {
  /// How often anything may be rendered, and how deep partials may nest.
  static let maximumSteps = 1_000_000
  static let maximumDepth = 30

  var out: [UInt8] = []
  /// Where this rendering's own text begins in `out`.
  var start = 0
  let data: TemplateData
  let options: RenderOptions
  /// The template whose nodes are being rendered: errors give its name and line.
  var template: Template
  var scope = Scope()
  var steps = 0
  var depth = 0
  var interrupt = Interrupt.none
  /// What chooses among alternatives, once it is asked for.
  private lazy var seed = Spin.seed(options.choiceKey, outermost.name)
  private let outermost: Template

  init(template: Template, data: TemplateData, options: RenderOptions) {
    self.template = template
    outermost = template
    self.data = data
    self.options = options
  }

  mutating func render(_ body: Body) throws(TemplateError) {
    try render(body.nodes)
  }

  mutating func render(_ nodes: [Node]) throws(TemplateError) {
    for node in nodes {
      try count(1)
      switch node {
      case .text(let bytes): out.append(contentsOf: bytes)
      case .output(let expression): try write(expression)
      case .conditional(let conditional): try render(conditional)
      case .spin(let spin): try render(spin.pick(seed: seed, variant: options.variant))
      default: try renderOther(node)
      }
      if case .none = interrupt { continue }
      return
    }
  }

  private mutating func renderOther(_ node: Node) throws(TemplateError) {
    switch node {
    case .assign(let name, let expression): scope.assign(name, try evaluate(expression))
    case .capture(let name, let body):
      let text = try captured(body)
      scope.assign(name, .string(String(decoding: text, as: UTF8.self)))
    case .increment(let name, let step): write(scope.count(name, by: step))
    case .choice(let choice): try render(choice)
    case .loop(let loop): try render(loop)
    case .table(let loop): try renderTable(loop)
    case .cycle(let cycle): try render(cycle)
    case .interrupt(let kind): interrupt = kind
    case .ifChanged(let body):
      let text = try captured(body)
      if scope.lastChange != text {
        out.append(contentsOf: text)
        scope.lastChange = text
      }
    case .partial(let partial): try render(partial)
    case .text, .output, .conditional, .spin: break
    }
  }

  /// Counts work and looks at the bounds.
  mutating func count(_ work: Int) throws(TemplateError) {
    steps += work
    if steps > Self.maximumSteps { throw failure(.limit, "more than \(Self.maximumSteps) steps", at: 0) }
    if out.count - start > textLimit { throw failure(.limit, "more than \(textLimit) bytes of output", at: 0) }
  }

  private mutating func captured(_ body: Body) throws(TemplateError) -> [UInt8] {
    var text: [UInt8] = []
    let outerStart = start
    swap(&out, &text)
    start = 0
    defer { start = outerStart }
    do {
      try render(body)
    } catch {
      swap(&out, &text)
      throw error
    }
    swap(&out, &text)
    return text
  }

  private mutating func render(_ conditional: Conditional) throws(TemplateError) {
    for branch in conditional.branches {
      if let condition = branch.condition, try !holds(condition) { continue }
      return try render(branch.body)
    }
  }

  private mutating func render(_ choice: Choice) throws(TemplateError) {
    let subject = try evaluate(choice.subject)
    var matched = false
    for branch in choice.branches {
      guard let values = branch.values else {
        if !matched { try render(branch.body) }
        continue
      }
      for value in values where try subject.equals(evaluate(value)) {
        matched = true
        try render(branch.body)
      }
    }
  }

  private mutating func render(_ cycle: Cycle) throws(TemplateError) {
    let key: String
    if let group = cycle.group {
      key = "named \(try evaluate(group).text)"
    } else {
      key = "items \(cycle.signature)"
    }
    let turn = scope.cycles[key] ?? 0
    if turn < cycle.items.count { write(try evaluate(cycle.items[turn])) }
    scope.cycles[key] = turn + 1 >= cycle.items.count ? 0 : turn + 1
  }

  /// Writes a value as the escape mode asks.
  mutating func write(_ value: Value) {
    switch (value, options.escape) {
    case (.string(let text), .html): escapeHTML(text.utf8, into: &out)
    case (_, .html): escapeHTML(value.text.utf8, into: &out)
    case (.string(var text), .none): text.withUTF8 { out.append(contentsOf: $0) }
    case (_, .none): value.write(to: &out)
    }
  }

  func failure(_ kind: TemplateError.Kind, _ message: String, at offset: Int) -> TemplateError {
    let (line, column) = position(of: offset, in: template.source)
    return TemplateError(
      kind: kind, template: template.name, line: template.firstLine - 1 + line, column: column, message: message)
  }
}
