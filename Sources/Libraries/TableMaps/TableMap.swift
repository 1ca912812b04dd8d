// A map: how the rows of one kind of table become records. kith-map(5) describes the file.
import CSV
import JSONLines

/// A map file, read and checked.
public struct TableMap: Sendable {
  /// One record that a row gives.
  struct RecordPlan: Sendable {
    var type: String
    var ids: [Template]
    var hashed: [ColumnReference]
    var countsEquals: Bool
    /// The record is made only when one of these columns has text; none: always.
    var needs: [ColumnReference]
    /// The record is made only when each of these columns says one of these words, in lower case.
    var conditions: [(column: ColumnReference, words: Set<String>)] = []
    var members: [(name: String, node: MapNode)]
  }

  /// The map's name.
  public let name: String
  /// The columns without which a table is not of this kind, each by its names, of which one must be there.
  public let required: [[String]]
  /// Whether the table comes from MySQL unless the user says otherwise.
  public let isMySQL: Bool
  /// What escapes unless the user says otherwise.
  public let escape: Dialect.Escape?
  /// What happens to ragged rows unless the user says otherwise.
  public let ragged: TableOptions.Ragged?
  /// Texts that mean nothing, beside blanks.
  let nothings: Set<String>
  /// A row is passed over, and counted, when none of these columns has text.
  let passesOver: [ColumnReference]
  /// Where the table comes from.
  let kind: String
  let priority: String
  /// The column whose newest date is the day for which the table speaks.
  let newest: (column: ColumnReference, value: MapValue)?
  let columns: ColumnTable
  let records: [RecordPlan]

  /// Whether rows must be held until the table ends, since their records need what later rows say.
  func holdsRows(_ context: MapContext) -> Bool { newest != nil && context.asOf == nil }

  /// How many of the columns called `names` the map reads.
  func known(of names: [String]) -> Int {
    let mine = Set(columns.names.map(ColumnName.folded))
    return names.count { mine.contains(ColumnName.folded($0)) }
  }

  /// The types of the records that it makes.
  public var types: [String] { records.map(\.type) }

  /// Reads the text of a map file.
  public init(_ text: [UInt8]) throws(MapError) {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: text)
    } catch {
      throw MapError(place: "", reason: "column \(error.column): \(error.reason)")
    }
    var reader = MapReader()
    name = try reader.string(json, "map", "")
    let table = json["table"] ?? .object(JSONObject())
    isMySQL = table["dialect"]?.string == "mysql"
    escape = try reader.choice(table, "escape", "table", Dialect.Escape.init(word:))
    ragged = try reader.choice(table, "ragged", "table", TableOptions.Ragged.init(rawValue:))
    required = (json["columns"]?.array ?? []).map { $0.strings }
    nothings = Set(json["nothing"]?.strings ?? [])
    kind = try reader.string(json["source"] ?? .null, "kind", "source")
    priority = json["source"]?["priority"]?.string ?? (kind == "crm" || kind == "mail" ? "high" : "medium")
    passesOver = reader.references(json["passes_over_without"])
    if let value = json["as_of"] {
      let read = try reader.value(value, "as_of")
      guard case .columns(let columns) = read.origin, let column = columns.first else {
        throw MapError(place: "as_of", reason: "expected a column")
      }
      newest = (column, read)
    } else {
      newest = nil
    }
    guard let list = json["records"]?.array, !list.isEmpty else {
      throw MapError(place: "records", reason: "expected a list of at least one record")
    }
    var plans: [RecordPlan] = []
    for (index, item) in list.enumerated() { plans.append(try reader.record(item, "records[\(index)]")) }
    records = plans
    columns = reader.columns
  }
}
