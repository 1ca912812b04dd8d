/// A text as `WordFinder` looks at it: ASCII letters and those of Latin-1 in lower case, each run of white space as one
/// space, each apostrophe as `'`; and where each byte stood.
struct FoldedText {
  /// The folded bytes, and four zeros behind them.
  private(set) var bytes: [UInt8]
  /// Where each folded byte stands in the text.
  private(set) var places: [Int32]
  /// The lengths of the longest run of white space, of letters, digits and `_`, and of anything but white space.
  private(set) var longestSpace = 0
  private(set) var longestWord = 0
  private(set) var longestSolid = 0
  /// Whether it holds one of the three letters beyond Latin-1 that fold to letters within: the Kelvin and the Ångström sign
  /// and the long s. Words can't be looked for in it.
  private(set) var isOdd = false

  /// How many folded bytes there are.
  var count: Int { places.count }

  init(_ text: [UInt8]) {
    bytes = []
    places = []
    bytes.reserveCapacity(text.count + 4)
    places.reserveCapacity(text.count)
    var (spaces, letters, solidStart, index) = (0, 0, 0, 0)
    while index < text.count {
      let byte = Self.table[Int(text[index])]
      let place = Int32(truncatingIfNeeded: index)
      index += 1
      if byte == 0x20 {
        if spaces == 0 { longestSolid = max(longestSolid, index - 1 - solidStart) }
        spaces += 1
        letters = 0
        solidStart = index
        if spaces > longestSpace { longestSpace = spaces }
        if spaces > 1 { continue }
      } else {
        spaces = 0
        letters = Self.isWord(byte) ? letters + 1 : 0
        if letters > longestWord { longestWord = letters }
        if byte >= 0xC2, wide(text, byte, place, &index) { continue }
      }
      bytes.append(byte)
      places.append(place)
    }
    longestSolid = max(longestSolid, text.count - solidStart)
    bytes.append(contentsOf: [0, 0, 0, 0])
  }

  /// Folds a character of several bytes, behind the first of them; false when it stays as it is.
  private mutating func wide(_ text: [UInt8], _ first: UInt8, _ place: Int32, _ index: inout Int) -> Bool {
    guard index < text.count else { return false }
    let second = text[index]
    switch first {
    case 0xC2 where second == 0xB4: index += 1
    case 0xC3 where (0x80...0x9E).contains(second) && second != 0x97:
      bytes.append(first)
      bytes.append(second + 0x20)
      places.append(place)
      places.append(place + 1)
      index += 1
      return true
    case 0xC5:
      isOdd = isOdd || second == 0xBF
      return false
    case 0xE2 where index + 1 < text.count:
      let third = text[index + 1]
      isOdd = isOdd || second == 0x84 && (third == 0xAA || third == 0xAB)
      guard second == 0x80, third == 0x98 || third == 0x99 else { return false }
      index += 2
    default: return false
    }
    bytes.append(0x27)
    places.append(place)
    return true
  }

  /// How a character stands in a folded text; nil when it has other forms there, or none.
  static func folded(_ scalar: UInt32) -> [UInt8]? {
    switch scalar {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20..<0x7F: [table[Int(scalar)]]
    case 0xB4, 0x2018, 0x2019: [0x27]
    case 0xC5, 0xD7, 0xDF, 0xE5, 0xF7, 0xFF: nil
    case 0xC0...0xDE: [0xC3, UInt8(scalar - 0xC0 + 0xA0)]
    case 0xE0...0xFE: [0xC3, UInt8(scalar - 0xC0 + 0x80)]
    // Devanagari has no case.
    case 0x0900...0x097F: Array(String(Unicode.Scalar(scalar) ?? " ").utf8)
    default: nil
    }
  }

  /// Whether the byte is a letter, a digit or `_`, as RE2's `\b` and `\w` mean it.
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x5F: true
    default: false
    }
  }

  private static let table: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A: UInt8(byte) | 0x20
    case 0x09, 0x0A, 0x0C, 0x0D: 0x20
    case 0x60: 0x27
    default: UInt8(byte)
    }
  }
}
