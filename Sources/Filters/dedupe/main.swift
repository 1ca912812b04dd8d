// dedupe: records that tell of the same person, company or message become one golden record.
import Bytes
import Command
import JSONLines
import Resolution

let command = Command(
  name: "dedupe", summary: "unite the records of one person, company or message", operands: "[file ...]",
  options: [
    Option(
      "entity", short: "e", argument: "KIND", choices: EntityKind.allCases.map(\.rawValue), help: "what is resolved"),
    Option("auto", help: "resolve a table of any kind: every member but the id is data"),
    Option("model", argument: "FILE", help: "compare by the model in FILE"),
    Option("print-model", help: "print how records were compared, to be given back by --model"),
    Option("id", argument: "MEMBER", help: "the member that holds the id (default: id)"),
    Option("clean-source", argument: "MEMBER", help: "the member that names a source without duplicates"),
    Option("companies", argument: "FILE", help: "company records that people's company_id refers to"),
    Option("decisions", argument: "FILE", help: "pairs that a person has decided to be one or two"),
    Option("labels", argument: "FILE", help: "decided pairs to refine the weights by"),
    Option("emit", argument: "WHAT", choices: ["records", "clusters"], help: "golden records or id and cluster"),
    Option("merges", argument: "FILE", help: "write which record became part of which to FILE"),
    Option("pairs", argument: "FILE", help: "write every pair compared, its weight and its parts to FILE"),
    Option("review", argument: "FILE", help: "write the pairs to FILE that a person should decide, most useful first"),
    Option("explain", argument: "A,B", help: "print what speaks for and against two records being one"),
  ])

func create(_ path: String) throws(Failure) -> Output {
  do {
    return Output(try FileHandle.writing(path))
  } catch {
    throw Failure(.cantCreate, "\(error.subject): \(error.reason)")
  }
}

/// The decisions in the file that `option` names.
func readDecisions(_ run: Run, _ option: String) throws -> [Decision] {
  guard let path = run.value(option) else { return [] }
  var decisions: [Decision] = []
  try run.readRecords(file: path) { record in
    if let decision = Decision(record) { decisions.append(decision) }
  }
  return decisions
}

/// The records of `kind`, those without a type too; others are passed on unless something else is printed.
func readRecords(_ run: Run, _ kind: EntityKind?, _ idMember: String, passOn: Bool) throws -> [Record] {
  var records: [Record] = []
  let id = JSONPath(member: idMember)
  try run.forEachRecord { record in
    if let kind, let type = record.string("type"), type != kind.rawValue {
      if passOn { try run.output.write(record) }
      return
    }
    guard record.string(id) ?? record.number(id) != nil else {
      throw BadRecord("member '\(idMember)' with the id of the record is missing")
    }
    records.append(record)
  }
  return records
}

func readOptions(_ run: Run) throws -> MatchingOptions {
  var options = MatchingOptions()
  options.idMember = run.value("id") ?? "id"
  options.decisions = try readDecisions(run, "decisions")
  options.labels = try readDecisions(run, "labels")
  options.cleanSource = run.value("clean-source")
  options.threads = run.jobs
  if let path = run.value("companies") { try run.readRecords(file: path) { options.companies.add($0) } }
  if let path = run.value("model") {
    do {
      options.model = try ModelFile(run.readFile(path))
    } catch let error as ModelError {
      throw Failure(.configuration, "\(path): \(error)")
    } catch let error as JSONError {
      throw Failure(.configuration, "\(path): byte \(error.column): \(error.reason)")
    }
  }
  return options
}

/// What is resolved: a kind of entity, or nil for any table; the model may say it too.
func readKind(_ run: Run, _ model: ModelFile?) throws -> EntityKind? {
  if run.flag("auto"), run.value("entity") != nil {
    throw Failure(.usage, "options '--auto' and '--entity' exclude each other")
  }
  let asked = run.flag("auto") ? "table" : run.value("entity")
  guard let name = asked ?? model?.entity else {
    throw Failure(.usage, "option '--entity' or '--auto' is required")
  }
  if let model, model.entity != name { throw Failure(.configuration, "the model is one of entity '\(model.entity)'") }
  return EntityKind(rawValue: name)
}

func writeGolden(_ run: Run, _ matched: Matched, _ kind: EntityKind?) throws {
  let merges = try run.value("merges").map(create)
  let golden = matched.clusters.map { Golden(matched, $0, kind) }.sorted { $0.id < $1.id }
  for entity in golden {
    try run.output.write(entity.record)
    run.counts.kept -= entity.members.count - 1
    run.counts.merged += entity.members.count - 1
    for merge in entity.merges(matched) { try merges?.write(merge) }
  }
  try merges?.flush()
}

/// Writes the lines that `each` hands out to the file that `option` names.
func writeLines(_ run: Run, _ option: String, _ each: ((JSONObject) throws -> Void) throws -> Void) throws {
  guard let path = run.value(option) else { return }
  let output = try create(path)
  try each { try output.write($0) }
  try output.flush()
}

command.main { run in
  let options = try readOptions(run)
  let kind = try readKind(run, options.model)
  let emitsClusters = run.value("emit") == "clusters"
  let printsElse = emitsClusters || run.value("explain") != nil || run.flag("print-model")
  let records = try readRecords(run, kind, options.idMember, passOn: !printsElse)
  let matched = try Matched.resolve(records, as: kind, options)
  for block in matched.skipped { run.warn("not compared by \(block)") }
  try writeLines(run, "pairs") { try matched.forEachPair($0) }
  try writeLines(run, "review") { write in try matched.reviewLines().forEach(write) }
  if run.flag("print-model") {
    try run.output.write(text: matched.model?.text ?? "")
  } else if let pair = run.value("explain") {
    guard let text = matched.explanation(of: pair) else {
      throw Failure(.usage, "option '--explain' takes the ids of two records of the input, A,B")
    }
    try run.output.write(text: text)
  } else if emitsClusters {
    for line in matched.clusterLines() { try run.output.write(line) }
  } else {
    try writeGolden(run, matched, kind)
  }
}
