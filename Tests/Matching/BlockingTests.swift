import TestSupport
import Testing

@testable import Matching

struct BlockingTests {
  /// Whatever a run draws, so that no output hangs on it.
  @Test(arguments: [nil, 0, 3, 0x9e37_79b9_7f4a_7c15, UInt64.max])
  func aHashTableNumbersAsADictionaryDoes(_ drawn: UInt64?) {
    var table = drawn.map { HashTable(secret: .init(offset: ~$0, multiplier: $0)) } ?? HashTable()
    var numbers: [UInt64: Int32] = [:]
    var state: UInt64 = 3
    for round in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Some come again, some differ in a half only, and many fall on one place.
      let hash = round % 3 == 0 ? state >> 52 : round % 3 == 1 ? (state >> 52) << 40 : state
      #expect(table.number(of: hash) == numbers[hash])
      let number = numbers[hash] ?? Int32(numbers.count)
      numbers[hash] = number
      #expect(table.add(hash) == number)
    }
    #expect(table.hashes.count == numbers.count && numbers.count < 20_000)
    #expect(table.hashes.indices.allSatisfy { table.number(of: table.hashes[$0]) == Int32($0) })
  }

  /// Under every secret, since a run can't choose which it draws: of a thousand none came over 1.6 steps a hash.
  @Test(arguments: [0, 10, 20, 30, 40, 48])
  func hashesThatShareTheirLowBitsAreNotFarFromTheirPlaces(_ shift: UInt64) {
    var random = SplitMix(seed: 5)
    for _ in 0..<30 {
      var table = HashTable(secret: .init(offset: random.next(), multiplier: random.next()))
      for number in 0..<16_000 as Range<UInt64> { _ = table.add(number << shift) }
      #expect(table.hashes.reduce(0) { $0 + table.steps(to: $1) } < 2 * 16_000)
    }
  }

  /// Each pair that shares a key comes once, whatever else it shares, and blocks of equal records change nothing.
  @Test func everyPairOfABlockComesOnce() {
    var state: UInt64 = 9
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let records = (0..<300).map { _ in
      let values = (0..<1 + next(4)).map { _ in (rule: UInt8(next(3)), value: UInt64(next(80))) }
      // The rule 5 repeats the blocks of rule 1.
      return values.map { BlockingKey(rule: $0.rule, hash: $0.value) }
        + values.filter { $0.rule == 1 }.map { BlockingKey(rule: 5, hash: $0.value) }
    }
    var keys = BlockingKeys()
    for record in records { keys.append(record) }
    let blocks = CandidatePairs(keys, BlockLimits(records: 60))
    var found: [[Int]] = []
    for share in blocks.shares(of: 200) { blocks.forEachPair(inBlocks: share) { found.append([$0, $1]) } }
    var expected: Set<[Int]> = []
    for left in records.indices {
      for right in (left + 1)..<max(left + 1, records.count) where !Set(records[left]).isDisjoint(with: records[right])
      {
        expected.insert([left, right])
        #expect(blocks.sharesBlock(left, right) != nil)
      }
    }
    #expect(found.count == expected.count && Set(found) == expected && found.count > 1000)
  }
}
