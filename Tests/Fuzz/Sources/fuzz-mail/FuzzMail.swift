// Mailboxes: whatever the bytes, every message is read, nothing of the input is lost between messages, and what comes out
// is well-formed text.
import Mail
import PlantedCrash

/// The fuzzer calls from one thread only, so this needs no protection.
nonisolated(unsafe) private let parser = MailParser(headers: ["x-fuzz", "received"])

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  check(parser.parse(bytes), RawMessage(bytes: bytes))
  var end = 0
  for raw in MailboxReader.messages(in: bytes) {
    if raw.offset < end || raw.offset + raw.length > count { fatalError("messages overlap") }
    if !bytes[end..<raw.offset].allSatisfy({ [0x20, 0x09, 0x0D, 0x0A].contains($0) }) { fatalError("bytes were lost") }
    end = raw.offset + raw.length
    check(parser.parse(raw), raw)
  }
  return 0
}

private func check(_ message: MailMessage, _ raw: RawMessage) {
  if String(validating: message.text, as: UTF8.self) == nil { fatalError("the text is no UTF-8") }
  for attachment in message.attachments {
    if attachment.name?.contains("/") == true { fatalError("a name leads elsewhere") }
    if parser.content(of: attachment, in: raw)?.count != attachment.size { fatalError("an attachment is lost") }
  }
}
