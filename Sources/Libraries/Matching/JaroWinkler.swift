/// Jaro's similarity with Winkler's bonus for an equal beginning, made for short names.
public enum JaroWinkler {
  /// 1 for equal strings, 0 for strings without a common letter nearby; at most 64 bytes of each are looked at.
  public static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    similarity(left.span, right.span, commonStart: commonStart(left.span, right.span))
  }

  private static func similarity(_ left: Span<UInt8>, _ right: Span<UInt8>, commonStart: Int) -> Double {
    if left.isEqual(right) { return 1 }
    let jaro = jaro(left.extracting(first: 64), right.extracting(first: 64))
    return jaro + Double(commonStart) * 0.1 * (1 - jaro)
  }

  /// How many bytes both begin with, of which up to four count.
  private static func commonStart(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let most = min(4, left.count, right.count)
    var count = 0
    while count < most, left[count] == right[count] { count += 1 }
    return count
  }

  /// Whether the similarity is `least` or more; most strings that are not alike are told by their letters.
  public static func reaches(_ least: Double, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    reaches(least, left.span, right.span, LetterOverlap(left.span, right.span))
  }

  /// The same of two texts whose overlap is known.
  public static func reaches(
    _ least: Double, _ left: Span<UInt8>, _ right: Span<UInt8>, _ overlap: LetterOverlap
  ) -> Bool {
    let (first, second) = (Double(min(left.count, 64)), Double(min(right.count, 64)))
    let common = Double(overlap.mostInCommon)
    guard common > 0 else { return left.isEqual(right) && least <= 1 }
    // The highest that Jaro's formula gives with so many common letters, all of them in order.
    let highest = min(1, (min(common / first, 1) + min(common / second, 1) + 1) / 3)
    let start = commonStart(left, right)
    guard highest + Double(start) * 0.1 * (1 - highest) + 1e-9 >= least else { return false }
    return similarity(left, right, commonStart: start) >= least
  }

  private static func jaro(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    let reach = max(0, max(left.count, right.count) / 2 - 1)
    var leftMatched: UInt64 = 0
    var rightMatched: UInt64 = 0
    var common = 0
    for i in 0..<left.count {
      let low = max(0, i - reach)
      let high = min(right.count - 1, i + reach)
      guard low <= high else { continue }
      for j in low...high where rightMatched & (1 << UInt64(j)) == 0 && left[i] == right[j] {
        leftMatched |= 1 << UInt64(i)
        rightMatched |= 1 << UInt64(j)
        common += 1
        break
      }
    }
    guard common > 0 else { return 0 }
    let half = transpositions(left, leftMatched, right, rightMatched)
    let m = Double(common)
    return (m / Double(left.count) + m / Double(right.count) + (m - Double(half / 2)) / m) / 3
  }

  /// How many of the common letters stand at another rank.
  private static func transpositions(
    _ left: Span<UInt8>, _ leftMatched: UInt64, _ right: Span<UInt8>, _ rightMatched: UInt64
  ) -> Int {
    var count = 0
    var j = 0
    for i in 0..<left.count where leftMatched & (1 << UInt64(i)) != 0 {
      while rightMatched & (1 << UInt64(j)) == 0 { j += 1 }
      if left[i] != right[j] { count += 1 }
      j += 1
    }
    return count
  }
}
