// How likely words are in the encodings of East Asia, whose characters have two bytes.

/// An encoding, by the rows of its table and what stands in them.
struct DoubleByteModel: Sendable {
  /// A block of characters: their first and second bytes, and the logarithm of the likelihood of each.
  private struct Block: Sendable {
    let first: ClosedRange<UInt8>
    let second: ClosedRange<UInt8>
    let cost: Double
  }

  /// The name of the encoding.
  let label: String
  /// Tells it from the others.
  let number: UInt32
  /// How much better it must explain a text than the common ones, since it is rarer.
  let handicap: Double
  private let blocks: [Block]
  /// Bytes beyond ASCII that are characters by themselves.
  private let singles: ClosedRange<UInt8>?

  /// The logarithm of the likelihood of `word`; one with a byte that is no character has next to none.
  func score(_ word: ArraySlice<UInt8>) -> Double {
    var score = 0.0
    var at = word.startIndex
    while at < word.endIndex {
      let byte = word[at]
      at += 1
      if byte < 0x80 { continue }
      if let singles, singles.contains(byte) {
        score -= 7
        continue
      }
      guard at < word.endIndex, let block = blocks.first(where: { $0.first ~= byte && $0.second ~= word[at] }) else {
        return -1e6
      }
      score += block.cost
      at += 1
    }
    return score
  }

  /// All such encodings.
  ///
  /// The shares of the blocks are round figures of running text: about half of Japanese is kana; the first levels of JIS X
  /// 0208, GB 2312 and Big5 and the Hangul of KS X 1001 were chosen to cover nearly all that is written.
  static let all: [DoubleByteModel] = [
    DoubleByteModel(
      label: "shift_jis", number: 1, handicap: 0,
      blocks: [
        Block(first: 0x82...0x82, second: 0x9F...0xF1, cost: -5.3),
        Block(first: 0x83...0x83, second: 0x40...0x96, cost: -6.1),
        Block(first: 0x81...0x81, second: 0x40...0xFC, cost: -7.5),
        Block(first: 0x82...0x82, second: 0x4F...0x9A, cost: -7.6),
        Block(first: 0x87...0x87, second: 0x40...0x9C, cost: -9),
        Block(first: 0x88...0x97, second: 0x40...0xFC, cost: -9),
        Block(first: 0x98...0x98, second: 0x40...0x72, cost: -9),
        Block(first: 0x98...0x9F, second: 0x40...0xFC, cost: -13),
        Block(first: 0xE0...0xEA, second: 0x40...0xFC, cost: -13),
        Block(first: 0xFA...0xFC, second: 0x40...0xFC, cost: -13),
      ], singles: 0xA1...0xDF),
    DoubleByteModel(
      label: "euc-jp", number: 2, handicap: 2,
      blocks: [
        Block(first: 0xA4...0xA4, second: 0xA1...0xF3, cost: -5.3),
        Block(first: 0xA5...0xA5, second: 0xA1...0xF6, cost: -6.1),
        Block(first: 0xA1...0xA1, second: 0xA1...0xFE, cost: -7.5),
        Block(first: 0xA3...0xA3, second: 0xB0...0xFA, cost: -7.6),
        Block(first: 0xB0...0xCF, second: 0xA1...0xFE, cost: -9),
        Block(first: 0xD0...0xF4, second: 0xA1...0xFE, cost: -13),
        Block(first: 0x8E...0x8E, second: 0xA1...0xDF, cost: -9),
      ], singles: nil),
    DoubleByteModel(
      label: "gb18030", number: 3, handicap: 0,
      blocks: [
        Block(first: 0xB0...0xD7, second: 0xA1...0xFE, cost: -8.3),
        Block(first: 0xA1...0xA1, second: 0xA1...0xFE, cost: -7.5),
        Block(first: 0xA3...0xA3, second: 0xA1...0xFE, cost: -7.5),
        Block(first: 0xD8...0xF7, second: 0xA1...0xFE, cost: -11.8),
        Block(first: 0x81...0xFE, second: 0x40...0x7E, cost: -15.5),
        Block(first: 0x81...0xFE, second: 0x80...0xFE, cost: -15.5),
      ], singles: nil),
    DoubleByteModel(
      label: "euc-kr", number: 4, handicap: 0,
      blocks: [
        Block(first: 0xB0...0xC8, second: 0xA1...0xFE, cost: -7.8),
        Block(first: 0xA1...0xA3, second: 0xA1...0xFE, cost: -8.5),
        Block(first: 0xCA...0xFD, second: 0xA1...0xFE, cost: -13.8),
        Block(first: 0x81...0xC6, second: 0x41...0xFE, cost: -14),
      ], singles: nil),
    DoubleByteModel(
      label: "big5", number: 5, handicap: 1,
      blocks: [
        Block(first: 0xA4...0xC6, second: 0x40...0x7E, cost: -8.7),
        Block(first: 0xA4...0xC6, second: 0xA1...0xFE, cost: -8.7),
        Block(first: 0xA1...0xA3, second: 0x40...0xFE, cost: -8.5),
        Block(first: 0xC9...0xF9, second: 0x40...0x7E, cost: -13.5),
        Block(first: 0xC9...0xF9, second: 0xA1...0xFE, cost: -13.5),
      ], singles: nil),
  ]
}
