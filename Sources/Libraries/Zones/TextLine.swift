// A text as lines: where each lies, what it begins with, how deep it is quoted.
import Bytes

/// One line of a text.
struct TextLine {
  /// The line without its line feed.
  var start: Int
  var end: Int
  /// The line without white space around it, and without quote marks.
  var contentStart: Int
  var contentEnd: Int
  /// How many quote marks begin it.
  var depth: Int

  var isBlank: Bool { contentStart >= contentEnd && depth == 0 }
  var count: Int { contentEnd - contentStart }
}

/// All lines of a text.
struct TextLines {
  /// Texts with more lines are zoned only so far.
  static let limit = 200_000

  let bytes: [UInt8]
  private(set) var lines: [TextLine] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines.reserveCapacity(bytes.count / 32 + 1)
    let span = bytes.span.bytes
    var at = 0
    while at < bytes.count {
      let isLast = lines.count == Self.limit
      let end = isLast ? bytes.count : span.firstOffset(of: 0x0A, in: at..<bytes.count) ?? bytes.count
      lines.append(Self.line(span, at, end))
      at = end + 1
    }
  }

  private static func line(_ span: RawSpan, _ start: Int, _ end: Int) -> TextLine {
    var i = start
    var depth = 0
    var mark = start
    while i < end {
      let byte = span.byte(i)
      if byte == 0x3E {
        depth += 1
        mark = i + 1
      } else if byte != 0x20, byte != 0x09, !(byte == 0xA0 || byte == 0xC2) {
        break
      } else if depth == 0, i - start > 3, i + 1 < end, span.byte(i + 1) == 0x3E {
        break
      }
      i += 1
    }
    if depth == 0 { depth = initialsQuote(span, i, end, &mark) }
    var low = depth > 0 ? mark : start
    while low < end, span.byte(low) <= 0x20 { low += 1 }
    var high = end
    high = trimmed(span, low, high)
    return TextLine(start: start, end: end, contentStart: low, contentEnd: high, depth: depth)
  }

  /// The end of a line's content without blanks, also those that were left spelt as quoted-printable: `Thanks=20`.
  private static func trimmed(_ span: RawSpan, _ low: Int, _ end: Int) -> Int {
    var high = end
    while high > low {
      let last = span.byte(high - 1)
      if last <= 0x20 {
        high -= 1
      } else if high - low >= 3, span.byte(high - 3) == 0x3D,
        span.byte(high - 2) == 0x32 && last == 0x30 || span.byte(high - 2) == 0x30 && last == 0x39
      {
        high -= 3
      } else {
        break
      }
    }
    return high
  }

  /// Quote marks with initials before them, as of old news readers: `AB> `.
  private static func initialsQuote(_ span: RawSpan, _ start: Int, _ end: Int, _ mark: inout Int) -> Int {
    var i = start
    while i < end, i - start < 3, span.byte(i) &- 0x41 < 26 { i += 1 }
    guard i > start, i < end, span.byte(i) == 0x3E, i + 1 == end || span.byte(i + 1) == 0x20 else { return 0 }
    mark = i + 1
    return 1
  }

  var count: Int { lines.count }

  subscript(index: Int) -> TextLine { lines[index] }

  /// The content of a line.
  func content(_ index: Int) -> ArraySlice<UInt8> {
    bytes[lines[index].contentStart..<lines[index].contentEnd]
  }

  /// The first byte of a line's content, 0 when it has none.
  func first(_ index: Int) -> UInt8 {
    lines[index].count > 0 ? bytes[lines[index].contentStart] : 0
  }

  /// The last byte of a line's content, 0 when it has none.
  func last(_ index: Int) -> UInt8 {
    lines[index].count > 0 ? bytes[lines[index].contentEnd - 1] : 0
  }

  /// A line's content in lower case (all scripts), at most `limit` bytes of it.
  func lowered(_ index: Int, limit: Int = 300) -> [UInt8] {
    LowerCase.text(content(index).prefix(limit))
  }

  /// Whether a line is `>>> Name date >>>`, after which GroupWise quotes without marks.
  func isGroupWiseMark(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.depth >= 3, line.count > 10, last(index) == 0x3E else { return false }
    return content(index).suffix(3).elementsEqual([0x3E, 0x3E, 0x3E])
  }

  /// Whether a line begins with a bar, which some programs quote with, and is no row of a table.
  func hasForeignMark(_ index: Int) -> Bool {
    guard lines[index].depth == 0, first(index) == 0x7C else { return false }
    return lines[index].count == 1 || last(index) != 0x7C
  }

  /// The next line at or after `index` that is not blank.
  func nextFilled(_ index: Int, before end: Int) -> Int? {
    var i = index
    while i < end {
      if lines[i].count > 0 || lines[i].depth > 0 { return i }
      i += 1
    }
    return nil
  }
}
