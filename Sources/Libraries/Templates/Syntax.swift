import JSONLines

/// The compiled form of a template: nodes that hold expressions.

/// A sequence of nodes.
struct Body: Sendable {
  var nodes: [Node] = []
  /// Whether nothing in it can print anything but white space.
  var isBlank = true

  /// Drops the white space of a blank body, so that a block of assignments prints nothing.
  mutating func dropBlankText() {
    nodes.removeAll {
      if case .text = $0 { return true }
      return false
    }
  }
}

enum Node: Sendable {
  case text([UInt8])
  case spin(Spin)
  case output(FilteredExpression)
  case assign(String, FilteredExpression)
  case capture(String, Body)
  case increment(String, by: Int)
  case conditional(Conditional)
  case choice(Choice)
  case loop(Loop)
  case table(Loop)
  case cycle(Cycle)
  case interrupt(Interrupt)
  case ifChanged(Body)
  case partial(Partial)
}

enum Interrupt: Sendable {
  case none
  case `break`
  case `continue`
}

/// `if`, `elsif`, `else`, and `unless`.
final class Conditional: Sendable {
  let branches: [(condition: Condition?, body: Body)]

  init(_ branches: [(condition: Condition?, body: Body)]) {
    self.branches = branches
  }
}

/// `case`: every matching `when` is rendered; an `else` when none matched before it.
final class Choice: Sendable {
  let subject: Expression
  let branches: [(values: [Expression]?, body: Body)]

  init(subject: Expression, branches: [(values: [Expression]?, body: Body)]) {
    self.subject = subject
    self.branches = branches
  }
}

/// `for` and `tablerow`.
final class Loop: Sendable {
  let variable: String
  let collection: Expression
  let name: String
  let isReversed: Bool
  let limit: Expression?
  let offset: Expression?
  let continues: Bool
  let columns: Expression?
  let body: Body
  let otherwise: Body?
  let place: Int

  init(_ head: LoopHead, body: Body, otherwise: Body?) {
    variable = head.variable
    collection = head.collection
    name = head.name
    isReversed = head.isReversed
    limit = head.limit
    offset = head.offset
    continues = head.continues
    columns = head.columns
    place = head.place
    self.body = body
    self.otherwise = otherwise
  }
}

/// What a `for` or `tablerow` tag says.
struct LoopHead {
  var variable: String
  var collection: Expression
  var name: String
  var isReversed = false
  var limit: Expression?
  var offset: Expression?
  var continues = false
  var columns: Expression?
  var place: Int
}

final class Cycle: Sendable {
  let group: Expression?
  let items: [Expression]
  /// What unnamed cycles with the same items share.
  let signature: String

  init(group: Expression?, items: [Expression], signature: String) {
    self.group = group
    self.items = items
    self.signature = signature
  }
}

/// `render` (a scope of its own) and `include` (the scope it stands in).
final class Partial: Sendable {
  let name: Expression
  let isIsolated: Bool
  let subject: Expression?
  let repeats: Bool
  let alias: String?
  let arguments: [(name: String, value: Expression)]
  let place: Int

  init(
    name: Expression, isIsolated: Bool, subject: Expression?, repeats: Bool, alias: String?,
    arguments: [(name: String, value: Expression)], place: Int
  ) {
    self.name = name
    self.isIsolated = isIsolated
    self.subject = subject
    self.repeats = repeats
    self.alias = alias
    self.arguments = arguments
    self.place = place
  }
}

/// What gives a value.
indirect enum Expression: Sendable {
  case literal(Value)
  case range(Expression, Expression)
  case path(Path)
}

/// A variable and the members or elements taken from it.
final class Path: Sendable {
  enum Step: Sendable {
    case name(String)
    case index(Expression)
  }

  /// The variable's name, unless an expression in brackets gives it.
  let root: String
  let computedRoot: Expression?
  let steps: [Step]
  /// The path as it was written.
  let text: String
  let place: Int
  /// The whole path when it is made of plain names: a record finds its value without decoding the rest.
  let direct: JSONPath?

  init(root: String, computedRoot: Expression?, steps: [Step], text: String, place: Int) {
    self.root = root
    self.computedRoot = computedRoot
    self.steps = steps
    self.text = text
    self.place = place
    direct = Self.direct(root, computedRoot, steps)
  }

  private static func direct(_ root: String, _ computedRoot: Expression?, _ steps: [Step]) -> JSONPath? {
    guard computedRoot == nil else { return nil }
    var names = [root]
    for step in steps {
      guard case .name(let name) = step, !name.isEmpty,
        !name.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") })
      else { return nil }
      names.append(name)
    }
    return JSONPath(names.joined(separator: "."))
  }
}

/// An expression and the filters it runs through.
final class FilteredExpression: Sendable {
  let value: Expression
  let filters: [FilterCall]
  /// Whether `default` is among the filters: a missing variable is allowed then.
  let hasDefault: Bool
  let text: String
  let place: Int

  init(value: Expression, filters: [FilterCall], text: String, place: Int) {
    self.value = value
    self.filters = filters
    self.text = text
    self.place = place
    hasDefault = filters.contains { $0.filter.toleratesNothing }
  }
}

struct FilterCall: Sendable {
  var filter: Filter
  var arguments: [Expression]
  var named: [(name: String, value: Expression)]
  var place: Int
}

enum Comparator: Sendable {
  case equal, notEqual, less, greater, atMost, atLeast, contains
}

indirect enum Condition: Sendable {
  case value(Expression)
  case comparison(Expression, Comparator, Expression, place: Int)
  case and(Condition, Condition)
  case or(Condition, Condition)
  case not(Condition)
}
