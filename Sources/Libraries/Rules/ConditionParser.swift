import JSONLines

/// Reads conditions from a rule or model file; a wrong one is told with its line, its member and what was expected.
public struct ConditionParser {
  let book: PatternBook
  /// The field that `matches` and `says` mean when none is named.
  var defaultField = "text"

  private static let operators = [
    "matches", "says", "equals", "in", "between", "at_least", "at_most", "within", "older_than", "exists", "count",
  ]

  func parse(_ setting: Setting, depth: Int = 0) throws(RuleError) -> Condition {
    guard depth < 32 else { throw setting.error(expected: "at most 32 levels of conditions") }
    let members = try setting.members("a condition: an object")
    guard let first = members.first else { throw setting.error(expected: "a condition, not an empty object") }
    switch first.name {
    case "all", "any", "none":
      try setting.allow([first.name])
      return try group(first.name, first.value, depth)
    case "some":
      try setting.allow(["some", "at_least"])
      guard case .any(let parts) = try group("any", first.value, depth) else { return .any([]) }
      return .some(parts, atLeast: try setting.required("at_least", "a number").integer(1...1000))
    case "sentence":
      try setting.allow(["sentence"])
      return .sentence(try parse(first.value, depth: depth + 1))
    case "messages": return try messages(setting, first.value, depth)
    case "item":
      try setting.allow(["item", "where"])
      return .item(
        JSONPath(try first.value.text("the path of a list")),
        try parse(try setting.required("where", "a condition"), depth: depth + 1))
    case "label": return try label(setting)
    case "sounds": return try sounds(setting, first.value)
    case "next", "previous":
      try setting.allow([first.name])
      return .neighbour(isNext: first.name == "next", try parse(first.value, depth: depth + 1))
    case "given":
      try setting.allow(["given", "in"])
      return .given(try first.value.text(), try setting.required("in", "a list of values").texts().map(Self.string))
    default: return try field(setting, members)
    }
  }

  private static func string(_ setting: Setting) throws(RuleError) -> String { try setting.text() }

  private func group(_ name: String, _ setting: Setting, _ depth: Int) throws(RuleError) -> Condition {
    var conditions: [Condition] = []
    for element in try setting.elements("a list of conditions") {
      conditions.append(try parse(element, depth: depth + 1))
    }
    return name == "all" ? .all(conditions) : name == "any" ? .any(conditions) : .none(conditions)
  }

  private func label(_ setting: Setting) throws(RuleError) -> Condition {
    try setting.allow(["label", "after", "unanswered"])
    return .label(
      Condition.LabelTest(
        label: try setting.required("label", "a label").text(), after: try setting["after"]?.text(),
        unanswered: try setting["unanswered"]?.flag() ?? false))
  }

  private func sounds(_ setting: Setting, _ value: Setting) throws(RuleError) -> Condition {
    try setting.allow(["sounds", "to", "at_least", "whole"])
    let (index, labels) = try book.model(try setting.required("to", "the name of a learned model"))
    var columns: [Int] = []
    for element in try value.texts("a label or a list of labels") {
      guard let column = labels.firstIndex(of: try element.text()) else {
        throw element.error(expected: "one of \(labels.joined(separator: ", "))")
      }
      columns.append(column)
    }
    let least = try setting.required("at_least", "a probability").decimal()
    guard let number = Float(least.description), (0...1).contains(number) else {
      throw setting.error(expected: "a probability of 0 to 1 for at_least")
    }
    let isOfWhole = try setting["whole"]?.flag() ?? false
    return .sounds(Condition.SoundTest(model: index, labels: columns, atLeast: number, isOfWhole: isOfWhole))
  }

  private func field(_ setting: Setting, _ members: [(name: String, value: Setting)]) throws(RuleError) -> Condition {
    try setting.allow(["field"] + Self.operators)
    let name = try setting["field"]?.text("the path of a member") ?? defaultField
    guard !name.isEmpty else { throw setting.error(expected: "the path of a member") }
    var tests: [Condition] = []
    for member in members where member.name != "field" {
      tests.append(try test(member.name, member.value, field: name))
    }
    guard !tests.isEmpty else { throw setting.error(expected: "one of \(Self.operators.joined(separator: ", "))") }
    return tests.count == 1 ? tests[0] : .all(tests)
  }

  private func test(_ name: String, _ value: Setting, field: String) throws(RuleError) -> Condition {
    if name == "matches" || name == "says" { return try pattern(name, value, field) }
    let place = Condition.Field(field)
    if place.computed, !Subject.computedFacts.contains(field) {
      throw value.error(expected: "one of \(Subject.computedFacts.joined(separator: ", ")), not \(field)")
    }
    switch name {
    case "exists": return .field(place, .exists(try value.flag()))
    case "equals": return .field(place, .equals(try Self.literal(value)))
    case "in": return .field(place, try Self.set(value))
    case "between":
      let bounds = try value.elements("two numbers")
      guard bounds.count == 2 else { throw value.error(expected: "two numbers") }
      return .field(place, .between(try bounds[0].decimal(), try bounds[1].decimal()))
    case "at_least": return .field(place, .between(try value.decimal(), nil))
    case "at_most": return .field(place, .between(nil, try value.decimal()))
    case "count":
      try value.allow(["at_least", "at_most"])
      return .field(place, .count(try value["at_least"]?.decimal(), try value["at_most"]?.decimal()))
    default: return .field(place, .age(within: name == "within", days: try Self.days(value)))
    }
  }

  private func pattern(_ name: String, _ value: Setting, _ field: String) throws(RuleError) -> Condition {
    var indexes: [Int] = []
    var place = 0
    for element in try value.texts("a pattern or a list of patterns") {
      let (field, pattern) = try book.add(element, phrase: name == "says", field: field)
      place = field
      indexes.append(pattern)
    }
    guard !indexes.isEmpty else { throw value.error(expected: "at least one pattern") }
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

  private static func set(_ value: Setting) throws(RuleError) -> Condition.Test {
    var strings: [[UInt8]] = []
    var numbers: [Decimal] = []
    for element in try value.elements("a list of strings or numbers") {
      switch try literal(element) {
      case .string(let text): strings.append(text)
      case .number(let number): numbers.append(number)
      case .bool: throw element.error(expected: "a string or a number")
      }
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
    let count = setting["count"]
    try count?.allow(["at_least", "at_most"])
    return .messages(
      Condition.MessageTest(
        selector: try selector(value), which: which,
        atLeast: try count?["at_least"]?.integer(0...1_000_000) ?? (count == nil ? 1 : 0),
        atMost: try count?["at_most"]?.integer(0...1_000_000) ?? Int.max,
        condition: try value["where"].map { (inner) throws(RuleError) in try parse(inner, depth: depth + 1) }))
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
      speaker = Condition.Speaker(rawValue: try from.text())
      guard speaker != nil else { throw from.error(expected: "them or us") }
    }
    var automatic: Bool? = false
    if let flag = value["automatic"] {
      if case .string("any") = flag.value { automatic = nil } else { automatic = try flag.flag() }
    }
    return Condition.Selector(
      speaker: speaker, automatic: automatic, afterLabel: try value["after"]?.text(),
      beforeLabel: try value["before"]?.text(),
      kinds: try value["kind"]?.texts().map(Self.string) ?? [], opening: try value["opening"]?.flag() ?? false)
  }
}
