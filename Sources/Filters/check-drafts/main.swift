// check-drafts: looks at drafts again before they go out.
import Command
import Drafts
import JSONLines
import Suppression

let command = Command(
  name: "check-drafts", summary: "check drafts and pass on those that may go out",
  options: [
    Option("conversations", argument: "FILE", help: "what was said with whom, to check quotes against"),
    Option("people", argument: "FILE", repeats: true, help: "person records, to know candidates by name (repeatable)"),
    .suppress, .suppressKey,
  ], common: [.region])

command.main { run in
  var check = DraftCheck()
  if let path = run.value("conversations") { try run.readRecords(file: path) { check.add(conversation: $0) } }
  for path in run.values("people") { try run.readRecords(file: path) { check.add(person: $0) } }
  let gate = try run.suppressionGate()
  try run.forEachRecord { draft in
    var faults = check.faults(of: draft)
    if let gate, gate.verdict(on: draft) != .passes { faults.insert("is on the suppression list", at: 0) }
    if !faults.isEmpty { throw BadRecord(faults.joined(separator: "; ")) }
    try run.output.write(draft)
  }
}
