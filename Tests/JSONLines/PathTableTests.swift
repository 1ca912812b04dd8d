import JSONLines
import Testing

struct PathTableTests {
  static let records = [
    "{}", #"{"a":1}"#, #"{"a":{"b":2,"c":{"d":[1,2]}},"e":"x"}"#, #"{"a":{"b":1},"a":{"c":{"d":3}}}"#,
    #"{"a":{"b":1},"a":5}"#, #"{"a":[{"b":1}]}"#, #"{"\u0061":{"\u0062":7},"e":null}"#,
    #"{"a":{"b":1,"b":2},"ab":3,"b":4}"#, #" { "e" : "é\n" , "a" : { "c" : { } } } "#, #"{"":0,"a":{"":1}}"#,
  ]
  static let paths: [JSONPath] = ["a", "a.b", "a.c", "a.c.d", "b", "e", "ab", "a.b.c", "absent.x"]

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

  @Test func aPathThroughAListHasNoSlot() {
    let table = PathTable(["a[].b", "a", "a"])
    #expect(table.count == 1 && table.slot(of: "a[].b") == nil && table.slot(of: "a") == 0)
  }
}
