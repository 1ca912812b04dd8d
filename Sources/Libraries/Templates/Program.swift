import Bytes
import JSONLines

/// A template's body as a flat list of steps. What most of a letter is made of, text, members of the record, and
/// conditions on numbers, is done without touching a node; whatever else stands in the body is a step that renders its
/// node. `Renderer.render(_: Body)` is the plain twin, which the tests compare it with.
struct Program: Sendable {
  /// One step.
  enum Step: Sendable {
    /// Text between two offsets of `texts`.
    case text(Int, Int)
    /// The member of `fields`.
    case field(Int)
    /// Goes on at a step when the test of `tests` does not hold.
    case unless(Int, goto: Int)
    /// Goes on at a step.
    case jump(to: Int)
    /// The node of `nodes`.
    case node(Int)
  }

  /// A member of the record that is printed as it is.
  final class Field: Sendable {
    let path: JSONPath
    let root: String
    let expression: FilteredExpression

    init(_ path: JSONPath, _ root: String, _ expression: FilteredExpression) {
      self.path = path
      self.root = root
      self.expression = expression
    }
  }

  /// A comparison of a member of the record with a whole number.
  final class Test: Sendable {
    let path: JSONPath
    let root: String
    let comparator: Comparator
    let number: Int
    let condition: Condition

    init(_ path: JSONPath, _ root: String, _ comparator: Comparator, _ number: Int, _ condition: Condition) {
      self.path = path
      self.root = root
      self.comparator = comparator
      self.number = number
      self.condition = condition
    }

    @inline(__always)
    func holds(_ value: Int) -> Bool {
      switch comparator {
      case .equal: value == number
      case .notEqual: value != number
      case .less: value < number
      case .greater: value > number
      case .atMost: value <= number
      case .atLeast: value >= number
      case .contains: false
      }
    }
  }

  private(set) var steps: [Step] = []
  private(set) var texts: [UInt8] = []
  private(set) var fields: [Field] = []
  private(set) var tests: [Test] = []
  private(set) var nodes: [[Node]] = []

  init(_ body: Body) {
    add(body)
  }

  private mutating func add(_ body: Body) {
    for node in body.nodes {
      switch node {
      case .text(let bytes):
        steps.append(.text(texts.count, texts.count + bytes.count))
        texts += bytes
      case .output(let expression):
        guard expression.filters.isEmpty, case .path(let path) = expression.value, let direct = path.direct else {
          addNode(node)
          continue
        }
        steps.append(.field(fields.count))
        fields.append(Field(direct, path.root, expression))
      case .conditional(let conditional):
        let tests = conditional.branches.map { $0.condition.flatMap(Self.test) }
        let isDirect = zip(conditional.branches, tests).allSatisfy { $0.condition == nil || $1 != nil }
        if isDirect { add(conditional, tests) } else { addNode(node) }
      default: addNode(node)
      }
    }
  }

  private mutating func addNode(_ node: Node) {
    steps.append(.node(nodes.count))
    nodes.append([node])
  }

  private mutating func add(_ conditional: Conditional, _ conditions: [Test?]) {
    var exits: [Int] = []
    for (branch, test) in zip(conditional.branches, conditions) {
      let place = steps.count
      if let test {
        steps.append(.unless(tests.count, goto: 0))
        tests.append(test)
      }
      add(branch.body)
      exits.append(steps.count)
      steps.append(.jump(to: 0))
      if case .unless(let test, _) = steps[place] { steps[place] = .unless(test, goto: steps.count) }
    }
    for exit in exits { steps[exit] = .jump(to: steps.count) }
  }

  private static func test(_ condition: Condition) -> Test? {
    guard case .comparison(.path(let path), let comparator, .literal(.int(let number)), _) = condition,
      comparator != .contains, let direct = path.direct
    else { return nil }
    return Test(direct, path.root, comparator, number, condition)
  }
}

extension Renderer {
  /// Renders a program; what a step can't do directly is done as its node would be.
  mutating func run(_ program: Program) throws(TemplateError) {
    let writesDirectly = if case .none = options.escape { true } else { false }
    var at = 0
    while at < program.steps.count {
      var next = at + 1
      switch program.steps[at] {
      case .text(let start, let end):
        try count(1)
        out.append(program.texts.span.bytes, start..<end)
      case .field(let index):
        try count(1)
        let field = program.fields[index]
        if writesDirectly, scope.isEmpty, data.write(field.path, of: field.root, to: &out) { break }
        try write(field.expression)
      case .unless(let index, let goto):
        try count(1)
        if try !holds(program.tests[index]) { next = goto }
      case .jump(let goto): next = goto
      case .node(let index):
        try render(program.nodes[index])
        if case .none = interrupt { break }
        return
      }
      at = next
    }
  }

  private mutating func holds(_ test: Program.Test) throws(TemplateError) -> Bool {
    if scope.isEmpty, let value = data.integer(at: test.path, of: test.root) { return test.holds(value) }
    return try holds(test.condition)
  }
}
