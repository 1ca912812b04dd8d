// group-conversations: messages become conversations.
import Bytes
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
    Option("subject-joins", argument: "FILE", help: "write which messages only their subject joined to FILE"),
    Option("sorted", help: "the input is sorted by thread_id and date: hold one conversation"),
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
  let describer = ConversationDescriber(people: people, ours: try run.team(), now: run.now)
  if run.flag("sorted") {
    try run.groupSorted(options, describer)
  } else {
    try run.groupAll(options, describer)
  }
}

extension Run {
  /// Groups messages in any order; they wait in a scratch file.
  func groupAll(_ options: ConversationGrouper.Options, _ describer: ConversationDescriber) throws {
    var grouper = ConversationGrouper(options)
    var store = try MessageStore()
    try forEachRecord { record in
      guard record.string("type") == "message", let message = Message(record) else {
        counts.suppressed += 1
        return
      }
      if grouper.add(message) { try store.add(record) }
      counts.merged += 1
    }
    for places in grouper.conversations() {
      try write(try places.compactMap { try store.message($0) }, describer)
    }
    if let file = value("subject-joins") { try writeJoins(grouper, store, to: file) }
  }

  /// Groups messages whose conversations follow each other.
  func groupSorted(_ options: ConversationGrouper.Options, _ describer: ConversationDescriber) throws {
    var stretch = SortedConversations(options)
    try forEachRecord { record in
      guard record.string("type") == "message", let message = Message(record) else {
        counts.suppressed += 1
        return
      }
      counts.merged += 1
      if let done = stretch.take(message) { try write(done, describer) }
    }
    if let done = stretch.finish() { try write(done, describer) }
  }

  private func write(_ messages: [Message], _ describer: ConversationDescriber) throws {
    guard let record = describer.record(messages) else { return }
    try output.write(record)
    counts.derived += 1
  }

  private func writeJoins(_ grouper: ConversationGrouper, _ store: MessageStore, to file: String) throws {
    let joins = Output(try FileHandle.writing(file))
    for join in grouper.subjectJoins {
      guard let later = try store.message(join.later), let earlier = try store.message(join.earlier) else { continue }
      try joins.write(later.subjectJoin(to: earlier))
    }
    try joins.flush()
  }
}
