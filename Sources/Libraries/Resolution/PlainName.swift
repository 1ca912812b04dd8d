import Bytes

/// A written name of two words of ASCII letters, as most are, told apart at a glance: `Jane Doe`, `J. Doe`, `Doe, Jane`.
///
/// Unless the word that is taken for the given name is a title (`Dr Doe`) or, behind a comma, a suffix (`Doe, PhD`), the
/// two words are what `PersonName` reads as given and family name.
struct PlainName {
  /// Where the words stand.
  let given: Range<Int>
  let family: Range<Int>
  /// Whether the family name stands first, before a comma.
  let isTurned: Bool

  /// Longest text that is looked at.
  private static let longest = 128

  /// The words of the text in `range` of `bytes`; nil when it is anything else.
  init?(_ bytes: RawSpan, _ range: Range<Int>) {
    guard range.count <= Self.longest else { return nil }
    let first = Self.word(bytes, range.lowerBound, range.upperBound)
    guard !first.isEmpty, first.upperBound < range.upperBound else { return nil }
    var next = first.upperBound
    let mark = bytes.byte(next)
    isTurned = mark == UInt8(ascii: ",")
    if isTurned || mark == UInt8(ascii: ".") { next += 1 }
    guard next < range.upperBound, bytes.byte(next) == UInt8(ascii: " ") else { return nil }
    let second = Self.word(bytes, next + 1, range.upperBound)
    // A dot behind the last word is part of an initial in `Doe, J.`
    let rest = second.upperBound..<range.upperBound
    let isAtEnd = rest.isEmpty || isTurned && bytes.equals(Self.dot, in: rest)
    guard !second.isEmpty, isAtEnd, !bytes.equals(Self.via, in: second) else { return nil }
    (given, family) = isTurned ? (second, first) : (first, second)
  }

  private static let dot = [UInt8(ascii: ".")]
  /// What follows it says where the name comes from.
  private static let via = Array("via".utf8)

  /// The ASCII letters from `start` on.
  private static func word(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Range<Int> {
    var next = start
    while next < end, (0x61...0x7A).contains(bytes.byte(next) | 0x20) { next += 1 }
    return start..<next
  }
}
