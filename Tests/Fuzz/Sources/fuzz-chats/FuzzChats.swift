// WhatsApp chats: whatever the bytes, each line is a message, part of one or told as none, and every message is a record.
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
  for order in [nil] + DateOrder.allCases.map(Optional.some) {
    let chat = Chat(whatsApp: String(decoding: bytes, as: UTF8.self), file: "WhatsApp Chat with X.txt", order: order)
    let lines = bytes.count { $0 == 0x0A } + 1
    for stray in chat.strays where stray.line < 1 || stray.line > lines { fatalError("a line that is not there") }
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
