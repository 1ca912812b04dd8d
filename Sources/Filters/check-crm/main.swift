// check-crm: checks files that are to be imported against the rules of their target.
import Bytes
import CRM
import Command
import JSONLines

let command = Command(
  name: "check-crm", summary: "check import files against the rules of a CRM", operands: "file ...",
  options: [Option("to", argument: "NAME|FILE", help: "the target: a built-in one or a data file, kith-crm(5)")])

command.main { run in
  let target = try target(run)
  guard !run.operands.isEmpty else { throw Failure(.usage, "a file to check is needed") }
  var faults = 0
  for path in run.operands {
    let stem = path.split(separator: "/").last?.split(separator: ".").first.map { String($0) } ?? ""
    let check = ImportCheck(try run.readFile(path, limit: 1 << 30), name: stem, target)
    run.counts.read += check.rows
    run.counts.kept += check.rows
    for finding in check.findings {
      let place = [finding.row > 0 ? ":\(finding.row)" : "", finding.column.isEmpty ? "" : ":\(finding.column)"]
      try run.output.write(text: "\(path)\(place.joined()): \(finding.message)\n")
    }
    faults += check.findings.count
    if check.findings.isEmpty {
      try run.output.write(text: "\(path): \(check.rows) \(check.rows == 1 ? "row" : "rows"), fit for \(target.name)\n")
    }
  }
  if faults > 0 { throw Failure(.negative, "") }
}

/// The target that `--to` names.
func target(_ run: Run) throws -> ImportTarget {
  let name = try run.required("to")
  guard let source = try Targets.text(name) ?? (name.contains("/") ? run.readFile(name, limit: 1 << 20) : nil) else {
    throw Failure(.usage, "unknown target '\(name)'; there are \(Targets.names.joined(separator: ", "))")
  }
  do {
    return try ImportTarget(JSON(parsing: source))
  } catch let error as TargetError {
    throw Failure(.configuration, error.description)
  }
}
