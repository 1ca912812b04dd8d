// rank-records: puts records in the order of a number, the highest first.
import Command
import JSONLines

let command = Command(
  name: "rank-records", summary: "put records in the order of a number, the highest first",
  options: [
    Option("by", argument: "MEMBER", help: "the number to rank by, such as score or scores.trust.value (required)"),
    Option("top", short: "n", argument: "N", help: "only the first N"),
    Option("ascending", help: "the lowest first"),
  ])

command.main { run in
  let path = JSONPath(try run.required("by"))
  let top = try run.int("top", minimum: 1) ?? .max
  let sign: Double = run.flag("ascending") ? 1 : -1
  var ranked: [(value: Double, id: String, bytes: [UInt8])] = []
  try run.forEachRecord { record in
    // Without the number a record comes last, in either order.
    let value = record.double(path).map { $0 * sign } ?? .infinity
    ranked.append((value, record.string("id") ?? "", record.bytes))
  }
  ranked.sort { one, other in
    if one.value != other.value { return one.value < other.value }
    if one.id != other.id { return one.id.utf8.lexicographicallyPrecedes(other.id.utf8) }
    return one.bytes.lexicographicallyPrecedes(other.bytes)
  }
  for record in ranked.prefix(top) { try run.output.write(line: record.bytes) }
  let dropped = ranked.count - min(top, ranked.count)
  run.counts.kept -= dropped
  run.counts.suppressed += dropped
}
