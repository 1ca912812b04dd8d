/// Cuts a template into text, outputs and tags, one at a time; inside a `liquid` tag, into a tag a line.
struct Tokenizer {
  /// A piece of a template; ranges are offsets into the source.
  enum Token {
    case text(Range<Int>)
    case output(Range<Int>)
    case tag(name: String, markup: Range<Int>, offset: Int)
    case spin(SpinMark, offset: Int)
  }

  let source: [UInt8]
  private(set) var at: Int
  private let end: Int
  private let isLines: Bool
  private var trimsNext = false
  private let marks: [(offset: Int, mark: SpinMark)]
  private var nextMark = 0

  /// Reads a whole template; `marks` are the choices in its text.
  init(source: [UInt8], marks: [(offset: Int, mark: SpinMark)] = []) {
    self.source = source
    self.marks = marks
    at = 0
    end = source.count
    isLines = false
  }

  /// Reads the lines of a `liquid` tag's markup.
  init(lines: Range<Int>, of source: [UInt8]) {
    self.source = source
    at = lines.lowerBound
    end = lines.upperBound
    isLines = true
    marks = []
  }

  /// The next piece, nil at the end.
  /// - Throws: a syntax message with its offset when an output or tag is not closed.
  mutating func next() throws(SyntaxFailure) -> Token? {
    if isLines { return nextLine() }
    while at < end {
      while nextMark < marks.count, marks[nextMark].offset < at { nextMark += 1 }
      if nextMark < marks.count, marks[nextMark].offset == at {
        trimsNext = false
        at += 1
        return .spin(marks[nextMark].mark, offset: at - 1)
      }
      let open = nextOpening(from: at)
      if open > at {
        let text = trimmed(at..<open)
        at = open
        if !text.isEmpty { return .text(text) }
        continue
      }
      let isTag = source[at + 1] == UInt8(ascii: "%")
      let range = try delimited(close: isTag ? UInt8(ascii: "%") : UInt8(ascii: "}"), what: isTag ? "tag" : "output")
      return isTag ? tag(in: range) : .output(range)
    }
    return nil
  }

  /// Where the next `{{` or `{%` begins, else the end.
  private func nextOpening(from start: Int) -> Int {
    var index = start
    let limit = nextMark < marks.count ? marks[nextMark].offset : end
    while index + 1 < end, index < limit {
      if source[index] == UInt8(ascii: "{"),
        source[index + 1] == UInt8(ascii: "{") || source[index + 1] == UInt8(ascii: "%")
      {
        return index
      }
      index += 1
    }
    return limit
  }

  private mutating func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    if trimsNext { while low < high, isSpace(source[low]) { low += 1 } }
    trimsNext = false
    if high + 2 < end, source[high + 2] == UInt8(ascii: "-") {
      while high > low, isSpace(source[high - 1]) { high -= 1 }
    }
    return low..<high
  }

  /// The inside of the output or tag that opens here; the position moves behind it.
  private mutating func delimited(close: UInt8, what: String) throws(SyntaxFailure) -> Range<Int> {
    let open = at
    var start = open + 2
    if start < end, source[start] == UInt8(ascii: "-") { start += 1 }
    var index = start
    while index + 1 < end, !(source[index] == close && source[index + 1] == UInt8(ascii: "}")) { index += 1 }
    guard index + 1 < end else { throw SyntaxFailure(open, "the \(what) is not closed") }
    at = index + 2
    trimsNext = index > start && source[index - 1] == UInt8(ascii: "-")
    return start..<(trimsNext ? index - 1 : index)
  }

  private func tag(in range: Range<Int>) -> Token {
    var start = range.lowerBound
    while start < range.upperBound, isSpace(source[start]) { start += 1 }
    var stop = start
    if stop < range.upperBound, source[stop] == UInt8(ascii: "#") {
      stop += 1
    } else {
      while stop < range.upperBound, isWordByte(source[stop]) { stop += 1 }
    }
    let name = String(decoding: source[start..<stop], as: UTF8.self)
    return .tag(name: name, markup: stop..<range.upperBound, offset: start)
  }

  private mutating func nextLine() -> Token? {
    while at < end {
      var stop = at
      while stop < end, source[stop] != UInt8(ascii: "\n") { stop += 1 }
      let line = at..<stop
      at = min(end, stop + 1)
      if line.contains(where: { !isSpace(source[$0]) }) { return tag(in: line) }
    }
    return nil
  }

  /// Takes everything up to the closing tag of that name as it stands; the position moves behind the tag.
  mutating func raw(until name: String, offset: Int) throws(SyntaxFailure) -> Range<Int> {
    let start = at
    var index = start
    while index < end {
      if !isLines, let stop = closing(name, at: index) {
        at = stop.end
        trimsNext = stop.trims
        return start..<index
      }
      index += 1
    }
    throw SyntaxFailure(offset, "'\(name)' is missing")
  }

  /// Whether `{% name %}` stands at the index: where it ends and whether it trims what follows.
  private func closing(_ name: String, at index: Int) -> (end: Int, trims: Bool)? {
    guard index + 1 < end, source[index] == UInt8(ascii: "{"), source[index + 1] == UInt8(ascii: "%") else {
      return nil
    }
    var here = index + 2
    if here < end, source[here] == UInt8(ascii: "-") { here += 1 }
    while here < end, isSpace(source[here]) { here += 1 }
    let word = Array(name.utf8)
    guard here + word.count <= end, source[here..<here + word.count].elementsEqual(word) else { return nil }
    here += word.count
    while here < end, isSpace(source[here]) { here += 1 }
    let trims = here < end && source[here] == UInt8(ascii: "-")
    if trims { here += 1 }
    guard here + 1 < end, source[here] == UInt8(ascii: "%"), source[here + 1] == UInt8(ascii: "}") else { return nil }
    return (here + 2, trims)
  }
}

/// A syntax error before its line is known.
struct SyntaxFailure: Error {
  var offset: Int
  var message: String

  init(_ offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }
}

@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "_")
}
