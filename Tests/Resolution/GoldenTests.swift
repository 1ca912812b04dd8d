import JSONLines
import Resolution
import Testing

struct GoldenTests {
  private func golden(_ lines: [String], companies: [String] = []) throws -> Golden {
    var labels = CompanyLabels()
    for line in companies { labels.add(try Record(Array(line.utf8))) }
    let records = try lines.map { try Record(Array($0.utf8)) }
    let ids = records.map { $0.string("id") ?? "" }
    var decisions: [Decision] = []
    for id in ids.dropFirst() {
      let line: JSONObject = ["decision": "same", "a": .string(ids[0]), "b": .string(id)]
      decisions += [Decision(Record(line))].compactMap { $0 }
    }
    var options = MatchingOptions()
    options.decisions = decisions
    options.companies = labels
    let matched = try Matched.resolve(records, as: .person, options)
    return Golden(matched, try #require(matched.clusters.first), .person)
  }

  @Test func theEarliestMemberGivesTheId() throws {
    let found = try golden([
      #"{"type":"person","id":"a","name":"Ann Finch","first_seen":"2020-01-01"}"#,
      #"{"type":"person","id":"b","name":"Ann Finch","first_seen":"2019-12-31T10:00:00Z","former_ids":["c"]}"#,
      #"{"type":"person","id":"0","name":"Ann Finch"}"#,
    ])
    #expect(found.id == "b")
    #expect(found.record.strings("former_ids") == ["0", "a", "c"])
  }

  @Test func theMostRecentEmployerHoldsWithTheTitleOfWhoeverKnowsIt() throws {
    let found = try golden([
      """
      {"type":"person","id":"a","name":"Ann Finch","title":"CTO","company_id":"c1","domain":"lark.example",\
      "last_seen":"2021-01-01","source":{"kind":"crm","priority":"high"}}
      """,
      """
      {"type":"person","id":"b","name":"A. Finch","company":"Lark","domain":"lark.example","last_seen":"2022-01-01"}
      """,
      #"{"type":"person","id":"c","name":"Ann Finch","title":"Clerk","company":"Wren","last_seen":"2015-01-01"}"#,
    ])
    #expect(found.record.string("company") == "Lark")
    #expect(found.record.string("title") == "CTO")
    #expect(found.record.string("company_id") == "c1")
    #expect(found.record.string("name") == "Ann Finch")
    #expect(found.record.string("origins.title") == "a")
    #expect(found.record.strings("other_values.company[].value") == ["Wren"])
  }

  @Test func aNameTheOtherWayRoundYieldsToOneThatSaysWhichPartIsWhich() throws {
    let found = try golden([
      """
      {"type":"person","id":"a","name":"Haverford Danielle","emails":["d@moss.example"],"last_seen":"2024-01-01",\
      "source":{"kind":"crm","priority":"high"}}
      """,
      """
      {"type":"person","id":"b","name":"Danielle Haverford","given_name":"Danielle","family_name":"Haverford",\
      "emails":["d@moss.example"],"last_seen":"2019-01-01"}
      """,
    ])
    #expect(found.record.string("name") == "Danielle Haverford")
    #expect(found.record.string("given_name") == "Danielle")
  }

  @Test func theCompanysOwnRecordNamesIt() throws {
    let found = try golden(
      [
        #"{"type":"person","id":"a","name":"Ann Finch","company_id":"c1"}"#,
        #"{"type":"person","id":"b","name":"Ann Finch","emails":["ann@lark.example"]}"#,
      ], companies: [#"{"type":"company","id":"c1","name":"Lark Ltd","domains":["lark.example"]}"#])
    #expect(found.record.string("company") == "Lark Ltd")
  }

  @Test func listsAreUnitedAndNumbersAddedUp() throws {
    let found = try golden([
      """
      {"type":"person","id":"a","name":"Ann Finch","emails":["ann@wren.example"],"inbound":2,"skills":["Swift"],\
      "positions":[{"company":"Wren Ltd","by":"mail","first_seen":"2020-02-02","last_seen":"2020-03-03"}]}
      """,
      """
      {"type":"person","id":"b","name":"Ann Finch","emails":["ANN@wren.example","a@lark.example"],"inbound":3,\
      "domain":"lark.example","skills":["swift","C"],"last_seen":"2024-01-01",\
      "positions":[{"company":"Wren","by":"mail","first_seen":"2019-02-02","last_seen":"2020-01-01"}]}
      """,
    ])
    #expect(found.record.strings("emails") == ["a@lark.example", "ANN@wren.example"])
    #expect(found.record.int("inbound") == 5)
    #expect(found.record.strings("skills") == ["swift", "C"])
    #expect(found.record.strings("positions[].first_seen") == ["2019-02-02"])
    #expect(found.record.strings("positions[].last_seen") == ["2020-03-03"])
  }

  @Test func aRecordThatStandsAloneIsNotTouched() throws {
    let line = #"{ "type":"person","id":"a","name":"Ann Finch","n":1e400,"x":null }"#
    #expect(try golden([line]).record.bytes == Array(line.utf8))
  }

  @Test func strangeValuesAreNotTakenForOthers() throws {
    let found = try golden([
      #"{"type":"person","id":"a","name":7,"emails":"x","positions":{"company":[]},"first_seen":"soon","title":null}"#,
      #"{"type":"person","id":"b","name":"","emails":[null,3,"\u0000@"],"positions":[1,{"company":2}],"phones":["x"]}"#,
    ])
    #expect(found.members.count == 2)
  }
}
