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
    Option("against", argument: "FILE", help: "golden records that new records may belong to"),
    Option("state", argument: "FILE", help: "keep in FILE what the next run needs: the model, golden records' values"),
    Option(
      "stage", argument: "NAME", choices: ["block", "score", "cluster", "merge"], help: "do one part of the work only"),
    Option("from", argument: "FILE", help: "what the stage before has written"),
    Option("emit", argument: "WHAT", choices: ["records", "clusters"], help: "golden records or id and cluster"),
    Option("merges", argument: "FILE", help: "write which record became part of which to FILE"),
    Option("pairs", argument: "FILE", help: "write every pair compared, its weight and its parts to FILE"),
    Option("review", argument: "FILE", help: "write the pairs to FILE that a person should decide, most useful first"),
    Option("explain", argument: "A,B", help: "print what speaks for and against two records being one"),
  ])

/// Writes the lines that `each` hands out to the file that `option` names.
func writeLines(_ run: Run, _ option: String, _ each: ((JSONObject) throws -> Void) throws -> Void) throws {
  guard let path = run.value(option) else { return }
  let output = try create(path)
  try each { try output.write($0) }
  try output.flush()
}

/// Writes what was asked for in place of golden records; false when they are wanted.
func writeInstead(_ run: Run, _ matched: Matched) throws -> Bool {
  if run.flag("print-model") {
    try run.output.write(text: matched.model?.text ?? "")
  } else if let pair = run.value("explain") {
    guard let text = matched.explanation(of: pair) else {
      throw Failure(.usage, "option '--explain' takes the ids of two records of the input, A,B")
    }
    try run.output.write(text: text)
  } else if run.value("stage") == "block" {
    try matched.forEachKey { try run.output.write($0) }
  } else if run.value("stage") == "score" {
    try matched.forEachLink { try run.output.write($0) }
  } else if run.value("emit") == "clusters" || run.value("stage") == "cluster" {
    for line in matched.clusterLines() { try run.output.write(line) }
  } else {
    return false
  }
  return true
}

/// Writes which records have become part of `golden`, and counts them.
func note(_ run: Run, _ golden: Golden, _ matched: Matched, _ merges: Output?) throws {
  run.counts.kept -= golden.members.count - 1
  run.counts.merged += golden.members.count - 1
  for merge in golden.merges(matched) { try merges?.write(merge) }
}

/// Resolves all records anew.
func resolve(_ run: Run, _ kind: EntityKind?, _ records: RecordStore, _ options: MatchingOptions, _ kept: Kept) throws {
  let matched = try Matched.resolve(records, as: kind, options)
  try writeAsides(run, matched)
  if try writeInstead(run, matched) { return try kept.write(run, matched) }
  let golden = matched.clusters.map { Golden(matched, $0, kind) }.sorted { $0.id < $1.id }
  let merges = try run.value("merges").map(create)
  for entity in golden {
    try run.output.write(line: entity.line)
    try note(run, entity, matched, merges)
  }
  try merges?.flush()
  try kept.write(run, matched, golden)
}

/// Matches new records with golden ones that a state knows.
func add(_ run: Run, _ records: RecordStore, _ known: KnownRecords, _ options: MatchingOptions, _ kept: Kept) throws {
  let addition = try Addition(records, known, options)
  try writeAsides(run, addition.matched)
  if run.value("emit") == "clusters" { return try addition.forEachCluster { try run.output.write($0) } }
  let changed = addition.changed()
  let merges = try run.value("merges").map(create)
  try addition.forEach(changed) { entity in
    try run.output.write(line: entity.line)
    try note(run, entity, addition.matched, merges)
  } lines: { bytes, count in
    try run.output.write(bytes: bytes, lines: count)
  }
  try merges?.flush()
  try kept.write(run, addition, changed)
}

func writeAsides(_ run: Run, _ matched: Matched) throws {
  for block in matched.skipped { run.warn("not compared by \(block)") }
  try writeLines(run, "pairs") { try matched.forEachPair($0) }
  try writeLines(run, "review") { write in try matched.reviewLines().forEach(write) }
}

command.main { run in
  let state = try readState(run)
  var options = try readOptions(run, state)
  let kind = try readKind(run, options.model)
  let printsElse =
    ["emit", "explain", "stage"].contains {
      run.value($0) != nil && run.value($0) != "records" && run.value($0) != "merge"
    }
    || run.flag("print-model")
  var others: Set<UInt64> = []
  let records = try readRecords(run, kind, options.idMember, passOn: !printsElse, others: &others)
  let kept = Kept(before: state, others: others)
  if let known = try readUnknown(run, kind, state, options), known.isWorthwhile(for: records.count) {
    return try add(run, records, known, options, kept)
  }
  var all = try readKnown(run, kind)
  options.known = all.count
  if all.isEmpty { all = records } else { all.append(records) }
  try resolve(run, kind, all, options, kept)
}
