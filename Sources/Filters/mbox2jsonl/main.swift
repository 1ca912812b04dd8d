// mbox2jsonl: mail archives to message records.
import Command
import JSONLines
import Mail
import MailRecords
import Team

let command = Command(
  name: "mbox2jsonl", summary: "read mail archives as message records",
  operands: "[file | folder ...]",
  options: [
    .team,
    Option("headers", argument: "A,B", help: "also keep these headers, as header_a and header_b"),
    Option("keep-spam", help: "do not leave out what the mail service put into spam or the bin"),
    Option("max-message", argument: "BYTES", help: "read only the header of longer messages (default 64M)"),
    Option("no-zones", help: "leave the text whole, with what it quotes"),
  ],
  common: [.zone])

command.main { run in
  var record = MessageRecord()
  record.team = try run.team()
  record.splitsZones = !run.flag("no-zones")
  record.zone = run.zone
  let converter = MailConverter(
    record: record, headers: (run.value("headers") ?? "").split(separator: ",").map(String.init),
    keepsDiscarded: run.flag("keep-spam"), maxMessage: try run.size("max-message") ?? 64 << 20)
  try converter.convert(run)
}
