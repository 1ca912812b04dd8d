// SQL dumps of any bytes: rows have their table's width, every fault a place, and it is all the same how the bytes come in.
import PlantedCrash
import SQLDump

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  if PlantedCrash.isWanted { return 0 }
  _ = DumpReader.begins(bytes)
  let whole = items(bytes, piece: bytes.count + 1)
  for piece in [1, 7] where whole != items(bytes, piece: piece) { fatalError("cut otherwise, it reads otherwise") }
  return 0
}

/// What the reader finds, as one text, when the bytes come in pieces of that length.
private func items(_ bytes: [UInt8], piece: Int) -> String {
  var rest = bytes[...]
  var reader = DumpReader(limit: 200) { buffer, count in
    let next = rest.prefix(min(count, piece))
    buffer.append(contentsOf: next)
    rest = rest.dropFirst(next.count)
    return next.count
  }
  let lines = bytes.count { $0 == 0x0A } + 1
  var text = ""
  var items = 0
  while let item = try? reader.next() {
    items += 1
    switch item {
    case .row(let table, let row):
      if row.values.count != table.columns.count { fatalError("a ragged row") }
      if row.line < 1 || row.line > lines { fatalError("a line that is not there") }
      text += "\(table.name)\(table.columns)\(table.aliases) \(row.line): \(row.values)\n"
    case .fault(let error):
      if error.line < 1 || error.line > lines || error.column < 1 { fatalError("a place that is not there") }
      text += "\(error)\n"
    }
    if items > bytes.count + 1 { fatalError("more items than bytes") }
  }
  return text
}
