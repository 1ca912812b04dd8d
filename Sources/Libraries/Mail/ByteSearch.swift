// What this module asks of bytes and lines.
import Bytes

extension [UInt8] {
  /// Where the line that holds `start` ends: the index of its line feed, or `limit`.
  func lineEnd(from start: Int, limit: Int) -> Int {
    index(of: 0x0A, in: start..<Swift.max(start, limit)) ?? limit
  }

  /// Whether `wanted` stands at `start`; there must be room for it.
  func holds(_ wanted: [UInt8], at start: Int) -> Bool {
    for i in wanted.indices where self[start + i] != wanted[i] { return false }
    return true
  }

  /// Whether `text` (lower-case ASCII) stands at `start`, whatever the case there, before `limit`.
  func hasPrefix(_ text: StaticString, at start: Int, limit: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, limit <= count, limit - start >= length else { return false }
    // Sound: a static string's bytes live for ever and `length` is their count.
    return text.withUTF8Buffer { wanted in
      for i in 0..<length where ASCII.lower(self[start + i]) != wanted[i] { return false }
      return true
    }
  }
}

/// What this module asks of single ASCII bytes.
enum ASCII {
  @inline(__always) static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  /// A blank, tab, carriage return or line feed.
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  /// The value of a hexadecimal digit.
  @inline(__always) static func hex(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte &- 0x30 }
    let low = byte | 0x20
    return low &- 0x61 < 6 ? low &- 0x57 : nil
  }
}

extension ArraySlice<UInt8> {
  /// The slice without white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    var low = startIndex
    var high = endIndex
    while low < high, ASCII.isSpace(self[low]) { low += 1 }
    while high > low, ASCII.isSpace(self[high - 1]) { high -= 1 }
    return self[low..<high]
  }

  /// The bytes as text, ill-formed sequences replaced.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// The bytes with ASCII letters lower-cased.
  var lowered: [UInt8] { LowerCase.ascii(self) }

  /// Whether `text` (lower-case ASCII) begins the slice, whatever the case there.
  func begins(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    // Sound: a static string's bytes live for ever and `length` is their count.
    return text.withUTF8Buffer { wanted in
      for i in 0..<length where ASCII.lower(self[startIndex + i]) != wanted[i] { return false }
      return true
    }
  }

  /// Whether the slice equals `text` (lower-case ASCII), whatever the case there.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && begins(text)
  }
}

extension [UInt8] {
  /// The bytes without white space at both ends.
  var trimmed: ArraySlice<UInt8> { self[...].trimmed }

  /// The bytes as text, ill-formed sequences replaced.
  var text: String { String(decoding: self, as: UTF8.self) }
}
