/// Text that grows line by line: white space collapsed, blank lines kept to those asked for, quotes marked by `>`.
struct TextLayout {
  /// How deep the text is quoted from here on.
  var quoteDepth = 0
  private var out: [UInt8] = []
  private var lineIsEmpty = true
  private var pendingBlank = false
  private var pendingBreaks = 0
  private var brokenLines = 0

  mutating func reserve(_ count: Int) {
    out.reserveCapacity(count)
  }

  /// A place in the text, for `since`.
  var mark: Int { out.count }

  /// What was written since `mark`, without the white space around it.
  func since(_ mark: Int) -> ArraySlice<UInt8> {
    out[min(mark, out.count)...].trimmed
  }

  /// Adds words; line breaks in them count only when `preformatted`.
  mutating func append(_ words: ArraySlice<UInt8>, preformatted: Bool) {
    var i = words.startIndex
    while i < words.endIndex {
      let byte = words[i]
      if byte == 0x0D {
        if !preformatted { pendingBlank = true }
        i += 1
      } else if preformatted, byte == 0x0A {
        lineBreak()
        i += 1
      } else if ASCII.isSpace(byte), !preformatted {
        pendingBlank = true
        i += 1
      } else if byte == 0xC2, i + 1 < words.endIndex, words[i + 1] == 0xA0 {
        pendingBlank = true
        i += 2
      } else if Self.isInvisible(words, i) {
        i += 3
      } else {
        let end = Self.plainEnd(words, from: i + 1, preformatted: preformatted)
        startLine()
        out.append(contentsOf: words[i..<end])
        i = end
      }
    }
  }

  /// Where the bytes end that are copied as they are: at white space, or at what may be a blank or invisible.
  private static func plainEnd(_ words: ArraySlice<UInt8>, from start: Int, preformatted: Bool) -> Int {
    var end = start
    while end < words.endIndex {
      let byte = words[end]
      if byte <= 0x20 ? ASCII.isSpace(byte) && !(preformatted && byte == 0x20) : byte >= 0xC2 && isLead(byte) { break }
      end += 1
    }
    return end
  }

  /// Whether a no-break space, a zero-width space or a byte order mark may begin with `byte`.
  private static func isLead(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  /// A zero-width space or a byte order mark, which newsletters fill their heads with.
  private static func isInvisible(_ words: ArraySlice<UInt8>, _ i: Int) -> Bool {
    guard words[i] == 0xE2 || words[i] == 0xEF, i + 2 < words.endIndex else { return false }
    let rest = (words[i + 1], words[i + 2])
    if words[i] == 0xEF { return rest == (0xBB, 0xBF) }
    return rest == (0x80, 0x8B)
  }

  /// Ends the line, also an empty one.
  mutating func lineBreak() {
    pendingBlank = false
    pendingBreaks = min(pendingBreaks + 1, 3)
  }

  /// Ends the line unless it is empty, with `blankLines` empty lines after it.
  mutating func block(blankLines: Int) {
    pendingBlank = false
    if out.isEmpty { return }
    brokenLines = max(brokenLines, blankLines + 1)
  }

  /// Divides two cells of a row.
  mutating func cell() {
    guard !lineIsEmpty, pendingBreaks == 0, brokenLines == 0 else {
      pendingBlank = true
      return
    }
    if out.last != 0x09 { out.append(0x09) }
    pendingBlank = false
  }

  /// The text without white space at its end.
  mutating func finish() -> [UInt8] {
    while let last = out.last, ASCII.isSpace(last) { out.removeLast() }
    return out
  }

  /// Writes the line breaks, quote marks and the blank that are due.
  private mutating func startLine() {
    let breaks = max(pendingBreaks, brokenLines)
    if breaks > 0 || out.isEmpty {
      if !out.isEmpty { emptyLines(breaks) }
      for _ in 0..<quoteDepth { out.append(0x3E) }
      if quoteDepth > 0 { out.append(0x20) }
      pendingBlank = false
    } else if pendingBlank {
      if out.last != 0x09 { out.append(0x20) }
      pendingBlank = false
    }
    pendingBreaks = 0
    brokenLines = 0
    lineIsEmpty = false
  }

  private mutating func emptyLines(_ breaks: Int) {
    while let last = out.last, last == 0x20 || last == 0x09 { out.removeLast() }
    for line in 0..<breaks {
      out.append(0x0A)
      if line + 1 < breaks { out.append(contentsOf: repeatElement(0x3E, count: quoteDepth)) }
    }
  }
}
