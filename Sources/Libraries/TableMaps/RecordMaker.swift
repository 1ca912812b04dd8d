// Rows become records, by a map.
import Bytes
import CSV
import Calendar
import JSONLines

/// A record, and what tells it from its equals.
public struct MadeRecord: Sendable {
  /// The record; its first two members are `type` and `id`.
  public var object: JSONObject
  /// The text whose hash is the id, where equal rows shall have different ids: `EqualCounter` sees to that.
  public var key: String?
}

/// Makes the records of one table; each thread has one.
public struct RecordMaker: Sendable {
  /// What a row came to.
  public enum Outcome {
    /// Records.
    case records([MadeRecord])
    /// The map passes over such a row: it says nothing.
    case nothing
    /// Nothing yet: the records come from `heldRecords`, since they need what later rows say.
    case held
  }

  private let map: TableMap
  private let file: String
  /// For each column of the table that the map names: where it stands in the map.
  private let places: [[Int]]
  private var row: RowValues
  private var held: [(texts: [String?], line: Int)] = []
  private let asOfIsGiven: Bool
  /// Texts that could not be taken as what they should be.
  public private(set) var unread = UnreadTexts()

  /// A maker for the table `file` with the columns `names`; `types` limits the records to some types, nil takes all.
  /// `aliases` are further names of each column.
  public init(
    _ map: TableMap, names: [String], aliases: [[String]] = [], file: String, context: MapContext,
    types: Set<String>? = nil
  ) {
    self.map = map
    self.file = file
    self.types = types
    asOfIsGiven = context.asOf != nil
    var indices: [String: Int] = [:]
    for (index, name) in map.columns.names.enumerated() { indices[ColumnName.folded(name)] = index }
    places = names.enumerated().map { index, name in
      ([name] + (index < aliases.count ? aliases[index] : [])).compactMap { indices[ColumnName.folded($0)] }
    }
    row = RowValues(texts: Array(repeating: nil, count: map.columns.names.count), context: context)
  }

  private let types: Set<String>?

  /// Whether the map reads the column at `index` of the table.
  func reads(_ index: Int) -> Bool { index < places.count && !places[index].isEmpty }

  /// The records of one row.
  public mutating func records(_ fields: Row, of bytes: RawSpan, dialect: Dialect) -> Outcome {
    for index in row.texts.indices { row.texts[index] = nil }
    for (field, places) in zip(fields.fields, places) where !places.isEmpty {
      set(dialect.text(field, of: bytes), places)
    }
    if !map.passesOver.isEmpty, !map.passesOver.contains(where: { row.text($0) != nil }) { return .nothing }
    guard map.newest == nil || asOfIsGiven else {
      learnDay()
      held.append((row.texts, fields.line))
      return .held
    }
    return .records(records(line: fields.line))
  }

  /// The records of a row whose values are known, nil when the map passes over it.
  mutating func records(_ texts: [String?], line: Int) -> [MadeRecord]? {
    for index in row.texts.indices { row.texts[index] = nil }
    for (text, places) in zip(texts, places) { set(text, places) }
    if !map.passesOver.isEmpty, !map.passesOver.contains(where: { row.text($0) != nil }) { return nil }
    return records(line: line)
  }

  private mutating func set(_ text: String?, _ places: [Int]) {
    guard let text = text?.trimmed, !text.isEmpty, !map.nothings.contains(text) else { return }
    for place in places { row.texts[place] = text }
  }

  /// Calls `body` with the records of each row that was held, in order.
  public mutating func heldRecords(_ body: ([MadeRecord]) throws -> Void) rethrows {
    for (texts, line) in held {
      row.texts = texts
      try body(records(line: line))
    }
    held = []
  }

  /// Hands over the texts that could not be read since the last time.
  mutating func takeUnread() -> UnreadTexts {
    defer { unread = UnreadTexts() }
    return unread
  }

  private mutating func records(line: Int) -> [MadeRecord] {
    var made: [MadeRecord] = []
    for plan in map.records where types?.contains(plan.type) ?? true {
      if !plan.needs.isEmpty, !plan.needs.contains(where: { row.text($0) != nil }) { continue }
      guard plan.conditions.allSatisfy({ $0.words.contains(row.text($0.column)?.lowercased() ?? "") }) else { continue }
      made.append(record(plan, line: line))
    }
    return made
  }

  /// Takes the newest date of the column that the map names as the day for which the table speaks.
  private mutating func learnDay() {
    guard let (column, value) = map.newest, let text = row.text(column),
      let date = value.reading(text, row.context)?.local.date
    else { return }
    row.context.asOf = max(row.context.asOf ?? date, date)
  }

  private mutating func record(_ plan: TableMap.RecordPlan, line: Int) -> MadeRecord {
    let (id, key) = id(plan)
    var record: JSONObject = ["type": .string(plan.type), "id": .string(id)]
    record.append(
      "source",
      .object([
        "file": .string(file), "line": JSON(line), "kind": .string(map.kind), "priority": .string(map.priority),
      ]))
    var texts: [Unread] = []
    var says = false
    for member in plan.members {
      if let json = member.node.json(row, &texts, says: &says) { record.append(member.name, json) }
    }
    for name in Self.lists[plan.type] ?? [] where record[name] == nil { record.append(name, .array([])) }
    if plan.type == "message" { MessageMembers.complete(&record, plan, row) }
    if !texts.isEmpty { record.append("unread", note(texts)) }
    return MadeRecord(object: record, key: key)
  }

  /// Lists that records always have.
  private static let lists = ["person": ["emails", "phones"], "company": ["domains"]]

  private func id(_ plan: TableMap.RecordPlan) -> (id: String, key: String?) {
    for template in plan.ids {
      if let id = template.text(row) { return (id, nil) }
    }
    let texts = [map.kind, plan.type] + plan.hashed.map { row.text($0) ?? "" }
    let key = texts.joined(separator: "\u{1F}")
    return (SHA256.hex(key, digits: 16), plan.countsEquals ? key : nil)
  }

  /// Keeps the texts that could not be read, and counts them for the message at the end.
  private mutating func note(_ texts: [Unread]) -> JSON {
    var object = JSONObject()
    for item in texts {
      let name = item.column.map { map.columns.names[$0.index] } ?? "text"
      // Several members may have tried the same text.
      if object[name]?.string == item.text { continue }
      object[name] = .string(item.text)
      unread.add(UnreadTexts.Entry(column: name, count: 1, first: item.text, expected: item.expected))
    }
    return .object(object)
  }
}

/// Texts that could not be taken as what they should be, by column.
public struct UnreadTexts: Sendable {
  /// Those of one column.
  public struct Entry: Sendable {
    /// Its name.
    public let column: String
    /// How many.
    public fileprivate(set) var count: Int
    /// The first of them.
    public let first: String
    /// What they should be.
    public let expected: String
  }

  /// In the order in which they were met.
  public private(set) var entries: [Entry] = []

  mutating func add(_ entry: Entry) {
    if let index = entries.firstIndex(where: { $0.column == entry.column }) {
      entries[index].count += entry.count
    } else {
      entries.append(entry)
    }
  }

  /// Adds what was met further on.
  mutating func add(_ others: UnreadTexts) {
    for entry in others.entries { add(entry) }
  }
}

/// Gives rows that say the same different ids: the second such, the third, in the order of the table.
struct EqualCounter {
  private var seen: [String: Int] = [:]

  /// The id for one more row whose id would be `digest`, the hash of `key`; nil when it is the first.
  mutating func id(_ key: String, digest: String) -> String? {
    let number = seen[digest, default: 0]
    seen[digest] = number + 1
    return number == 0 ? nil : SHA256.hex("\(key)\u{1F}\(number)", digits: digest.utf8.count)
  }
}
