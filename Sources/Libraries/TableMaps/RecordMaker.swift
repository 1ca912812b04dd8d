// Rows become records, by a map.
import Bytes
import CSV
import Calendar
import JSONLines

/// Makes the records of one table.
public struct RecordMaker {
  /// What a row came to.
  public enum Outcome {
    /// Records.
    case records([JSONObject])
    /// The map passes over such a row: it says nothing.
    case nothing
    /// Nothing yet: the records come from `heldRecords`, since they need what later rows say.
    case held
  }

  private let map: TableMap
  private let file: String
  /// For each column of the table that the map names: where it stands in the map.
  private let places: [Int?]
  private var row: RowValues
  private var seen: [String: Int] = [:]
  private var held: [(texts: [String?], line: Int)] = []
  private let asOfIsGiven: Bool
  /// Texts that could not be taken as what they should be: how many by column, with the first.
  public private(set) var unreadTexts: [(column: String, count: Int, first: String, expected: String)] = []

  /// A maker for the table `file` with the columns `names`; `types` limits the records to some types, nil takes all.
  public init(_ map: TableMap, names: [String], file: String, context: MapContext, types: Set<String>? = nil) {
    self.map = map
    self.file = file
    self.types = types
    asOfIsGiven = context.asOf != nil
    var indices: [String: Int] = [:]
    for (index, name) in map.columns.names.enumerated() { indices[ColumnName.folded(name)] = index }
    places = names.map { indices[ColumnName.folded($0)] }
    row = RowValues(texts: Array(repeating: nil, count: map.columns.names.count), context: context)
  }

  private let types: Set<String>?

  /// The records of one row.
  public mutating func records(_ fields: Row, of bytes: RawSpan, dialect: Dialect) -> Outcome {
    for index in row.texts.indices { row.texts[index] = nil }
    for (field, place) in zip(fields.fields, places) {
      guard let place, let text = dialect.text(field, of: bytes)?.trimmed, !text.isEmpty else { continue }
      if !map.nothings.contains(text) { row.texts[place] = text }
    }
    if !map.passesOver.isEmpty, !map.passesOver.contains(where: { row.text($0) != nil }) { return .nothing }
    guard map.newest == nil || asOfIsGiven else {
      learnDay()
      held.append((row.texts, fields.line))
      return .held
    }
    return .records(records(line: fields.line))
  }

  /// Calls `body` with the records of each row that was held, in order.
  public mutating func heldRecords(_ body: ([JSONObject]) throws -> Void) rethrows {
    for (texts, line) in held {
      row.texts = texts
      try body(records(line: line))
    }
    held = []
  }

  private mutating func records(line: Int) -> [JSONObject] {
    var made: [JSONObject] = []
    for plan in map.records where types?.contains(plan.type) ?? true {
      if !plan.needs.isEmpty, !plan.needs.contains(where: { row.text($0) != nil }) { continue }
      made.append(record(plan, line: line))
    }
    return made
  }

  /// Takes the newest date of the column that the map names as the day for which the table speaks.
  private mutating func learnDay() {
    guard let (column, value) = map.newest, let text = row.text(column),
      let date = value.reading(text)?.local.date
    else { return }
    row.context.asOf = max(row.context.asOf ?? date, date)
  }

  private mutating func record(_ plan: TableMap.RecordPlan, line: Int) -> JSONObject {
    var record: JSONObject = ["type": .string(plan.type), "id": .string(id(plan))]
    record.append(
      "source",
      .object([
        "file": .string(file), "line": JSON(line), "kind": .string(map.kind), "priority": .string(map.priority),
      ]))
    var unread: [Unread] = []
    var says = false
    for member in plan.members {
      if let json = member.node.json(row, &unread, says: &says) { record.append(member.name, json) }
    }
    if plan.type == "message" { MessageMembers.complete(&record, plan, row) }
    if !unread.isEmpty { record.append("unread", note(unread)) }
    return record
  }

  private mutating func id(_ plan: TableMap.RecordPlan) -> String {
    for template in plan.ids {
      if let id = template.text(row) { return id }
    }
    let texts = [map.kind, plan.type] + plan.hashed.map { row.text($0) ?? "" }
    let key = texts.joined(separator: "\u{1F}")
    guard plan.countsEquals else { return SHA256.hex(key, digits: 16) }
    let digest = SHA256.hex(key, digits: 16)
    let number = seen[digest, default: 0]
    seen[digest] = number + 1
    return number == 0 ? digest : SHA256.hex("\(key)\u{1F}\(number)", digits: 16)
  }

  /// Keeps the texts that could not be read, and counts them for the message at the end.
  private mutating func note(_ unread: [Unread]) -> JSON {
    var object = JSONObject()
    for item in unread {
      let name = item.column.map { map.columns.names[$0.index] } ?? "text"
      object[name] = .string(item.text)
      if let index = unreadTexts.firstIndex(where: { $0.column == name }) {
        unreadTexts[index].count += 1
      } else {
        unreadTexts.append((name, 1, item.text, item.expected))
      }
    }
    return .object(object)
  }
}
