/// Cuts a text into sentences: at the end of a paragraph, after `.`, `!`, `?` or `।` before a space, at a line that
/// begins a list item, and after a short line (chat lines, signatures, lists), but not where a long line was only
/// wrapped.
public enum Sentences {
  /// The sentences' ranges in the text, without white space around them; at most 2,000.
  public static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    var lineStart = 0
    var index = 0
    while index < text.count, found.count < 2_000 {
      let byte = text[index]
      if byte == 0x0A {
        if endsSentence(text, lineStart, index) {
          append(text, start..<index, to: &found)
          start = index + 1
        }
        lineStart = index + 1
      } else if isStop(text, index) {
        let end = afterClosers(text, index + 1)
        if end == text.count || isSpace(text[end]), !isAbbreviation(text, start, index) {
          append(text, start..<end, to: &found)
          start = end
        }
        index = max(index, end - 1)
      }
      index += 1
    }
    append(text, start..<text.count, to: &found)
    return found
  }

  /// The sentence, cut to 240 bytes at a space when it is longer.
  static func core(of sentence: Range<Int>, in text: [UInt8]) -> Range<Int> {
    guard sentence.count > 240 else { return sentence }
    var end = sentence.lowerBound + 240
    while end > sentence.lowerBound + 120, !isSpace(text[end]) { end -= 1 }
    while end > sentence.lowerBound, text[end] & 0xC0 == 0x80 { end -= 1 }
    return sentence.lowerBound..<end
  }

  private static func append(_ text: [UInt8], _ range: Range<Int>, to found: inout [Range<Int>]) {
    var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    if start < end { found.append(start..<end) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isStop(_ text: [UInt8], _ index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    case 0xA4: index >= 2 && text[index - 1] == 0xA5 && text[index - 2] == 0xE0
    default: false
    }
  }

  private static func afterClosers(_ text: [UInt8], _ index: Int) -> Int {
    var index = index
    while index < text.count, ".!?)\"'".utf8.contains(text[index]) { index += 1 }
    return index
  }

  /// Whether the stop at `index` only ends a title, an initial or a common short form.
  private static func isAbbreviation(_ text: [UInt8], _ start: Int, _ index: Int) -> Bool {
    guard text[index] == UInt8(ascii: ".") else { return false }
    var first = index
    while first > start, !isSpace(text[first - 1]), text[first - 1] != UInt8(ascii: "("), index - first < 8 {
      first -= 1
    }
    let word = text[first..<index].map { $0 | 0x20 }
    if word.count == 1, text[first] >= 0x41, text[first] <= 0x5A { return true }
    return shortForms.contains(String(decoding: word, as: UTF8.self))
  }

  private static let shortForms: Set<String> = [
    "approx", "asst", "bzgl", "ca", "dr", "e.g", "ggf", "herr", "i.e", "inc", "incl", "lt", "max", "min", "mr", "mrs",
    "ms", "no", "nos", "nr", "ph", "prof", "rs", "sr", "sra", "st", "usw", "vs", "yrs", "z.b",
  ]

  /// Whether the line break at `end` ends a sentence.
  private static func endsSentence(_ text: [UInt8], _ lineStart: Int, _ end: Int) -> Bool {
    if end - lineStart < 55 { return true }
    var next = end + 1
    while next < text.count, text[next] == 0x20 || text[next] == 0x09 || text[next] == 0x0D { next += 1 }
    guard next < text.count else { return true }
    switch text[next] {
    case 0x0A, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ">"), 0xE2: return true
    case 0x30...0x39: return next + 1 < text.count && ".)".utf8.contains(text[next + 1])
    default: return false
    }
  }
}
