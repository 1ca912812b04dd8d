import Testing

@testable import Invention

struct WritingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func quotedPrintableKeepsLinesShortAndCodesTrailingSpaces() {
    #expect(text(Transfer.quoted.encode(Array("a=b \nü".utf8))) == "a=3Db=20\n=C3=BC")
    let long = text(Transfer.quoted.encode(Array(String(repeating: "x", count: 200).utf8)))
    #expect(long.split(separator: "\n").allSatisfy { $0.count <= 76 })
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func base64OfTheTestVectorsOfRFC4648(_ plain: String, _ coded: String) {
    #expect(text(base64(Array(plain.utf8))) == coded)
  }

  @Test func oldCharsetsLackLettersThatUTF8Has() {
    #expect(Charset.latin1.encode("Jörg") == [0x4a, 0xf6, 0x72, 0x67])
    #expect(Charset.windows.encode("–") == [0x96])
    #expect(Charset.latin1.encode("–") == nil)
  }

  @Test func encodedWordsAreOnlyUsedWhereTheyMustBe() {
    #expect(encodedWords("Plain", .utf8, base64: false) == "Plain")
    #expect(encodedWords("Grüße", .latin1, base64: false) == "=?iso-8859-1?Q?Gr=FC=DFe?=")
  }

  @Test func linesThatBeginWithFromAreMarkedInTheMailbox() {
    var letter = Letter()
    letter.id = "x@y.example"
    letter.text = "Hello\nFrom now on\n>From before"
    let entry = text(letter.entry())
    #expect(entry.contains("\n>From now on\n>>From before\n"))
  }

  @Test func mySQLRowsEscapeAndKnowNull() {
    var table = MySQLTable("a,b")
    table.add(["x \"y\" \\", nil])
    #expect(text(table.bytes) == "\"a\",\"b\"\n\"x \\\"y\\\" \\\\\",\\N\n")
  }
}
