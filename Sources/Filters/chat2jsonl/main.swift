// chat2jsonl: exported chats as message records.
import Bytes
import Chat
import Command
import JSONLines
import Team
import TextEncodings

let command = Command(
  name: "chat2jsonl", summary: "turn exported chats into message records", operands: "[file | folder ...]",
  options: [
    .team,
    Option("people", argument: "FILE", help: "person records; who writes is looked up there by name or number"),
    Option(
      "dates", argument: "ORDER", choices: DateOrder.allCases.map(\.rawValue),
      help: "how dates are written (default: the file tells)"),
    Option("encoding", argument: "NAME", help: "the encoding of texts (default: a mark or the bytes tell)"),
  ],
  common: [.zone])

command.main { run in
  let conversion = ChatConversion(run, team: try run.team(), people: try run.chatDirectory())
  var files = ChatFiles()
  files.order = run.value("dates").flatMap(DateOrder.init(rawValue:))
  files.encoding = try run.value("encoding").map { label throws(Failure) in
    guard let encoding = TextEncoding(label: label) else { throw Failure(.usage, "unknown encoding '\(label)'") }
    return encoding
  }
  for operand in run.operands.isEmpty ? ["-"] : run.operands {
    try run.readable {
      if FileSystem.isDirectory(operand) {
        try conversion.telling(operand) { try files.eachChat(folder: operand, conversion.write) }
      } else {
        let handle = operand == "-" ? FileHandle.standardInput : try FileHandle.reading(operand)
        try conversion.telling(handle.name) { try files.eachChat(handle, conversion.write) }
      }
    }
  }
}
