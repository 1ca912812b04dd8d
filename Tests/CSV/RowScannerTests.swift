import TestSupport
import Testing

@testable import CSV

struct RowScannerTests {
  @Test(arguments: TableCase.all)
  func thePlainReaderReadsTheCase(_ table: TableCase) {
    let found = PlainReader.read(table.bytes, table.dialect)
    #expect(found.rows == table.rows.map { $0.map { $0.map { Array($0.utf8) } } })
    #expect(found.fault == table.fault)
  }

  @Test(arguments: TableCase.all)
  func theScannerReadsTheCaseWhereverItIsCut(_ table: TableCase) {
    let wanted = PlainReader.read(table.bytes, table.dialect)
    for cut in 0...table.bytes.count {
      #expect(scanned(table.bytes, table.dialect, cuts: [cut]) == wanted, "cut at \(cut)")
    }
    #expect(scanned(table.bytes, table.dialect, cuts: Array(0...table.bytes.count)) == wanted, "byte by byte")
  }

  @Test func theScannerAgreesWithItsTwinOnRandomBytes() {
    var random = SplitMix(seed: 7)
    let alphabet = Array("ab,;\"\\\n\r\tN0".utf8)
    let dialects = [
      Dialect(), Dialect(escape: .backslash, lineBreak: .lineFeed), Dialect(delimiter: 0x09, quote: nil),
      Dialect(delimiter: 0x3B, escape: .backslash, lineBreak: .carriageReturnLineFeed),
    ]
    for _ in 0..<5_000 {
      let bytes = (0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] }
      let dialect = dialects[random.below(dialects.count)]
      let cut = random.below(bytes.count + 1)
      let wanted = PlainReader.read(bytes, dialect)
      if scanned(bytes, dialect, cuts: [cut]) != wanted {
        Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription) cut at \(cut) in \(dialect)")
        return
      }
    }
  }

  /// What the scanner makes of `bytes` when the input is handed over up to each of `cuts` in turn.
  private func scanned(_ bytes: [UInt8], _ dialect: Dialect, cuts: [Int]) -> PlainTable {
    var table = PlainTable()
    var scanner = RowScanner(dialect)
    var start = 0
    for end in cuts + [bytes.count] {
      let isLast = end == bytes.count
      let part = Array(bytes[..<end])
      scan: while true {
        switch scanner.scan(part.span.bytes, from: start, atEnd: isLast) {
        case .row(let next):
          table.rows.append(texts(scanner.fields, part, dialect))
          start = next
        case .blank(let next): start = next
        case .fault(let fault, _):
          table.fault = fault
          return table
        case .needsMore, .end: break scan
        }
      }
    }
    return table
  }

  private func texts(_ fields: [Field], _ bytes: [UInt8], _ dialect: Dialect) -> PlainRow {
    fields.map { field in
      guard field.form != .null else { return nil }
      var text: [UInt8] = []
      dialect.append(field, of: bytes.span.bytes, to: &text)
      return text
    }
  }
}
