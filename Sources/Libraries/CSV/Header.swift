// The row that names the columns, and what stands before it.
import Bytes

/// A row near the beginning of a table.
private struct EarlyRow {
  var fields: [String]
  var start: Int
  var end: Int
  var followsBlank: Bool
}

extension TableReader {
  /// The most rows that a preamble may have.
  private static let preambleLimit = 25

  /// Takes the header, with what stands before it, off the buffer. False: there is none.
  mutating func takeHeader() throws -> Bool {
    let rows = try earlyRows()
    guard let first = rows.first else { return false }
    let header = try headerRow(rows) ?? first
    if header.start != first.start {
      notes.append("passed over what stands before the header on line \(lineNumber(of: header.start))")
    }
    guard header.fields.contains(where: { !$0.isEmpty }) else {
      throw TableError(
        line: lineNumber(of: header.start), column: 1, reason: "the header names no column; say --columns", raw: nil)
    }
    let unique = ColumnName.unique(header.fields)
    for (name, given) in zip(unique, header.fields) where name != given {
      notes.append(given.isEmpty ? "a column without a name is '\(name)'" : "a second column '\(given)' is '\(name)'")
      if notes.count > 20 { break }
    }
    adopt(unique, dropping: header.end)
    return true
  }

  /// The header among the first rows: the first one that has all required columns; without such, the row after a blank
  /// line before which every row has a single field (as in LinkedIn's "Notes:").
  private func headerRow(_ rows: [EarlyRow]) throws -> EarlyRow? {
    let required = options.requiredColumns
    if !required.isEmpty {
      let found = rows.first { row in
        let names = Set(row.fields.map { ColumnName.folded($0) })
        return required.allSatisfy { Self.isThere($0, names) }
      }
      guard let found else { throw missingColumns(required, rows) }
      try checkUnique(required, found)
      return found
    }
    guard let index = rows.firstIndex(where: { $0.fields.count > 1 }), index > 0, rows[index].followsBlank else {
      return nil
    }
    return rows[index]
  }

  /// A column that is needed may stand there only once.
  private func checkUnique(_ required: [[String]], _ header: EarlyRow) throws {
    var counts: [String: Int] = [:]
    for name in header.fields { counts[ColumnName.folded(name), default: 0] += 1 }
    guard let double = required.joined().first(where: { counts[ColumnName.folded($0), default: 0] > 1 }) else { return }
    throw TableError(
      line: lineNumber(of: header.start), column: 1, reason: "the header has the column '\(double)' twice", raw: nil)
  }

  private static func isThere(_ alternatives: [String], _ names: Set<String>) -> Bool {
    alternatives.contains { names.contains(ColumnName.folded($0)) }
  }

  private func missingColumns(_ required: [[String]], _ rows: [EarlyRow]) -> TableError {
    let header = rows.max { $0.fields.count < $1.fields.count }
    let names = Set(header?.fields.map { ColumnName.folded($0) } ?? [])
    let missing = required.filter { !Self.isThere($0, names) }.map { alternatives in
      alternatives.map { "'\($0)'" }.joined(separator: " or ")
    }
    return TableError(
      line: lineNumber(of: header?.start ?? 0), column: 1,
      reason: "the header lacks the column\(missing.count == 1 ? "" : "s") \(missing.joined(separator: ", "))", raw: nil
    )
  }

  /// The first rows, with their texts.
  private func earlyRows() throws -> [EarlyRow] {
    var scanner = RowScanner(dialect)
    scanner.width = Int.max
    var rows: [EarlyRow] = []
    var at = 0
    var followsBlank = false
    while rows.count < Self.preambleLimit {
      let outcome = withBuffer { bytes, atEnd in scanner.scan(bytes, from: at, atEnd: atEnd) }
      switch outcome {
      case .row(let next) where next - at > options.longestRow:
        if rows.isEmpty { throw tooLong(at) }
        return rows
      case .row(let next):
        if scanner.overflow > 0 || scanner.fields.count > RowScanner.columnLimit {
          throw problem(at, "more than \(RowScanner.columnLimit) columns")
        }
        let fields = withBuffer { bytes, _ in scanner.fields.map { dialect.text($0, of: bytes) ?? "" } }
        rows.append(EarlyRow(fields: fields, start: at, end: next, followsBlank: followsBlank))
        followsBlank = false
        at = next
      case .blank(let next):
        followsBlank = true
        at = next
      case .fault(let fault, let place):
        if rows.isEmpty { throw problem(place, fault.reason(isMySQL: options.isMySQL)) }
        return rows
      case .needsMore:
        if rows.isEmpty { throw tooLong(at) }
        return rows
      case .end: return rows
      }
    }
    return rows
  }

  private func tooLong(_ offset: Int) -> TableError {
    problem(offset, "the header is longer than --max-line allows (\(options.longestRow))")
  }

  /// A fault at `offset` of the buffer, behind which nothing is read.
  private func problem(_ offset: Int, _ reason: String) -> TableError {
    let start = withBuffer { bytes, _ in LineCounter.start(bytes, offset, dialect.lineBreak) }
    return TableError(line: lineNumber(of: offset), column: offset - start + 1, reason: reason, raw: nil)
  }
}
