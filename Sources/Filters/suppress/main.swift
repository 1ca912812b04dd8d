// suppress: lets nobody through who is on the suppression list.
import Command
import JSONLines
import Suppression

let command = Command(
  name: "suppress", summary: "remove everybody who is on the suppression list",
  options: [
    Option("list", argument: "FILE", help: "the suppression list, kith-suppression(5) (required)"),
    Option("key", argument: "FILE", help: "the list's key (default: beside the list, ending in .key)"),
    .suppressPeople,
    Option("removed", argument: "FILE", help: "write to FILE which records were removed, and why"),
  ], common: [.region])

command.main { run in
  let list = try SuppressionFile.list(try run.required("list"), keyFile: run.value("key"), run)
  let gate = try run.suppressionGate(list)
  let ledger = try run.value("removed").map { try AtomicFile($0) }
  var withheld = 0
  try run.forEachRecord { record in
    switch gate.verdict(on: record) {
    case .passes:
      withheld += gate.withholdMentions(in: &record)
      try run.output.write(record)
    case .suppressed(let entry):
      run.counts.suppressed += 1
      var removal = JSONObject()
      removal.append("record_type", record.string("type"))
      removal.append("record_id", record.string("id"))
      removal.append("suppression_id", .string(String(entry.hash.prefix(16))))
      removal.append("kind", .string(entry.kind.rawValue))
      removal.append("reason", entry.reason)
      removal.append("date", .string(entry.date))
      var line: [UInt8] = []
      removal.write(to: &line)
      try ledger?.write(line + [UInt8(ascii: "\n")])
    }
  }
  try ledger?.commit()
  if run.counts.suppressed > 0 { run.warn("\(run.counts.suppressed) of \(run.counts.read) records removed") }
  if withheld > 0 { run.warn("\(withheld) mentions of others on the list withheld") }
}
