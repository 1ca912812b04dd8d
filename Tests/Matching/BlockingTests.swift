import TestSupport
import Testing

@testable import Matching

struct BlockingTests {
  /// Whatever a run draws, so that no output hangs on it.
  @Test(arguments: [nil, 0, 3, 0x9e37_79b9_7f4a_7c15, UInt64.max])
  func aHashTableNumbersAsADictionaryDoes(_ drawn: UInt64?) {
    var table = drawn.map { HashTable(secret: .init(offset: ~$0, multiplier: $0)) } ?? HashTable()
    var random = SplitMix(seed: 3)
    var numbers: [UInt64: Int32] = [:]
    for round in 0..<20_000 {
      let word = random.next()
      // Some come again, some differ in a half only, and many fall on one place.
      let hash = round % 3 == 0 ? word >> 52 : round % 3 == 1 ? (word >> 52) << 40 : word
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
    var random = SplitMix(seed: 9)
    let records = (0..<300).map { _ in
      let values = (0..<1 + random.below(4)).map { _ in (rule: UInt8(random.below(3)), value: UInt64(random.below(80)))
      }
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
