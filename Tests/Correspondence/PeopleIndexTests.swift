import JSONLines
import Testing

@testable import Correspondence

struct PeopleIndexTests {
  private func index(_ lines: String...) throws -> PeopleIndex {
    var index = PeopleIndex()
    for line in lines { index.add(try Record(Array(line.utf8))) }
    return index
  }

  @Test func aContactWithTheCompanyInItsNameIsThePersonWhomItWasUnitedWith() throws {
    let index = try index(
      #"{"type":"person","id":"crm:person:7","name":"Dana Frost","former_ids":["chat:person:dana-frost-kestrel"]}"#,
      #"{"type":"person","id":"crm:person:8","name":"Dana Frost","former_ids":[]}"#)
    #expect(index.person(Party(name: "Dana Frost (Kestrel)"))?.id == "crm:person:7")
    #expect(index.person(Party(name: "Dana Frost (Harrier)")) == nil)
    #expect(index.person(Party(name: "Dana Frost")) == nil)
  }

  @Test func aNameWithAnAddressIsNotLookedUpByName() throws {
    let index = try index(#"{"type":"person","id":"p","name":"Dana Frost","emails":["dana@kestrel.example"]}"#)
    #expect(index.person(Party(name: "Dana Frost"))?.id == "p")
    #expect(index.person(Party(name: "Dana Frost", email: "dana@harrier.example")) == nil)
  }
}
