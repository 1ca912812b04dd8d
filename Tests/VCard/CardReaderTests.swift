import Testing

@testable import VCard

/// A card with these lines between VERSION and END.
func card(_ lines: String...) -> CardReader {
  let all = ["BEGIN:VCARD", "VERSION:4.0"] + lines + ["END:VCARD"]
  return CardReader(Array(all.map { "\($0)\r\n" }.joined().utf8))
}

struct CardReaderTests {
  /// RFC 6350, section 8 (shortened).
  @Test func aCardOfTheStandardIsRead() throws {
    let reader = card(
      "FN:Simon Perreault", "N:Perreault;Simon;;;ing. jr,M.Sc.", "BDAY:--0203", "LANG;PREF=1:fr",
      "ORG;TYPE=work:Viagenie", "item1.TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+1-418-656-9254;ext=102",
      "NOTE:one\\, two\\nthree\\\\", "CATEGORIES:a,b\\,c")
    #expect(reader.faults.isEmpty)
    let read = try #require(reader.cards.first)
    #expect(read.properties("N").first?.components == ["Perreault", "Simon", "", "", "ing. jr,M.Sc."])
    #expect(read.properties("TEL").first?.parameter("TYPE") == ["work,voice"])
    #expect(read.properties("TEL").first?.group == "item1")
    #expect(read.text("NOTE") == "one, two\nthree\\")
    #expect(read.properties("CATEGORIES").first?.list == ["a", "b,c"])
  }

  @Test func foldedLinesAreOne() {
    let reader = card("FN:Ada", " Byron", "NOTE:x")
    #expect(reader.cards.first?.text("FN") == "AdaByron")
  }

  @Test(
    arguments: [
      (["N:Byron;Ada;;;"], "missing"), (["FN:A", "UID:1", "UID:2"], "stands more than once"),
      (["FN:A", "N:a;b;c;d;e;f"], "more than five parts"), (["FN:A\\x"], "a backslash that escapes nothing"),
      (["FN:A", "EMAIL;PREF=0:a@x.example"], "PREF is a number from 1 to 100"),
      (["FN:A", "nonsense"], "'nonsense' is no property"),
      (["FN:A", "TEL;TYPE=\"open:1"], "'TEL;TYPE=\"open:1' is no property"), (["FN:A\u{7}"], "a control character"),
      (["FN:" + String(repeating: "x", count: 80)], "83 octets, more than 75"), (["FN:A", ""], "an empty line"),
    ] as [([String], String)])
  func whatBreaksTheStandardIsSaid(_ lines: [String], _ message: String) {
    let all = ["BEGIN:VCARD", "VERSION:4.0"] + lines + ["END:VCARD"]
    let reader = CardReader(Array(all.map { "\($0)\r\n" }.joined().utf8))
    #expect(reader.faults.map(\.message).contains(message), "\(reader.faults)")
  }

  @Test func aCharacterThatAFoldCutsIsSeen() {
    var bytes = Array("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zo".utf8)
    bytes += [0xC3] + Array("\r\n ".utf8) + [0xAB] + Array("\r\nEND:VCARD\r\n".utf8)
    #expect(CardReader(bytes).faults.count == 2)
  }

  @Test func whatIsNotClosedOrStandsOutsideIsSaid() {
    #expect(CardReader(Array("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\n".utf8)).faults.map(\.line) == [1])
    #expect(CardReader(Array("FN:A\r\n".utf8)).faults.first?.message == "stands outside of a card")
    #expect(CardReader([]).faults.isEmpty)
  }
}
