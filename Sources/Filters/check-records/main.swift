// check-records: passes valid records through byte for byte, and says where the others go wrong.
import Bytes
import Command
import JSONLines
import Records

let command = Command(
  name: "check-records", summary: "check records and pass the valid ones through",
  options: [
    Option("type", argument: "TYPE", help: "every record must be of TYPE (default: each by its own type)"),
    Option("strict", help: "refuse duplicate members and unknown types too"),
    Option("count", help: "print how many records there are of each type, not the records"),
    Option("print-schema", argument: "TYPE", help: "print the JSON Schema of TYPE"),
  ])

command.main { run in
  let types = RecordTypes()
  let unknown = { (type: String) in
    Failure(.usage, "unknown type '\(type)'; known: \(types.names.joined(separator: ", "))")
  }
  if let type = run.value("print-schema") {
    guard let text = RecordTypes.text(type) else { throw unknown(type) }
    return try run.output.write(text: String(decoding: text, as: UTF8.self))
  }
  let required = run.value("type").flatMap(types.schema)
  if let type = run.value("type"), required == nil { throw unknown(type) }
  let check = RecordCheck(types, required: required, strict: run.flag("strict"))
  if run.flag("count") {
    try countTypes(run, check)
  } else {
    try run.passLines(worker: { (index: MemberIndex(), check: check) }) { worker, bytes, line in
      guard worker.index.scan(bytes, line) else {
        let fault = JSONDiagnosis.ofRecord(bytes.array(line))
        return BadRecord(fault?.reason ?? "not a record", column: fault?.column ?? 1)
      }
      return worker.check.fault(bytes, line, worker.index).map { BadRecord($0.reason, column: $0.column) }
    }
  }
}

/// Prints the number of records of each type, sorted; records without a type come first.
func countTypes(_ run: Run, _ check: RecordCheck) throws {
  var check = check
  var counts: [String: Int] = [:]
  var index = MemberIndex()
  try run.forEachRecord { record in
    let line = 0..<record.bytes.count
    _ = index.scan(record.bytes.span.bytes, line)
    if let fault = check.fault(record.bytes.span.bytes, line, index) {
      throw BadRecord(fault.reason, column: fault.column)
    }
    counts[record.string("type") ?? "", default: 0] += 1
  }
  for (type, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
    try run.output.write(type.isEmpty ? ["count": JSON(count)] : ["type": .string(type), "count": JSON(count)])
  }
}
