import Bytes
import Testing

@Suite struct ScanTests {
  @Test(arguments: ["", "a", "seven b", "a text of more than fifteen bytes", "Zoë"])
  func bytesEqualTheTextThatTheySpell(_ text: String) {
    let bytes = Array("<\(text)>".utf8)
    let whole = bytes.count - 1
    func equal(_ text: String, upTo end: Int) -> Bool { bytes.span.bytes.equals(text, in: 1..<end) }
    #expect(equal(text, upTo: whole))
    #expect(!equal(text, upTo: whole + 1))
    #expect(!equal(text + "x", upTo: whole))
    #expect(text.isEmpty || !equal(String(text.dropLast()) + "~", upTo: whole))
  }
}
