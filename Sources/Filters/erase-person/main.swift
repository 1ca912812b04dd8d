// erase-person: puts a person on the suppression list, then takes them out of every file of a workspace, and says where.
import Bytes
import Calendar
import Command
import Erasure
import JSONLines
import Suppression

let command = Command(
  name: "erase-person", summary: "take a person out of every file of a workspace", operands: "folder ...",
  options: [
    Option("list", argument: "FILE", help: "the suppression list, kith-suppression(5) (required)"),
    Option("key", argument: "FILE", help: "the list's key (default: beside the list, ending in .key)"),
    Option("email", argument: "ADDRESS", repeats: true, help: "the person's mailbox (repeatable)"),
    Option("phone", argument: "NUMBER", repeats: true, help: "the person's number (repeatable)"),
    Option("linkedin", argument: "URL", repeats: true, help: "the person's page (repeatable)"),
    Option("id", argument: "ID", repeats: true, help: "the id of a record about the person (repeatable)"),
    Option("name", argument: "NAME", repeats: true, help: "the person's name, whose mentions go too (repeatable)"),
    Option("reason", argument: "WORD", help: "the reason that the entries bear (default: erasure)"),
    Option("dry-run", help: "change nothing, and say what would be changed"),
  ], common: [.now, .region])

command.main { run in
  guard !run.operands.isEmpty else { throw Failure(.usage, "a folder is needed") }
  let listPath = try run.required("list")
  var list = try SuppressionFile.list(listPath, keyFile: run.value("key"), run)
  let kept = [listPath, run.value("key") ?? SuppressionFile.keyPath(of: listPath)].map(Folder.identity)
  let files = try run.operands.flatMap { try Folder.files(in: $0) }.filter { !kept.contains(Folder.identity($0)) }
  let trace = try trace(files, run)
  if !run.flag("dry-run") { try enlist(trace, &list, run) }
  try erase(files, trace, run)
}

/// Whom the command line names, and all that the records of the files tell of them.
func trace(_ files: [String], _ run: Run) throws -> PersonTrace {
  let region = run.value("region")
  let readers: [(option: String, read: (String) -> ContactPoint?)] = [
    ("email", { ContactPoint.email($0) }), ("phone", { ContactPoint.phone($0, region: region) }),
    ("linkedin", { ContactPoint.linkedIn($0) }), ("id", { ContactPoint.id($0) }), ("name", { ContactPoint.name($0) }),
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
  guard points.contains(where: { $0.kind != .name }) else {
    throw Failure(.usage, "one of '--email', '--phone', '--linkedin' and '--id' is required")
  }
  var trace = PersonTrace(points, region: region)
  // Each record found may lead to further ones; what is known grows, so this ends.
  var grows = true
  while grows {
    grows = false
    for path in files where path.hasSuffix(".jsonl") {
      try eachRecord(try run.readFile(path, limit: 4 << 30)) { if trace.follow($0) { grows = true } }
    }
  }
  return trace
}

func eachRecord(_ bytes: [UInt8], _ body: (Record) -> Void) throws {
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    if let record = try? Record(Array(line)) { body(record) }
  }
}

/// Writes the hashes, before anything is removed.
func enlist(_ trace: PersonTrace, _ list: inout SuppressionList, _ run: Run) throws {
  let before = list.entries.count
  for point in trace.points.sorted(by: { ($0.kind.rawValue, $0.text) < ($1.kind.rawValue, $1.text) }) {
    _ = list.add(point, reason: run.value("reason") ?? "erasure", date: run.now.date)
  }
  let file = try AtomicFile(list.path)
  try file.write(list.bytes)
  try file.commit(ifChanged: true)
  run.warn("\(list.path): \(list.entries.count - before) entries added")
}

/// Takes the person out of the files, and prints a line for each in which they were.
func erase(_ files: [String], _ trace: PersonTrace, _ run: Run) throws {
  let eraser = Eraser(trace, region: run.value("region"))
  var left = 0
  for path in files {
    let bytes = try run.readFile(path, limit: 4 << 30)
    let (rest, outcome) = eraser.erase(bytes, name: path.split(separator: "/").last.map { String($0) } ?? path)
    run.counts.read += 1
    run.counts.kept += 1
    guard outcome.changes || outcome.isLeft else { continue }
    left += outcome.isLeft ? 1 : 0
    if outcome.changes, !run.flag("dry-run") { try replace(path, outcome, rest) }
    try run.output.write(line(path, outcome))
  }
  if left > 0 {
    throw Failure(
      .negative, "\(left) \(left == 1 ? "file holds" : "files hold") the person and must be changed by hand")
  }
}

func replace(_ path: String, _ outcome: Eraser.Outcome, _ rest: [UInt8]) throws {
  if outcome.isTheirs { return FileSystem.remove(path) }
  let file = try AtomicFile(path)
  try file.write(rest)
  try file.commit()
}

func line(_ path: String, _ outcome: Eraser.Outcome) -> JSONObject {
  var line: JSONObject = ["file": .string(path)]
  if outcome.isTheirs { line.append("deleted", .bool(true)) }
  if outcome.removed > 0, !outcome.isTheirs { line.append("removed", JSON(outcome.removed)) }
  if outcome.withheld > 0 { line.append("mentions", JSON(outcome.withheld)) }
  if outcome.isLeft { line.append("left", .bool(true)) }
  return line
}
