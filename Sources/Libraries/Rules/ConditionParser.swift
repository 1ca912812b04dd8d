import JSONLines

/// Reads conditions from a rule or model file; a wrong one is told with its line, its member and what was expected.
struct ConditionParser {
  let book: PatternBook
  /// What the conditions are asked of.
  var scope: ConditionScope
  /// The field that `matches` and `says` mean when none is named.
  private static let defaultField = "text"

  private static let tests = [
    "matches", "says", "equals", "in", "between", "at_least", "at_most", "within", "older_than", "due_in", "exists",
    "count",
  ]

  private static let kinds = [
    "all", "any", "none", "some", "sentence", "messages", "item", "label", "sounds", "next", "previous", "given",
  ]

  /// The same parser for conditions on something else.
  private func asking(_ asked: ConditionScope.Asked) -> ConditionParser {
    var other = self
    other.scope.asked = asked
    return other
  }

  func parse(_ setting: Setting, depth: Int = 0) throws(RuleError) -> Condition {
    guard depth < 32 else { throw setting.error(expected: "at most 32 levels of conditions") }
    let members = try setting.members("a condition: an object")
    guard !members.isEmpty else { throw setting.error(expected: "a condition, not an empty object") }
    guard let first = members.first(where: { Self.kinds.contains($0.name) }) else { return try field(setting, members) }
    if let other = members.last(where: { Self.kinds.contains($0.name) }), other.name != first.name {
      throw other.value.error(
        expected: "one kind of condition an object, not \"\(other.name)\" beside \"\(first.name)\"")
    }
    try scope.check(first.name, at: first.value)
    switch first.name {
    case "all", "any", "none":
      try setting.allow([first.name])
      return try group(first.name, first.value, depth)
    case "some": return try some(setting, first.value, depth)
    case "sentence":
      try setting.allow(["sentence"])
      let inner = try parse(first.value, depth: depth + 1)
      guard inner.asksWords else { throw first.value.error(expected: "a condition with matches, says or sounds") }
      return .sentence(inner)
    case "messages": return try messages(setting, first.value, depth)
    case "item":
      return try item(setting, first.value, depth)
    case "label": return try label(setting, first.value)
    case "sounds": return try sounds(setting, first.value)
    case "next", "previous":
      try setting.allow([first.name])
      return .neighbour(isNext: first.name == "next", try parse(first.value, depth: depth + 1))
    default:
      try setting.allow(["given", "in"])
      let (name, values) = try scope.given(first.value, try setting.required("in", "a list of values"))
      return .given(name, values)
    }
  }

  private static func string(_ setting: Setting) throws(RuleError) -> String { try setting.text() }

  private func group(_ name: String, _ setting: Setting, _ depth: Int) throws(RuleError) -> Condition {
    var conditions: [Condition] = []
    for element in try setting.elements("a list of conditions") {
      conditions.append(try parse(element, depth: depth + 1))
    }
    guard name != "any" || !conditions.isEmpty else { throw setting.error(expected: "at least one condition") }
    return name == "all" ? .all(conditions) : name == "any" ? .any(conditions) : .none(conditions)
  }

  private func some(_ setting: Setting, _ list: Setting, _ depth: Int) throws(RuleError) -> Condition {
    try setting.allow(["some", "at_least"])
    guard case .any(let parts) = try group("any", list, depth) else { return .any([]) }
    let least = try setting.required("at_least", "how many of them must hold")
    return .some(parts, atLeast: try least.integer(1...parts.count))
  }

  private func item(_ setting: Setting, _ list: Setting, _ depth: Int) throws(RuleError) -> Condition {
    try setting.allow(["item", "where"])
    let path = try list.path("the path of a list")
    guard !path.contains("[]") else { throw list.error(expected: "the path of one list, without []") }
    let inner = try setting.required("where", "a condition on its objects")
    return .item(JSONPath(path), try asking(.members).parse(inner, depth: depth + 1))
  }

  private func label(_ setting: Setting, _ value: Setting) throws(RuleError) -> Condition {
    try setting.allow(["label", "after", "unanswered"])
    for name in ["after", "unanswered"] where scope.asked != .conversation {
      guard let other = setting[name] else { continue }
      throw other.error(expected: "no \"\(name)\", which asks of the messages of a conversation")
    }
    return .label(
      Condition.LabelTest(
        label: try scope.label(value), after: try setting["after"].map(scope.label),
        unanswered: try setting["unanswered"]?.flag() ?? false))
  }

  private func sounds(_ setting: Setting, _ value: Setting) throws(RuleError) -> Condition {
    try setting.allow(["sounds", "to", "at_least", "whole"])
    let (index, labels) = try book.model(try setting.required("to", "the name of a learned model"))
    var columns: [Int] = []
    for element in try value.texts("a label or a list of labels", atLeastOne: true) {
      guard let column = labels.firstIndex(of: try element.text()) else {
        throw element.error(expected: "one of \(labels.joined(separator: ", "))")
      }
      columns.append(column)
    }
    let least = try setting.required("at_least", "a probability")
    let expected = "a probability above 0, at most 1"
    guard let number = Float(try least.decimal(expected).description), number > 0, number <= 1 else {
      throw least.error(expected: expected)
    }
    let isOfWhole = try setting["whole"]?.flag() ?? false
    return .sounds(Condition.SoundTest(model: index, labels: columns, atLeast: number, isOfWhole: isOfWhole))
  }

  private func field(_ setting: Setting, _ members: [(name: String, value: Setting)]) throws(RuleError) -> Condition {
    try setting.allow(["field"] + Self.tests + (setting["field"] == nil ? Self.kinds : []))
    let name = try setting["field"]?.path() ?? Self.defaultField
    var tests: [Condition] = []
    for member in members where member.name != "field" {
      tests.append(try test(member.name, member.value, field: name))
    }
    guard !tests.isEmpty else { throw setting.error(expected: "one of \(Self.tests.joined(separator: ", "))") }
    return tests.count == 1 ? tests[0] : .all(tests)
  }

  private func test(_ name: String, _ value: Setting, field: String) throws(RuleError) -> Condition {
    if name == "matches" || name == "says" { return try pattern(name, value, field) }
    let place = Condition.Field(field)
    let test = try test(name, value)
    if case .count = test, field.hasSuffix("[]") {
      throw value.error(expected: "a test of each element; the list itself is \"\(field.dropLast(2))\"")
    }
    if place.computed {
      try scope.checkFact(field, at: value)
      try test.check(of: field, at: value)
    }
    return .field(place, test)
  }

  private func test(_ name: String, _ value: Setting) throws(RuleError) -> Condition.Test {
    switch name {
    case "exists": return .exists(try value.flag())
    case "equals": return .equals(try Self.literal(value))
    case "in": return try set(value)
    case "between":
      let expected = "two numbers, the lesser first"
      let bounds = try value.elements(expected)
      guard bounds.count == 2 else { throw value.error(expected: expected) }
      let (low, high) = (try bounds[0].decimal(), try bounds[1].decimal())
      guard low <= high else { throw value.error(expected: expected) }
      return .between(low, high)
    case "at_least": return .between(try value.decimal(), nil)
    case "at_most": return .between(nil, try value.decimal())
    case "count":
      let (low, high) = try Self.count(value)
      return .count(low.map { Decimal($0) }, high.map { Decimal($0) })
    // Due in seven days: so much ahead at most, or past.
    case "due_in": return .age(within: false, days: -1 - (try Self.days(value)))
    default: return .age(within: name == "within", days: try Self.days(value))
    }
  }

  /// The bounds of a count.
  private static func count(_ setting: Setting) throws(RuleError) -> (low: Int?, high: Int?) {
    let expected = "an object with at_least, at_most or both"
    _ = try setting.members(expected)
    try setting.allow(["at_least", "at_most"])
    let low = try setting["at_least"]?.integer(0...1_000_000)
    let high = try setting["at_most"]?.integer(0...1_000_000)
    guard low != nil || high != nil else { throw setting.error(expected: expected) }
    guard low ?? 0 <= high ?? .max else { throw setting.error(expected: "at_most that is not below at_least") }
    return (low, high)
  }

  private func pattern(_ name: String, _ value: Setting, _ field: String) throws(RuleError) -> Condition {
    try scope.checkWords(of: field, at: value)
    var indexes: [Int] = []
    var place = 0
    for element in try value.texts("a pattern or a list of patterns") {
      let (field, pattern) = try book.add(element, phrase: name == "says", field: field)
      place = field
      indexes.append(pattern)
    }
    guard !indexes.isEmpty else {
      guard scope.allowsEmptyLists else { throw value.error(expected: "at least one pattern") }
      return .any([])
    }
    return .pattern(Condition.PatternTest(field: place, patterns: indexes))
  }

  private static func literal(_ value: Setting) throws(RuleError) -> Condition.Literal {
    switch value.value {
    case .bool(let flag): .bool(flag)
    case .number: .number(try value.decimal())
    case .string(let text): .string(text.utf8.map(Subject.folded))
    default: throw value.error(expected: "a string, a number, true or false")
    }
  }

  private func set(_ value: Setting) throws(RuleError) -> Condition.Test {
    var strings: [[UInt8]] = []
    var numbers: [Decimal] = []
    for element in try value.elements("a list of strings or numbers") {
      switch try Self.literal(element) {
      case .string(let text): strings.append(text)
      case .number(let number): numbers.append(number)
      case .bool: throw element.error(expected: "a string or a number")
      }
    }
    guard scope.allowsEmptyLists || !strings.isEmpty || !numbers.isEmpty else {
      throw value.error(expected: "at least one string or number")
    }
    return .isIn(strings, numbers)
  }

  /// `90d`, `2w`, `6m`, `1y` as days; a month counts 30 days and a year 365.
  static func days(_ value: Setting) throws(RuleError) -> Int {
    let expected = "a span such as 90d, 2w, 6m or 1y"
    let text = try value.text(expected)
    let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    guard let last = text.last, let unit = units[last], let count = Int(text.dropLast()), count >= 0,
      count <= 100_000
    else { throw value.error(expected: expected) }
    return count * unit
  }

  private func messages(_ setting: Setting, _ value: Setting, _ depth: Int) throws(RuleError) -> Condition {
    try setting.allow(["messages", "count"])
    try value.allow(["from", "which", "where", "automatic", "after", "before", "kind", "opening"])
    let which = try value["which"].map(Self.which) ?? .any
    let (low, high) = try setting["count"].map(Self.count) ?? (1, nil)
    if which == .first || which == .last, low ?? 0 > 1, let count = setting["count"] {
      throw count.error(expected: "at_least of at most 1, as only the \(which.rawValue) message is chosen")
    }
    return .messages(
      Condition.MessageTest(
        selector: try selector(value), which: which, atLeast: low ?? 0, atMost: high ?? Int.max,
        condition: try value["where"].map { (inner) throws(RuleError) in
          try asking(.message).parse(inner, depth: depth + 1)
        }))
  }

  private static func which(_ value: Setting) throws(RuleError) -> Condition.MessageTest.Which {
    guard let which = Condition.MessageTest.Which(rawValue: try value.text()) else {
      throw value.error(expected: "any, first, last or all")
    }
    return which
  }

  func selector(_ value: Setting) throws(RuleError) -> Condition.Selector {
    var speaker: Condition.Speaker?
    if let from = value["from"] {
      speaker = Condition.Speaker(rawValue: try from.text("them or us"))
      guard speaker != nil else { throw from.error(expected: "them or us") }
    }
    var automatic: Bool? = false
    if let flag = value["automatic"] {
      if case .string("any") = flag.value {
        automatic = nil
      } else {
        automatic = try flag.flag("true, false or \"any\"")
      }
    }
    return Condition.Selector(
      speaker: speaker, automatic: automatic, afterLabel: try value["after"].map(scope.label),
      beforeLabel: try value["before"].map(scope.label), kinds: try kinds(value["kind"], automatic),
      opening: try value["opening"]?.flag() ?? false)
  }

  /// The kinds of messages that are chosen, which must be chosen by `automatic` too.
  private func kinds(_ setting: Setting?, _ automatic: Bool?) throws(RuleError) -> [String] {
    var kinds: [String] = []
    for element in try setting?.texts("a kind of message or a list of them", atLeastOne: true) ?? [] {
      let kind = try element.text()
      let isAutomatic = Subject.automaticKinds.contains(kind)
      guard isAutomatic || ["direct", "draft"].contains(kind) else {
        let known = (Subject.automaticKinds + ["direct", "draft"]).sorted().joined(separator: ", ")
        throw element.error(expected: "one of \(known), not \"\(kind)\"")
      }
      guard automatic != false || !isAutomatic else {
        throw element.error(expected: "\"automatic\": true or \"any\" beside it, as a program writes \"\(kind)\"")
      }
      kinds.append(kind)
    }
    return kinds
  }
}
