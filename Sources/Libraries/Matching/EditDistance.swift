/// Edit distances between byte strings: 64 cells of the classical table at a time.
public enum EditDistance {
  /// Insertions, deletions and substitutions that turn one into the other; longer strings than 64 bytes take the table.
  public static func levenshtein(_ left: [UInt8], _ right: [UInt8]) -> Int {
    bitParallel(left.span, right.span, transpositions: false)
  }

  /// As `levenshtein`, with swapped neighbours as one edit (optimal string alignment).
  public static func osa(_ left: [UInt8], _ right: [UInt8]) -> Int {
    bitParallel(left.span, right.span, transpositions: true)
  }

  /// Whether `osa` is `most` or less; most strings that are not alike are told by their letters.
  public static func isOSA(_ left: [UInt8], _ right: [UInt8], atMost most: Int) -> Bool {
    isOSA(left.span, right.span, atMost: most, LetterOverlap(left.span, right.span))
  }

  /// The same of two texts whose overlap is known.
  public static func isOSA(
    _ left: Span<UInt8>, _ right: Span<UInt8>, atMost most: Int, _ overlap: LetterOverlap
  ) -> Bool {
    guard abs(left.count - right.count) <= most, overlap.fewestEdits <= most else { return false }
    return most == 1
      ? isOneEdit(left, right) || left.isEqual(right) : bitParallel(left, right, transpositions: true) <= most
  }

  /// Whether `osa` is exactly 1, told without a table: what is left between the common beginning and the common end is
  /// one byte of one of them, one byte of both, or two that changed places.
  public static func isOneEdit(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var end = 0
    while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
    switch (left.count - start - end, right.count - start - end) {
    case (0, 1), (1, 0), (1, 1): return true
    case (2, 2): return left[start] == right[start + 1] && left[start + 1] == right[start]
    default: return false
    }
  }

  /// 1 for equal strings, 0 for strings without anything in common.
  public static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let longest = max(left.count, right.count)
    return longest == 0 ? 1 : 1 - Double(osa(left, right)) / Double(longest)
  }

  /// Hyyrö's column-wise bit vectors: `positive` and `negative` hold the vertical differences of the table's column.
  private static func bitParallel(_ left: Span<UInt8>, _ right: Span<UInt8>, transpositions: Bool) -> Int {
    if left.count > right.count { return bitParallel(right, left, transpositions: transpositions) }
    guard !left.isEmpty else { return right.count }
    guard left.count <= 64 else { return table(left.array, right.array, transpositions: transpositions) }
    var positive = ~UInt64(0)
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var previousMatch: UInt64 = 0
    var distance = left.count
    let last = UInt64(1) << UInt64(left.count - 1)
    for index in right.indices {
      let match = mask(of: right[index], in: left)
      let swapped = transpositions ? ((~diagonal & match) << 1) & previousMatch : 0
      diagonal = (((match & positive) &+ positive) ^ positive) | match | negative | swapped
      var up = negative | ~(diagonal | positive)
      var down = diagonal & positive
      if up & last != 0 { distance += 1 } else if down & last != 0 { distance -= 1 }
      up = up << 1 | 1
      down <<= 1
      positive = down | ~(diagonal | up)
      negative = up & diagonal
      previousMatch = match
    }
    return distance
  }

  /// A bit for each place where `byte` stands in `text`.
  private static func mask(of byte: UInt8, in text: Span<UInt8>) -> UInt64 {
    var mask: UInt64 = 0
    for index in text.indices where text[index] == byte { mask |= 1 << UInt64(index) }
    return mask
  }

  /// The classical table, three rows at a time: for long strings, and the twin that the fast path is tested against.
  static func table(_ left: [UInt8], _ right: [UInt8], transpositions: Bool) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var above = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in right.indices {
        let cost = left[i] == right[j] ? 0 : 1
        var best = min(above[j + 1] + 1, row[j] + 1, above[j] + cost)
        if transpositions, i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      before = above
      above = row
    }
    return above[right.count]
  }
}

extension Span<UInt8> {
  /// Whether the bytes are the same.
  @inlinable
  public func isEqual(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// The bytes as an array of their own.
  public var array: [UInt8] { indices.map { self[$0] } }
}
