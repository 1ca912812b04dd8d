// Cards of any bytes: reading ends, places are in the file, and what was read is read again the same.
import Cards
import JSONLines
import PlantedCrash
import VCard

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: bytes, count: count))
  PlantedCrash.look(in: source)
  if PlantedCrash.isWanted { return 0 }
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
  checkPile(source, lines)
  return 0
}

/// Address books of all versions and pasted business cards: each item has its place, and each card a record.
private func checkPile(_ source: [UInt8], _ lines: Int) {
  // A lone CR ends a line too.
  let most = lines + source.count { $0 == 0x0D }
  for bytes in [source, Array("BEGIN:VCARD\n".utf8) + source] {
    for item in CardPile(bytes).items {
      switch item {
      case .card(let facts, let line):
        if line < 1 || line > most + 1 { fatalError("a line that is not there") }
        let record = facts.record(file: "f", line: line, region: "DE")
        if record["id"]?.string == nil || record["phones"]?.array == nil { fatalError("a member is missing") }
      case .stray(_, let line): if line < 1 || line > most + 1 { fatalError("a line that is not there") }
      }
    }
  }
}
