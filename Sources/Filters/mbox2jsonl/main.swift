// mbox2jsonl: mail archives to message records.
import Bytes
import Command
import MailRecords
import Team

let command = Command(
  name: "mbox2jsonl", summary: "read mail archives as message records",
  operands: "[file | folder ...]",
  options: [
    .team,
    Option("attachment-max", argument: "BYTES", help: "save no longer attachments than this"),
    Option("attachment-min", argument: "BYTES", help: "save no shorter attachments than this"),
    Option("attachment-names", argument: "A,B", help: "save only attachments with such names, as *.pdf,*.docx"),
    Option("attachment-types", argument: "A,B", help: "save only attachments of such media types, as image/*"),
    Option("attachments", argument: "DIR", help: "save attachments in this folder"),
    Option("headers", argument: "A,B", help: "also keep these headers, as header_a and header_b"),
    Option("keep-spam", help: "do not leave out what the mail service put into spam or the bin"),
    Option("max-message", argument: "BYTES", help: "read only the header of longer messages (default 64M)"),
    Option("no-zones", help: "leave the text whole, with what it quotes"),
    Option("resume", argument: "STATE", help: "read only what is new since the run that left this file"),
  ],
  common: [.zone])

extension Run {
  fileprivate func list(_ option: String) -> [String] {
    (value(option) ?? "").split(separator: ",").map(String.init)
  }

  /// Where attachments are to be saved, and which.
  fileprivate func attachmentStore() throws -> AttachmentStore? {
    var choice = AttachmentStore.Choice()
    choice.names = list("attachment-names")
    choice.types = list("attachment-types")
    choice.minimum = try size("attachment-min") ?? 0
    choice.maximum = try size("attachment-max") ?? Int.max
    guard let folder = value("attachments") else { return nil }
    guard choice.minimum <= choice.maximum else { throw Failure(.usage, "--attachment-min is above --attachment-max") }
    do throws(SystemError) {
      return try AttachmentStore(folder: folder, choice: choice)
    } catch {
      throw Failure(.cantCreate, "\(folder): \(error.reason)")
    }
  }
}

command.main { run in
  var record = MessageRecord()
  record.team = try run.team()
  record.splitsZones = !run.flag("no-zones")
  record.zone = run.zone
  let state = try run.value("resume").map { try ArchiveState(file: $0) }
  var converter = MailConverter(
    maxMessage: try run.size("max-message") ?? 64 << 20,
    worker: MailWorker(
      record: record, headers: run.list("headers"), keepsDiscarded: run.flag("keep-spam"),
      store: try run.attachmentStore(), known: state?.known),
    state: state)
  try converter.convert(run)
  guard let path = run.value("resume") else { return }
  try run.output.flush()
  try converter.state?.save(to: path)
}
