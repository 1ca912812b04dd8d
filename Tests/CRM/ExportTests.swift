import JSONLines
import Team
import Testing

@testable import CRM

/// Files in memory.
struct Pages: ExportOutput {
  var text: [String: String] = [:]

  mutating func write(_ bytes: [UInt8], to file: String) {
    text[file, default: ""] += String(decoding: bytes, as: UTF8.self)
  }
}

/// What an export of the leads writes.
func exported(_ target: String, _ leads: [JSONObject], rows: Int? = nil) throws -> (pages: Pages, report: ExportReport)
{
  let text = try #require(Targets.text(target))
  var export = Export(
    try ImportTarget(JSON(parsing: text)), team: Team(), batch: "b1", rows: rows, output: Pages())
  for lead in leads { _ = try export.add(Record(lead)) }
  try export.finish()
  return (export.output, export.report)
}

struct ExportTests {
  @Test(arguments: Targets.names)
  func everyTargetIsValidNamesItsPagesAndExportsALead(_ name: String) throws {
    let json = try JSON(parsing: try #require(Targets.text(name)))
    #expect(json["target"]?.string == name)
    let pageCount = json["pages"]?.strings.count ?? 0
    #expect(pageCount > 0)
    let lead: JSONObject = ["id": "1", "name": "Ada Byron", "email": "ada@engine.example", "company": "Engine"]
    let (pages, report) = try exported(name, [lead])
    #expect(report.rejected == 0)
    #expect(pages.text.values.contains { $0.contains("ada@engine.example") })
  }

  @Test(arguments: Targets.names)
  func everyRowBearsTheBatchSoThatAnImportCanBeUndone(_ name: String) throws {
    let target = try ImportTarget(JSON(parsing: try #require(Targets.text(name))))
    for file in target.files where file.name != "tryton-opportunities" {
      let columns = file.columns + (file.details?.rows.map(\.column) ?? [])
      #expect(columns.contains { $0.sources == ["batch"] }, "\(file.name)")
    }
  }

  @Test func aFileIsSplitAtTheByteLimitToo() throws {
    var leads: [JSONObject] = []
    for number in 1...400 {
      let note = String(repeating: "long words ", count: 90)
      leads.append(["id": "\(number)", "name": "N \(number)", "why": [["because": .string(note)]]])
    }
    var json = try JSON(parsing: try #require(Targets.text("dynamics"))).object ?? [:]
    json["files"] = .array(
      (json["files"]?.array ?? []).map { file in
        var file = file.object ?? [:]
        file["bytes"] = 100_000
        return .object(file)
      })
    var export = Export(try ImportTarget(.object(json)), team: Team(), batch: "b1", output: Pages())
    for lead in leads { _ = try export.add(Record(lead)) }
    try export.finish()
    let parts = export.output.text.filter { $0.key.hasPrefix("dynamics-leads") }
    #expect(parts.count > 3)
    #expect(parts.values.allSatisfy { $0.utf8.count <= 100_000 && $0.hasPrefix("Topic,") })
  }

  @Test func aFileIsSplitAtTheRowLimitAndEachPartHasItsHeader() throws {
    let leads: [JSONObject] = (1...5).map { ["id": "\($0)", "name": "N \($0)", "email": "n\($0)@x.example"] }
    let (pages, report) = try exported("hubspot", leads, rows: 2)
    let parts = ["hubspot-contacts.csv", "hubspot-contacts-2.csv", "hubspot-contacts-3.csv"]
    for part in parts { #expect(pages.text[part]?.hasPrefix("First Name,") == true) }
    #expect(report.files.filter { $0.subject == "person" }.map(\.rows) == [2, 2, 1])
  }

  @Test func aSecondRowWithTheSameKeyIsLeftOutAndTold() throws {
    let (_, report) = try exported(
      "hubspot", [["id": "1", "email": "a@x.example"], ["id": "2", "email": "A@x.example"]])
    #expect(report.merged == 1)
  }

  @Test func whoWantsNoMailIsLeftOutOrMarked() throws {
    let lead: JSONObject = ["id": "1", "name": "Opt Out", "email": "o@x.example", "company": "X", "tags": ["opt_out"]]
    #expect(try exported("hubspot", [lead]).pages.text["hubspot-contacts.csv"]?.contains("o@x") == false)
    #expect(try exported("salesforce", [lead]).pages.text["salesforce-leads.csv"]?.contains(",true,") == true)
  }

  @Test func cardsAreFoldedAtSeventyFiveOctetsBetweenCharacters() throws {
    let name = String(repeating: "Zoë🎉", count: 30)
    let (pages, _) = try exported("vcard", [["id": "1", "name": .string(name), "company": "a,b;c\\d"]])
    let text = try #require(pages.text["vcard-people.vcf"])
    for line in text.components("\r\n") { #expect(line.utf8.count <= 75) }
    #expect(text.replacing("\r\n ", with: "").contains("FN:\(name)\r\n"))
    #expect(text.contains("ORG:a\\,b\\;c\\\\d\r\n"))
  }

  @Test func columnsWithoutAnyValueAreLeftOutWhereAnEmptyCellWouldErase() throws {
    let (pages, _) = try exported("odoo", [["id": "1", "name": "Ada Byron", "signals": []]])
    let lines = pages.text["odoo-leads.csv"]?.split(separator: "\n").map(String.init)
    #expect(lines?.first == "id,type,name,contact_name,priority,partner_id/id,referred")
    #expect(lines?.last == "kith_lead_1,lead,Ada Byron,Ada Byron,0,kith_person_1,b1")
  }

  @Test func aFaultyTargetSaysWhatIsWrong() {
    let faults: [JSON] = [
      [], ["target": "t"], ["target": "t", "files": [["name": "f"]]],
      ["target": "t", "files": [["name": "f", "of": "person", "columns": [["name": "a", "as": "colour"]]]]],
      ["target": "t", "files": [["name": "f", "of": "person", "key": "b", "columns": [["name": "a"]]]]],
    ]
    for fault in faults { #expect(throws: TargetError.self) { try ImportTarget(fault) } }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
