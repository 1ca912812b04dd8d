import JSONLines

/// Conditions on single records without messages or labels, compiled together: what score models and segments use.
public final class ConditionBook {
  private let book = PatternBook()
  private var conditions: [Condition] = []
  private var paths: [JSONPath] = []

  /// An empty book.
  public init() {}

  /// Reads one condition; it may ask of fields and list items only.
  public func read(_ setting: Setting) throws(RuleError) -> Condition {
    try ConditionParser(book: book, scope: ConditionScope(asked: .members, allowsEmptyLists: true)).parse(setting)
  }

  /// What evaluation needs, once all conditions are read.
  public func compiled() -> Compiled { Compiled(book) }

  /// Takes a condition into the program; gives the number by which the program knows it.
  public func include(_ condition: Condition) -> Int {
    conditions.append(condition)
    return conditions.count - 1
  }

  /// Takes a path into the program; gives the number by which the program knows it.
  public func include(_ path: JSONPath) -> Int {
    if let known = paths.firstIndex(of: path) { return known }
    paths.append(path)
    return paths.count - 1
  }

  /// All that was taken in, compiled for many records.
  public func program() -> PlainProgram { PlainProgram(conditions, paths, compiled()) }
}

extension Condition {
  /// The paths that the condition reads.
  public func paths(_ compiled: Compiled) -> [JSONPath] {
    switch self {
    case .all(let parts), .any(let parts), .none(let parts), .some(let parts, _):
      parts.flatMap { $0.paths(compiled) }
    case .field(let field, _): [field.path]
    case .pattern(let test): [compiled.scanners[test.field].field.path]
    case .item(let path, _): [path]
    case .sentence, .messages, .label, .given, .sounds, .neighbour: []
    }
  }
}

extension Compiled {
  /// Whether a plain condition holds of the record.
  public func holds(_ condition: Condition, _ record: Record, today: Int) -> Bool {
    switch condition {
    case .all(let parts):
      for part in parts where !holds(part, record, today: today) { return false }
      return true
    case .any(let parts):
      for part in parts where holds(part, record, today: today) { return true }
      return false
    case .none(let parts):
      for part in parts where holds(part, record, today: today) { return false }
      return true
    case .some(let parts, let least):
      var count = 0
      for part in parts where holds(part, record, today: today) { count += 1 }
      return count >= least
    case .field(let field, let test): return record.holds(field, test, today: today)
    case .pattern(let test): return holds(test, record)
    case .item(let path, let inner):
      return (record.json(path)?.array ?? []).contains { element in
        guard case .object(let object) = element else { return false }
        return holds(inner, Record(object), today: today)
      }
    case .sentence, .messages, .label, .given, .sounds, .neighbour: return false
    }
  }

  func holds(_ test: Condition.PatternTest, _ record: Record) -> Bool {
    let scanner = scanners[test.field]
    for text in record.strings(scanner.field.path) {
      let bytes = Array(text.utf8)
      for pattern in test.patterns where scanner.patterns[pattern].find(in: bytes) != nil { return true }
    }
    return false
  }
}
