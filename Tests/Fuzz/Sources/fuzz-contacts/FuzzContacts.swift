// Signatures, subjects and prose of any bytes: reading ends, and what was found stands in what was read.
import Correspondence
import PlantedCrash

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: bytes, count: count))
  PlantedCrash.look(in: source)
  let text = String(decoding: source, as: UTF8.self)
  for writer in [nil, "Dana Frost"] {
    let block = SignatureBlock(text, writer: writer, domain: "kestrel.example", mailbox: "dana.frost")
    if block.phones.count > 8 || block.emails.count > 8 { fatalError("more than the bound") }
    for phone in block.phones where !text.contains(phone) { fatalError("a phone number that nobody wrote") }
    for part in [block.name, block.title].compactMap({ $0 }) where !text.contains(part) {
      fatalError("words of nobody")
    }
  }
  if let parts = TailSignature.split(text, writer: "Dana Frost"), parts.signature.isEmpty { fatalError("no signature") }
  _ = Statements.find(in: text)
  let subject = SubjectLine(text)
  if SubjectLine(subject.base).base != subject.base, !subject.base.isEmpty { _ = subject.isReply }
  _ = HeaderName.cleaned(text)
  return 0
}
