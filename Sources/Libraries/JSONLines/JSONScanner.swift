// The one pass that every line of every filter goes through: is it one JSON object (RFC 8259), well-formed
// UTF-8, nested no deeper than the bound, and where do its top-level members lie? It answers yes or no;
// `JSONDiagnosis`, its plain twin, then says where and why not.
import Bytes

/// The bounds within which JSON text is accepted.
public enum JSONLimits {
  /// How deep objects and arrays may nest, the record itself counted.
  public static let depth = 512
}

/// Scans one record.
enum JSONScanner {
  /// Finds the members of the one valid object that fills `line`, with nothing but blanks around it, and puts them into
  /// `index`; false when `line` is anything else.
  static func scan(_ bytes: RawSpan, _ line: Range<Int>, into index: inout MemberIndex) -> Bool {
    let end = line.upperBound
    index.members.removeAll(keepingCapacity: true)
    var at = skipBlanks(bytes, line.lowerBound, end)
    guard at < end, bytes.byte(at) == UInt8(ascii: "{") else { return false }
    index.open = at
    at = skipBlanks(bytes, at &+ 1, end)
    guard at < end else { return false }
    if bytes.byte(at) == UInt8(ascii: "}") { return close(bytes, at, end, &index) }
    while at < end, bytes.byte(at) == UInt8(ascii: "\"") {
      var escaped = false
      let keyStart = at
      let keyEnd = skipString(bytes, at, end, escaped: &escaped)
      let valueStart = skipColon(bytes, keyEnd, end)
      guard valueStart > 0 else { return false }
      let valueEnd = skipValue(bytes, valueStart, end, depth: 1)
      guard valueEnd > 0 else { return false }
      index.members.append(
        Member(key: keyStart..<keyEnd, value: valueStart..<valueEnd, keyIsEscaped: escaped))
      at = skipBlanks(bytes, valueEnd, end)
      guard at < end else { return false }
      if bytes.byte(at) == UInt8(ascii: "}") { return close(bytes, at, end, &index) }
      guard bytes.byte(at) == UInt8(ascii: ",") else { return false }
      at = skipBlanks(bytes, at &+ 1, end)
    }
    return false
  }

  private static func close(_ bytes: RawSpan, _ brace: Int, _ end: Int, _ index: inout MemberIndex) -> Bool {
    index.close = brace
    return skipBlanks(bytes, brace &+ 1, end) == end
  }

  // The functions below take the offset of what they skip and return the offset after it, or -1.

  /// The first byte from `at` on that is no blank (space, tab, carriage return, line feed).
  @inline(__always)
  static func skipBlanks(_ line: RawSpan, _ at: Int, _ end: Int) -> Int {
    var at = at
    while at < end {
      let byte = line.byte(at)
      if byte > 0x20 || !isBlank(byte) { return at }
      at &+= 1
    }
    return at
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  /// The offset of the value behind a key that ended before `at`, or -1.
  @inline(__always)
  private static func skipColon(_ line: RawSpan, _ at: Int, _ end: Int) -> Int {
    guard at > 0 else { return -1 }
    let colon = skipBlanks(line, at, end)
    guard colon < end, line.byte(colon) == UInt8(ascii: ":") else { return -1 }
    let value = skipBlanks(line, colon &+ 1, end)
    return value < end ? value : -1
  }

  @inline(__always)
  static func skipValue(_ line: RawSpan, _ at: Int, _ end: Int, depth: Int) -> Int {
    switch line.byte(at) {
    case UInt8(ascii: "\""):
      var escaped = false
      return skipString(line, at, end, escaped: &escaped)
    case UInt8(ascii: "{"): return skipObject(line, at, end, depth: depth &+ 1)
    case UInt8(ascii: "["): return skipArray(line, at, end, depth: depth &+ 1)
    case UInt8(ascii: "t"): return skipWord(line, at, end, 0x6575_7274, 4)
    case UInt8(ascii: "n"): return skipWord(line, at, end, 0x6C6C_756E, 4)
    case UInt8(ascii: "f"): return skipWord(line, at &+ 1, end, 0x6573_6C61, 4)
    default: return skipNumber(line, at, end)
    }
  }

  @inline(__always)
  private static func skipWord(_ line: RawSpan, _ at: Int, _ end: Int, _ word: UInt32, _ count: Int) -> Int {
    at &+ count <= end && line.halfWord(at) == word ? at &+ count : -1
  }

  private static func skipObject(_ line: RawSpan, _ start: Int, _ end: Int, depth: Int) -> Int {
    guard depth <= JSONLimits.depth else { return -1 }
    var at = skipBlanks(line, start &+ 1, end)
    guard at < end else { return -1 }
    if line.byte(at) == UInt8(ascii: "}") { return at &+ 1 }
    while at < end, line.byte(at) == UInt8(ascii: "\"") {
      var escaped = false
      at = skipColon(line, skipString(line, at, end, escaped: &escaped), end)
      guard at > 0 else { return -1 }
      at = skipValue(line, at, end, depth: depth)
      guard at > 0 else { return -1 }
      at = skipBlanks(line, at, end)
      guard at < end else { return -1 }
      if line.byte(at) == UInt8(ascii: "}") { return at &+ 1 }
      guard line.byte(at) == UInt8(ascii: ",") else { return -1 }
      at = skipBlanks(line, at &+ 1, end)
    }
    return -1
  }

  private static func skipArray(_ line: RawSpan, _ start: Int, _ end: Int, depth: Int) -> Int {
    guard depth <= JSONLimits.depth else { return -1 }
    var at = skipBlanks(line, start &+ 1, end)
    guard at < end else { return -1 }
    if line.byte(at) == UInt8(ascii: "]") { return at &+ 1 }
    while at < end {
      at = skipValue(line, at, end, depth: depth)
      guard at > 0 else { return -1 }
      at = skipBlanks(line, at, end)
      guard at < end else { return -1 }
      if line.byte(at) == UInt8(ascii: "]") { return at &+ 1 }
      guard line.byte(at) == UInt8(ascii: ",") else { return -1 }
      at = skipBlanks(line, at &+ 1, end)
    }
    return -1
  }

  /// Skips a string from its opening to its closing quote: no control characters, known escapes, valid UTF-8.
  @inline(__always)
  static func skipString(_ line: RawSpan, _ quote: Int, _ end: Int, escaped: inout Bool) -> Int {
    var at = quote &+ 1
    while true {
      at = skipPlain(line, at, end)
      guard at < end else { return -1 }
      let byte = line.byte(at)
      if byte == UInt8(ascii: "\"") { return at &+ 1 }
      if byte >= 0x80 {
        at = skipNonASCII(line, at, end)
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
        at = skipEscape(line, at, end)
      } else {
        return -1
      }
      guard at > 0 else { return -1 }
    }
  }

  /// The first byte from `at` on that is a quote, a backslash, a control character or not ASCII.
  @inline(__always)
  private static func skipPlain(_ line: RawSpan, _ start: Int, _ end: Int) -> Int {
    let quotes = ByteLanes.repeating(UInt8(ascii: "\""))
    let backslashes = ByteLanes.repeating(UInt8(ascii: "\\"))
    var at = start
    while at &+ 8 <= end {
      let word = line.word(at)
      let marks =
        ByteLanes.zeros(in: word ^ quotes) | ByteLanes.zeros(in: word ^ backslashes)
        | ByteLanes.below(0x20, in: word) | (word & 0x8080_8080_8080_8080)
      if marks != 0 { return at &+ ByteLanes.first(marks) }
      at &+= 8
    }
    while at < end {
      let byte = line.byte(at)
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80 { return at }
      at &+= 1
    }
    return at
  }

  /// Skips all bytes from `at` on that are not ASCII.
  private static func skipNonASCII(_ line: RawSpan, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, line.byte(at) >= 0x80 {
      let length = UTF8Sequence.length(in: line, at: at, end: end)
      guard length > 0 else { return -1 }
      at &+= length
    }
    return at
  }

  private static func skipEscape(_ line: RawSpan, _ at: Int, _ end: Int) -> Int {
    guard at &+ 1 < end else { return -1 }
    switch line.byte(at &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return at &+ 2
    case UInt8(ascii: "u"):
      guard at &+ 6 <= end else { return -1 }
      for offset in 2..<6 where JSONText.hexValue(line.byte(at &+ offset)) == nil { return -1 }
      return at &+ 6
    default: return -1
    }
  }

  private static func skipNumber(_ line: RawSpan, _ start: Int, _ end: Int) -> Int {
    var at = start
    if line.byte(at) == UInt8(ascii: "-") { at &+= 1 }
    guard at < end else { return -1 }
    if line.byte(at) == UInt8(ascii: "0") {
      at &+= 1
    } else {
      let digits = skipDigits(line, at, end)
      guard digits > at else { return -1 }
      at = digits
    }
    if at < end, line.byte(at) == UInt8(ascii: ".") {
      let digits = skipDigits(line, at &+ 1, end)
      guard digits > at &+ 1 else { return -1 }
      at = digits
    }
    if at < end, line.byte(at) | 0x20 == UInt8(ascii: "e") {
      at &+= 1
      if at < end, line.byte(at) == UInt8(ascii: "+") || line.byte(at) == UInt8(ascii: "-") { at &+= 1 }
      let digits = skipDigits(line, at, end)
      guard digits > at else { return -1 }
      at = digits
    }
    return at
  }

  @inline(__always)
  private static func skipDigits(_ line: RawSpan, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, line.byte(at) &- UInt8(ascii: "0") <= 9 { at &+= 1 }
    return at
  }
}
