// Numbers of lines, counted where they are asked for.
import Bytes

/// Counts the line breaks of a block.
enum LineCounter {
  /// How many lines end in `range`: at each LF, and where a CR alone ends a row also at each of those.
  static func breaks(_ bytes: RawSpan, _ range: Range<Int>, _ lineBreak: Dialect.LineBreak) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.byteCount)
    var count = 0
    var returns: UInt64 = 0
    var at = range.lowerBound
    while at &+ 8 <= range.upperBound {
      let word = bytes.word(at)
      count &+= equalLanes(word ^ ByteLanes.repeating(UInt8(ascii: "\n")))
      returns |= ByteLanes.zeros(in: word ^ ByteLanes.repeating(UInt8(ascii: "\r")))
      at &+= 8
    }
    while at < range.upperBound {
      let byte = bytes.byte(at)
      if byte == UInt8(ascii: "\n") { count &+= 1 }
      if byte == UInt8(ascii: "\r") { returns = 1 }
      at &+= 1
    }
    return lineBreak == .any && returns != 0 ? count + loneReturns(bytes, range) : count
  }

  /// How many of the eight lanes are zero, exactly (Hacker's Delight, 2nd ed., section 6-1).
  @inline(__always)
  private static func equalLanes(_ word: UInt64) -> Int {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return (~(((word & low) &+ low) | word | low)).nonzeroBitCount
  }

  private static func loneReturns(_ bytes: RawSpan, _ range: Range<Int>) -> Int {
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound, let found = bytes.firstOffset(of: UInt8(ascii: "\r"), in: at..<range.upperBound) {
      if found &+ 1 >= bytes.byteCount || bytes.byte(found &+ 1) != UInt8(ascii: "\n") { count &+= 1 }
      at = found &+ 1
    }
    return count
  }

  /// Where the line begins that holds `offset`.
  static func start(_ bytes: RawSpan, _ offset: Int, _ lineBreak: Dialect.LineBreak) -> Int {
    var at = min(offset, bytes.byteCount)
    while at > 0 {
      let byte = bytes.byte(at - 1)
      if byte == UInt8(ascii: "\n") { return at }
      if byte == UInt8(ascii: "\r"), lineBreak == .any, at == bytes.byteCount || bytes.byte(at) != UInt8(ascii: "\n") {
        return at
      }
      at -= 1
    }
    return 0
  }
}
