// csv2jsonl: tables as the world writes them, as plain objects or, by a map, as records.
import Command
import TableMaps

let command = Command(
  name: "csv2jsonl", summary: "turn tables (CSV, TSV, database exports) into records",
  options: [
    Option("map", short: "m", argument: "NAME|FILE", repeats: true, help: "make records by this map, kith-map(5)"),
    Option("print-map", argument: "NAME", help: "print a built-in map; 'list' prints their names"),
    Option("suggest-map", help: "print a first map for a table of an unknown kind"),
    Option("type", argument: "TYPE", repeats: true, help: "only records of this type"),
    Option("delimiter", short: "d", argument: "CHAR", help: "between fields (default: found in the first rows)"),
    Option("quote", argument: "CHAR|none", help: "around fields (default: \")"),
    Option("escape", argument: "HOW", help: "what escapes: backslash, quote or none"),
    Option(
      "dialect", argument: "NAME", choices: ["csv", "mysql", "sql"],
      help: "whose rules: csv (RFC 4180), mysql, or sql (a dump; found by its beginning)"),
    Option("sql-table", argument: "TABLE", repeats: true, help: "of an SQL dump, only this table"),
    Option("columns", short: "c", argument: "A,B,...", help: "the names of the columns; the table has no header"),
    Option("skip-lines", argument: "N", help: "pass over the first N lines"),
    Option(
      "ragged", argument: "HOW", choices: ["reject", "pad", "keep"], help: "what becomes of rows of another length"),
    Option("encoding", argument: "NAME", help: "the encoding (default: a mark or the bytes tell)"),
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
  if let name = run.value("print-map") { return try run.printMap(name) }
  let maps = try run.values("map").map { try run.map($0) }
  let context = maps.isEmpty ? MapContext() : try run.mapContext()
  try run.forEachInput { handle in
    let input = try PeekedInput(handle)
    if run.readsDump(input) {
      try DumpConversion(run, name: handle.name, maps: maps, context: context).convert(input)
    } else if run.flag("suggest-map") {
      try run.suggestMap(input, name: handle.name)
    } else {
      let map = try run.map(of: maps, for: input)
      try TableConversion(run, name: handle.name, map: map, context: context).convert(input)
    }
  }
}
