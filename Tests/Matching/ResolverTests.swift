import Testing

@testable import Matching

/// Two-letter words as records: the first letter is a name, the second an address.
private struct Letters: EntityModel {
  let comparisons = [
    Comparison("name", [.init("different", match: 0.05, random: 0.9), .init("equal", match: 0.95, random: 0.1)]),
    Comparison("address", [.init("different", match: 0.1, random: 0.99), .init("equal", match: 0.9, random: 0.01)]),
  ]
  let blockingRules = ["name", "address"]
  let identifyingRules: Set<UInt8> = [1]

  func keys(of record: [UInt8]) -> [BlockingKey] {
    [BlockingKey(rule: 0, [record[0]]), BlockingKey(rule: 1, [record[1]])]
  }

  func compare(_ left: [UInt8], _ right: [UInt8]) -> Agreement {
    var agreement = Agreement()
    for index in 0..<2 where left[index] != UInt8(ascii: "-") && right[index] != UInt8(ascii: "-") {
      agreement.set(index, level: left[index] == right[index] ? 2 : 1)
    }
    return agreement
  }
}

struct ResolverTests {
  private func clusters(_ words: [String], _ decisions: Decisions = Decisions()) -> [[Int]] {
    Resolver(Letters(), words.map { Array($0.utf8) }).resolve(decisions).clusters
  }

  @Test func recordsThatAgreeAreOneEntity() {
    #expect(clusters(["ax", "ax", "by", "by", "cz"]) == [[0, 1], [2, 3], [4]])
  }

  @Test func aDecisionKeepsApartWhatAgrees() {
    var decisions = Decisions()
    decisions.different = [(0, 1)]
    decisions.same = [(3, 4)]
    let found = clusters(["ax", "ax", "by", "by", "cz"], decisions)
    #expect(!found.contains([0, 1]))
    #expect(found.contains { $0.contains(3) && $0.contains(4) })
  }

  @Test func everyRecordIsInOneCluster() {
    let letters = Array("abcdefg")
    let words = (0..<200).map { "\(letters[$0 % 7])\(letters[$0 % 5])" }
    #expect(clusters(words).flatMap { $0 }.sorted() == Array(0..<200))
    #expect(clusters([]).isEmpty)
    #expect(clusters(["ax"]) == [[0]])
  }

  @Test func manyRecordsOfOneAddressAreOneEntity() {
    let words = (0..<400).map { _ in "ax" } + ["by", "cz"]
    #expect(clusters(words).map(\.count) == [400, 1, 1])
  }

  @Test func aPairIsComparedOnceAndALargeBlockIsNamed() {
    let keys = (0..<10).map { [BlockingKey(rule: 0, [UInt8($0 % 2)]), BlockingKey(rule: 1, [7])] }
    var pairs: Set<[Int]> = []
    var count = 0
    let blocks = CandidatePairs(keys: keys, limit: 5)
    blocks.forEachPair(inBlocks: 0..<blocks.blockCount) {
      pairs.insert([$0, $1])
      count += 1
    }
    #expect(count == 20)
    #expect(pairs.count == 20)
    #expect(blocks.skipped == [CandidatePairs.Skipped(rule: 1, records: 10, example: 0)])
  }
}
