import Testing

@testable import Matching

/// Two-letter words as records: the first letter is a name, the second an address.
private struct Letters: EntityModel {
  let words: [[UInt8]]

  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
  }

  var recordCount: Int { words.count }
  let comparisons = [
    Comparison("name", [.init("different", match: 0.05, random: 0.9), .init("equal", match: 0.95, random: 0.1)]),
    Comparison("address", [.init("different", match: 0.1, random: 0.99), .init("equal", match: 0.9, random: 0.01)]),
  ]
  let blockingRules = ["name", "address"]
  let training = TrainingOptions()
  let limits = {
    var limits = BlockLimits(records: 150)
    limits.identifyingRules = [1]
    return limits
  }()

  func keys(of record: Int) -> [BlockingKey] {
    [BlockingKey(rule: 0, [words[record][0]]), BlockingKey(rule: 1, [words[record][1]])]
  }

  func compare(_ left: Int, _ right: Int) -> Agreement {
    let (left, right) = (words[left], words[right])
    var agreement = Agreement()
    for index in 0..<2 where left[index] != UInt8(ascii: "-") && right[index] != UInt8(ascii: "-") {
      agreement.set(index, level: left[index] == right[index] ? 2 : 1)
    }
    return agreement
  }
}

struct ResolverTests {
  private func clusters(_ words: [String], _ constraints: Constraints = Constraints(), threads: Int = 1) -> [[Int]] {
    var resolver = Resolver(Letters(words), threads: threads)
    resolver.constraints = constraints
    return resolver.resolve().clusters
  }

  @Test func recordsThatAgreeAreOneEntity() {
    #expect(clusters(["ax", "ax", "by", "by", "cz"]) == [[0, 1], [2, 3], [4]])
  }

  @Test func aDecisionKeepsApartWhatAgrees() {
    var decisions = Constraints()
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

  /// 3 is a bare telephone number: only 0 has one too, and 1 and 2 are 0 by their names.
  @Test func recordsWithNothingToCompareHaveNoSay() {
    let pairs = [(0, 1), (0, 2), (1, 2), (0, 3)].map { ScoredPair($0.0, $0.1, weight: 9) }
    func clusters(others: Float?) -> [[Int]] {
      Clustering(Constraints(), records: 4, threads: 1) { left, right in
        max(left, right) < 3 ? 12 : left == 0 ? 9 : others
      }.clusters(pairs)
    }
    #expect(clusters(others: nil) == [[0, 1, 2, 3]])
    #expect(clusters(others: -8) == [[0, 1, 2], [3]])
  }

  @Test func manyRecordsOfOneAddressAreOneEntity() {
    let words = (0..<400).map { _ in "ax" } + ["by", "cz"]
    #expect(clusters(words).map(\.count) == [400, 1, 1])
  }

  @Test func aPairIsComparedOnceAndALargeBlockIsNamed() {
    var keys = BlockingKeys()
    for number in 0..<10 { keys.append([BlockingKey(rule: 0, [UInt8(number % 2)]), BlockingKey(rule: 1, [7])]) }
    var pairs: Set<[Int]> = []
    var count = 0
    let blocks = CandidatePairs(keys, BlockLimits(records: 5))
    blocks.forEachPair(inBlocks: 0..<blocks.blockCount) {
      pairs.insert([$0, $1])
      count += 1
    }
    #expect(count == 20)
    #expect(pairs.count == 20)
    #expect(blocks.skipped == [CandidatePairs.Skipped(rule: 1, records: 10, example: 0)])
  }

  @Test func theLargestBlocksAreLeftOutUntilThePairsAreFew() {
    var keys = BlockingKeys()
    for number in 0..<12 {
      keys.append([BlockingKey(rule: 0, [UInt8(number / 2)]), BlockingKey(rule: 1, [UInt8(number / 6)])])
    }
    var limits = BlockLimits(records: 100)
    limits.pairs = 10
    let blocks = CandidatePairs(keys, limits)
    #expect(blocks.blockCount == 6)
    #expect(blocks.skipped.map(\.records) == [6, 6])
  }

  @Test func anyNumberOfThreadsFindsTheSame() {
    let letters = Array("abcdefghijklmnop")
    let words = (0..<2000).map { "\(letters[$0 * 7 % 16])\(letters[$0 / 3 % 16])" }
    #expect(clusters(words, threads: 1) == clusters(words, threads: 3))
  }

  @Test func aCleanSourceHasEachEntityOnce() {
    var constraints = Constraints()
    constraints.sources = [0, 0, 1, 1, 1]
    let found = clusters(["ax", "ax", "ax", "by", "cz"], constraints)
    #expect(found.contains { $0.count == 2 && $0.contains(2) })
    #expect(!found.contains { $0.contains(0) && $0.contains(1) })
  }

  @Test func labelsSayWhatCounts() throws {
    let weights = MatchWeights(Letters([]).comparisons, prior: 0.1)
    func agreement(_ name: Int, _ address: Int) -> Agreement {
      var agreement = Agreement()
      agreement.set(0, level: name)
      agreement.set(1, level: address)
      return agreement
    }
    // Two who share an address and not a name are two, a person says.
    let labels = (0..<20).map { _ in (agreement(1, 2), false) } + (0..<20).map { _ in (agreement(2, 2), true) }
    let refined = weights.refined(by: labels)
    #expect(refined.weight(agreement(1, 2)) < weights.weight(agreement(1, 2)))
    #expect(refined.weight(agreement(2, 2)) > 0)
    #expect(weights.refined(by: []).weight(agreement(2, 2)) == weights.weight(agreement(2, 2)))
  }

  @Test func whatGoesTogetherByChanceCountsOnce() {
    // Levels 1 and 2 of two comparisons always agree: a town and its postcode.
    var same = Agreement()
    same.set(0, level: 2)
    same.set(1, level: 2)
    var other = Agreement()
    other.set(0, level: 1)
    other.set(1, level: 1)
    let pairs = [(other, 9000.0), (same, 1000.0)].map { agreement, count in
      WeighedPattern((pattern: agreement.pattern, count: count, weight: count), scale: 1, isCandidate: true)
    }
    let ties = Tie.found(pairs, 2, withMatches: false)
    #expect(ties.count == 1)
    #expect(abs(ties[0].bits(2, 2) + 3.3) < 0.1)
  }

  @Test func whatOneCleanSourceHasTwiceSpeaksForNoEntity() throws {
    func pattern(_ name: Int, _ address: Int) -> UInt64 {
      var agreement = Agreement()
      agreement.set(0, level: name)
      agreement.set(1, level: address)
      return agreement.pattern
    }
    // Two guides to 400 restaurants. Twenty pairs that one guide holds share their house and not their name.
    func fitted(apart: Int) -> MatchWeights {
      var options = TrainingOptions()
      options.randomBelief = 20
      var training = WeightTraining(records: 400, pairs: 40_000, options)
      for _ in 0..<300 { training.candidates.add(pattern(2, 2)) }
      for _ in 0..<10 { training.candidates.add(pattern(1, 2)) }
      for _ in 0..<apart { training.apart.add(pattern(1, 2)) }
      for _ in 0..<20_000 { training.sample.add(pattern(1, 1)) }
      return training.fit(MatchWeights(Letters([]).comparisons, prior: 0.001))
    }
    let (taught, untaught) = (fitted(apart: 20), fitted(apart: 0))
    #expect(untaught.kin == nil)
    let kin = try #require(taught.kin)
    #expect(kin.shares[1][1] > 0.5)
    #expect(untaught.weight(pattern: pattern(1, 2)) > 0)
    #expect(taught.weight(pattern: pattern(1, 2)) < 0)
    #expect(taught.weight(pattern: pattern(2, 2)) > 3)
  }

  @Test func whatDiffersTogetherInOneEntityCountsOnce() {
    // Pairs of one entity differ in both comparisons or in none, others as it comes.
    func pattern(_ first: Int, _ second: Int) -> UInt64 {
      var agreement = Agreement()
      agreement.set(0, level: first)
      agreement.set(1, level: second)
      return agreement.pattern
    }
    func pairs(_ first: Int, _ second: Int, _ count: Double, match: Double) -> WeighedPattern {
      var pairs = WeighedPattern((pattern(first, second), count, count), scale: 1, isCandidate: true)
      pairs.match = match
      return pairs
    }
    let seen = [
      pairs(1, 1, 100, match: 1), pairs(2, 2, 900, match: 1),
      pairs(1, 1, 90_000, match: 0), pairs(2, 1, 1000, match: 0), pairs(1, 2, 1000, match: 0),
      pairs(2, 2, 1000, match: 0),
    ]
    let ties = Tie.found(seen, 2, withMatches: true)
    #expect(ties.count == 1)
    #expect(ties[0].bits(1, 1) > 2.5)
    #expect(Tie.found(seen, 2, withMatches: false)[0].bits(1, 1) <= 0)
  }
}
