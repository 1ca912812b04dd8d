// relink: references to records that were merged point to the golden record; every other byte stays.
import Command
import JSONLines
import Resolution

let command = Command(
  name: "relink", summary: "let references point to golden records", operands: "[file ...]",
  options: [
    Option("merges", short: "m", argument: "FILE", repeats: true, help: "what dedupe merged; may be repeated"),
    Option("member", argument: "NAME", repeats: true, help: "rewrite NAME instead of company_id and person_id"),
  ])

command.main { run in
  let files = run.values("merges")
  guard !files.isEmpty else { throw Failure(.usage, "option '--merges' is required") }
  let members = run.values("member")
  var merges = members.isEmpty ? Relinking() : Relinking(members: members)
  for file in files {
    try run.readRecords(file: file) { record in
      guard merges.add(record) else { throw BadRecord("a merge needs the strings 'id' and 'golden'") }
    }
  }
  let relinking = merges
  try run.mapRecords { record, out in
    if let line = relinking.rewrite(record.bytes) { out.write(line: line) } else { out.write(record) }
  }
}
