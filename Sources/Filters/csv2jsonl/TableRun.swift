// One table on its way from rows to records.
import Bytes
import CSV
import Command
import JSONLines
import TableMaps

/// One input on its way through.
struct TableRun {
  let run: Run
  /// The file's name.
  let name: String

  /// Reads the table: through `map`, or as plain objects.
  func read(_ reader: inout TableReader, _ map: TableMap?, _ context: MapContext) throws {
    let isThere = try failing { try reader.open() }
    for note in reader.notes { run.warn("\(name): \(note)") }
    guard isThere else {
      if run.value("columns") != nil { return }
      throw Failure(.data, "\(name):1:1: the table is empty: no header")
    }
    try failing { if let map { try records(&reader, map, context) } else { try plainRows(&reader) } }
    if reader.repairs > 0 { run.warn("\(name): repaired \(reader.repairs) character\(reader.repairs == 1 ? "" : "s")") }
    if let encoding = reader.foundEncoding { run.warn("\(name): read as \(encoding.name)") }
  }

  /// Turns a fault of the table as a whole into the failure of the run.
  private func failing<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as TableError {
      throw Failure(.data, "\(name):\(error.line):\(error.column): \(error.reason)")
    }
  }

  private func plainRows(_ reader: inout TableReader) throws {
    var rows = PlainRows(
      reader.names, dialect: reader.dialect, binary: run.values("base64"),
      padsShortRows: run.value("ragged") == TableOptions.Ragged.pad.rawValue)
    func write() throws {
      try run.output.write(bytes: rows.lines, lines: rows.count)
      run.counts.read += rows.count
      run.counts.kept += rows.count
      rows.reset()
    }
    try reader.forEachRow { bytes, row in
      rows.append(row, of: bytes)
      if rows.lines.count >= 1 << 18 { try write() }
    } fault: { error in
      try write()
      try reject(error)
    }
    try write()
  }

  private func records(_ reader: inout TableReader, _ map: TableMap, _ context: MapContext) throws {
    let types = run.values("type")
    var maker = RecordMaker(
      map, names: reader.names, file: name, context: context, types: types.isEmpty ? nil : Set(types))
    let dialect = reader.dialect
    var passed = 0
    try reader.forEachRow { bytes, row in
      run.counts.read += 1
      switch maker.records(row, of: bytes, dialect: dialect) {
      case .nothing:
        run.counts.suppressed += 1
        passed += 1
      case .held: break
      case .records(let records): try write(records)
      }
    } fault: {
      try reject($0)
    }
    try maker.heldRecords(write)
    if passed > 0 {
      run.warn("\(name): passed over \(passed) row\(passed == 1 ? "" : "s") in which the map finds nobody")
    }
    for text in maker.unreadTexts {
      let many = text.count == 1 ? "a text" : "\(text.count) texts"
      run.warn("\(name): column '\(text.column)': \(many) where \(text.expected) was expected, such as '\(text.first)'")
    }
  }

  /// Writes the records of one row, and counts them.
  private func write(_ records: [JSONObject]) throws {
    if records.isEmpty { run.counts.suppressed += 1 } else { run.counts.kept += 1 }
    run.counts.derived += max(0, records.count - 1)
    for record in records { try run.output.write(record) }
  }

  private func reject(_ error: TableError) throws {
    guard let raw = error.raw else { throw error }
    run.counts.read += 1
    try run.reject(
      source: ["file": .string(name), "line": JSON(error.line), "column": JSON(error.column)],
      position: "\(name):\(error.line):\(error.column)",
      reason: error.reason, raw: raw)
  }
}
