/// The parts of one file: a new one begins where the importer's limit of rows or bytes is reached.
struct ExportParts {
  private let target: ImportTarget
  private let file: ImportFile
  private let limit: Int
  /// Whether the rows are known to the importer already.
  private let isUpdate: Bool
  /// Rows and bytes in the current part.
  private var rows = 0
  private var bytes = 0
  private var part = 0
  /// Rows that wait until it is known which columns are empty.
  private var waiting: [[String]] = []
  /// The parts that were written, with their rows.
  private(set) var written: [(file: String, subject: String, rows: Int)] = []

  init(_ target: ImportTarget, _ file: ImportFile, rows: Int, isUpdate: Bool = false) {
    self.target = target
    self.file = file
    limit = max(1, rows)
    self.isUpdate = isUpdate
  }

  /// Writes a row, and a row for each detail after the first.
  mutating func write(_ cells: [String], _ details: [[String]], _ output: inout some ExportOutput) throws {
    var text: [UInt8] = []
    let lines = lines(cells, details)
    for line in lines { append(line, to: &text) }
    if rows == limit || rows > 0 && bytes + text.count > file.bytes { try closePart(&output) }
    if rows == 0 { part += 1 }
    rows += 1
    if file.dropsEmptyColumns {
      bytes += text.count
      waiting += lines
      return
    }
    var page: [UInt8] = []
    if rows == 1 { appendHead(&page, headers) }
    bytes += page.count + text.count
    try output.write(page + text, to: partName)
  }

  private func lines(_ cells: [String], _ details: [[String]]) -> [[String]] {
    guard file.details != nil else { return [cells] }
    let empty = [String](repeating: "", count: cells.count)
    let first = [cells + (details.first ?? ["", ""])]
    return first + details.dropFirst().map { empty + $0 }
  }

  private var headers: [String] {
    guard isUpdate, let key = file.keyOnUpdate, let identity = file.identity else { return file.headers }
    var headers = file.headers
    headers[identity] = key
    return headers
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
    "\(file.name)\(isUpdate ? "-update" : "")\(part > 1 ? "-\(part)" : "").\(target.isVCard ? "vcf" : "csv")"
  }

  private mutating func closePart(_ output: inout some ExportOutput) throws {
    if file.dropsEmptyColumns {
      let used = headers.indices.filter { index in
        index < file.columns.count && file.columns[index].isRequired || waiting.contains { !$0[index].isEmpty }
      }
      var page: [UInt8] = []
      appendHead(&page, used.map { headers[$0] })
      for row in waiting { append(used.map { row[$0] }, to: &page) }
      try output.write(page, to: partName)
      waiting = []
    }
    written.append((partName, file.subject.rawValue, rows))
    (rows, bytes) = (0, 0)
  }

  /// Writes what is still held; a file without rows is written with its header only when that is asked for.
  mutating func finish(_ output: inout some ExportOutput, alwaysWrites: Bool) throws {
    if rows == 0, part > 0 || !alwaysWrites { return }
    if rows == 0 {
      part = 1
      var page: [UInt8] = []
      if !file.dropsEmptyColumns {
        appendHead(&page, headers)
        try output.write(page, to: partName)
      }
    }
    try closePart(&output)
  }
}
