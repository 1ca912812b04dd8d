import JSONLines

/// One file of an export, in as many parts as the importer's row limit makes.
struct ExportTable {
  let file: ImportFile
  private let target: ImportTarget
  private let limit: Int
  private var keys: Set<String> = []
  /// Rows in the current part.
  private var rows = 0
  private var part = 0
  /// Rows that wait until it is known which columns are empty.
  private var waiting: [[String]] = []
  /// The parts that were written, with their rows.
  private(set) var written: [(file: String, subject: String, rows: Int)] = []

  init(_ target: ImportTarget, _ file: ImportFile, rows: Int) {
    self.target = target
    self.file = file
    limit = max(1, rows)
  }

  mutating func add<Destination: ExportOutput>(
    _ facts: LeadFacts, _ report: inout ExportReport, _ output: inout Destination
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
    try write(cells, &output)
    return .exported
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

  private mutating func write(_ cells: [String], _ output: inout some ExportOutput) throws {
    if rows == limit { try closePart(&output) }
    if rows == 0 { part += 1 }
    rows += 1
    if file.dropsEmptyColumns {
      waiting.append(cells)
      return
    }
    var bytes: [UInt8] = []
    if rows == 1 { appendHead(&bytes, file.columns.map(\.name)) }
    append(cells, to: &bytes)
    try output.write(bytes, to: partName)
  }

  private func appendHead(_ bytes: inout [UInt8], _ names: [String]) {
    if target.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    if !target.isVCard { RowText.append(names, lineBreak: target.lineBreak, to: &bytes) }
  }

  private func append(_ cells: [String], to bytes: inout [UInt8]) {
    guard target.isVCard else { return RowText.append(cells, lineBreak: target.lineBreak, to: &bytes) }
    RowText.appendFolded("BEGIN:VCARD", to: &bytes)
    RowText.appendFolded("VERSION:4.0", to: &bytes)
    for (column, cell) in zip(file.columns, cells) where !cell.isEmpty {
      RowText.appendFolded("\(column.name):\(cell)", to: &bytes)
    }
    RowText.appendFolded("END:VCARD", to: &bytes)
  }

  private var partName: String {
    "\(file.name)\(part > 1 ? "-\(part)" : "").\(target.isVCard ? "vcf" : "csv")"
  }

  private mutating func closePart(_ output: inout some ExportOutput) throws {
    if file.dropsEmptyColumns {
      let used = file.columns.indices.filter { index in
        file.columns[index].isRequired || waiting.contains { !$0[index].isEmpty }
      }
      var bytes: [UInt8] = []
      appendHead(&bytes, used.map { file.columns[$0].name })
      for row in waiting { append(used.map { row[$0] }, to: &bytes) }
      try output.write(bytes, to: partName)
      waiting = []
    }
    written.append((partName, file.subject.rawValue, rows))
    rows = 0
  }

  mutating func finish(_ output: inout some ExportOutput) throws {
    if rows == 0, part > 0 { return }
    if rows == 0 {
      part = 1
      var bytes: [UInt8] = []
      if !file.dropsEmptyColumns { appendHead(&bytes, file.columns.map(\.name)) }
      if !file.dropsEmptyColumns { try output.write(bytes, to: partName) }
    }
    try closePart(&output)
  }
}
