// extract-contacts: the people and companies that a correspondence shows.
import Command
import Correspondence
import JSONLines
import Team

let command = Command(
  name: "extract-contacts",
  summary: "find the people and companies in correspondence",
  options: [
    .team,
    Option("most-others", argument: "N", help: "messages to more others make no relationship (default 20)"),
    Option("two-way", help: "only people with messages both ways or a meeting"),
    Option("mentions", help: "also people whom mails only name, with their company"),
  ])

command.main { run in
  var book = ContactBook(ours: try run.team())
  if let most = try run.int("most-others", minimum: 1) { book.mostOthers = most }
  book.onlyTwoWay = run.flag("two-way")
  book.keepsMentions = run.flag("mentions")
  try run.forEachRecord { record in
    guard record.string("type") == "message", let message = Message(record) else {
      run.counts.suppressed += 1
      return
    }
    if book.add(message) { run.counts.merged += 1 } else { run.counts.suppressed += 1 }
  }
  for record in book.records() {
    try run.output.write(record)
    run.counts.derived += 1
  }
}
