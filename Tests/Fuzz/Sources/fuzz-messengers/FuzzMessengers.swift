// Chats as JSON: whatever the bytes, an export of Telegram or Slack is refused or each of its messages is a record or told.
import Chat
import ChatChecks
import PlantedCrash

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  if PlantedCrash.isWanted { return 0 }
  try? TelegramExport.eachChat(bytes) { checkRecords($0) }
  let lists = ["channels.json", "dms.json", "users.json"]
  guard let export = try? SlackExport({ lists.contains($0) ? bytes : nil }) else { return 0 }
  for conversation in export.conversations.prefix(4) {
    var chat = export.chat(conversation)
    try? export.read(bytes, into: &chat)
    checkRecords(chat)
  }
  return 0
}
