import Bytes
import CSV
import VCard

/// The rows of an earlier export, by file and identity.
public struct PreviousExport: Sendable {
  /// One row: its cells by header, and what hangs on it.
  struct Row: Sendable, Equatable {
    var cells: [String: String]
    var details: [[String]] = []
  }

  private var rows: [String: [String: Row]] = [:]
  private var order: [String: [String]] = [:]

  /// No rows.
  public init() {}

  func row(_ file: String, _ key: String) -> Row? { rows[file]?[key] }

  /// The identities in the order of the file.
  func keys(_ file: String) -> [String] { order[file] ?? [] }

  /// Adds the rows of one part of a file of the target.
  /// - Throws: `TargetError` when it is no such file.
  public mutating func add(_ bytes: [UInt8], of file: ImportFile, _ target: ImportTarget) throws(TargetError) {
    let table = target.isVCard ? Self.cards(bytes) : try Self.table(bytes, file, target)
    guard let identity = file.identity else { return }
    let header = file.columns[identity].name
    for row in table {
      guard let key = row.cells[header] ?? file.keyOnUpdate.flatMap({ row.cells[$0] }), !key.isEmpty else { continue }
      if rows[file.name, default: [:]].updateValue(row, forKey: key) == nil {
        order[file.name, default: []].append(key)
      }
    }
  }

  private static func cards(_ bytes: [UInt8]) -> [Row] {
    CardReader(bytes).cards.map { card in
      var cells: [String: String] = [:]
      for property in card.properties {
        let parameters = property.parameters.map { ";\($0.name)=\($0.values.joined(separator: ","))" }
        cells[property.name + parameters.joined()] = property.value
      }
      return Row(cells: cells)
    }
  }

  private static func table(
    _ bytes: [UInt8], _ file: ImportFile, _ target: ImportTarget
  ) throws(TargetError) -> [Row] {
    var rows: [Row] = []
    var names: [String] = []
    let reader = TableRows(bytes)
    for cells in reader.rows {
      if names.isEmpty {
        names = cells
        continue
      }
      let row = Row(cells: Dictionary(zip(names, cells)) { first, _ in first })
      let detail = file.details.map { [row.cells[$0.kindHeader] ?? "", row.cells[$0.valueHeader] ?? ""] }
      if let detail, !rows.isEmpty, isContinued(row, file) {
        rows[rows.count - 1].details.append(detail)
      } else {
        rows.append(row)
        if let detail, detail != ["", ""] { rows[rows.count - 1].details = [detail] }
      }
    }
    if let fault = reader.fault { throw TargetError("\(file.name): not a table: \(fault)") }
    return rows
  }

  /// Whether the row hangs on the one before: only its details are filled.
  private static func isContinued(_ row: Row, _ file: ImportFile) -> Bool {
    guard let details = file.details else { return false }
    return row.cells.allSatisfy { $0.value.isEmpty || $0.key == details.kindHeader || $0.key == details.valueHeader }
  }
}

/// The rows of a table with commas, whole.
struct TableRows {
  private(set) var rows: [[String]] = []
  private(set) var fault: String?

  init(_ bytes: [UInt8]) {
    var scanner = RowScanner(Dialect())
    let span = bytes.span.bytes
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while true {
      switch scanner.scan(span, from: at, atEnd: true) {
      case .row(let next):
        rows.append(scanner.fields.map { scanner.dialect.text($0, of: span) ?? "" })
        at = next
      case .blank(let next): at = next
      case .fault(let fault, _):
        self.fault = "\(fault)"
        return
      case .needsMore, .end: return
      }
    }
  }
}
