import JSONLines
import Records
import Testing

struct RecordTypesTests {
  @Test func everyEmbeddedSchemaCanBeUsed() throws {
    let types = RecordTypes()
    #expect(types.names.count >= 14)
    for name in types.names {
      #expect(throws: Never.self, "\(name)") { _ = try Schema(parsing: try #require(RecordTypes.text(name))) }
    }
  }

  @Test func aKeywordThatIsNotKnownIsRefused() {
    #expect(throws: SchemaError.self) { try Schema(parsing: Array(#"{"oneOf":[]}"#.utf8)) }
    #expect(throws: SchemaError.self) { try Schema(parsing: Array(##"{"$ref":"#/$defs/none"}"##.utf8)) }
  }
}
