// group-conversations: messages become conversations.
import Command
import Correspondence
import JSONLines
import Team

let command = Command(
  name: "group-conversations",
  summary: "group messages into conversations",
  options: [
    .team,
    Option("people", argument: "FILE", help: "person records, to name who takes part"),
    Option("no-subject", help: "join mail by its references alone"),
    Option("subject-window", argument: "DAYS", help: "how late an answer may join by subject (default 60)"),
    Option("chat-gap", argument: "DAYS", help: "how many silent days end a stretch of chat (default 30)"),
  ],
  common: [.now])

command.main { run in
  var people = PeopleIndex()
  if let file = run.value("people") { try run.readRecords(file: file) { people.add($0) } }
  var options = ConversationGrouper.Options()
  options.joinsBySubject = !run.flag("no-subject")
  if let days = try run.int("subject-window") { options.subjectWindow = days }
  if let days = try run.int("chat-gap", minimum: 1) { options.chatGap = days }
  var grouper = ConversationGrouper(options)
  try run.forEachRecord { record in
    guard record.string("type") == "message", let message = Message(record) else {
      run.counts.suppressed += 1
      return
    }
    _ = grouper.add(message)
    run.counts.merged += 1
  }
  let describer = ConversationDescriber(people: people, ours: try run.team(), now: run.now)
  for messages in grouper.conversations() {
    guard let record = describer.record(messages) else { continue }
    try run.output.write(record)
    run.counts.derived += 1
  }
}
