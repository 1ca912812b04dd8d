import Learning

/// All patterns of a rule file, by the field they are looked for in, each once; compiled into one set a field.
final class PatternBook {
  private(set) var fields: [String] = []
  private var patterns: [[Pattern]] = []
  private var indexes: [[String: Int]] = []
  var phrases = Phrase()
  /// The learned models that conditions ask.
  private(set) var models: [LogisticModel] = []
  /// The names that rules know them by.
  private(set) var modelNames: [String] = []
  private let learned: LearnedFiles
  /// What all patterns are made of so far: bytes with word lists written out, and RE2's instructions.
  private var size = (bytes: 0, instructions: 0)
  /// Whether the patterns are built in, and so known to be right: they are compiled when they are first looked for.
  var isBuiltIn = false

  init(learned: LearnedFiles = LearnedFiles()) { self.learned = learned }

  /// Adds word lists; a list may use the ones before it.
  func addLists(_ setting: Setting) throws(RuleError) {
    for (name, list) in try setting.members("an object of word lists") {
      let words = try list.texts()
      guard !words.isEmpty else { throw list.error(expected: "at least one word") }
      var (parts, length) = ([String](), 0)
      for word in words {
        let expression = try translate(word, phrase: true)
        _ = try compiled(expression, word)
        length += expression.utf8.count + 1
        guard length <= Self.longest else { throw word.error(expected: Self.tooLong) }
        parts.append(expression)
      }
      phrases.lists[name] = "(?:\(parts.joined(separator: "|")))"
    }
  }

  /// The index of the learned model of that name, and its labels.
  func model(_ setting: Setting) throws(RuleError) -> (index: Int, labels: [String]) {
    let name = try setting.text()
    let index = modelNames.firstIndex(of: name) ?? models.count
    if index == models.count {
      models.append(try learned.model(setting))
      modelNames.append(name)
    }
    return (index, models[index].labels)
  }

  /// The field's index, and the pattern's index within its set.
  func add(_ setting: Setting, phrase: Bool, field name: String) throws(RuleError) -> (field: Int, pattern: Int) {
    let expression = try translate(setting, phrase: phrase)
    let field = try index(ofField: name, setting)
    if let known = indexes[field][expression] { return (field, known) }
    guard patterns[field].count < 10_000 else { throw setting.error(expected: "at most 10,000 patterns") }
    patterns[field].append(try compiled(expression, setting))
    indexes[field][expression] = patterns[field].count - 1
    return (field, patterns[field].count - 1)
  }

  /// What the evaluator needs, one entry a field.
  func scanners() -> [FieldScanner] {
    zip(fields, patterns).map { FieldScanner(field: $0, patterns: $1) }
  }

  /// The field's index, a new one where it has none.
  private func index(ofField name: String, _ setting: Setting) throws(RuleError) -> Int {
    if let known = fields.firstIndex(of: name) { return known }
    guard fields.count < 1_000 else { throw setting.error(expected: "patterns for at most 1,000 members") }
    fields.append(name)
    patterns.append([])
    indexes.append([:])
    return fields.count - 1
  }

  private func translate(_ setting: Setting, phrase: Bool) throws(RuleError) -> String {
    let text = try setting.text("a pattern")
    guard !text.isEmpty else { throw setting.error(expected: "a pattern that is not empty, as that occurs everywhere") }
    guard text.utf8.count <= 100_000 else { throw setting.error(expected: "a pattern of at most 100,000 bytes") }
    guard phrases.length(of: text) <= Self.longest else { throw setting.error(expected: Self.tooLong) }
    let (expression, unknown) = phrase ? phrases.expression([text]) : phrases.lists(in: text)
    if let unknown { throw setting.error(expected: "the name of a word list above, not {{\(unknown)}}") }
    return expression
  }

  private func compiled(_ expression: String, _ setting: Setting) throws(RuleError) -> Pattern {
    if isBuiltIn { return Pattern(known: expression) }
    size.bytes += expression.utf8.count
    guard size.bytes <= 16 << 20 else { throw setting.error(expected: "at most 16 MiB of patterns and word lists") }
    let (pattern, reason) = Pattern.compile(expression)
    guard let pattern else { throw setting.error(expected: "a pattern in RE2 syntax (\(reason))") }
    size.instructions += pattern.size
    guard size.instructions <= 16 << 20 else { throw setting.error(expected: "fewer patterns, or simpler ones") }
    return pattern
  }

  /// Lists within lists grow as fast as powers do.
  private static let longest = 1 << 20
  private static let tooLong = "at most 1 MiB with all word lists written out"
}

/// One field and the patterns that are looked for in it.
final class FieldScanner: Sendable {
  let field: Condition.Field
  let set: PatternSet
  /// Whether it is the text, which has sentences.
  let isText: Bool

  var patterns: [Pattern] { self.set.patterns }

  init(field: String, patterns: [Pattern]) {
    self.field = Condition.Field(field)
    isText = field == "text"
    set = PatternSet(patterns)
  }
}
