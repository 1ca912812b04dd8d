// WhatsApp chats: whatever the bytes, each line is a message, part of one or told as none, and every message is a record.
import Chat
import ChatChecks
import PlantedCrash

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  if PlantedCrash.isWanted { return 0 }
  for order in [nil] + DateOrder.allCases.map(Optional.some) {
    let chat = Chat(whatsApp: String(decoding: bytes, as: UTF8.self), file: "WhatsApp Chat with X.txt", order: order)
    let lines = bytes.count { $0 == 0x0A } + 1
    for stray in chat.strays where stray.line < 1 || stray.line > lines { fatalError("a line that is not there") }
    checkRecords(chat)
  }
  return 0
}
