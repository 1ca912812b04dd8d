import Bytes
import JSONLines
import Testing
import TextEncodings

@testable import CSV

struct TableReaderTests {
  /// The plain objects of a table that arrives in pieces of `size` bytes, and what the reader said.
  private func read(
    _ text: some Sequence<UInt8>, _ options: TableOptions = TableOptions(), pieces size: Int = 1 << 20
  ) throws -> (json: String, notes: [String], faults: [TableError]) {
    var rest = Array(text)[...]
    var reader = TableReader(options) { buffer, count in
      let piece = rest.prefix(min(count, size))
      buffer.append(contentsOf: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    guard try reader.open() else { return ("", reader.notes, []) }
    var rows = PlainRows(
      reader.names, dialect: reader.dialect, binary: options.binaryColumns, padsShortRows: options.ragged == .pad)
    var faults: [TableError] = []
    try reader.forEachRow {
      rows.append($1, of: $0)
    } fault: {
      faults.append($0)
    }
    return (String(decoding: rows.lines, as: UTF8.self), reader.notes, faults)
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
    #expect(try read("\u{FEFF}a,b\n1,2\n".utf8).json == #"{"a":"1","b":"2"}"# + "\n")
  }

  @Test(arguments: [1, 2, 3, 7])
  func utf16IsReadInPiecesOfAnySize(_ size: Int) throws {
    let wanted = #"{"é":"😀"}"# + "\n"
    let text = "\u{FEFF}é\n😀\n"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try read(little, pieces: size).json == wanted)
    #expect(try read(big, pieces: size).json == wanted)
  }

  @Test(arguments: [1, 3, 1000])
  func otherEncodingsAreReadByTheirName(_ size: Int) throws {
    var options = TableOptions()
    options.encoding = TextEncoding(label: "Shift_JIS")
    // 名前,都市 / 表,ア: the second byte of 表 is a backslash.
    let bytes: [UInt8] = [0x96, 0xBC, 0x91, 0x4F, 0x2C, 0x93, 0x73, 0x8E, 0x73, 0x0A, 0x95, 0x5C, 0x2C, 0xB1, 0x0A]
    #expect(try read(bytes, options, pieces: size).json == "{\"名前\":\"表\",\"都市\":\"ｱ\"}\n")
    #expect(TextEncoding(label: "no-such-encoding") == nil)
  }

  @Test(arguments: [1, 2, 5, 1000])
  func mojibakeIsRepairedWhereverTheInputIsCut(_ size: Int) throws {
    var options = TableOptions()
    options.repairsMojibake = true
    let text = "a,b\nMÃ¼ller,ğŸ˜€ â‚¬\nÃƒÂ¼,é Ã Â\nJosé,“ok”\n"
    let wanted = "{\"a\":\"Müller\",\"b\":\"😀 €\"}\n{\"a\":\"ü\",\"b\":\"é Ã Â\"}\n{\"a\":\"José\",\"b\":\"“ok”\"}\n"
    #expect(try read(text.utf8, options, pieces: size).json == wanted)
  }

  @Test func utf16WithoutMarkIsKnownByItsZeros() throws {
    let little = "name,city\nAnna,Ulm\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try read(little).json == #"{"name":"Anna","city":"Ulm"}"# + "\n")
  }

  @Test(arguments: [1, 2, 5, 1000])
  func textThatIsNoUTF8IsWindows1252(_ size: Int) throws {
    let bytes = Array("a,b\nJos".utf8) + [0xE9, 0x2C, 0x80] + Array("\n".utf8)
    #expect(try read(bytes, pieces: size).json == "{\"a\":\"José\",\"b\":\"€\"}\n")
  }

  @Test func aFaultInUTF8TextIsARowThatIsRejected() throws {
    let bytes = Array("a,b\né,ü\nx,".utf8) + [0xFF] + Array("\ny,z\n".utf8)
    let found = try read(bytes)
    #expect(found.json == "{\"a\":\"é\",\"b\":\"ü\"}\n{\"a\":\"y\",\"b\":\"z\"}\n")
    #expect(found.faults.map(\.line) == [3])
    #expect(found.faults.map(\.column) == [3])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func theDelimiterIsTheOneThatGivesEvenRows(_ delimiter: String) throws {
    let text = "name,town|x\(delimiter)b\n1\(delimiter)2,5\n3\(delimiter)4\n"
    let clean = delimiter == "," || delimiter == "|" ? "a\(delimiter)b\n1\(delimiter)2;5\n3\(delimiter)4\n" : text
    #expect(try read(clean.utf8).json.split(separator: "\n").count == 2)
  }

  @Test func theLineSepEqualsNamesTheDelimiter() throws {
    #expect(try read("sep=,\r\na,b;c\r\n1,2;3\r\n".utf8).json == #"{"a":"1","b;c":"2;3"}"# + "\n")
  }

  @Test func aPreambleBeforeABlankLineIsPassedOver() throws {
    let found = try read("Notes:\n\"a, b\"\n\nx,y\n1,2\n".utf8)
    #expect(found.json == #"{"x":"1","y":"2"}"# + "\n")
    #expect(found.notes.count == 1)
  }

  @Test func theHeaderIsTheRowWithTheRequiredColumns() throws {
    var options = TableOptions()
    options.requiredColumns = [["Full name", "Name"], ["E-Mail"]]
    #expect(
      try read("Export\n\n1,2\n name ,e-mail\nA,b\n".utf8, options).json == "{\" name \":\"A\",\"e-mail\":\"b\"}\n")
    #expect(throws: TableError.self) { try read("a,b\n1,2\n".utf8, options) }
  }

  @Test func namesThatAreMissingOrDoubleAreMadeUnique() {
    #expect(ColumnName.unique(["a", "", "a", "a_2", "a"]) == ["a", "column_2", "a_2", "a_2_2", "a_3"])
    #expect(ColumnName.unique(Array(repeating: "a", count: 50_000)).last == "a_50000")
  }

  @Test(arguments: [TableOptions.Ragged.reject, .pad, .keep])
  func raggedRowsAreTreatedAsTold(_ ragged: TableOptions.Ragged) throws {
    var options = TableOptions()
    options.ragged = ragged
    let found = try read("a,b\n1\n1,2,\n1,2,3\n".utf8, options)
    switch ragged {
    case .reject: #expect(found.json == "{\"a\":\"1\",\"b\":\"2\"}\n" && found.faults.count == 2)
    case .pad: #expect(found.json == "{\"a\":\"1\",\"b\":\"\"}\n{\"a\":\"1\",\"b\":\"2\"}\n" && found.faults.count == 1)
    case .keep:
      #expect(found.json.hasSuffix("{\"a\":\"1\",\"b\":\"2\",\"column_3\":\"3\"}\n") && found.faults.isEmpty)
    }
  }

  @Test(arguments: [3, 64, 1 << 20])
  func afterABadQuoteTheReaderGoesOnWithTheNextLine(_ size: Int) throws {
    let found = try read("a,b\n1,\"x\" y\n3,4\n5,\"open\n6,7\n".utf8, pieces: size)
    #expect(found.json == "{\"a\":\"3\",\"b\":\"4\"}\n{\"a\":\"6\",\"b\":\"7\"}\n")
    #expect(found.faults.map { "\($0.line):\($0.column)" } == ["2:6", "4:3"])
  }

  @Test(arguments: [1, 7, 64, 1 << 20])
  func aLineLongerThanAllowedIsToldAndTheNextOneIsRead(_ size: Int) throws {
    var options = TableOptions()
    (options.longestRow, options.blockSize) = (100, 64)
    let long = String(repeating: "x", count: 5000)
    for (bad, column) in [("\(long),2", 101), ("1,\"\(long)\"", 101), ("1,\"\(long)\nand\n\"\"more\"", 101)] {
      let found = try read("a,b\n1,2\n\(bad)\n3,4\n".utf8, options, pieces: size)
      #expect(found.json == "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"3\",\"b\":\"4\"}\n", "\(bad.prefix(4))")
      let fault = try #require(found.faults.first)
      #expect(found.faults.count == 1 && fault.line == 3 && fault.column == column)
      #expect(fault.raw.map { bad.utf8.starts(with: $0) && $0.count <= 1024 } ?? false)
    }
  }

  @Test(arguments: [7, 1 << 20])
  func aLongLineWithAQuoteThatIsNeverClosedCostsOnlyItself(_ size: Int) throws {
    var options = TableOptions()
    (options.longestRow, options.blockSize) = (100, 64)
    let rest = String(repeating: "3,4\n", count: 200)
    let found = try read("a,b\n1,\"\(String(repeating: "x", count: 5000))\n\(rest)".utf8, options, pieces: size)
    #expect(found.faults.map(\.line) == [2])
    #expect(found.json.split(separator: "\n").count == 200)
  }

  @Test func aHeaderThatCannotBeReadIsToldWithItsPlace() throws {
    var options = TableOptions()
    options.longestRow = 100
    let cases = [
      ("a,\"b\n1,2\n", "1:3: a quote is opened here"), ("\n\"a\"b,c\n", "2:4: expected a delimiter"),
      (String(repeating: "x", count: 1000), "1:1: the header is longer than --max-line allows (100)"),
      (String(repeating: ",", count: 100_000), "1:1: more than 100000 columns"),
    ]
    for (text, message) in cases {
      if text.hasPrefix(",") { options.longestRow = 1 << 20 }
      let error = #expect(throws: TableError.self) { try read(text.utf8, options) }
      #expect(error.map { "\($0.line):\($0.column): \($0.reason)".hasPrefix(message) } ?? false, "\(message)")
    }
  }

  @Test(arguments: [TableOptions.Ragged.reject, .pad, .keep])
  func aRowOfAMillionFieldsIsABadRow(_ ragged: TableOptions.Ragged) throws {
    var options = TableOptions()
    options.ragged = ragged
    let found = try read("a,b\n\(String(repeating: ",", count: 999_999))\n1,2\n".utf8, options)
    #expect(found.json == "{\"a\":\"1\",\"b\":\"2\"}\n")
    #expect(found.faults.first?.reason == "row has 1000000 fields; no more than 100000 are read")
  }

  @Test func aHundredThousandColumnsAreRead() throws {
    let header = (0..<100_000).map { "c\($0)" }.joined(separator: ",")
    let found = try read("\(header)\n\(String(repeating: ",", count: 99_999))\n".utf8)
    #expect(found.faults.isEmpty)
    #expect(found.json.utf8.count > 1_000_000)
  }
}
