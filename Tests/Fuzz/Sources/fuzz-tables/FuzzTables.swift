// Tables: whatever the bytes, several readers give what one gives, every row has its place, and the reading ends.
import Bytes
import CSV
import PlantedCrash

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  if PlantedCrash.isWanted { return 0 }
  guard let first = bytes.first else { return 0 }
  let rest = bytes.dropFirst()
  let options = options(first)
  let one = outcome(rest, options, several: 1)
  guard one == outcome(rest, options, several: 1 + Int(first) % 4) else {
    fatalError("several readers do not give what one gives")
  }
  return 0
}

/// Options that the first byte of the input chooses.
private func options(_ byte: UInt8) -> TableOptions {
  var options = TableOptions()
  options.isMySQL = byte & 1 != 0
  options.ragged = byte & 2 != 0 ? .keep : byte & 4 != 0 ? .pad : .reject
  options.escape = byte & 8 != 0 ? .backslash : byte & 16 != 0 ? .quote : nil
  options.repairsMojibake = byte & 32 != 0
  options.tracksLines = true
  options.longestRow = byte & 64 != 0 ? 40 : 1 << 20
  options.blockSize = byte & 128 != 0 ? 7 : 64
  return options
}

/// What comes out of a table, as one text.
private func outcome(_ bytes: ArraySlice<UInt8>, _ options: TableOptions, several: Int) -> String {
  var rest = bytes
  var table = TableReader(options) { buffer, count in
    let piece = rest.prefix(count)
    buffer.append(contentsOf: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
  guard let isThere = try? table.open(), isThere else { return "" }
  var text = ""
  var rows = table.blockReader
  var seam = BlockSeam()
  var queue: [(block: TableBlock, text: String, rest: TableBlock?)] = []
  func takeOne() {
    let first = queue.removeFirst()
    if !seam.isOpen {
      text += first.text
      seam.leave(first.rest)
      if seam.isOpen { table.missedBoundary() }
    } else if let block = seam.join(first.block) {
      seam.leave(read(block, &rows, &text))
    }
  }
  while true {
    if queue.isEmpty, let rest = seam.take() { table.putBack(rest) }
    guard let block = try? table.nextBlock(forSeveral: several > 1) else { break }
    var part = ""
    let left = read(block, &rows, &part)
    queue.append((block, part, left))
    if queue.count >= several { takeOne() }
  }
  while !queue.isEmpty { takeOne() }
  // Where the reading cannot go on the run ends; what the loop above makes of the rest does not count.
  return text.firstRange(of: end).map { String(text[..<$0.lowerBound]) } ?? text
}

/// Marks an error behind which nothing is read.
private let end = "\u{0}END\u{0}"

private func read(_ block: TableBlock, _ rows: inout BlockReader, _ text: inout String) -> TableBlock? {
  let dialect = rows.dialect
  do {
    return try rows.read(block) { bytes, row in
      text += "\(row.line):" + row.fields.map { dialect.text($0, of: bytes) ?? "\\N" }.joined(separator: "|") + "\n"
    } fault: { fault in
      text += "\(fault.line):\(fault.column): \(fault.reason)\n"
    }
  } catch {
    text += "\(end)\(error)\n"
    return nil
  }
}
