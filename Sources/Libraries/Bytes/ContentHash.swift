/// Sixty-four bits that stand for some bytes: the same in every run and on every machine. For tables and for noticing
/// changes, not against somebody who looks for two texts of one hash.
public enum ContentHash {
  // Odd numbers without pattern: digits of pi.
  private static let first: UInt64 = 0x243f_6a88_85a3_08d3
  private static let second: UInt64 = 0x1319_8a2e_0370_7345
  private static let third: UInt64 = 0xa409_3822_299f_31d1

  /// The hash of the bytes of `range`.
  public static func of(_ span: RawSpan, _ range: Range<Int>) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= span.byteCount)
    var offset = range.lowerBound
    let end = range.upperBound
    var (one, two) = (first, second ^ UInt64(range.count))
    while offset &+ 32 <= end {
      one = mixed(span.word(offset) ^ second, span.word(offset &+ 8) ^ one)
      two = mixed(span.word(offset &+ 16) ^ third, span.word(offset &+ 24) ^ two)
      offset &+= 32
    }
    one ^= two
    while offset &+ 8 <= end {
      one = mixed(span.word(offset) ^ third, one ^ second)
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < end {
      rest = rest << 8 | UInt64(span.byte(offset))
      offset &+= 1
    }
    return mixed(mixed(rest ^ first, one ^ third), two ^ second)
  }

  /// The hash of `bytes`.
  public static func of(_ bytes: [UInt8]) -> UInt64 { of(bytes.span.bytes, 0..<bytes.count) }

  /// The hash of two hashes in this order.
  public static func of(_ one: UInt64, _ other: UInt64) -> UInt64 { mixed(one ^ first, other ^ third) }

  @inline(__always)
  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let (high, low) = one.multipliedFullWidth(by: other)
    return high ^ low
  }
}
