import Bytes
import JSONLines
import Testing

/// The reader gives the same lines however the bytes arrive.
struct LineReaderTests {
  /// Feeds `bytes` in pieces of `size`, and collects the lines with their numbers.
  private func lines(_ bytes: [UInt8], piece size: Int, maxLine: Int = 1 << 20) throws -> [String] {
    var rest = bytes[...]
    var reader = LineReader(maxLine: maxLine) { (buffer: inout [UInt8]) throws(SystemError) in
      let piece = rest.prefix(size)
      buffer += piece
      rest = rest.dropFirst(size)
      return piece.count
    }
    var collected: [String] = []
    while let item = try reader.next() {
      switch item {
      case .lines(let block):
        block.forEachLine { range, line in
          collected.append("\(line):" + String(decoding: block.bytes[range], as: UTF8.self))
        }
      case .overlong(let line, let offset, let bytes): collected.append("\(line):long \(offset) \(bytes)")
      }
    }
    return collected
  }

  @Test func breaksBlanksMarksAndAMissingLastLineFeedAreNoMatter() throws {
    let text = Array("\u{FEFF}{\"a\":1}\r\n\n  \n{\"b\":2}\n\r\n{\"c\":3}".utf8)
    for size in 1...text.count {
      #expect(try lines(text, piece: size) == ["1:{\"a\":1}", "4:{\"b\":2}", "6:{\"c\":3}"], "pieces of \(size)")
    }
  }

  @Test func aLineBeyondTheBoundIsPassedOver() throws {
    let text = Array(("aa\n" + String(repeating: "x", count: 50) + "\nbb\ncc").utf8)
    for size in 1...text.count {
      #expect(
        try lines(text, piece: size, maxLine: 10) == ["1:aa", "2:long 3 50", "3:bb", "4:cc"], "pieces of \(size)")
    }
  }

  @Test func anOverlongLineAtTheEndIsToldToo() throws {
    for size in 1...12 {
      #expect(try lines(Array("aa\n123456789".utf8), piece: size, maxLine: 5) == ["1:aa", "2:long 3 9"])
    }
  }

  @Test func everyCaseOfTheScannerSurvivesEveryBoundary() throws {
    let cases = ScannerCase.all.filter { !$0.line.contains(0x0A) && !$0.line.allSatisfy { $0 <= 0x20 } }
    let text = Array(cases.map(\.line).joined(separator: [0x0A]))
    let whole = try lines(text, piece: text.count)
    #expect(whole.count == cases.count)
    for size in [1, 2, 3, 7, 8, 9, 63, 64, 65, 1000] { #expect(try lines(text, piece: size) == whole) }
  }

  @Test func emptyInputHasNoLines() throws {
    #expect(try lines([], piece: 1).isEmpty)
  }
}
