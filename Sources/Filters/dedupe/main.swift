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
    Option("merges", argument: "FILE", help: "write which record became part of which to FILE"),
    Option("decisions", argument: "FILE", help: "pairs that a person has decided to be one or two"),
    Option("companies", argument: "FILE", help: "company records that people's company_id refers to"),
    Option("pairs", argument: "FILE", help: "write every pair compared, its weight and its parts to FILE"),
    Option("explain", argument: "A,B", help: "print what speaks for and against two records being one"),
    Option("emit", argument: "WHAT", choices: ["records", "clusters"], help: "golden records or id and cluster"),
    Option("id", argument: "MEMBER", help: "the member that holds the id (default: id)"),
  ])

func create(_ path: String) throws(Failure) -> Output {
  do {
    return Output(try FileHandle.writing(path))
  } catch {
    throw Failure(.cantCreate, "\(error.subject): \(error.reason)")
  }
}

func readDecisions(_ run: Run) throws -> [Decision] {
  guard let path = run.value("decisions") else { return [] }
  var decisions: [Decision] = []
  try run.readRecords(file: path) { record in
    if let decision = Decision(record) { decisions.append(decision) }
  }
  return decisions
}

/// The records of `kind`, those without a type too; others are passed on unless clusters are wanted.
func readRecords(_ run: Run, _ kind: EntityKind, _ idMember: String, passOn: Bool) throws -> [Record] {
  var records: [Record] = []
  let id = JSONPath(member: idMember)
  try run.forEachRecord { record in
    if let type = record.string("type"), type != kind.rawValue {
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

func writeGolden(_ run: Run, _ matched: Matched, _ kind: EntityKind) throws {
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

command.main { run in
  guard let kind = EntityKind(rawValue: try run.required("entity")) else {
    throw Failure(.usage, "option '--entity' takes person, company or message")
  }
  let emitsClusters = run.value("emit") == "clusters"
  let decisions = try readDecisions(run)
  let idMember = run.value("id") ?? "id"
  let isQuiet = emitsClusters || run.value("explain") != nil
  let records = try readRecords(run, kind, idMember, passOn: !isQuiet)
  var companies = CompanyLabels()
  if let path = run.value("companies") { try run.readRecords(file: path) { companies.add($0) } }
  let matched = Matched.resolve(
    records, as: kind, idMember: idMember, decisions: decisions, companies: companies)
  for block in matched.skipped { run.warn("not compared by \(block)") }
  if let path = run.value("pairs") {
    let output = try create(path)
    try matched.forEachPair { try output.write($0) }
    try output.flush()
  }
  if let pair = run.value("explain") {
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
