import JSONLines
import Resolution
import Testing

struct RelinkingTests {
  private func relinking(_ merges: [(String, String)]) -> Relinking {
    var relinking = Relinking()
    for (id, golden) in merges {
      let isMerge = relinking.add(Record(["id": .string(id), "golden": .string(golden)]))
      #expect(isMerge)
    }
    return relinking
  }

  @Test func aLineWithoutReferencesIsLeftAlone() {
    let merges = relinking([("a", "b")])
    #expect(merges.rewrite(Array(#"{"id":"a","company_id":"c","note":"company_id"}"#.utf8)) == nil)
    #expect(merges.rewrite(Array("{}".utf8)) == nil)
  }

  @Test func aCircleOfMergesEnds() {
    let merges = relinking([("a", "b"), ("b", "c"), ("c", "b")])
    #expect(merges.target(of: "a") != nil)
    #expect(merges.target(of: "d") == nil)
  }

  @Test func everyPrefixOfALineIsWalkedWithoutACrash() {
    let merges = relinking([("a", "b")])
    let line = Array(#"{"company_id":"a\"","x":[{"person_id" : "a"}],"y":"\\"}"#.utf8)
    for length in 0...line.count { _ = merges.rewrite(Array(line[..<length])) }
    #expect(merges.rewrite(line) == Array(#"{"company_id":"a\"","x":[{"person_id" : "b"}],"y":"\\"}"#.utf8))
  }
}
