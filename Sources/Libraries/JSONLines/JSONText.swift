// Strings between their JSON spelling and their text.
import Bytes

/// The spelling of JSON strings (RFC 8259, section 7).
public enum JSONText {
  /// The value of a hexadecimal digit, or nil.
  @inlinable @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte &- UInt8(ascii: "A") &+ 10)
    default: nil
    }
  }

  /// Adds the text of the valid JSON string in `range` (with its quotes) to `text`, as UTF-8. A surrogate without its
  /// partner becomes U+FFFD.
  public static func decode(_ json: RawSpan, _ range: Range<Int>, into text: inout [UInt8]) {
    var at = range.lowerBound + 1
    let end = range.upperBound - 1
    while at < end {
      guard let backslash = json.firstOffset(of: UInt8(ascii: "\\"), in: at..<end) else {
        text.append(json, at..<end)
        return
      }
      text.append(json, at..<backslash)
      at = decodeEscape(json, backslash, end, into: &text)
    }
  }

  /// The text of the valid JSON string in `range`, with its quotes.
  public static func string(_ json: RawSpan, _ range: Range<Int>) -> String {
    let inner = range.lowerBound + 1..<range.upperBound - 1
    if json.firstOffset(of: UInt8(ascii: "\\"), in: inner) == nil { return json.text(inner) }
    var text: [UInt8] = []
    text.reserveCapacity(inner.count)
    decode(json, range, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func decodeEscape(_ json: RawSpan, _ at: Int, _ end: Int, into text: inout [UInt8]) -> Int {
    switch json.byte(at + 1) {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): return decodeUnicode(json, at, end, into: &text)
    case let other: text.append(other)
    }
    return at + 2
  }

  private static func decodeUnicode(_ json: RawSpan, _ at: Int, _ end: Int, into text: inout [UInt8]) -> Int {
    let unit = codeUnit(json, at)
    if UTF16.isLeadSurrogate(unit), at + 12 <= end, json.byte(at + 6) == UInt8(ascii: "\\"),
      json.byte(at + 7) == UInt8(ascii: "u")
    {
      let trail = codeUnit(json, at + 6)
      if UTF16.isTrailSurrogate(trail) {
        append(UTF16.decode(UTF16.EncodedScalar([unit, trail])), to: &text)
        return at + 12
      }
    }
    append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &text)
    return at + 6
  }

  private static func codeUnit(_ json: RawSpan, _ at: Int) -> UInt16 {
    (2..<6).reduce(0) { $0 << 4 | (hexValue(json.byte(at + $1)) ?? 0) }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Adds the UTF-8 text in `range` to `json` as a string in quotes. Bytes that are not well-formed UTF-8 become U+FFFD.
  public static func encode(_ text: RawSpan, _ range: Range<Int>, into json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    let end = range.upperBound
    var start = range.lowerBound
    var at = firstSpecial(text, start, end)
    while at < end {
      let byte = text.byte(at)
      let length = byte < 0x80 ? 0 : UTF8Sequence.length(in: text, at: at, end: end)
      if length == 0 {
        if start < at { json.append(text, start..<at) }
        if byte < 0x80 { appendEscape(of: byte, to: &json) } else { json.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
        start = at &+ 1
      }
      at = firstSpecial(text, at &+ max(1, length), end)
    }
    json.append(text, start..<end)
    json.append(UInt8(ascii: "\""))
  }

  /// Adds `text` to `json` as a string in quotes.
  public static func encode(_ text: String, into json: inout [UInt8]) {
    encode(text, into: &json, before: nil, after: nil)
  }

  /// The same with a byte before and after it.
  static func encode(_ text: String, into json: inout [UInt8], before: UInt8?, after: UInt8?) {
    if let before { json.append(before) }
    withText(text) { utf8 in
      if isPlain(utf8) {
        json.append(addingCapacity: utf8.count + 2) { $0.append(copying: utf8, between: UInt8(ascii: "\"")) }
      } else {
        encode(UnsafeRawBufferPointer(utf8).bytes, 0..<utf8.count, into: &json)
      }
    }
    if let after { json.append(after) }
  }

  /// Adds `name` and `text` as a member of an object, behind a comma where one is needed. Most texts need no escape, and are
  /// added with all around them at once.
  static func encode(member name: StaticString, _ text: String, comma: Bool, into json: inout [UInt8]) {
    withText(text) { utf8 in
      let isPlain = isPlain(utf8)
      json.append(addingCapacity: name.utf8CodeUnitCount + 6 + (isPlain ? utf8.count : 0)) { output in
        output.append(key: name, comma: comma)
        if isPlain { output.append(copying: utf8, between: UInt8(ascii: "\"")) }
      }
      if !isPlain { encode(UnsafeRawBufferPointer(utf8).bytes, 0..<utf8.count, into: &json) }
    }
  }

  /// Calls `body` with the text as UTF-8. Unlike `withUTF8` this takes no copy of the string, which would be counted.
  @inline(__always)
  private static func withText(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    // Sound: the pointer does not leave the closure, and the text of a string is well-formed.
    if text.utf8.withContiguousStorageIfAvailable(body) == nil {
      var text = text
      text.withUTF8(body)
    }
  }

  /// Whether nothing in the text needs an escape.
  @inline(__always)
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // Sound: the span does not outlive the buffer.
    firstEscaped(UnsafeRawBufferPointer(text).bytes, 0, text.count) == text.count
  }

  /// The first byte from `start` on that is to be escaped.
  @inline(__always)
  private static func firstEscaped(_ text: RawSpan, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at &+ 8 <= end {
      let word = text.word(at)
      let marks =
        ByteLanes.zeros(in: word ^ ByteLanes.repeating(UInt8(ascii: "\"")))
        | ByteLanes.zeros(in: word ^ ByteLanes.repeating(UInt8(ascii: "\\"))) | ByteLanes.below(0x20, in: word)
      if marks != 0 { return at &+ ByteLanes.first(marks) }
      // The last word may overlap the one before it, which spares the bytes at the end from being looked at one by one.
      at = at &+ 16 <= end || at &+ 8 == end ? at &+ 8 : end &- 8
    }
    while at < end {
      let byte = text.byte(at)
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return at }
      at &+= 1
    }
    return at
  }

  /// The first byte from `start` on that is not copied as it is: one to escape, or one of a longer UTF-8 sequence.
  @inline(__always)
  private static func firstSpecial(_ text: RawSpan, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at &+ 8 <= end {
      let word = text.word(at)
      let marks =
        ByteLanes.zeros(in: word ^ ByteLanes.repeating(UInt8(ascii: "\"")))
        | ByteLanes.zeros(in: word ^ ByteLanes.repeating(UInt8(ascii: "\\")))
        | ByteLanes.below(0x20, in: word) | (word & 0x8080_8080_8080_8080)
      if marks != 0 { return at &+ ByteLanes.first(marks) }
      at &+= 8
    }
    while at < end, !isSpecial(text.byte(at)) { at &+= 1 }
    return at
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func appendEscape(of byte: UInt8, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): json.append(byte)
    case 0x08: json.append(UInt8(ascii: "b"))
    case 0x09: json.append(UInt8(ascii: "t"))
    case 0x0A: json.append(UInt8(ascii: "n"))
    case 0x0C: json.append(UInt8(ascii: "f"))
    case 0x0D: json.append(UInt8(ascii: "r"))
    default:
      json.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] { json.append(digit < 10 ? digit &+ 0x30 : digit &+ 0x57) }
    }
  }
}

extension OutputSpan<UInt8> {
  /// Adds the name of a member, which needs no escape, with its colon, behind a comma where one is needed; it takes four bytes
  /// beside the name.
  @inline(__always)
  mutating func append(key name: StaticString, comma: Bool) {
    // Sound: a literal lives as long as the program, and has as many bytes as it says.
    let text = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    if comma { append(UInt8(ascii: ",")) }
    append(copying: text, between: UInt8(ascii: "\""))
    append(UInt8(ascii: ":"))
  }
}
