// crm-export: writes leads as the files that a CRM or an address book imports.
import Bytes
import CRM
import Command
import JSONLines
import Suppression
import Team

let command = Command(
  name: "crm-export", summary: "write leads as files that a CRM imports",
  options: [
    Option("to", argument: "NAME|FILE", help: "the target: a built-in one or a data file, kith-crm(5)"),
    Option("out", argument: "DIR", help: "where the files go; without it a target of one file goes to standard output"),
    .team,
    Option("batch", argument: "ID", help: "the name of this import, in every row (default: the date of the run)"),
    Option(
      "plan", argument: "DIR", help: "hold against the export in DIR: say what is new, changed, the same and gone"),
    Option("rows", argument: "N", help: "at most N rows a file, below the target's own limit"),
    .suppress, .suppressKey, .suppressPeople,
    Option("list", help: "print the built-in targets and end"),
    Option("print-target", help: "print the target's data file and end"),
  ], common: [.now, .region])

command.main { run in
  if run.flag("list") { return try listTargets(run) }
  let source = try targetSource(run)
  if run.flag("print-target") { return try run.output.write(text: String(decoding: source, as: UTF8.self)) }
  let target = try parse(source)
  guard run.value("out") != nil || run.value("plan") != nil || target.files.count == 1 else {
    throw Failure(.usage, "\(target.name) has \(target.files.count) files: '--out DIR' is required")
  }
  let team = try run.team()
  let batch = run.value("batch") ?? "kith-\(run.now.date)"
  let output = try Files(folder: run.value("out"), isPlanned: run.value("plan") != nil, run: run)
  var export = Export(target, team: team, batch: batch, rows: try run.int("rows", minimum: 1), output: output)
  if let folder = run.value("plan") { export.plan = ExportPlan(try previousExport(in: folder, target, run)) }
  let gate = try run.suppressionGate()
  var listed = 0
  try run.forEachRecord { record in
    if let gate, !gate.admits(&record) {
      listed += 1
      run.counts.suppressed += 1
      return
    }
    switch try export.add(record) {
    case .exported: break
    case .merged: run.counts.merged += 1
    case .suppressed: run.counts.suppressed += 1
    case .rejected(let reason): throw BadRecord(reason)
    }
    try writePlan(&export, run)
  }
  try export.finish()
  try writePlan(&export, run)
  try finish(run, export, target, source)
  if listed > 0 { run.warn("\(listed) of \(run.counts.read) leads are on the suppression list") }
  let optedOut = run.counts.suppressed - listed
  if optedOut > 0 { run.warn("left out because they want no mail: \(optedOut)") }
}

/// Prints what is planned for the rows that were added.
func writePlan(_ export: inout Export<Files>, _ run: Run) throws {
  for line in export.plan?.takeLines() ?? [] { try run.output.write(line) }
}

/// Writes the report, puts the files in place, and says what was done.
func finish(_ run: Run, _ export: Export<Files>, _ target: ImportTarget, _ source: [UInt8]) throws {
  var output = export.output
  let report = export.report
  if run.value("out") != nil {
    try output.write(Array("\(report.json.text)\n".utf8), to: "\(target.name).report.json")
    try output.write(source, to: "\(target.name).map.json")
  }
  try output.commit()
  if let counts = export.plan?.counts {
    let told = ExportPlan.Step.allCases.map {
      "\(counts[$0] ?? 0) \($0 == .create || $0 == .update ? "to \($0)" : "\($0)")"
    }
    run.warn("plan: \(told.joined(separator: ", "))")
  }
  if report.noted > 0 {
    run.warn("\(report.noted) values were cut, left out or mapped\(run.value("out") == nil ? "" : ", see the report")")
  }
}

/// The target's data file.
func targetSource(_ run: Run) throws -> [UInt8] {
  let name = try run.required("to")
  if let text = Targets.text(name) { return text }
  guard name.contains("/") || name.hasSuffix(".json") else {
    throw Failure(.usage, "unknown target '\(name)'; there are \(Targets.names.joined(separator: ", "))")
  }
  return try run.readFile(name, limit: 1 << 20)
}

func parse(_ source: [UInt8]) throws -> ImportTarget {
  do {
    return try ImportTarget(JSON(parsing: source))
  } catch let error as TargetError {
    throw Failure(.configuration, error.description)
  } catch let error as JSONError {
    throw Failure(.configuration, "column \(error.column): \(error.reason)")
  }
}

func listTargets(_ run: Run) throws {
  for name in Targets.names {
    guard let text = Targets.text(name) else { continue }
    try run.output.write(text: "\(name)\t\(parse(text).about)\n")
  }
}
