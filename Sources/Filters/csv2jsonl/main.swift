import CSV
import Command
let command = Command(name: "csv2jsonl", summary: "x")
command.main { run in
  try run.forEachInput { handle in
    var reader = TableReader(TableOptions()) { try handle.read(into: &$0, count: $1) }
    guard try reader.open() else { return }
    var rows = PlainRows(reader.names, dialect: reader.dialect)
    var json: [UInt8] = []
    try reader.forEachRow { bytes, row in
      rows.append(row, of: bytes, to: &json)
      if json.count > 200_000 { try run.output.write(bytes: json[...], lines: 1); json.removeAll(keepingCapacity: true) }
    } fault: { throw $0 }
    try run.output.write(bytes: json[...], lines: 1)
  }
}
