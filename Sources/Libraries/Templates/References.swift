/// What a template asks for and says, found without rendering it: for lints.
extension Template {
  /// A variable that the template reads.
  public struct Reference: Sendable, Equatable {
    /// The path as it is written, `account.employees`.
    public var path: String
    /// Its first name.
    public var root: String
    /// Whether it goes into the text, and is not only asked about.
    public var isPrinted: Bool
    /// Where it stands in the file, from 1.
    public var line: Int
    public var column: Int
  }

  /// A piece of the template's own text.
  public struct Wording: Sendable, Equatable {
    public var text: String
    /// Where it begins in the file, from 1.
    public var line: Int
  }

  /// The variables that the template reads and does not make itself, in the order of the text.
  public var references: [Reference] {
    var walker = Walker()
    walker.walk(body)
    let paths = walker.paths.filter { !walker.made.contains($0.path.root) }.sorted { $0.path.place < $1.path.place }
    return paths.map { path, isPrinted in
      let (line, column) = position(of: path.place, in: source)
      return Reference(
        path: path.text, root: path.root, isPrinted: isPrinted, line: firstLine - 1 + line, column: column)
    }
  }

  /// The names that the template gives values to.
  public var madeNames: Set<String> {
    var walker = Walker()
    walker.walk(body)
    return walker.made
  }

  /// The names of the partials that it uses, as far as they are written out.
  public var partialNames: [String] {
    var walker = Walker()
    walker.walk(body)
    return walker.partials
  }

  /// The template's own text, line by line, without tags, outputs and choices' marks.
  public var wordings: [Wording] {
    var result: [Wording] = []
    var text: [UInt8] = []
    var depth = 0
    var line = firstLine
    var at = 0
    while at < source.count {
      let byte = source[at]
      let next = at + 1 < source.count ? source[at + 1] : 0
      if byte == UInt8(ascii: "{"), next == UInt8(ascii: "{") || next == UInt8(ascii: "%") {
        depth += 1
        at += 1
      } else if depth > 0, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "%"), next == UInt8(ascii: "}") {
        depth -= 1
        text.append(0x20)
        at += 1
      } else if byte == UInt8(ascii: "\n") {
        result.append(Wording(text: String(decoding: text, as: UTF8.self), line: line))
        text = []
        line += 1
      } else if depth == 0 {
        let isMark = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "|")
        text.append(isMark ? 0x20 : byte)
      }
      at += 1
    }
    return result + [Wording(text: String(decoding: text, as: UTF8.self), line: line)]
  }

  /// How many characters the longest way through the template's own text has, each output counted as `output` characters.
  /// Partials are counted too, as far as their names are written out and they are given.
  public func longestText(output: Int, partials: [String: Template] = [:]) -> Int {
    Self.length(body, output, partials, depth: 0)
  }

  private static func length(_ body: Body, _ output: Int, _ partials: [String: Template], depth: Int) -> Int {
    body.nodes.reduce(0) { $0 + length($1, output, partials, depth: depth) }
  }

  private static func length(_ node: Node, _ output: Int, _ partials: [String: Template], depth: Int) -> Int {
    let inner: (Body) -> Int = { length($0, output, partials, depth: depth) }
    switch node {
    case .text(let bytes): return String(decoding: bytes, as: UTF8.self).unicodeScalars.count
    case .output, .cycle, .increment: return output
    case .spin(let spin): return spin.options.map(inner).max() ?? 0
    case .conditional(let conditional): return conditional.branches.map { inner($0.body) }.max() ?? 0
    case .choice(let choice): return choice.branches.map { inner($0.body) }.max() ?? 0
    case .loop(let loop), .table(let loop): return max(inner(loop.body), loop.otherwise.map(inner) ?? 0)
    case .ifChanged(let body): return inner(body)
    case .partial(let partial):
      guard depth < 10, case .literal(.string(let name)) = partial.name, let template = partials[name] else { return 0 }
      return length(template.body, output, partials, depth: depth + 1)
    case .assign, .capture, .interrupt: return 0
    }
  }
}

/// Goes through every node and expression.
private struct Walker {
  var paths: [(path: Path, isPrinted: Bool)] = []
  private var isPrinting = false
  /// Names that the template gives values to.
  var made: Set<String> = ["forloop", "tablerowloop"]
  var partials: [String] = []

  mutating func walk(_ body: Body) {
    for node in body.nodes { walk(node) }
  }

  private mutating func walk(_ node: Node) {
    switch node {
    case .text, .interrupt: break
    case .spin(let spin): for option in spin.options { walk(option) }
    case .output(let expression): print(expression)
    case .assign(let name, let expression):
      made.insert(name)
      print(expression)
    case .capture(let name, let body):
      made.insert(name)
      walk(body)
    case .increment(let name, _): made.insert(name)
    case .conditional(let conditional):
      for branch in conditional.branches {
        if let condition = branch.condition { walk(condition) }
        walk(branch.body)
      }
    case .choice(let choice):
      walk(choice.subject)
      for branch in choice.branches {
        for value in branch.values ?? [] { walk(value) }
        walk(branch.body)
      }
    case .loop(let loop), .table(let loop): walk(loop)
    case .cycle(let cycle):
      if let group = cycle.group { walk(group) }
      for item in cycle.items { walk(item) }
    case .ifChanged(let body): walk(body)
    case .partial(let partial): walk(partial)
    }
  }

  private mutating func print(_ expression: FilteredExpression) {
    isPrinting = true
    walk(expression)
    isPrinting = false
  }

  private mutating func walk(_ loop: Loop) {
    made.insert(loop.variable)
    for expression in [loop.collection, loop.limit, loop.offset, loop.columns].compactMap({ $0 }) { walk(expression) }
    walk(loop.body)
    if let otherwise = loop.otherwise { walk(otherwise) }
  }

  private mutating func walk(_ partial: Partial) {
    if case .literal(.string(let name)) = partial.name { partials.append(name) } else { walk(partial.name) }
    if let subject = partial.subject { walk(subject) }
    for argument in partial.arguments { walk(argument.value) }
  }

  private mutating func walk(_ expression: FilteredExpression) {
    walk(expression.value)
    for call in expression.filters {
      for argument in call.arguments { walk(argument) }
      for argument in call.named { walk(argument.value) }
    }
  }

  private mutating func walk(_ expression: Expression) {
    switch expression {
    case .literal: break
    case .range(let low, let high):
      walk(low)
      walk(high)
    case .path(let path):
      if let root = path.computedRoot { walk(root) } else { paths.append((path, isPrinting)) }
      for step in path.steps {
        if case .index(let key) = step { walk(key) }
      }
    }
  }

  private mutating func walk(_ condition: Condition) {
    switch condition {
    case .value(let expression): walk(expression)
    case .not(let inner): walk(inner)
    case .and(let left, let right), .or(let left, let right):
      walk(left)
      walk(right)
    case .comparison(let left, _, let right, _):
      walk(left)
      walk(right)
    }
  }
}
