// Copying text that is known to be UTF-8 into a JSON string, eight bytes at a time.
import Bytes

enum JSONCopy {
  /// Writes the text in `range` as a string in quotes into `room` from `start` on; returns where it ends. The caller has
  /// made room for six bytes a byte and 16 more.
  static func copy(_ text: RawSpan, _ range: Range<Int>, to room: inout [UInt8], at start: Int) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.byteCount)
    precondition(start >= 0 && start + 6 * range.count + 16 <= room.count)
    // Sound: the preconditions bound what is read, and the longest string that can be written; a word that is written
    // whole ends at most seven bytes behind its last byte that counts.
    return room.withUnsafeMutableBytes { room in
      guard let base = room.baseAddress else { return start }
      var out = base + start
      out.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
      out += 1
      var at = range.lowerBound
      while at < range.upperBound {
        let left = range.upperBound &- at
        let word = at &+ 8 <= text.byteCount ? text.word(at) : partialWord(text, at)
        out.storeBytes(of: word.littleEndian, as: UInt64.self)
        let clean = min(left, 8, cleanBytes(word))
        out += clean
        at &+= clean
        if clean < 8, clean < left {
          out += escape(text.byte(at), out)
          at &+= 1
        }
      }
      out.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
      return (out + 1) - base
    }
  }

  /// How many of the eight bytes stand before one that must be escaped.
  @inline(__always)
  private static func cleanBytes(_ word: UInt64) -> Int {
    let marks =
      ByteLanes.zeros(in: word ^ ByteLanes.repeating(UInt8(ascii: "\"")))
      | ByteLanes.zeros(in: word ^ ByteLanes.repeating(UInt8(ascii: "\\"))) | ByteLanes.below(0x20, in: word)
    return marks == 0 ? 8 : ByteLanes.first(marks)
  }

  /// The bytes from `at` to the end of the text, fewer than eight, and zeros.
  private static func partialWord(_ text: RawSpan, _ at: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in (at..<text.byteCount).reversed() { word = word << 8 | UInt64(text.byte(index)) }
    return word
  }

  /// Writes the escape of `byte`, at most six bytes; returns how many.
  private static func escape(_ byte: UInt8, _ out: UnsafeMutableRawPointer) -> Int {
    let letter: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter = byte
    case 0x08: letter = UInt8(ascii: "b")
    case 0x09: letter = UInt8(ascii: "t")
    case 0x0A: letter = UInt8(ascii: "n")
    case 0x0C: letter = UInt8(ascii: "f")
    case 0x0D: letter = UInt8(ascii: "r")
    default:
      let digits: (UInt8) -> UInt8 = { $0 < 10 ? $0 + 0x30 : $0 + 0x57 }
      for (index, character) in [0x5C, 0x75, 0x30, 0x30, digits(byte >> 4), digits(byte & 15)].enumerated() {
        out.storeBytes(of: character, toByteOffset: index, as: UInt8.self)
      }
      return 6
    }
    out.storeBytes(of: UInt8(ascii: "\\"), as: UInt8.self)
    out.storeBytes(of: letter, toByteOffset: 1, as: UInt8.self)
    return 2
  }
}
