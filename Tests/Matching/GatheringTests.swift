import Testing

@testable import Matching

struct GatheringTests {
  /// Words and neighbours told by letters: "lamp works|abc".
  private func context(_ text: String) -> Context {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    let words = parts[0].split(separator: " ").map { word in word.utf8.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) } }
    return Context(words: words, neighbours: parts[1].utf8.map(UInt64.init))
  }

  private func gathered(_ records: [String], _ clusters: [[Int]], forbidden: Bool = false) -> [[Int]] {
    Gathering(records.map(context)) { _, _ in !forbidden }.gathered(clusters)
  }

  private let records = ["kestrel lamps|abc", "kestrel lamps|ad", "kestrel radio|bcd", "osprey radio|e", "heron|f"]

  @Test func clustersOfOneNameWithTheSamePeopleAreOne() {
    #expect(gathered(records, [[0, 1], [2], [3], [4]]) == [[0, 1, 2], [3], [4]])
  }

  @Test func whatIsForbiddenStaysApart() {
    #expect(gathered(records, [[0, 1], [2], [3], [4]], forbidden: true) == [[0, 1], [2], [3], [4]])
  }

  @Test func neitherANameNorPeopleAloneJoin() {
    // The same name and two people; the same people and another name.
    #expect(gathered(["kestrel lamps|ab", "kestrel radio|ab"], [[0], [1]]) == [[0], [1]])
    #expect(gathered(["kestrel lamps|abc", "osprey radio|abc"], [[0], [1]]) == [[0], [1]])
  }

  @Test func aWordOfFewNamesOfAClusterIsNotItsName() {
    let records = ["heron|abc", "heron|", "heron kestrel|", "kestrel|abc"]
    #expect(gathered(records, [[0, 1, 2], [3]]) == [[0, 1, 2], [3]])
  }

  @Test func whatManyHaveProvesNothing() {
    let names = ["kestrel lamps|abc", "kestrel radio|abc", "kestrel wire|abc"]
    #expect(gathered(names, [[0], [1], [2]]) == [[0], [1], [2]])
  }
}
