import Testing

@testable import Matching

struct StringMeasureTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("abcd", "acbd", 2), ("smith", "smith", 0),
    (String(repeating: "ab", count: 60), String(repeating: "ba", count: 60), 2),
  ])
  func knownDistancesComeOut(left: String, right: String, distance: Int) {
    #expect(EditDistance.levenshtein(Array(left.utf8), Array(right.utf8)) == distance)
  }

  @Test func swappedNeighboursAreOneEdit() {
    #expect(EditDistance.osa(Array("abcd".utf8), Array("acbd".utf8)) == 1)
    #expect(EditDistance.osa(Array("ca".utf8), Array("abc".utf8)) == 3)
  }

  @Test func theBitVectorsAgreeWithTheTable() {
    var state: UInt64 = 42
    func random(_ limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
    for _ in 0..<5000 {
      let left = (0..<random(70)).map { _ in UInt8(97 + random(3)) }
      let right = (0..<random(70)).map { _ in UInt8(97 + random(3)) }
      #expect(EditDistance.levenshtein(left, right) == EditDistance.table(left, right, transpositions: false))
      #expect(EditDistance.osa(left, right) == EditDistance.table(left, right, transpositions: true))
    }
  }

  @Test(arguments: [("martha", "marhta", 0.9611), ("dixon", "dicksonx", 0.8133), ("dwayne", "duane", 0.84)])
  func jaroWinklerGivesWinklersFigures(left: String, right: String, expected: Double) {
    #expect(abs(JaroWinkler.similarity(Array(left.utf8), Array(right.utf8)) - expected) < 0.0001)
  }

  @Test func jaroWinklerIsBounded() {
    #expect(JaroWinkler.similarity([], []) == 1)
    #expect(JaroWinkler.similarity([1], []) == 0)
    let long = [UInt8](repeating: 97, count: 1000)
    #expect(JaroWinkler.similarity(long, long + [98]) > 0.99)
  }

  @Test func wordsCountByTheirRarityAndForgiveAnError() {
    let left = ["nordwind", "logistik"].map { Array($0.utf8) }
    let right = ["nordwnid", "logistik"].map { Array($0.utf8) }
    #expect(TokenMeasures.softCosine(left, right) { _ in 1 } > 0.9)
    #expect(TokenMeasures.softCosine(left, [Array("energie".utf8)]) { _ in 1 } == 0)
    #expect(TokenMeasures.jaccard(left, right) == 1.0 / 3)
    #expect(TokenMeasures.wordSimilarity(Array("unit12".utf8), Array("unit13".utf8)) == 0)
  }

  @Test func oneEditIsToldWithoutATable() {
    var state: UInt64 = 5
    var edits = 0
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let left = (0..<Int(state >> 61)).map { UInt8(state >> UInt64(20 + 2 * $0) & 3) }
      let right = (0..<Int(state >> 58 & 7)).map { UInt8(state >> UInt64(36 + 2 * $0) & 3) }
      let isOneEdit = EditDistance.table(left, right, transpositions: true) == 1
      #expect(EditDistance.isOneEdit(left.span, right.span) == isOneEdit)
      if isOneEdit { edits += 1 }
    }
    #expect(edits > 500)
  }

  /// The looks at letters only must decide as the measures themselves do.
  @Test func whatLettersTellAgreesWithTheMeasures() {
    var state: UInt64 = 11
    func word() -> [UInt8] {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (0..<Int(state >> 60)).map { UInt8(ascii: "a") + UInt8(state >> UInt64(8 + 3 * $0) & 7) }
    }
    var (near, all) = (0, 0)
    for _ in 0..<20_000 {
      let left = word()
      // Half of the pairs are a word and the same word with an error.
      var right = word()
      if state & 1 << 40 != 0, !left.isEmpty {
        right = left
        right[Int(state >> 41 & 0xFF) % right.count] = UInt8(ascii: "x")
      }
      let (one, other) = (left.span, right.span)
      let overlap = LetterOverlap(LetterSet(one), count: one.count, LetterSet(other), count: other.count)
      for most in 0...2 {
        let isNear = EditDistance.osa(left, right) <= most
        #expect(EditDistance.isOSA(left, right, atMost: most) == isNear)
        #expect(EditDistance.isOSA(one, other, atMost: most, overlap) == isNear)
      }
      for least in [0.7, 0.88, 0.9, 1] {
        let isNear = JaroWinkler.similarity(left, right) >= least
        #expect(JaroWinkler.reaches(least, left, right) == isNear)
        #expect(JaroWinkler.reaches(least, one, other, overlap) == isNear)
      }
      all += 1
      if JaroWinkler.reaches(0.88, left, right) { near += 1 }
    }
    #expect(near > 500 && near < all - 500)
  }
}
