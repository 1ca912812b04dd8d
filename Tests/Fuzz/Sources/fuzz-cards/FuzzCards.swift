// Cards of any bytes: reading ends, places are in the file, and what was read is read again the same.
import Glibc
import VCard

/// Whether the run is to prove that crashes are found.
private let isPlanted = getenv("KITH_PLANTED_CRASH") != nil

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: bytes, count: count))
  if isPlanted, count > 2, source[0] == 1, source[1] == 2, source[2] == 3 { fatalError("the planted crash was found") }
  let reader = CardReader(source)
  let lines = source.count { $0 == 0x0A } + 1
  for fault in reader.faults where fault.line < 1 || fault.line > lines { fatalError("a line that is not there") }
  for card in reader.cards {
    for property in card.properties {
      _ = (property.text, property.components, property.list)
      if property.name.isEmpty { fatalError("a property without a name") }
    }
  }
  if reader.cards != CardReader(source).cards { fatalError("two readings differ") }
  return 0
}
