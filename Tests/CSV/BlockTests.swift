// Tables read block by block by several readers at once must give what one reader gives, wherever the blocks are cut.
import Bytes
import TestSupport
import Testing

@testable import CSV

/// What came out of a table: its rows as texts and its faults, in order.
private struct Outcome: Equatable {
  var rows: [[String?]] = []
  var lines: [Int] = []
  var faults: [String] = []
}

struct BlockTests {
  private func reader(_ bytes: [UInt8], _ options: TableOptions, block: Int) throws -> TableReader {
    var rest = bytes[...]
    var reader = TableReader(options) { buffer, count in
      let piece = rest.prefix(count)
      buffer.append(contentsOf: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    // The header is found in one go, as in any table shorter than a block.
    _ = try reader.open()
    reader.blockSize = block
    return reader
  }

  private func read(_ block: TableBlock, _ reader: inout BlockReader, _ outcome: inout Outcome) -> TableBlock? {
    let dialect = reader.dialect
    do {
      return try reader.read(block) { bytes, row in
        outcome.rows.append(row.fields.map { dialect.text($0, of: bytes) })
        outcome.lines.append(row.line)
      } fault: {
        outcome.faults.append("\($0.line):\($0.column): \($0.reason) \(String(decoding: $0.raw ?? [], as: UTF8.self))")
      }
    } catch {
      outcome.faults.append("\(error)")
      return nil
    }
  }

  /// As one reader reads it whole.
  private func whole(_ bytes: [UInt8], _ options: TableOptions) throws -> Outcome {
    var table = try reader(bytes, options, block: 1 << 20)
    var outcome = Outcome()
    var rows = table.blockReader
    while let block = try table.nextBlock(forSeveral: false) {
      if let rest = read(block, &rows, &outcome) { table.putBack(rest) }
    }
    return outcome
  }

  /// As `several` readers read it in blocks of about `size` bytes, each before it is known where the one before ended.
  private func shared(_ bytes: [UInt8], _ options: TableOptions, size: Int, several: Int) throws -> Outcome {
    var table = try reader(bytes, options, block: size)
    var rows = table.blockReader
    var outcome = Outcome()
    var seam = BlockSeam()
    var queue: [(block: TableBlock, outcome: Outcome, rest: TableBlock?)] = []
    func takeOne() {
      let first = queue.removeFirst()
      if !seam.isOpen {
        outcome.rows += first.outcome.rows
        outcome.lines += first.outcome.lines
        outcome.faults += first.outcome.faults
        seam.leave(first.rest)
        if seam.isOpen { table.missedBoundary() }
      } else if let block = seam.join(first.block) {
        seam.leave(read(block, &rows, &outcome))
      }
    }
    while true {
      if queue.isEmpty, let rest = seam.take() { table.putBack(rest) }
      guard let block = try table.nextBlock(forSeveral: several > 1) else { break }
      var part = Outcome()
      let rest = read(block, &rows, &part)
      queue.append((block, part, rest))
      if queue.count >= several { takeOne() }
    }
    while !queue.isEmpty { takeOne() }
    return outcome
  }

  private func options(_ dialect: Dialect, columns: Int) -> TableOptions {
    var options = TableOptions()
    options.delimiter = dialect.delimiter
    options.quoting = dialect.quote.map { .byte($0) } ?? .off
    options.escape = dialect.escape
    options.isMySQL = dialect.lineBreak != .any
    options.columns = (0..<max(1, columns)).map { "c\($0)" }
    options.ragged = .keep
    options.tracksLines = true
    return options
  }

  @Test(arguments: TableCase.all)
  func everyCaseIsReadAlikeInBlocksOfAnySize(_ table: TableCase) throws {
    let options = options(table.dialect, columns: table.rows.first?.count ?? 1)
    let bytes = table.bytes + Array("\n".utf8) + table.bytes
    let wanted = try whole(bytes, options)
    for size in 1...max(1, bytes.count) {
      #expect(try shared(bytes, options, size: size, several: 1) == wanted, "one reader, \(size) bytes")
      #expect(try shared(bytes, options, size: size, several: 3) == wanted, "three readers, \(size) bytes")
    }
  }

  @Test func randomTablesAreReadAlikeByAnyNumberOfReaders() throws {
    var random = SplitMix(seed: 11)
    let alphabet = Array("aab,,;\"\\\n\n\r".utf8) + [0xC3, 0xA9, 0xFF]
    let dialects = [
      Dialect(), Dialect(escape: .backslash, lineBreak: .lineFeed), Dialect(delimiter: 0x3B, quote: nil),
      Dialect(escape: .quote, lineBreak: .lineFeed), Dialect(escape: .backslash, lineBreak: .carriageReturnLineFeed),
    ]
    for round in 0..<4_000 {
      let bytes = (0..<random.below(120)).map { _ in alphabet[random.below(alphabet.count)] }
      var options = options(dialects[random.below(dialects.count)], columns: 1 + random.below(3))
      options.ragged = random.below(2) == 0 ? .keep : .reject
      options.longestRow = random.below(3) == 0 ? 12 : 1 << 20
      let (size, several) = (1 + random.below(24), 1 + random.below(4))
      let wanted = try whole(bytes, options)
      guard try shared(bytes, options, size: size, several: several) != wanted else { continue }
      let text = String(decoding: bytes, as: UTF8.self).debugDescription
      Issue.record("round \(round): \(text), \(options), \(several) readers of \(size) bytes")
      return
    }
  }
}
