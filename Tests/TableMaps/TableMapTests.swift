import CSV
import JSONLines
import Testing

@testable import TableMaps

struct TableMapTests {
  private func records(_ members: String, _ table: String) throws -> [JSON] {
    let text = """
      {"map":"m","columns":["a"],"source":{"kind":"form"},"records":[{"type":"person","id":"{a}","members":{\(members)}}]}
      """
    let map = try TableMap(Array(text.utf8))
    var rest = Array(table.utf8)[...]
    var options = TableOptions()
    options.requiredColumns = map.required
    var reader = TableReader(options) { buffer, count in
      let piece = rest.prefix(count)
      buffer.append(contentsOf: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    guard try reader.open() else { return [] }
    var maker = RecordMaker(map, names: reader.names, file: "t", context: MapContext())
    let dialect = reader.dialect
    var made: [JSON] = []
    try reader.forEachRow { bytes, row in
      if case .records(let records) = maker.records(row, of: bytes, dialect: dialect) {
        made += records.map { JSON.object($0.object) }
      }
    } fault: {
      throw $0
    }
    return made
  }

  @Test func everyPresetIsAMap() throws {
    #expect(TableMap.presets.count >= 8)
    #expect(TableMap.presets == TableMap.presets.sorted())
    for name in TableMap.presets {
      let map = try TableMap(TableMap.preset(name) ?? [])
      #expect(map.name == name)
      #expect(!map.required.isEmpty)
    }
  }

  @Test func membersNestAndListsAreAlwaysThere() throws {
    let found = try records(
      #""account.name": "b", "emails[]": {"column": ["c", "d"], "as": "email"}, "positions[].title": "e", "positions[].by": {"constant": "crm"}"#,
      "a,b,c,d,e\n1,x,A@B.example,a@b.example,boss\n2,,,,\n")
    #expect(found[0]["account"]?["name"] == "x")
    #expect(found[0]["emails"] == ["a@b.example"])
    #expect(found[0]["positions"] == [["title": "boss", "by": "crm"]])
    #expect(found[1]["account"] == nil)
    #expect(found[1]["emails"] == [])
    #expect(found[1]["positions"] == [])
  }

  @Test func aTextThatIsNotWhatItShouldBeIsKept() throws {
    let found = try records(#""n": {"column": "b", "as": "integer"}"#, "a,b\n1,12\n2,many\n3,1.5\n")
    #expect(found.map { $0["n"]?.int } == [12, nil, nil])
    #expect(found[1]["unread"] == ["b": "many"])
  }

  @Test(arguments: [
    ("YYYY-MM-DD", "2024-02-29", "2024-02-29"), ("DD/MM/YYYY", "3/4/2024", "2024-04-03"),
    ("M/D/YY", "3/4/24", "2024-03-04"), ("DD MON YYYY", "15 September 2026", "2026-09-15"),
    ("MON D, YYYY", "Mar 4, 2024", "2024-03-04"), ("DD.MM.YYYY hh:mm", "03.04.2024 10:11", "2024-04-03"),
  ])
  func datesAreReadByTheirPattern(_ pattern: String, _ text: String, _ wanted: String) {
    #expect(DatePattern(pattern).read(text)?.local.date.description == wanted)
  }

  @Test(arguments: ["2023-02-29", "24-02-01", "2024-2-1x", "", "2024-13-01", "2024-02-01 10:00"])
  func aTextThatDoesNotFollowThePatternIsNoDate(_ text: String) {
    #expect(DatePattern("YYYY-MM-DD").read(text) == nil)
  }

  @Test func timesHaveHalvesAndZones() {
    #expect(DatePattern("M/D/YY, h:mm a").read("3/4/24, 12:05 AM")?.local.description == "2024-03-04T00:05:00")
    #expect(DatePattern("YYYY-MM-DD hh:mm:ss Z").read("2024-03-04 10:00:00 UTC")?.offset == 0)
    #expect(DatePattern("YYYY-MM-DDThh:mm:ssZ").read("2024-03-04T10:00:00+05:30")?.offset == 19_800)
  }

  @Test(arguments: [
    ("007", "7"), ("1,234,567", "1234567"), ("-1.50", "-1.50"), ("+3", "3"), ("1 000", "1000"), ("0", "0"),
    ("1.234,5", "1234.5"), ("24.500,00", "24500.00"), ("1.234.567", "1234567"), ("-1.234.567,5", "-1234567.5"),
    ("1'234.50", "1234.50"),
  ])
  func numbersAreReadWithTheirGroups(_ text: String, _ wanted: String) {
    #expect(NumberText.json(text) == wanted)
  }

  @Test(arguments: [
    "1,5", "12,34", "1..2", ".", "", "1.", "x", "1e5", "١", "1.23,5", "1.234,5,6", "1,234.567.8", "1.2.3", "1.234,",
  ])
  func aNumberThatCouldMeanTwoThingsIsNone(_ text: String) {
    #expect(NumberText.json(text) == nil)
  }

  @Test(arguments: [
    ("51-200", "51"), ("51–200 employees", "51"), ("10,001+", "10001"), ("1k-5k", "1000"), ("90", "90"),
  ])
  func aRangeOfEmployeesGivesItsLowerEnd(_ text: String, _ wanted: String) {
    #expect(NumberText.lowerBound(text) == wanted)
  }

  @Test func columnsSideBySideMakeAListOfObjects() throws {
    let zip = #""to[]": {"zip": {"name": {"column": "b", "split": ","}, "url": {"column": "c", "split": ","}}}"#
    let found = try records(zip, "a,b,c\n1,\"x,y\",\"u,v\"\n2,\"x, PhD\",u\n3,x,\n")
    #expect(found[0]["to"] == [["name": "x", "url": "u"], ["name": "y", "url": "v"]])
    #expect(found[1]["to"] == [["name": "x, PhD", "url": "u"]])
    #expect(found[2]["to"] == [["name": "x"]])
  }

  @Test(arguments: [
    #"{"map":"m"}"#, "[]", "", #"{"map":"m","source":{"kind":"x"},"records":[]}"#,
    #"{"map":"m","source":{"kind":"x"},"records":[{"type":"t","id":"{a}","members":{"x":{"colum":"a"}}}]}"#,
    #"{"map":"m","source":{"kind":"x"},"records":[{"type":"t","id":"{a","members":{}}]}"#,
    #"{"map":"m","source":{"kind":"x"},"records":[{"type":"t","id":"{a}","members":{"x[y]":"a"}}]}"#,
    #"{"map":"m","source":{"kind":"x"},"records":[{"type":"t","id":"{a}","members":{"x":{"column":"a","as":"b"}}}]}"#,
  ])
  func aFaultyMapIsRefused(_ text: String) {
    #expect(throws: MapError.self) { try TableMap(Array(text.utf8)) }
  }
}
