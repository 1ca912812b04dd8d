// add-suppression: puts whoever wants no more messages on the suppression list, as keyed hashes.
import Bytes
import Calendar
import Command
import JSONLines
import Suppression

let command = Command(
  name: "add-suppression", summary: "put people on the suppression list",
  options: [
    Option("list", argument: "FILE", help: "the suppression list, kith-suppression(5) (required)"),
    Option("key", argument: "FILE", help: "the list's key (default: beside the list, ending in .key)"),
    Option("create", help: "begin the list, and its key, when there is none yet"),
    Option("email", argument: "ADDRESS", repeats: true, help: "list this mailbox (repeatable)"),
    Option("domain", argument: "DOMAIN", repeats: true, help: "list this domain and all below it (repeatable)"),
    Option("phone", argument: "NUMBER", repeats: true, help: "list this number (repeatable)"),
    Option("linkedin", argument: "URL", repeats: true, help: "list this page (repeatable)"),
    Option("all", help: "list every person and company that is read, not only who opted out"),
    Option("reason", argument: "WORD", help: "the reason that the entries bear (default: opt_out)"),
  ], common: [.now, .region])

command.main { run in
  let path = try run.required("list")
  let points = try named(run)
  let isNew = try begin(path, run)
  var list = try SuppressionFile.list(path, keyFile: run.value("key"), run)
  let before = list.entries.count
  let hasNames = !points.isEmpty
  try record(points, run.value("reason") ?? "opt_out", &list, run)
  if !hasNames || !run.operands.isEmpty { try readRecords(&list, run) }
  let file = try AtomicFile(path)
  try file.write(list.bytes)
  try file.commit(ifChanged: true)
  let added = list.entries.count - before
  run.warn(
    "\(path): \(added) \(added == 1 ? "entry" : "entries") added\(isNew ? " to a new list" : ""), \(list.entries.count) in all"
  )
}

/// Makes list and key when that is asked for and neither is there.
func begin(_ path: String, _ run: Run) throws -> Bool {
  guard run.flag("create"), FileSystem.permissions(of: path) == nil else { return false }
  let keyPath = run.value("key") ?? SuppressionFile.keyPath(of: path)
  if FileSystem.permissions(of: keyPath) == nil {
    var key: [UInt8] = []
    let source = try FileHandle.reading("/dev/urandom")
    while key.count < 32 { _ = try source.read(into: &key, count: 32 - key.count) }
    try FileHandle.creating(keyPath).write(Array("\(SHA256.hexadecimal(key))\n".utf8))
  }
  let file = try AtomicFile(path)
  try file.write(SuppressionList(path: path, key: try SuppressionFile.key(keyPath, run)).bytes)
  try file.commit()
  return true
}

/// Whom the command line names.
func named(_ run: Run) throws -> [ContactPoint] {
  let region = run.value("region")
  let readers: [(option: String, read: (String) -> ContactPoint?)] = [
    ("email", { ContactPoint.email($0) }), ("domain", { ContactPoint.domain($0) }),
    ("phone", { ContactPoint.phone($0, region: region) }), ("linkedin", { ContactPoint.linkedIn($0) }),
  ]
  var points: [ContactPoint] = []
  for reader in readers {
    for text in run.values(reader.option) {
      guard let point = reader.read(text) else {
        throw Failure(.usage, "option '--\(reader.option)' can't take '\(text)'")
      }
      points.append(point)
    }
  }
  return points
}

/// Puts contact points on the list and prints those that are new to it.
func record(_ points: [ContactPoint], _ reason: String, _ list: inout SuppressionList, _ run: Run) throws {
  for point in points {
    if let entry = list.add(point, reason: reason, date: run.now.date) { try run.output.write(entry.record) }
  }
}

func readRecords(_ list: inout SuppressionList, _ run: Run) throws {
  var hasKey = false
  try run.forEachRecord { input in
    if input.string("type") == "suppression_list" {
      hasKey = list.hasKey(of: input)
      return
    }
    if let entry = SuppressionList.entry(input) {
      guard hasKey else { throw BadRecord("an entry that was hashed under another key") }
      if list.add(entry) { try run.output.write(entry.record) }
      return
    }
    let found = OptOut(input, region: run.value("region"))
    let everybody = run.flag("all") ? OptOut(person: input, region: run.value("region")) : nil
    guard let optOut = found ?? everybody, !optOut.points.isEmpty else {
      run.counts.suppressed += 1
      return
    }
    try record(optOut.points, run.value("reason") ?? optOut.reason, &list, run)
  }
}
