import Resolution
import Testing

struct ModelFileTests {
  private func model(_ people: String) throws -> ModelFile {
    let text = #"""
      {"entity":"table","prior":0.001,"people":\#(people),
       "comparisons":[{"name":"family","levels":[{"name":"different","match":0.1,"random":0.9}]}]}
      """#
    return try ModelFile(Array(text.utf8))
  }

  @Test func columnsOfPeopleAreReadAndPrinted() throws {
    #expect(try model(#"{"name":[["a"]],"phones":[["b"],["c","d"]]}"#).text.contains(#""phones":[["b"],["c","d"]]"#))
  }

  /// A model with this prior of kindred pairs and these shares of the one level.
  private func kindred(_ kin: String, _ level: String) throws -> ModelFile {
    let text = #"""
      {"entity":"person","prior":0.001,"kin":\#(kin),
       "comparisons":[{"name":"family","levels":[{"name":"different","match":0.1,"random":0.9\#(level)}]}]}
      """#
    return try ModelFile(Array(text.utf8))
  }

  @Test func kindredPairsAreReadAndPrinted() throws {
    let text = try kindred("0.0001", #","kin":0.25"#).text
    #expect(text.contains(#""kin": 0.0001"#))
    #expect(text.contains(#""kin":0.25}"#))
    #expect(throws: ModelError.self) { try kindred("2", #","kin":0.25"#) }
    #expect(throws: ModelError.self) { try kindred("0.0001", "") }
  }

  @Test(arguments: [
    (#"{"fax":[["a"]]}"#, "member 'people': 'fax' is none of company, "),
    (#"{"name":[[]]}"#, "member 'people': 'name' must be a list of lists of names"),
    (#"{"name":"a"}"#, "member 'people': 'name' must be a list of lists of names"),
    ("[]", "member 'people' must be an object"),
  ])
  func whatCannotBeColumnsOfPeopleIsRefused(_ people: String, _ message: String) {
    let error = #expect(throws: ModelError.self) { try model(people) }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }
}
