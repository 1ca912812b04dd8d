// csv2jsonl: tables as the world writes them, as plain objects or, by a map, as records.
import Bytes
import CSV
import Command
import JSONLines
import TableMaps
import Team

let command = Command(
  name: "csv2jsonl", summary: "turn tables (CSV, TSV, database exports) into records",
  options: [
    Option("map", short: "m", argument: "NAME|FILE", help: "make records by this map, kith-map(5)"),
    Option("print-map", argument: "NAME", help: "print a built-in map; 'list' prints their names"),
    Option("type", argument: "TYPE", repeats: true, help: "only records of this type"),
    Option("delimiter", short: "d", argument: "CHAR", help: "between fields (default: found in the first rows)"),
    Option("quote", argument: "CHAR|none", help: "around fields (default: \")"),
    Option("escape", argument: "HOW", help: "what escapes: backslash, quote or none"),
    Option("dialect", argument: "NAME", choices: ["csv", "mysql"], help: "whose rules: csv (RFC 4180) or mysql"),
    Option("columns", short: "c", argument: "A,B,...", help: "the names of the columns; the table has no header"),
    Option("skip-lines", argument: "N", help: "pass over the first N lines"),
    Option(
      "ragged", argument: "HOW", choices: ["reject", "pad", "keep"], help: "what becomes of rows of another length"),
    Option("encoding", argument: "NAME", help: "the encoding (default: UTF-8, UTF-16 by its mark, else Windows-1252)"),
    Option("repair-mojibake", help: "turn 'MÃ¼ller' back into 'Müller'"),
    Option("base64", argument: "COLUMN", repeats: true, help: "a column of bytes, written in Base64"),
    Option("companies", argument: "FILE", help: "company records that give names to company ids"),
    Option("as-of", argument: "DATE", help: "the day for which the table speaks"),
    Option("set", argument: "NAME=VALUE", repeats: true, help: "what a map asks for, such as owner=NAME"),
    Option(
      "dates", argument: "ORDER", choices: NumericDates.allCases.map(\.rawValue),
      help: "how a map reads 3/4/2024: day-first or month-first (default: not at all)"),
    .team,
  ],
  common: [.zone, .region])

command.main { run in
  if let name = run.value("print-map") {
    if name == "list" { return try run.output.write(text: TableMap.presets.map { $0 + "\n" }.joined()) }
    guard let text = TableMap.preset(name) else { throw Failure(.usage, "there is no map '\(name)'") }
    return try run.output.write(text: String(decoding: text, as: UTF8.self))
  }
  let map = try run.value("map").map { try run.map($0) }
  let options = try run.tableOptions(map)
  let context = map == nil ? MapContext() : try run.mapContext()
  try run.forEachInput { handle in
    var reader = TableReader(options) { buffer, count in try handle.read(into: &buffer, count: count) }
    try TableConversion(run, name: handle.name, map: map, context: context).convert(&reader)
  }
}
