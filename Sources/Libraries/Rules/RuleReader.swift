/// Reads the list of rules with its groups, and keeps what the rules so far may have given.
struct RuleReader {
  private var parser: ConditionParser
  private let list: String?
  private let target: RuleFile.Target
  /// The scalars whose votes are weighed by what was learned.
  private let weighed: Set<String>
  private(set) var rules: [Rule] = []
  private var voteNames: Set<String> = []

  private static let selectorNames = ["from", "automatic", "kind", "after", "before", "opening"]

  init(parser: ConditionParser, list: String?, target: RuleFile.Target, weighed: Set<String> = []) {
    self.parser = parser
    self.list = list
    self.target = target
    self.weighed = weighed
  }

  mutating func read(_ setting: Setting, under: [Condition]) throws(RuleError) {
    for element in try setting.elements("a list of rules") {
      if let inner = element["rules"] {
        try element.allow(["under", "rules", "about"])
        let condition = try parser.parse(try element.required("under", "the condition of the group"))
        guard under.count < 8 else { throw element.error(expected: "at most 8 nested groups") }
        try read(inner, under: under + [condition])
      } else {
        let rule = try rule(element, under: under)
        guard rules.count < 10_000 else { throw element.error(expected: "at most 10,000 rules") }
        rules.append(rule)
        note(rule.effect)
      }
    }
  }

  /// Later rules may ask for what this one gives; votes are counted when all rules were asked.
  private mutating func note(_ effect: Rule.Effect) {
    switch effect {
    case .add(let label) where !parser.scope.labels.contains(label): parser.scope.labels.append(label)
    case .set(let scalar, let value) where parser.scope.values[scalar]?.contains(value) == false:
      parser.scope.values[scalar]?.append(value)
    default: break
    }
  }

  private mutating func rule(_ setting: Setting, under: [Condition]) throws(RuleError) -> Rule {
    try setting.allow(
      [
        "name", "about", "add", "drop", "set", "vote", "to", "by", "of", "which", "weight", "when", "quote",
        "matches", "must_not_match",
      ] + Self.selectorNames)
    let asksMessages = Self.selectorNames.contains { setting[$0] != nil }
    if asksMessages { try checkSelector(setting) }
    var parser = parser
    if asksMessages, target == .conversation { parser.scope.asked = .message }
    let effect = try effect(setting, parser)
    let name = try setting["name"]?.text() ?? Self.name(effect)
    let which = try which(setting)
    return Rule(
      name: name, effect: effect, voteNames: try voteNames(of: effect, name, which, parser.book, setting), under: under,
      messages: asksMessages ? try parser.selector(setting) : nil, which: which,
      condition: try condition(setting, effect, parser),
      quotesLast: try quotesLast(setting), examples: try Example.all(setting, asked: asksMessages), place: setting)
  }

  /// Refuses a choice of messages where there is none.
  private func checkSelector(_ setting: Setting) throws(RuleError) {
    for name in Self.selectorNames {
      guard let value = setting[name] else { continue }
      switch target {
      case .conversation: break
      case .record: throw value.error(expected: "no \"\(name)\", as a record has no messages")
      case .message:
        guard !["after", "before", "opening"].contains(name) else {
          throw value.error(expected: "no \"\(name)\", as each message is judged for itself")
        }
        if name == "from", case .string("us") = value.value {
          throw value.error(expected: "them, as only what the other side wrote is judged")
        }
      }
    }
  }

  /// A model that speaks needs no condition.
  private func condition(
    _ setting: Setting, _ effect: Rule.Effect, _ parser: ConditionParser
  ) throws(RuleError) -> Condition {
    if case .hear = effect, setting["when"] == nil { return .all([]) }
    return try parser.parse(try setting.required("when", "a condition"))
  }

  private func quotesLast(_ setting: Setting) throws(RuleError) -> Bool {
    guard let quote = setting["quote"] else { return false }
    guard try quote.text() == "last" else { throw quote.error(expected: "\"last\"") }
    guard target == .conversation else {
      throw quote.error(expected: "no \"quote\", as only a conversation has a last word")
    }
    return true
  }

  private static func name(_ effect: Rule.Effect) -> String {
    switch effect {
    case .add(let label): label
    case .drop(let label): "not \(label)"
    case .set(_, let value), .vote(_, let value, _): value
    case .hear(let scalar, _, _, _): scalar
    }
  }

  /// The names under which learned weights know a rule's votes; by one name no two votes could be told apart.
  private mutating func voteNames(
    of effect: Rule.Effect, _ name: String, _ which: Condition.MessageTest.Which, _ book: PatternBook,
    _ setting: Setting
  ) throws(RuleError) -> [String] {
    let names =
      switch effect {
      case .vote(_, let value, nil): [name == value ? value : "\(name): \(value)"]
      case .hear(_, let model, nil, let part):
        target == .conversation
          ? part.voteNames(book.modelNames[model], book.models[model].labels, which)
          : part.voteNames(book.modelNames[model], book.models[model].labels)
      default: [String]()
      }
    for name in names {
      guard voteNames.insert(name).inserted else {
        throw setting.error(expected: "another name, as learned weights could not tell two votes \"\(name)\" apart")
      }
    }
    return names
  }

  private func effect(_ setting: Setting, _ parser: ConditionParser) throws(RuleError) -> Rule.Effect {
    let given = ["add", "drop", "set", "vote"].filter { setting[$0] != nil }
    guard given.count == 1, let kind = given.first, let value = setting[kind] else {
      throw setting.error(expected: "exactly one of add, drop, set, vote")
    }
    try checkCompany(of: kind, in: setting)
    guard kind == "set" || kind == "vote" else {
      guard list != nil else { throw value.error(expected: "set, as the file names no \"list\"") }
      return kind == "add" ? .add(try value.text("a label")) : .drop(try parser.scope.label(value))
    }
    let scalar = try value.text("a scalar")
    if kind == "vote", scalar == list {
      guard weighed.contains(scalar) else {
        throw value.error(expected: "weights for the list in \"weighed_by\", as its labels do not vie with each other")
      }
    } else if parser.scope.values[scalar] == nil {
      throw value.error(
        expected: "one of the file's scalars (\(parser.scope.values.keys.sorted().joined(separator: ", ")))")
    }
    guard kind == "vote" else { return .set(scalar, try setting.required("to", "the value to set").text()) }
    let weight = try weight(setting) ?? (weighed.contains(scalar) ? nil : 1)
    if let by = setting["by"] {
      return .hear(scalar, model: try parser.book.model(by).index, weight, try heard(setting))
    }
    // What a vote on a list is for is learned, label by label; one with a weight must say it.
    if scalar == list, weight == nil, setting["to"] == nil, let name = setting["name"] {
      return .vote(scalar, try name.text(), nil)
    }
    return .vote(scalar, try setting.required("to", "the value to vote for").text(), weight)
  }

  /// What of a message a model is to speak of.
  private func heard(_ setting: Setting) throws(RuleError) -> Rule.Heard {
    guard let of = setting["of"] else { return .whole }
    switch Rule.Heard(rawValue: try of.text()) {
    case .sentences: return .sentences
    case .some(let part) where target == .message && part != .whole: return part
    default:
      throw of.error(
        expected: target == .message
          ? "sentences, earlier, later, earlier sentences or later sentences" : "\"sentences\"")
    }
  }

  /// Of which messages of a conversation a model is to speak: of the one of which it is surest, the first or the last.
  private func which(_ setting: Setting) throws(RuleError) -> Condition.MessageTest.Which {
    guard let which = setting["which"] else { return .any }
    guard let found = Condition.MessageTest.Which(rawValue: try which.text()), found != .all else {
      throw which.error(expected: "any, first or last")
    }
    return found
  }

  /// Refuses members that belong to another effect.
  private func checkCompany(of kind: String, in setting: Setting) throws(RuleError) {
    let fitting = ["set": ["to"], "vote": ["to", "by", "of", "which", "weight"]][kind] ?? []
    for name in ["to", "by", "of", "which", "weight"] {
      guard let value = setting[name], !fitting.contains(name) else { continue }
      throw value.error(expected: "no \"\(name)\" beside \"\(kind)\"")
    }
    guard let by = setting["by"] else {
      for name in ["of", "which"] {
        if let value = setting[name] { throw value.error(expected: "no \"\(name)\" without \"by\"") }
      }
      return
    }
    guard setting["to"] == nil else { throw by.error(expected: "either \"to\" or \"by\"") }
    guard target != .record else { throw by.error(expected: "\"to\", as a model speaks of messages") }
    if let which = setting["which"], target == .message {
      throw which.error(expected: "no \"which\", as each message is judged for itself")
    }
  }

  private func weight(_ setting: Setting) throws(RuleError) -> Float? {
    guard let weight = setting["weight"] else { return nil }
    guard let number = Float(try weight.decimal().description), (-100...100).contains(number) else {
      throw weight.error(expected: "a number of -100 to 100")
    }
    return number
  }
}
