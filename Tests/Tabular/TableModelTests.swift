import JSONLines
import Matching
import Testing

@testable import Tabular

struct TableModelTests {
  private func model(_ lines: [String]) throws -> TableModel {
    var reader = TableReader(ignoring: ["id"])
    for line in lines { reader.add(try Record(Array(line.utf8))) }
    return TableModel(reader.finish(), records: lines.count)
  }

  /// The level names of the comparison of the column `member` between the first two records.
  private func level(_ member: String, _ left: String, _ right: String) throws -> String {
    let fill = ["amber lane", "birch row", "cedar walk", "dale view"]
    let lines = [left, right] + fill.enumerated().map { "{\"id\":\"\($0)\",\"\(member)\":\"\($1) \($0)\"}" }
    let model = try model(lines)
    let index = try #require(model.comparisons.firstIndex { $0.name == member })
    return model.comparisons[index].levelName(model.compare(0, 1).level(index))
  }

  @Test(arguments: [
    ("12 Mill Road", "12 mill road", "equal"), ("Mill Road North", "North Mill Road", "turned"),
    ("12 Mill Road", "14 Mill Road", "related"), ("Mill Road", "Kitchen Sink Quarter", "different"),
    ("Ministry of Silly Walks", "Ministry of Silly Wakls", "misspelt"),
  ])
  func textsAgreeByTheirWords(_ left: String, _ right: String, _ expected: String) throws {
    let found = try level("street", #"{"id":"a","street":"\#(left)"}"#, #"{"id":"b","street":"\#(right)"}"#)
    #expect(found == expected)
  }

  @Test func columnsOfEqualContentCountOnceAndConstantsNotAtAll() throws {
    let lines = (0..<50).map {
      #"{"id":"\#($0)","name":"person \#($0 * 37 % 50)","copy":"person \#($0 * 37 % 50)","kind":"x"}"#
    }
    #expect(try model(lines).comparisons.count == 1)
  }

  @Test func listsAgreeInTheirBestValues() throws {
    let lines = [
      #"{"id":"1","mails":["a@one.example","b@two.example"]}"#,
      #"{"id":"2","mails":["c@one.example","b@two.example"]}"#,
      #"{"id":"3","mails":["d@three.example"]}"#,
    ]
    let model = try model(lines)
    #expect(model.comparisons[0].levelName(model.compare(0, 1).level(0)) == "equal")
    #expect(model.comparisons[0].levelName(model.compare(0, 2).level(0)) == "different")
  }
}
