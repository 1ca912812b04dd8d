// The tables of an SQL dump on their way to lines of JSON.
import Bytes
import CSV
import Command
import JSONLines
import SQLDump
import TextEncodings

/// Turns the rows of a dump into plain objects or, each table through the map that fits it, into records.
public struct DumpConversion {
  private let run: Run
  private let name: String
  private let maps: [TableMap]
  private let context: MapContext
  /// The tables that are wanted; empty: all.
  private let wanted: Set<String>
  private let binary: Set<String>

  /// A conversion of the dump in the file called `name`.
  public init(_ run: Run, name: String, maps: [TableMap], context: MapContext) {
    self.run = run
    self.name = name
    self.maps = maps
    self.context = context
    wanted = Set(run.values("sql-table"))
    binary = Set(run.values("base64"))
  }

  /// What becomes of the rows of one table.
  private enum Use {
    case plain
    case map(RecordMaker)
    case unwanted
  }

  /// Reads the dump of `input` and writes what its rows give.
  public func convert(_ input: PeekedInput) throws {
    let told = try run.encoding()
    let named = told == nil ? DumpReader.charset(input.beginning).flatMap { TextEncoding(mySQL: $0) } : nil
    let text = DecodedInput(input.read, encoding: told ?? (binary.isEmpty ? named : nil))
    if let named, binary.isEmpty { run.warn("\(name): read as \(named.name), as its SET NAMES says") }
    try convert(DumpReader(limit: run.maxLine, read: text.read))
    if let note = text.note { run.warn("\(name): \(note)") }
  }

  private func convert(_ reader: consuming DumpReader) throws {
    var reader = reader
    var uses: [String: Use] = [:]
    var equals = EqualCounter()
    var missing = wanted
    var unmapped: Set<String> = []
    while let item = try reader.next() {
      switch item {
      case .fault(let error): try reject(error)
      case .row(let table, let row):
        // Each INSERT may list its columns in an order of its own.
        let key = table.name + "\u{1F}" + table.columns.joined(separator: "\u{1F}")
        missing.remove(table.name)
        let use = uses.removeValue(forKey: key) ?? use(of: table, &unmapped)
        if let error = wrongBytes(row, table, use) {
          uses[key] = use
          try reject(error)
          continue
        }
        run.counts.read += 1
        uses[key] = try write(row, of: table, use, &equals)
      }
    }
    if let table = missing.sorted().first {
      throw Failure(.data, "\(name): the dump has no rows of a table '\(table)'")
    }
    for table in uses.keys.sorted() {
      if case .map(let maker)? = uses[table] { tell(maker.unread) }
    }
  }

  /// A value that is no text though it is read as such.
  private func wrongBytes(_ row: DumpRow, _ table: DumpTable, _ use: Use) -> SQLError? {
    for (index, column) in table.columns.enumerated() where isText(index, column, use) {
      guard let value = row.values[index], UTF8Sequence.firstFault(in: value.span.bytes, 0..<value.count) != nil else {
        continue
      }
      let reason = "column '\(column)' is not UTF-8: say --encoding, or --base64 \(column) when it holds bytes"
      return SQLError(line: row.line, column: row.column, reason: reason)
    }
    return nil
  }

  private func isText(_ index: Int, _ column: String, _ use: Use) -> Bool {
    switch use {
    case .unwanted: false
    case .plain: !binary.contains(column)
    case .map(let maker): maker.reads(index)
    }
  }

  private func use(of table: DumpTable, _ unmapped: inout Set<String>) -> Use {
    guard wanted.isEmpty || wanted.contains(table.name) else { return .unwanted }
    if maps.isEmpty { return .plain }
    let aliases = table.aliases
    let names = Set((table.columns + aliases.joined()).map { ColumnName.folded($0) })
    let fitting = maps.filter { map in
      map.required.allSatisfy { $0.contains { names.contains(ColumnName.folded($0)) } }
    }
    // `max` takes the last of equals, the first map shall win.
    guard let fitting = fitting.reversed().max(by: { $0.known(of: table.columns) < $1.known(of: table.columns) })
    else {
      if unmapped.insert(table.name).inserted {
        run.warn("\(name): no map for the table '\(table.name)': its rows are passed over")
      }
      return .unwanted
    }
    let types = run.values("type")
    return .map(
      RecordMaker(
        fitting, names: table.columns, aliases: aliases, file: name, context: context,
        types: types.isEmpty ? nil : Set(types)))
  }

  private func write(_ row: DumpRow, of table: DumpTable, _ use: Use, _ equals: inout EqualCounter) throws -> Use {
    switch use {
    case .unwanted: run.counts.suppressed += 1
    case .plain:
      try run.output.write(plain(row, table))
      run.counts.kept += 1
    case .map(var maker):
      let texts = row.values.map { $0.map { String(decoding: $0, as: UTF8.self) } }
      guard let records = maker.records(texts, line: row.line), !records.isEmpty else {
        run.counts.suppressed += 1
        return .map(maker)
      }
      run.counts.kept += 1
      run.counts.derived += records.count - 1
      for var record in records {
        if let key = record.key, let digest = record.object["id"]?.string,
          let id = equals.id(key, digest: digest)
        {
          record.object["id"] = .string(id)
        }
        try run.output.write(record.object)
      }
      return .map(maker)
    }
    return use
  }

  /// The columns as strings; where several tables come, within the table's name.
  private func plain(_ row: DumpRow, _ table: DumpTable) -> JSONObject {
    var object = JSONObject()
    for (column, value) in zip(table.columns, row.values) {
      guard let value else { continue }
      let text = binary.contains(column) ? Base64.encode(value) : String(decoding: value, as: UTF8.self)
      object.append(column, .string(text))
    }
    return wanted.count == 1 ? object : ["table": .string(table.name), "row": .object(object)]
  }

  private func tell(_ unread: UnreadTexts) {
    for text in unread.entries {
      let many = text.count == 1 ? "a text" : "\(text.count) texts"
      run.warn("\(name): column '\(text.column)': \(many) where \(text.expected) was expected, such as '\(text.first)'")
    }
  }

  private func reject(_ error: SQLError) throws {
    run.counts.read += 1
    try run.reject(
      source: ["file": .string(name), "line": JSON(error.line), "column": JSON(error.column)],
      position: "\(name):\(error.line):\(error.column)", reason: error.reason, raw: nil)
  }
}
