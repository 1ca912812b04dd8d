import Bytes
import Testing

@testable import JSONLines

struct PathTableTests {
  static let records = [
    "{}", #"{"a":1}"#, #"{"a":{"b":2,"c":{"d":[1,2]}},"e":"x"}"#, #"{"a":{"b":1},"a":{"c":{"d":3}}}"#,
    #"{"a":{"b":1},"a":5}"#, #"{"a":[{"b":1}]}"#, #"{"\u0061":{"\u0062":7},"e":null}"#,
    #"{"a":{"b":1,"b":2},"ab":3,"b":4}"#, #" { "e" : "é\n" , "a" : { "c" : { } } } "#, #"{"":0,"a":{"":1}}"#,
    #"{"company":1,"company_":2,"company_id":3,"company_ix":4,"company_i":5}"#,
    #"{"x":{"company_id":{"a":1},"company_ix":{"a":2}}}"#,
  ]
  static let paths: [JSONPath] = [
    "a", "a.b", "a.c", "a.c.d", "b", "e", "ab", "a.b.c", "absent.x", "company", "company_", "company_id",
    "x.company_id.a",
  ]

  /// The plain twin looks for each path alone.
  @Test(arguments: records) func onePassFindsWhatEachPathFinds(_ line: String) throws {
    let record = try Record(Array(line.utf8))
    let table = PathTable(Self.paths)
    var places: [ValuePlace] = [.absent]
    table.find(in: record, into: &places)
    #expect(places.count == Self.paths.count)
    for path in Self.paths {
      let slot = try #require(table.slot(of: path))
      let found = record.withRaw(places[slot]) { span, range, kind in ("\(kind)", range) }
      let plain = record.withRaw(path) { span, range, kind in ("\(kind)", range) }
      #expect(found?.0 == plain?.0 && found?.1 == plain?.1, "\(path) in \(line)")
    }
  }

  @Test(arguments: records) func aValueIsReadAsTheRecordReadsIt(_ line: String) throws {
    let record = try Record(Array(line.utf8))
    let table = PathTable(Self.paths)
    let json = record.bytes.span.bytes
    var places: [ValuePlace] = []
    let start = try #require(record.bytes.firstIndex(of: UInt8(ascii: "{")))
    let end = try #require(record.bytes.lastIndex(of: UInt8(ascii: "}")))
    table.find(in: json, start..<end + 1, into: &places)
    for path in Self.paths {
      let place = places[try #require(table.slot(of: path))]
      #expect(place.string(in: json) == record.string(path))
      #expect(place.strings(in: json) == record.strings(path))
      #expect(place.number(in: json) == record.number(path))
      #expect(place.json(in: json) == record.json(path))
      #expect(place.says("é\n", in: json) == (record.string(path) == "é\n"))
    }
  }

  @Test func theElementsOfAListAreLookedThroughOneByOne() {
    let json = Array(#"[{"a":1,"b":[{"a":9}]},7, {"a":2,"a":3} ,[],{}]"#.utf8)
    let table = PathTable(["a"])
    var places: [ValuePlace] = []
    var found: [String] = []
    table.forEachElement(in: json.span.bytes, 0..<json.count, &places) { element, places in
      found.append(json.span.bytes.text(element) + " " + (places[0].number(in: json.span.bytes) ?? "-"))
    }
    #expect(found == [#"{"a":1,"b":[{"a":9}]} 1"#, "7 -", #"{"a":2,"a":3} 3"#, "[] -", "{} -"])
  }

  @Test func aPathThroughAListHasNoSlot() {
    let table = PathTable(["a[].b", "a", "a"])
    #expect(table.count == 1 && table.slot(of: "a[].b") == nil && table.slot(of: "a") == 0)
  }
}

struct JSONSkipperTests {
  /// The scanner is the plain twin.
  @Test(arguments: [
    "\"\"", #""a""#, #""seven b""#, #""a\\""#, #""\"\\\"""#, #""\u005c\"é\n and some more bytes""#, "0", "-1.5e+3",
    "true", "null",
    "[]", "{}", #"[[],{"a":[1,"]"]}]"#, #"{"a" : {"}":"{"} , "b":[1 , 2]}"#,
    #"["a long text that fills words","\\\\"]"#,
  ])
  func aValueEndsWhereTheScannerSays(_ value: String) {
    for tail in ["", ",1", " ]", "}          ", #","next":"text"}"#] {
      let json = Array((value + tail).utf8)
      let end = JSONScanner.skipValue(json.span.bytes, 0, json.count, depth: 0)
      #expect(end == value.utf8.count)
      #expect(JSONSkipper.value(json.span.bytes, 0, json.count) == end, "\(value) before \(tail)")
    }
  }
}
