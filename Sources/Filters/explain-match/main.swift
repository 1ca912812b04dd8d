// explain-match: what speaks for and against two records being one, also when they were never compared.
import Command
import JSONLines
import Resolution

let command = Command(
  name: "explain-match", summary: "say why two records are one entity or two", operands: "A B [file ...]",
  options: [
    Option(
      "entity", short: "e", argument: "KIND", choices: ["person", "company"], help: "what the records tell of"),
    Option("auto", help: "the records are rows of a table of any kind"),
    Option("model", argument: "FILE", help: "compare by the model in FILE"),
    Option("id", argument: "MEMBER", help: "the member that holds the id (default: id)"),
    Option("clean-source", argument: "MEMBER", help: "the member that names a source without duplicates"),
    Option("companies", argument: "FILE", help: "company records that people's company_id refers to"),
    Option("decisions", argument: "FILE", help: "pairs that a person has decided to be one or two"),
  ])

func readOptions(_ run: Run) throws -> MatchingOptions {
  var options = MatchingOptions()
  options.idMember = run.value("id") ?? "id"
  options.cleanSource = run.value("clean-source")
  options.threads = run.jobs
  if let path = run.value("companies") { try run.readRecords(file: path) { options.companies.add($0) } }
  if let path = run.value("decisions") {
    try run.readRecords(file: path) { if let decision = Decision($0) { options.decisions.append(decision) } }
  }
  if let path = run.value("model") {
    do {
      options.model = try ModelFile(run.readFile(path))
    } catch let error as ModelError {
      throw Failure(.configuration, "\(path): \(error)")
    }
  }
  return options
}

command.main { run in
  guard run.operands.count >= 2 else { throw Failure(.usage, "the ids of two records are needed") }
  let options = try readOptions(run)
  guard let entity = run.flag("auto") ? "table" : run.value("entity") ?? options.model?.entity else {
    throw Failure(.usage, "option '--entity' or '--auto' is required")
  }
  let kind = EntityKind(rawValue: entity)
  var records: [Record] = []
  let files = run.operands.dropFirst(2)
  for file in files.isEmpty ? ["-"] : Array(files) {
    try run.readRecords(file: file) { record in
      if kind == nil || record.string("type") ?? entity == entity { records.append(record) }
    }
  }
  let matched = try Matched.resolve(records, as: kind, options)
  let (left, right) = (run.operands[0], run.operands[1])
  for id in [left, right] where !matched.ids.contains(id) { throw Failure(.data, "no record has the id '\(id)'") }
  try run.output.write(text: matched.explanation(of: left, right) ?? "")
}
