import Bytes
import Testing

@testable import TextEncodings

struct TextSourceTests {
  private func text(_ raw: [UInt8], _ label: String?, pieces: Int) throws -> (text: String, note: String?) {
    var rest = raw[...]
    var source = TextSource(
      { buffer, count in
        let piece = rest.prefix(min(count, pieces))
        buffer.append(contentsOf: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
      }, encoding: label.flatMap { TextEncoding(label: $0) }, checks: true)
    var text: [UInt8] = []
    while !source.atEnd { _ = try source.fill(&text, count: pieces) }
    return (String(decoding: text, as: UTF8.self), source.note)
  }

  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(arguments: [1, 2, 3, 1000])
  func aMarkIsNoTextAlsoWhenTheEncodingIsTold(_ pieces: Int) throws {
    for isBig in [false, true] {
      let raw = utf16("\u{FEFF}é😀", isBig: isBig)
      #expect(try text(raw, "UTF-16", pieces: pieces).text == "é😀")
      #expect(try text(raw, nil, pieces: pieces).text == "é😀")
    }
    #expect(try text(Array("\u{FEFF}é".utf8), "utf-8", pieces: pieces).text == "é")
  }

  @Test func whatIsNoTextInTheEncodingIsCounted() throws {
    let found = try text(
      [0x93, 0xFA, 0xFF, 0xFF, 0x61] + [UInt8](repeating: 0x61, count: 9), "shift_jis", pieces: 1000)
    #expect(found.text == "日\u{FFFD}\u{FFFD}aaaaaaaaaa")
    #expect(found.note?.hasPrefix("2 bytes are no Shift_JIS") ?? false)
  }

  @Test func theSignsThatWindowsAddedToShiftJISAreRead() throws {
    #expect(try text([0x87, 0x8A, 0x87, 0x40], "Shift_JIS", pieces: 1000).text == "㈱①")
  }
}
