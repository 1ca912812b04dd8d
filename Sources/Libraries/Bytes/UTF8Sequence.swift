/// Well-formed UTF-8 sequences (Unicode 15, table 3-7; RFC 3629 section 4).
public enum UTF8Sequence {
  /// The length of the well-formed sequence of two to four bytes at `offset`, or 0 when there is none before `end`.
  @inlinable
  public static func length(in bytes: RawSpan, at offset: Int, end: Int) -> Int {
    let lead = bytes.byte(offset)
    let available = end &- offset
    switch lead {
    case 0xC2...0xDF:
      return available >= 2 && isContinuation(bytes.byte(offset &+ 1)) ? 2 : 0
    case 0xE0...0xEF:
      guard available >= 3 else { return 0 }
      let second = bytes.byte(offset &+ 1)
      let lowest: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let highest: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= lowest && second <= highest && isContinuation(bytes.byte(offset &+ 2)) ? 3 : 0
    case 0xF0...0xF4:
      guard available >= 4 else { return 0 }
      let second = bytes.byte(offset &+ 1)
      let lowest: UInt8 = lead == 0xF0 ? 0x90 : 0x80
      let highest: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
      guard second >= lowest && second <= highest else { return 0 }
      return isContinuation(bytes.byte(offset &+ 2)) && isContinuation(bytes.byte(offset &+ 3)) ? 4 : 0
    default:
      return 0
    }
  }

  /// Whether `byte` continues a sequence (10xxxxxx).
  @inlinable @inline(__always)
  public static func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
  }

  /// The offset of the first byte in `range` that is not part of well-formed UTF-8, or nil.
  @inlinable
  public static func firstFault(in bytes: RawSpan, _ range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if offset &+ 8 <= range.upperBound, bytes.word(offset) & 0x8080_8080_8080_8080 == 0 {
        offset &+= 8
      } else if bytes.byte(offset) < 0x80 {
        offset &+= 1
      } else {
        let length = length(in: bytes, at: offset, end: range.upperBound)
        if length == 0 { return offset }
        offset &+= length
      }
    }
    return nil
  }
}
