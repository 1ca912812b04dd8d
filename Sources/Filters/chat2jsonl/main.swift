// chat2jsonl: exported chats as message records.
import Bytes
import Chat
import Command
import JSONLines
import Team

let command = Command(
  name: "chat2jsonl", summary: "turn exported chats into message records",
  options: [
    .team,
    Option("people", argument: "FILE", help: "person records; who writes is looked up there by name or number"),
    Option(
      "dates", argument: "ORDER", choices: DateOrder.allCases.map(\.rawValue),
      help: "how dates are written (default: the file tells)"),
  ],
  common: [.zone])

command.main { run in
  let team = try run.team()
  var people = ChatDirectory()
  if let path = run.value("people") { try run.readRecords(file: path) { people.add($0) } }
  let order = run.value("dates").flatMap(DateOrder.init(rawValue:))
  try run.forEachInput { handle in
    let export = WhatsAppExport(try text(of: handle), order: order)
    if export.isAmbiguous {
      run.warn("\(handle.name): nothing tells day from month; read day first, say --dates month-first for the other")
    }
    var strays = export.strays[...]
    func rejectStrays(before line: Int) throws {
      while let stray = strays.first, stray.line < line {
        strays = strays.dropFirst()
        run.counts.read += 1
        try run.reject(
          source: ["file": .string(handle.name), "line": JSON(stray.line)], position: "\(handle.name):\(stray.line):1",
          reason: stray.reason, raw: Array(stray.text.utf8))
      }
    }
    var records = ChatRecords(export, file: handle.name, team: team, people: people, zone: run.zone)
    for message in export.messages {
      try rejectStrays(before: message.line)
      run.counts.read += 1
      guard let record = records.record(message) else {
        run.counts.suppressed += 1
        continue
      }
      try run.output.write(record)
      run.counts.kept += 1
    }
    try rejectStrays(before: Int.max)
  }
}

/// The whole text of an input; what is not UTF-8 becomes U+FFFD.
func text(of handle: FileHandle) throws -> String {
  var bytes: [UInt8] = []
  while try handle.read(into: &bytes, count: 1 << 18) > 0 {
    if bytes.count > 1 << 30 { throw Failure(.data, "\(handle.name): larger than 1 GiB") }
  }
  return String(decoding: bytes, as: UTF8.self)
}
