// select-records: passes records of some types on, byte for byte.
import Command
import JSONLines

let command = Command(
  name: "select-records", summary: "pass on the records of some types",
  options: [
    Option("type", short: "t", argument: "TYPE", repeats: true, help: "a type to pass on (repeatable, required)")
  ])

command.main { run in
  let types = Set(run.values("type"))
  guard !types.isEmpty else { throw Failure(.usage, "option '--type' is required") }
  try run.mapRecords { record, out in
    if let type = record.string("type"), types.contains(type) {
      out.write(record)
    } else {
      out.counts.suppressed += 1
    }
  }
}
