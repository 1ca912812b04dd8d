import JSONLines
import Learning

/// What evaluation needs of a compiled file: the fields that are scanned and their patterns.
public struct Compiled: Sendable {
  let scanners: [FieldScanner]
  /// Index of the field `text` among the scanners.
  let textField: Int?
  /// What the scalars are while no rule has set them.
  let defaults: [String: String]
  /// The learned models that conditions and votes ask.
  let models: [LogisticModel]

  init(_ book: PatternBook, scalars: [(name: String, otherwise: String)] = []) {
    defaults = Dictionary(scalars.map { ($0.name, $0.otherwise) }, uniquingKeysWith: { first, _ in first })
    scanners = book.scanners()
    models = book.models
    textField = scanners.firstIndex { $0.field.name == "text" }
  }
}

/// A compiled rule file (kith-rules(5)).
public struct RuleFile: Sendable {
  /// What the rules judge.
  public enum Target: String, Sendable {
    /// A conversation as a whole.
    case conversation
    /// Each message alone.
    case message
    /// Any record.
    case record
  }

  /// Its name, as in `classify:NAME`.
  public let name: String
  /// What is judged.
  public let target: Target
  /// The list member that `add` writes.
  public let list: String?
  /// The scalars that `set` writes, with the value that stands when no rule sets one.
  public let scalars: [(name: String, otherwise: String)]
  /// Maps from a scalar to coarser sets, of which a run may choose one.
  public let maps: [CoarserMap]
  /// The rules in order, groups resolved.
  public let rules: [Rule]
  /// What evaluation needs.
  public let compiled: Compiled

  /// What is looked for in texts, each pattern once in RE2 syntax, with word lists written out.
  public var textPatterns: [String] {
    compiled.textField.map { compiled.scanners[$0].patterns.map(\.source) } ?? []
  }

  /// Reads and compiles a rule file; the patterns of a built-in one are not checked.
  public init(_ bytes: [UInt8], file: String, isBuiltIn: Bool = false) throws(RuleError) {
    let root = try SettingReader.read(bytes, file: file)
    try root.allow(["rules", "name", "about", "on", "list", "scalars", "maps", "include", "words"])
    name = try root.required("name", "the name of the rule set").text()
    target = try RuleFile.target(try root.required("on", "conversation, message or record"))
    list = try root["list"]?.text()
    var scalars: [(name: String, otherwise: String)] = []
    for (name, value) in try root["scalars"]?.members() ?? [] { scalars.append((name, try value.text())) }
    self.scalars = scalars
    maps = try CoarserMap.all(root["maps"], scalars: scalars.map(\.name))
    let book = PatternBook()
    for other in try root["include"]?.texts("the name of a built-in rule file") ?? [] {
      try RuleFile.addWords(of: other, to: book)
    }
    book.isBuiltIn = isBuiltIn
    if let words = root["words"] { try book.addLists(words) }
    var reader = RuleReader(parser: ConditionParser(book: book), list: list, scalars: scalars.map(\.name))
    try reader.read(try root.required("rules", "a list of rules"), under: [])
    rules = reader.rules
    compiled = Compiled(book, scalars: scalars)
  }

  private static func addWords(of other: Setting, to book: PatternBook) throws(RuleError) {
    let name = try other.text()
    guard let bytes = BuiltIn.file(.rules, name) else {
      throw other.error(expected: "one of the built-in rule files (\(BuiltIn.names(.rules).joined(separator: ", ")))")
    }
    book.isBuiltIn = true
    if let words = try SettingReader.read(bytes, file: name)["words"] { try book.addLists(words) }
  }

  private static func target(_ setting: Setting) throws(RuleError) -> Target {
    guard let target = Target(rawValue: try setting.text()) else {
      throw setting.error(expected: "conversation, message or record")
    }
    return target
  }
}

/// One rule: when its condition holds, it adds or drops a label or sets a scalar.
public struct Rule: Sendable {
  /// What a rule does.
  public enum Effect: Sendable, Equatable {
    /// Adds the label to the list.
    case add(String)
    /// Takes the label away again.
    case drop(String)
    /// Sets the scalar unless an earlier rule did.
    case set(String, String)
    /// Speaks for a value of the scalar, with that weight.
    case vote(String, String, Float)
    /// Lets a learned model speak for the values that are its labels, with the weight of each one's probability.
    case hear(String, model: Int, Float)

    /// The scalar that it sets or speaks of.
    var scalar: String? {
      switch self {
      case .add, .drop: nil
      case .set(let scalar, _), .vote(let scalar, _, _), .hear(let scalar, _, _): scalar
      }
    }
  }

  /// Its name in evidence: given, or made of its effect.
  public let name: String
  /// What it does.
  public let effect: Effect
  /// Conditions of the groups that it stands in.
  let under: [Condition]
  /// Which messages it is asked of, each alone; nil when it is asked of the whole record.
  let messages: Condition.Selector?
  /// Its own condition.
  let condition: Condition
  /// Whether the last word of the conversation stands as its evidence, and not the words that made it hold.
  let quotesLast: Bool
  /// Messages on which it must hold, and on which it must not.
  public let examples: [Example]
  /// Where it stands, for messages.
  public let place: Setting
}

/// Reads the list of rules with its groups.
private struct RuleReader {
  let parser: ConditionParser
  let list: String?
  let scalars: [String]
  var rules: [Rule] = []

  private static let selectorNames = ["from", "automatic", "kind", "after", "before", "opening"]

  mutating func read(_ setting: Setting, under: [Condition]) throws(RuleError) {
    for element in try setting.elements("a list of rules") {
      if let inner = element["rules"] {
        try element.allow(["under", "rules", "about"])
        let condition = try parser.parse(try element.required("under", "the condition of the group"))
        guard under.count < 8 else { throw element.error(expected: "at most 8 nested groups") }
        try read(inner, under: under + [condition])
      } else {
        rules.append(try rule(element, under: under))
      }
    }
  }

  private func rule(_ setting: Setting, under: [Condition]) throws(RuleError) -> Rule {
    try setting.allow(
      [
        "name", "about", "add", "drop", "set", "vote", "to", "by", "weight", "when", "quote", "matches",
        "must_not_match",
      ] + Self.selectorNames)
    let effect = try effect(setting)
    let named = Self.selectorNames.contains { setting[$0] != nil }
    return Rule(
      name: try setting["name"]?.text() ?? Self.name(effect), effect: effect, under: under,
      messages: named ? try parser.selector(setting) : nil,
      condition: try condition(setting, effect),
      quotesLast: try quotesLast(setting), examples: try Example.all(setting, asked: named), place: setting)
  }

  /// A model that speaks needs no condition.
  private func condition(_ setting: Setting, _ effect: Rule.Effect) throws(RuleError) -> Condition {
    if case .hear = effect, setting["when"] == nil { return .all([]) }
    return try parser.parse(try setting.required("when", "a condition"))
  }

  private func quotesLast(_ setting: Setting) throws(RuleError) -> Bool {
    guard let quote = setting["quote"] else { return false }
    guard try quote.text() == "last" else { throw quote.error(expected: "\"last\"") }
    return true
  }

  private static func name(_ effect: Rule.Effect) -> String {
    switch effect {
    case .add(let label): label
    case .drop(let label): "not \(label)"
    case .set(_, let value), .vote(_, let value, _): value
    case .hear(let scalar, _, _): scalar
    }
  }

  private func effect(_ setting: Setting) throws(RuleError) -> Rule.Effect {
    let given = ["add", "drop", "set", "vote"].filter { setting[$0] != nil }
    guard given.count == 1, let kind = given.first, let value = setting[kind] else {
      throw setting.error(expected: "exactly one of add, drop, set, vote")
    }
    guard kind == "set" || kind == "vote" else {
      guard list != nil else { throw value.error(expected: "set, as the file names no \"list\"") }
      return kind == "add" ? .add(try value.text()) : .drop(try value.text())
    }
    let scalar = try value.text()
    guard scalars.contains(scalar) else {
      throw value.error(expected: "one of the file's scalars (\(scalars.joined(separator: ", ")))")
    }
    guard kind == "vote" else { return .set(scalar, try setting.required("to", "the value to set").text()) }
    let weight = try weight(setting)
    if let by = setting["by"] { return .hear(scalar, model: try parser.book.model(by).index, weight) }
    return .vote(scalar, try setting.required("to", "the value to vote for").text(), weight)
  }

  private func weight(_ setting: Setting) throws(RuleError) -> Float {
    guard let weight = setting["weight"] else { return 1 }
    guard let number = Float(try weight.decimal().description), (-100...100).contains(number) else {
      throw weight.error(expected: "a number of -100 to 100")
    }
    return number
  }
}
