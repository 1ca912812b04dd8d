import JSONLines
import Resolution
import Testing

struct MatchedTests {
  private func clusters(_ lines: [String]) throws -> [Set<String>] {
    let matched = try Matched.resolve(lines.map { try Record(Array($0.utf8)) }, as: .person)
    return matched.clusters.map { Set($0.map { matched.ids[$0] }) }
  }

  /// People who have nothing to do with the case, so that there is a world to compare with.
  private let others = (0..<40).map { number in
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let name =
      "\(letters[number % 26])o\(letters[number * 7 % 26])en \(letters[number * 3 % 26])ar\(letters[number % 23])ison"
    return #"{"id":"o\#(number)","name":"\#(name)","emails":["p\#(number)@firm\#(number).example"]}"#
  }

  @Test func nicknamesAreNotChained() throws {
    let found = try clusters(
      others + [
        #"{"id":"a","name":"Alexander Finch","company":"Acme"}"#, #"{"id":"b","name":"Alex Finch","company":"Acme"}"#,
        #"{"id":"c","name":"Alexandra Finch","company":"Acme"}"#,
      ])
    #expect(!found.contains { $0.isSuperset(of: ["a", "c"]) })
  }

  @Test func aSwitchboardAndARoleMailboxAreNoIdentity() throws {
    let found = try clusters(
      others + [
        #"{"id":"a","name":"Ann Finch","phones":["+442079460100"],"emails":["info@acme.example"],"company":"Acme"}"#,
        #"{"id":"b","name":"Ben Lark","phones":["+442079460100"],"emails":["info@acme.example"],"company":"Acme"}"#,
        #"{"id":"c","name":"Ann Finch","phones":["020 7946 0100"],"company":"Acme Ltd"}"#,
      ])
    #expect(found.contains(["a", "c"]))
    #expect(found.contains(["b"]))
  }

  @Test func whoeverChangedCompaniesIsOne() throws {
    let found = try clusters(
      others + [
        #"{"id":"a","name":"Ann Finch","phones":["+447700900123"],"emails":["ann@acme.example"],"company":"Acme"}"#,
        #"{"id":"b","name":"FINCH, Ann","phones":["07700 900123"],"emails":["a.finch@lark.example"],"company":"Lark"}"#,
        #"{"id":"c","name":"Ann Finch","company":"Lark","positions":[{"company":"Lark"},{"company":"Acme Ltd"}]}"#,
      ])
    #expect(found.contains(["a", "b", "c"]))
  }

  @Test func anInitialIsFilledFromTheAddress() throws {
    let found = try clusters(
      others + [
        #"{"id":"a","name":"A. Finch","emails":["ann.finch@acme.example"]}"#,
        #"{"id":"b","name":"Arthur Finch","company":"Acme","emails":["arthur.finch@acme.example"]}"#,
        #"{"id":"c","name":"Ann Finch","company":"Acme","emails":["ann@acme.example"]}"#,
      ])
    #expect(found.contains(["a", "c"]))
    #expect(found.contains(["b"]))
  }

  private func companies(_ lines: [String]) throws -> [Set<String>] {
    let matched = try Matched.resolve(lines.map { try Record(Array($0.utf8)) }, as: .company)
    return matched.clusters.map { Set($0.map { matched.ids[$0] }) }
  }

  @Test func aDomainsNameUnderAnotherSuffixIsNoProof() throws {
    let others = (0..<60).map { #"{"id":"o\#($0)","name":"Firm\#($0)","domains":["firm\#($0).example"]}"# }
    let found = try companies(
      others + [
        #"{"id":"a","name":"Wren","domains":["wren.ie"]}"#, #"{"id":"b","name":"Wren","domains":["wren.fi"]}"#,
        #"{"id":"c","name":"Lark & Sons Ltd","domains":["lark.com"]}"#,
        #"{"id":"d","name":"LARK AND SONS","domains":[]}"#,
        #"{"id":"e","name":"Lark Foods","domains":["larkfoods.com"]}"#,
      ])
    #expect(found.contains(["a"]) && found.contains(["b"]))
    #expect(found.contains(["c", "d"]))
    #expect(found.contains(["e"]))
  }
}
