// Chats as JSON: whatever the bytes, an export of Telegram or Slack is refused or each of its messages is a record or told.
import Chat
import Glibc
import JSONLines
import Team

/// Whether the run is to prove that crashes are found.
private let isPlanted = getenv("KITH_PLANTED_CRASH") != nil

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  if isPlanted {
    if count > 2, bytes[0] == 1, bytes[1] == 2, bytes[2] == 3 { fatalError("the planted crash was found") }
    return 0
  }
  try? TelegramExport.eachChat(bytes) { check($0) }
  let lists = ["channels.json", "dms.json", "users.json"]
  guard let export = try? SlackExport({ lists.contains($0) ? bytes : nil }) else { return 0 }
  for conversation in export.conversations.prefix(4) {
    var chat = export.chat(conversation)
    try? export.read(bytes, into: &chat)
    check(chat)
  }
  return 0
}

private func check(_ chat: Chat) {
  var records = ChatRecords(chat, file: "f", team: Team(), people: ChatDirectory(), zone: nil)
  var ids: Set<String> = []
  for message in chat.messages {
    guard let record = records.record(message) else { continue }
    guard let id = record["id"]?.string, ids.insert(id).inserted else { fatalError("two messages have one id") }
    guard record["to"]?.array != nil, record["date"]?.string != nil else { fatalError("a member is missing") }
  }
}
