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

    /// What a condition is asked of that stands in no rule on messages.
    var asked: ConditionScope.Asked {
      switch self {
      case .conversation: .conversation
      case .message: .ownMessage
      case .record: .record
      }
    }
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
  /// What votes are worth, for the scalars and the list whose votes are weighed by what was learned.
  public let weights: [String: VoteWeights]
  /// The rules in order, groups resolved.
  public let rules: [Rule]
  /// Index of the last rule that the list hangs on, behind which its votes are counted; nil where they are not weighed.
  let lastOnList: Int?
  /// What evaluation needs.
  public let compiled: Compiled

  /// What is looked for in texts, each pattern once in RE2 syntax, with word lists written out.
  public var textPatterns: [String] {
    compiled.textField.map { compiled.scanners[$0].patterns.map(\.source) } ?? []
  }

  /// Reads and compiles a rule file; the patterns of a built-in one are not checked.
  public init(
    _ bytes: [UInt8], file: String, isBuiltIn: Bool = false, learned: LearnedFiles = LearnedFiles()
  ) throws(RuleError) {
    let root = try SettingReader.read(bytes, file: file)
    try root.allow(["rules", "name", "about", "on", "list", "scalars", "weighed_by", "maps", "include", "words"])
    name = try root.required("name", "the name of the rule set").text()
    target = try RuleFile.target(try root.required("on", "conversation, message or record"))
    list = try root["list"].map(RuleFile.member)
    let scalars = try RuleFile.scalars(root["scalars"], list: list)
    self.scalars = scalars
    weights = try RuleFile.weights(root["weighed_by"], of: scalars.map(\.name), list: list, learned)
    let book = PatternBook(learned: learned)
    for other in try root["include"]?.texts("the name of a built-in rule file") ?? [] {
      try RuleFile.addWords(of: other, to: book)
    }
    book.isBuiltIn = isBuiltIn
    if let words = root["words"] { try book.addLists(words) }
    var scope = ConditionScope(asked: target.asked)
    for scalar in scalars { scope.values[scalar.name] = [scalar.otherwise] }
    var reader = RuleReader(
      parser: ConditionParser(book: book, scope: scope), list: list, target: target, weighed: Set(weights.keys))
    let list = try root.required("rules", "a list of rules")
    try reader.read(list, under: [])
    guard !reader.rules.isEmpty || root["words"] != nil else { throw list.error(expected: "at least one rule") }
    rules = reader.rules
    lastOnList = RuleFile.last(of: rules, on: self.list, weights)
    maps = try CoarserMap.all(root["maps"], values: RuleFile.values(of: scalars, rules, book.models))
    compiled = Compiled(book, scalars: scalars)
  }

  /// The name of a member that rules write, which is not one that records are made of.
  private static func member(_ setting: Setting) throws(RuleError) -> String {
    let name = try setting.text("the name of a member")
    guard !name.isEmpty, !["type", "id", "source", "sources", "messages", "text", "why"].contains(name) else {
      throw setting.error(expected: "another name than \"\(name)\", which records need themselves")
    }
    return name
  }

  private static func scalars(
    _ setting: Setting?, list: String?
  ) throws(RuleError) -> [(name: String, otherwise: String)] {
    var scalars: [(name: String, otherwise: String)] = []
    for (name, value) in try setting?.members("an object: the members, with the value of each when no rule sets it")
      ?? []
    {
      guard scalars.count < 100 else { throw value.error(expected: "at most 100 scalars") }
      guard name != list else { throw value.error(expected: "another name than that of the list") }
      _ = try member(value.replacing(.string(name)))
      scalars.append((name, try value.text("the value when no rule sets it")))
    }
    return scalars
  }

  private static func weights(
    _ setting: Setting?, of scalars: [String], list: String?, _ learned: LearnedFiles
  ) throws(RuleError) -> [String: VoteWeights] {
    let known = scalars + [list].compactMap(\.self)
    var weights: [String: VoteWeights] = [:]
    for (voted, name) in try setting?.members("an object: scalars, with the name of what weighs the votes on each")
      ?? []
    {
      guard known.contains(voted) else {
        throw name.error(expected: "the file's list or one of its scalars (\(known.sorted().joined(separator: ", ")))")
      }
      let learned = try learned.weights(name)
      guard learned.labels.isEmpty || learned.several == (voted == list) else {
        throw name.error(
          expected: voted == list
            ? "weights by which several labels may hold, of train-classifier --several"
            : "weights by which one label holds, of train-classifier without --several")
      }
      weights[voted] = learned
    }
    return weights
  }

  private static func last(of rules: [Rule], on list: String?, _ weights: [String: VoteWeights]) -> Int? {
    guard let list, weights[list] != nil else { return nil }
    return rules.lastIndex { $0.effect.scalar == nil || $0.effect.scalar == list }
  }

  /// The values that rules may give to each scalar.
  private static func values(
    of scalars: [(name: String, otherwise: String)], _ rules: [Rule], _ models: [LogisticModel]
  ) -> [String: Set<String>] {
    var values: [String: Set<String>] = [:]
    for scalar in scalars { values[scalar.name] = [scalar.otherwise] }
    for rule in rules {
      switch rule.effect {
      case .set(let scalar, let value), .vote(let scalar, let value, _): values[scalar]?.insert(value)
      case .hear(let scalar, let model, _, _): values[scalar]?.formUnion(models[model].labels)
      case .add, .drop: break
      }
    }
    return values
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
    /// Speaks for a value of the scalar, with that weight; without one, learned weights know what it is worth.
    case vote(String, String, Float?)
    /// Lets a learned model speak for the values that are its labels, each with the weight times its probability;
    /// without a weight, learned weights know what it is worth.
    case hear(String, model: Int, Float?, Heard)

    /// The scalar that it sets or speaks of.
    var scalar: String? {
      switch self {
      case .add, .drop: nil
      case .set(let scalar, _), .vote(let scalar, _, _), .hear(let scalar, _, _, _): scalar
      }
    }
  }

  /// What of a message a learned model speaks of.
  public enum Heard: String, Sendable {
    /// The whole message between its neighbours.
    case whole
    /// Its sentences: of each label the highest probability and the mean.
    case sentences
    /// What its author wrote before it in the conversation: the message that is surest of a label, and the last one.
    case earlier
    /// What its author wrote after it: the message that is surest of a label, and the next one.
    case later
    /// The sentences of what its author wrote before it: of each label the highest probability.
    case earlierSentences = "earlier sentences"
    /// The sentences of what its author wrote after it.
    case laterSentences = "later sentences"

    /// Whether single sentences are heard, and not whole messages.
    var isOfSentences: Bool { [.sentences, .earlierSentences, .laterSentences].contains(self) }

    /// The names of the votes of a model that rules know by that name.
    func voteNames(_ model: String, _ labels: [String]) -> [String] {
      let names = labels.map { "\(model): \($0)" }
      return switch self {
      case .whole: names
      case .sentences: names.map { "most \($0)" } + names.map { "mean \($0)" }
      case .earlier: names.map { "most earlier \($0)" } + names.map { "last earlier \($0)" }
      case .later: names.map { "most later \($0)" } + names.map { "next later \($0)" }
      case .earlierSentences, .laterSentences: names.map { "most \(rawValue) \($0)" }
      }
    }

    /// The same where it speaks of the messages of a conversation.
    func voteNames(_ model: String, _ labels: [String], _ which: Condition.MessageTest.Which) -> [String] {
      let start = which == .any ? "" : "\(which.rawValue) "
      return voteNames(model, labels).prefix(labels.count).map { start + $0 }
    }
  }

  /// Its name in evidence: given, or made of its effect.
  public let name: String
  /// What it does.
  public let effect: Effect
  /// The names under which learned weights know its votes.
  let voteNames: [String]
  /// Conditions of the groups that it stands in.
  let under: [Condition]
  /// Which messages it is asked of, each alone; nil when it is asked of the whole record.
  let messages: Condition.Selector?
  /// Of which of them a learned model speaks.
  let which: Condition.MessageTest.Which
  /// Its own condition.
  let condition: Condition
  /// Whether the last word of the conversation stands as its evidence, and not the words that made it hold.
  let quotesLast: Bool
  /// Messages on which it must hold, and on which it must not.
  public let examples: [Example]
  /// Where it stands, for messages.
  public let place: Setting
}
