/// Edit distances between byte strings: 64 cells of the classical table at a time.
public enum EditDistance {
  /// Insertions, deletions and substitutions that turn one into the other; longer strings than 64 bytes take the table.
  public static func levenshtein(_ left: [UInt8], _ right: [UInt8]) -> Int {
    bitParallel(left, right, transpositions: false)
  }

  /// As `levenshtein`, with swapped neighbours as one edit (optimal string alignment).
  public static func osa(_ left: [UInt8], _ right: [UInt8]) -> Int {
    bitParallel(left, right, transpositions: true)
  }

  /// Whether `osa` is `most` or less; most strings that are not alike are told by their letters.
  public static func isOSA(_ left: [UInt8], _ right: [UInt8], atMost most: Int) -> Bool {
    abs(left.count - right.count) <= most && LetterOverlap(left, right).fewestEdits <= most && osa(left, right) <= most
  }

  /// 1 for equal strings, 0 for strings without anything in common.
  public static func similarity(_ left: [UInt8], _ right: [UInt8]) -> Double {
    let longest = max(left.count, right.count)
    return longest == 0 ? 1 : 1 - Double(osa(left, right)) / Double(longest)
  }

  /// Hyyrö's column-wise bit vectors: `positive` and `negative` hold the vertical differences of the table's column.
  private static func bitParallel(_ left: [UInt8], _ right: [UInt8], transpositions: Bool) -> Int {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard !short.isEmpty else { return long.count }
    guard short.count <= 64 else { return table(short, long, transpositions: transpositions) }
    var positive = ~UInt64(0)
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var previousMatch: UInt64 = 0
    var distance = short.count
    let last = UInt64(1) << UInt64(short.count - 1)
    for byte in long {
      let match = mask(of: byte, in: short)
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
  private static func mask(of byte: UInt8, in text: [UInt8]) -> UInt64 {
    var mask: UInt64 = 0
    for (index, candidate) in text.enumerated() where candidate == byte { mask |= 1 << UInt64(index) }
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
