import JSONLines

/// One file of an export, in as many parts as the importer's limits make; with a plan, rows that are to be created apart
/// from those that are to be updated where the importer needs that.
struct ExportTable {
  let file: ImportFile
  private let target: ImportTarget
  private var keys: Set<String> = []
  private var created: ExportParts
  private var updated: ExportParts

  init(_ target: ImportTarget, _ file: ImportFile, rows: Int) {
    self.target = target
    self.file = file
    created = ExportParts(target, file, rows: rows)
    updated = ExportParts(target, file, rows: rows, isUpdate: true)
  }

  /// The parts that were written, with their rows.
  var written: [(file: String, subject: String, rows: Int)] { created.written + updated.written }

  mutating func add<Destination: ExportOutput>(
    _ facts: LeadFacts, _ report: inout ExportReport, _ plan: inout ExportPlan?, _ output: inout Destination
  ) throws -> Export<Destination>.Outcome {
    let id = facts.values(file.subject == .company ? "company_external_id" : "external_id").first ?? ""
    var cells: [String] = []
    for column in file.columns {
      let cell = target.isVCard ? card(column, facts) : plain(column, facts)
      if let refusal = cell.refusal {
        report.reject(file.name, id, refusal)
        return .rejected("\(target.name) \(file.name): \(refusal)")
      }
      if let note = cell.note { report.note(file.name, id, column.name, note) }
      cells.append(cell.text)
    }
    if !file.anyOf.isEmpty, !zip(file.columns, cells).contains(where: { file.anyOf.contains($0.name) && !$1.isEmpty }) {
      let refusal = "none of \(file.anyOf.joined(separator: ", "))"
      report.reject(file.name, id, refusal)
      return .rejected("\(target.name) \(file.name): \(refusal)")
    }
    if let key = file.key, let index = file.columns.firstIndex(where: { $0.name == key }), !cells[index].isEmpty,
      !keys.insert(cells[index].lowercased()).inserted
    {
      report.merge(file.name, id, key)
      return .merged
    }
    let details = details(facts, id, &report)
    switch plan?.step(file, cells, details) {
    case nil, .create, .gone: try created.write(cells, details, &output)
    case .update where file.keyOnUpdate != nil: try updated.write(cells, details, &output)
    case .update: try created.write(cells, details, &output)
    case .unchanged: break
    }
    return .exported
  }

  private func details(_ facts: LeadFacts, _ id: String, _ report: inout ExportReport) -> [[String]] {
    var result: [[String]] = []
    for (kind, column) in file.details?.rows ?? [] {
      let cell = plain(column, facts)
      if let note = cell.note { report.note(file.name, id, kind, note) }
      if !cell.text.isEmpty { result.append([kind, cell.text]) }
    }
    return result
  }

  private func plain(_ column: ImportColumn, _ facts: LeadFacts) -> Cell {
    for source in column.sources {
      let values = facts.values(source)
      if !values.isEmpty { return Cell(values, column, target) }
    }
    return Cell([], column, target)
  }

  /// A cell of a card: its parts escaped one by one.
  private func card(_ column: ImportColumn, _ facts: LeadFacts) -> Cell {
    guard column.form == .list || !column.components.isEmpty else {
      var cell = plain(column, facts)
      if column.form != .url, column.form != .uuid { cell.text = RowText.escaped(cell.text) }
      return cell
    }
    var result = Cell([], column, target)
    result.refusal = nil
    let isList = column.components.isEmpty
    let groups = isList ? column.sources.flatMap(facts.values).map { [$0] } : column.components.map(facts.values)
    let parts = groups.map { RowText.escaped($0.first.map(Cell.line) ?? "") }
    if parts.contains(where: { !$0.isEmpty }) { result.text = parts.joined(separator: isList ? "," : ";") }
    return result
  }

  mutating func finish(_ output: inout some ExportOutput) throws {
    try created.finish(&output, alwaysWrites: true)
    try updated.finish(&output, alwaysWrites: false)
  }
}
