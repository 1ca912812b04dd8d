// What holds of the records of any chat, wherever it came from.
import Chat
import JSONLines
import Team

/// Every message is a record with an id of its own, a date and receivers.
public func checkRecords(_ chat: Chat) {
  var records = ChatRecords(chat, file: "f", team: Team(), people: ChatDirectory(), zone: nil)
  var ids: Set<String> = []
  for message in chat.messages {
    guard let record = records.record(message) else { continue }
    guard let id = record["id"]?.string, ids.insert(id).inserted else { fatalError("two messages have one id") }
    guard record["to"]?.array != nil, record["date"]?.string != nil else { fatalError("a member is missing") }
  }
}
