import JSONLines
import Testing

@testable import Rules

struct PlainProgramTests {
  static let conditions = [
    #"{"field":"n","between":[50,500]}"#, #"{"field":"n","at_least":0.5}"#, #"{"field":"n","at_most":-1.5}"#,
    #"{"field":"n","at_least":1e30}"#, #"{"field":"n","at_most":1e-50}"#, #"{"field":"a.n","equals":3}"#,
    #"{"field":"a.s","in":["SaaS","x"]}"#, #"{"field":"s","exists":true}"#, #"{"field":"s","exists":false}"#,
    #"{"field":"l","count":{"at_least":2}}"#, #"{"field":"l[].k","equals":"v"}"#, #"{"field":"d","within":"30d"}"#,
    #"{"field":"d","older_than":"1y"}"#, #"{"field":"s","matches":"\\b(head|vp)\\b"}"#,
    #"{"field":"l[].k","matches":"^v$"}"#, #"{"item":"l","where":{"field":"k","equals":"v"}}"#,
    #"{"all":[{"field":"n","at_least":1},{"any":[{"field":"s","exists":true},{"field":"d","exists":true}]}]}"#,
    #"{"none":[{"field":"n","exists":true},{"field":"s","matches":"x"}]}"#,
    #"{"some":[{"field":"n","exists":true},{"field":"s","exists":true},{"field":"d","exists":true}],"at_least":2}"#,
  ]
  static let records = [
    "{}", #"{"n":50,"s":"Head of\nSales","l":[{"k":"v"},{"k":"w"}],"d":"2024-06-10T10:00:00Z"}"#,
    #"{"n":500.0,"s":"","l":[],"d":"2019-01-01","a":{"n":3.0,"s":"saas"}}"#, #"{"n":-2,"s":null,"l":[ ],"a":[]}"#,
    #"{"n":"77","s":["VP","x"],"l":{"k":"v"},"d":"June","a":{"n":"3","s":7}}"#, #"{"n":1e400,"s":{ },"d":7}"#,
    #"{"n":0.5,"s":"overhead"}"#, #"{"n":5e2,"n":51,"s":true}"#, #"{"n":12345678901234567890,"s":"a\u0062"}"#,
    #"{"n":0,"l":"v"}"#, #"{"n":-1.5}"#, #"{"n":1e-60}"#,
  ]

  @Test(arguments: conditions) func itAnswersAsThePlainTwin(_ text: String) throws {
    let book = ConditionBook()
    let condition = try book.read(try SettingReader.read(Array(text.utf8), file: "test"))
    let number = book.include(condition)
    let program = book.program()
    let compiled = book.compiled()
    let today = try #require(Days.number("2024-06-30"))
    var places: [ValuePlace] = []
    for line in Self.records {
      let record = try Record(Array(line.utf8))
      program.look(at: record, into: &places)
      let plain = compiled.holds(condition, record, today: today)
      #expect(program.holds(number, record, places, today: today) == plain, "\(text) of \(line)")
    }
  }

  @Test(arguments: [
    ("1.5", 2, 1), ("-1.5", -1, -2), ("7", 7, 7), ("0.0", 0, 0), ("1e-60", 1, 0), ("-1e-60", 0, -1), ("3e2", 300, 300),
    ("1e30", Int.max, Int.max), ("-1e30", Int.min, Int.min), ("99999999999999999999", Int.max, Int.max),
  ])
  func theNextWholeNumberUpAndDown(_ text: String, _ up: Int, _ down: Int) throws {
    let decimal = try #require(Decimal(text))
    #expect(decimal.whole(up: true) == up && decimal.whole(up: false) == down)
  }
}
