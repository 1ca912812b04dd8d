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

  @Test(arguments: [
    ("Hartwell Tools GmbH & Co. KG", "HARTWELL TOOLS", "equal"),
    ("Hartwell Mfg Inc.", "Hartwell Manufacturing", "equal"),
    ("Hartwell Tools Ltd", "Hartwel Tools", "misspelt"), ("Hartwell Tools Ltd", "Ashdown Partners Ltd", "distant"),
  ])
  func namesOfCompaniesAgreeWithoutTheirLegalForms(_ left: String, _ right: String, _ expected: String) throws {
    let found = try level("firm", #"{"id":"a","firm":"\#(left)"}"#, #"{"id":"b","firm":"\#(right)"}"#)
    #expect(found == expected)
  }

  @Test func aColumnOfNamesAloneNamesTheEntities() throws {
    let names = ["Amber Lane Kiln", "Amber Lane Kilns", "Birch Row Mill", "Cedar Walk Forge"]
    let lines = names.enumerated().map { #"{"id":"\#($0)","name":"\#($1)"}"# }
    #expect(try model(lines).training.naming == 0)
    let others = ["Leeds", "Hull"]
    let rows = names.enumerated().map { #"{"id":"\#($0)","name":"\#($1)","town":"\#(others[$0 % 2])"}"# }
    #expect(try model(rows).training.naming == nil)
  }

  @Test func peopleOfAListStandBesideTheNameOfACompany() throws {
    let lines = [
      #"{"id":"1","firm":"Hartwell Lamps Ltd","people":"Ada Kline; Rosa Mertens","year":"1999"}"#,
      #"{"id":"2","firm":"Hartwell Radio plc","people":"ROSA MERTENS; Ivo B","year":"1999"}"#,
      #"{"id":"3","firm":"Osprey","people":"Ada Klein; Jon Oakes","year":"2001"}"#,
    ]
    let contexts = try model(lines).contexts
    #expect(contexts.map(\.words.count) == [2, 2, 1])
    #expect(contexts.map(\.neighbours.count) == [2, 1, 2])
    #expect(Set(contexts[0].neighbours).intersection(contexts[1].neighbours).count == 1)
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

  /// Columns of given and family names, of which some stand in both.
  private func names(_ left: (String, String), _ right: (String, String)) throws -> [String] {
    let given = ["oscar", "henry", "grace", "martin", "ada", "lloyd", "jordan", "rose"]
    let family = ["henry", "grace", "martin", "lloyd", "jordan", "carver", "mills", "okafor"]
    let rows = [left, right] + (0..<64).map { (given[$0 % 8], family[$0 / 8]) }
    let lines = rows.enumerated().map { #"{"id":"\#($0)","a":"\#($1.0)","b":"\#($1.1)"}"# }
    let model = try model(lines)
    let agreement = model.compare(0, 1)
    let levels = model.comparisons.indices.sorted { model.comparisons[$0].name < model.comparisons[$1].name }
    let keys = Set(model.keys(of: 0)).intersection(model.keys(of: 1))
    return levels.map { model.comparisons[$0].levelName(agreement.level($0)) } + [keys.isEmpty ? "apart" : "met"]
  }

  @Test func valuesThatStandInEachOthersColumnsAgree() throws {
    #expect(try names(("carver", "oscar"), ("oscar", "carver")) == ["turned", "turned", "met"])
    #expect(try names(("carvor", "oscar"), ("oscar", "carver")).prefix(2) == ["turned", "turned"])
    #expect(try !names(("carver", "oscar"), ("henry", "carver")).contains("turned"))
    #expect(try names(("oscar", "carver"), ("oscar", "carver")) == ["equal", "equal", "met"])
  }

  @Test func aPairIsGivenUpOnlyWhereItCanNotBeOne() throws {
    let words = ["amber", "birch", "cedar", "dale", "elm", "ambre", "brich", "fern", "james", "martin", "ines"]
    let lines = (0..<60).map { number in
      #"{"id":"\#(number)","what":"\#(words[number % 7]) \#(words[number * 5 % 11])","first":"\#(words[number * 3 % 11])","#
        + #""last":"\#(words[number * 7 % 11])","price":"\#(number % 13).5","code":"A\#(number % 17)B"}"#
    }
    let model = try model(lines)
    let weights = MatchWeights(model.comparisons, prior: 1e-7)
    let bound = WeightBound(weights, rarity: model.highestRarity)
    #expect(!model.layout.turned.isEmpty)
    var givenUp = 0
    for left in 0..<60 {
      for right in (left + 1)..<60 {
        let whole = model.compare(left, right)
        if let found = model.compare(left, right, by: bound) {
          #expect(found == whole)
        } else {
          #expect(weights.weight(whole) <= 0)
          givenUp += 1
        }
      }
    }
    #expect((200..<1760).contains(givenUp))
  }
}
