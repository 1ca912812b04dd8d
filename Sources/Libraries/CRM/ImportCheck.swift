import Bytes
import CSV
import VCard

/// What a file that is to be imported breaks of its target's rules.
public struct ImportCheck {
  /// One fault.
  public struct Finding: Sendable, Equatable {
    /// The row, the header being row 1; 0 for the file as a whole.
    public var row: Int
    /// The column's header, or empty.
    public var column: String
    /// What is wrong.
    public var message: String
  }

  /// What was found, in the order of the file; at most 1000.
  public private(set) var findings: [Finding] = []
  /// How many rows or cards there are.
  public private(set) var rows = 0
  private let target: ImportTarget
  private var file: ImportFile?
  private var columns: [ImportColumn?] = []
  private var keys: [String: Int] = [:]
  /// Where the two cells of a detail stand.
  private var detailPlaces: [Int] = []
  private let name: String

  /// Checks the bytes of one file; its name without folder and ending tells which one it is when headers alone do not.
  public init(_ bytes: [UInt8], name: String = "", _ target: ImportTarget) {
    self.target = target
    self.name = name
    if String(validating: bytes, as: UTF8.self) == nil { find(0, "", "not UTF-8") }
    if target.isVCard { checkCards(bytes) } else { checkTable(bytes) }
  }

  private mutating func find(_ row: Int, _ column: String, _ message: String) {
    if findings.count < 1000 { findings.append(Finding(row: row, column: column, message: message)) }
  }

  private mutating func checkTable(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasMark = bytes.starts(with: mark)
    if hasMark != target.hasByteOrderMark {
      find(0, "", hasMark ? "a byte order mark that is not expected" : "the byte order mark is missing")
    }
    var scanner = RowScanner(Dialect())
    let span = bytes.span.bytes
    var at = hasMark ? mark.count : 0
    var row = 0
    while true {
      switch scanner.scan(span, from: at, atEnd: true) {
      case .row(let next):
        row += 1
        let cells = scanner.fields.map { scanner.dialect.text($0, of: span) ?? "" }
        if row == 1 { checkHeader(cells) } else { checkRow(cells, row) }
        at = next
      case .blank(let next):
        row += 1
        find(row, "", "a blank row")
        at = next
      case .fault(let fault, _): return find(row + 1, "", "not a table: \(fault)")
      case .needsMore, .end:
        if row == 0 { find(0, "", "no header") }
        if let file, rows > file.rows { find(0, "", "\(rows) rows, more than \(file.rows)") }
        return
      }
    }
  }

  private mutating func checkHeader(_ names: [String]) {
    let best = target.files.max { left, right in
      (matches(left, names), left.isPart(name) ? 1 : 0) < (matches(right, names), right.isPart(name) ? 1 : 0)
    }
    guard let file = best, matches(file, names) > 0 else { return find(1, "", "no header of \(target.name)") }
    self.file = file
    columns = names.map { name in file.columns.first { $0.name == name } ?? updateKey(name, file) }
    detailPlaces = file.details.map { [$0.kindHeader, $0.valueHeader].compactMap { names.firstIndex(of: $0) } } ?? []
    for (index, name) in names.enumerated() where columns[index] == nil && !detailPlaces.contains(index) {
      find(1, name, "unknown column")
    }
    for name in Set(names).sorted() where names.count(where: { $0 == name }) > 1 { find(1, name, "stands twice") }
    for column in file.columns where !columns.contains(where: { $0?.name == column.name }) {
      if column.isRequired || !file.dropsEmptyColumns { find(1, column.name, "the column is missing") }
    }
  }

  private func matches(_ file: ImportFile, _ names: [String]) -> Int {
    names.count { name in file.columns.contains { $0.name == name } || updateKey(name, file) != nil }
  }

  /// The key's column, when the header is what it is called in a file of updates.
  private func updateKey(_ name: String, _ file: ImportFile) -> ImportColumn? {
    name == file.keyOnUpdate ? file.identity.map { file.columns[$0] } : nil
  }

  private mutating func checkRow(_ cells: [String], _ row: Int) {
    guard let file else { return }
    checkDetail(cells, row, file)
    if file.details != nil, rows > 0, cells.indices.allSatisfy({ cells[$0].isEmpty || detailPlaces.contains($0) }) {
      return
    }
    rows += 1
    if cells.count != columns.count {
      return find(row, "", "\(cells.count) cells where the header has \(columns.count)")
    }
    for (cell, column) in zip(cells, columns) {
      guard let column else { continue }
      if let message = column.fault(of: cell, target) { find(row, column.name, message) }
      if column.name == file.key, !cell.isEmpty {
        if let earlier = keys[cell.lowercased()] { find(row, column.name, "the same as in row \(earlier)") }
        keys[cell.lowercased()] = row
      }
    }
    let isFilled = zip(cells, columns).contains { !$0.isEmpty && file.anyOf.contains($1?.name ?? "") }
    if !file.anyOf.isEmpty, !isFilled { find(row, "", "none of \(file.anyOf.joined(separator: ", "))") }
  }

  /// Whether the two cells of a detail fit each other.
  private mutating func checkDetail(_ cells: [String], _ row: Int, _ file: ImportFile) {
    guard let details = file.details, detailPlaces.count == 2, let last = detailPlaces.max(), last < cells.count else {
      return
    }
    let (kind, value) = (cells[detailPlaces[0]], cells[detailPlaces[1]])
    if kind.isEmpty, value.isEmpty { return }
    guard let known = details.rows.first(where: { $0.kind == kind }) else {
      return find(row, details.kindHeader, "'\(kind)' is none of its words")
    }
    if value.isEmpty { return find(row, details.valueHeader, "empty, but required") }
    if let message = known.column.fault(of: value, target) { find(row, details.valueHeader, message) }
  }

  private mutating func checkCards(_ bytes: [UInt8]) {
    let reader = CardReader(bytes)
    rows = reader.cards.count
    for fault in reader.faults { find(fault.line, fault.property, fault.message) }
    var seen: Set<String> = []
    for card in reader.cards {
      if let id = card.text("UID"), !seen.insert(id).inserted {
        find(card.line, "UID", "the same as that of another card")
      }
    }
    if reader.cards.isEmpty, reader.faults.isEmpty { find(0, "", "no card") }
  }
}

extension ImportColumn {
  /// What is wrong with a cell of this column; nil when it may be imported.
  func fault(of cell: String, _ target: ImportTarget) -> String? {
    if cell.isEmpty { return isRequired ? "empty, but required" : nil }
    if let maximum, cell.unicodeScalars.count > maximum { return "longer than \(maximum) characters" }
    if target.doubleQuote != nil, cell.contains("\"") { return "a double quotation mark" }
    let words = choices + map.values.sorted() + (mapOtherwise.map { [$0] } ?? []) + (otherwise.map { [$0] } ?? [])
    if !map.isEmpty || !choices.isEmpty { return words.contains(cell) ? nil : "'\(cell)' is none of its words" }
    if form == .bool { return yesNo.contains(cell) ? nil : "neither \(yesNo[0]) nor \(yesNo[1])" }
    let again = Cell([String(cell.dropFirst(prefix.count))], self, target)
    if cell == otherwise || again.text == cell || form == .key || form == .uuid || form == .guid { return nil }
    if dates != "ymd", form == .date { return cell.utf8.count == 10 && cell.contains("/") ? nil : "no date" }
    if form == .datetime { return cell.hasSuffix(".000Z") ? nil : "no instant" }
    if again.text == "'" + cell { return "a spreadsheet would take it for a formula" }
    return again.note ?? (form == .list ? nil : "written otherwise than it should be")
  }
}
