import Bytes
import CSV

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

  /// Checks the bytes of one file.
  public init(_ bytes: [UInt8], _ target: ImportTarget) {
    self.target = target
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
    let best = target.files.max { left, right in matches(left, names) < matches(right, names) }
    guard let file = best, matches(file, names) > 0 else { return find(1, "", "no header of \(target.name)") }
    self.file = file
    columns = names.map { name in file.columns.first { $0.name == name } }
    for (name, column) in zip(names, columns) where column == nil { find(1, name, "unknown column") }
    for name in Set(names).sorted() where names.count(where: { $0 == name }) > 1 { find(1, name, "stands twice") }
    for column in file.columns where !names.contains(column.name) {
      if column.isRequired || !file.dropsEmptyColumns { find(1, column.name, "the column is missing") }
    }
  }

  private func matches(_ file: ImportFile, _ names: [String]) -> Int {
    names.count { name in file.columns.contains { $0.name == name } }
  }

  private mutating func checkRow(_ cells: [String], _ row: Int) {
    guard let file else { return }
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

  private mutating func checkCards(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    var card: [String] = []
    for (index, line) in lines.enumerated() {
      if line.last != UInt8(ascii: "\r") { find(index + 1, "", "the line does not end in CR LF") }
      if line.count > 76 { find(index + 1, "", "\(line.count - 1) octets, more than 75") }
      let text = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      if text.utf8.first == UInt8(ascii: " "), let last = card.popLast() {
        card.append(last + text.dropFirst())
      } else {
        card.append(text)
      }
      guard text == "END:VCARD" else { continue }
      rows += 1
      checkCard(card, index + 1)
      card = []
    }
    if !card.isEmpty { find(lines.count, "", "the last card is not closed") }
  }

  private mutating func checkCard(_ card: [String], _ line: Int) {
    if card.first != "BEGIN:VCARD" { find(line, "", "the card does not begin with BEGIN:VCARD") }
    if card.dropFirst().first != "VERSION:4.0" { find(line, "", "VERSION:4.0 does not follow BEGIN:VCARD") }
    if !card.contains(where: { $0.hasPrefix("FN:") && $0.utf8.count > 3 }) { find(line, "FN", "missing") }
    for text in card where !text.contains(":") { find(line, "", "'\(text.prefix(20))' is no property") }
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
    if cell == otherwise || again.text == cell || form == .key || form == .uuid { return nil }
    if dates != "ymd", form == .date { return cell.utf8.count == 10 && cell.contains("/") ? nil : "no date" }
    if form == .datetime { return cell.hasSuffix(".000Z") ? nil : "no instant" }
    if again.text == "'" + cell { return "a spreadsheet would take it for a formula" }
    return again.note ?? (form == .list ? nil : "written otherwise than it should be")
  }
}
