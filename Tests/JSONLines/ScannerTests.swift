import JSONLines
import TestSupport
import Testing

struct ScannerTests {
  @Test func theScannerAndItsTwinJudgeTheTableAlike() {
    for it in ScannerCase.all {
      let text = String(decoding: it.line, as: UTF8.self)
      #expect(((try? Record(it.line)) != nil) == (it.column == nil), "\(text)")
      #expect(JSONDiagnosis.ofRecord(it.line)?.column == it.column, "\(text)")
    }
  }

  @Test func aCaseIsJudgedTheSameWhereverItLiesInItsBlock() {
    for it in ScannerCase.all {
      for offset in 0..<9 {
        let bytes = [UInt8](repeating: 0x7B, count: offset) + it.line + [0x22, 0x7D, 0x5C]
        var index = MemberIndex()
        let isRecord = index.scan(bytes.span.bytes, offset..<offset + it.line.count)
        #expect(isRecord == (it.column == nil), "\(String(decoding: it.line, as: UTF8.self)) at \(offset)")
      }
    }
  }

  @Test func aCutLineIsNeverARecordAndNeverACrash() {
    for it in ScannerCase.all where it.column == nil {
      let end = it.line.lastIndex(of: UInt8(ascii: "}")) ?? 0
      for length in 0...end {
        let cut = Array(it.line.prefix(length))
        #expect((try? Record(cut)) == nil)
        #expect(JSONDiagnosis.ofRecord(cut)?.column == length + 1 || JSONDiagnosis.ofRecord(cut) != nil)
      }
    }
  }

  @Test func theDepthOfBothIsBoundedAlike() {
    for depth in [1, 510, 511, 512, 513, 100_000] {
      let line = Array(
        ("{\"v\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}").utf8)
      let accepted = depth < JSONLimits.depth
      #expect(((try? Record(line)) != nil) == accepted)
      #expect((JSONDiagnosis.ofRecord(line) == nil) == accepted)
    }
  }

  @Test func randomDamageNeverMakesTheTwinsDisagree() {
    var random = SplitMix(seed: 5)
    let seed = Array("{\"a\":[1.5e3,\"x\\u00e9\\n😀\",{\"b\":null}],\"c\":true,\"é\":\"\"}".utf8)
    for _ in 0..<3000 {
      var line = seed
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let at = Int.random(in: 0..<line.count, using: &random)
        if Bool.random(using: &random) {
          line[at] = UInt8.random(in: 0...255, using: &random)
        } else {
          line.remove(at: at)
        }
      }
      #expect(((try? Record(line)) == nil) == (JSONDiagnosis.ofRecord(line) != nil), "\(line)")
    }
  }
}
