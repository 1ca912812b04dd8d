/// The line between the messages of an mbox: `From`, mostly a sender, a date; and what must follow it.
enum SeparatorLine {
  private static let lineLimit = 1_000

  /// Whether a message begins at `start`, where `From ` stands, and the date on that line.
  static func find(_ bytes: [UInt8], at start: Int) -> (isSeparator: Bool, date: MailDate?) {
    let limit = min(bytes.count, start + lineLimit)
    let end = bytes.lineEnd(from: start, limit: limit)
    guard end < bytes.count, bytes[end] == 0x0A else { return (false, nil) }
    let line = bytes[start..<end]
    let next = end + 1
    if let date = date(of: line) { return (isHeaderLine(bytes, at: next) || isFromLine(bytes, at: next), date) }
    return (isBare(line) && followsBlankLine(bytes, start) && isKnownHeader(bytes, at: next), nil)
  }

  /// One message without the mark of UTF-8 and without empty lines before its header.
  static func stripSingle(_ source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let marked = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source.dropFirst(3) : source
    guard let first = marked.first, ASCII.isSpace(first) else { return marked }
    let rest = marked.drop(while: ASCII.isSpace)
    return isKnownHeader(Array(rest.prefix(lineLimit * 2)), at: 0) ? rest : marked
  }

  /// `source` without the separator line that begins it, and the date on that line unless it is `found` already.
  static func strip(_ source: ArraySlice<UInt8>, _ found: inout MailDate?) -> ArraySlice<UInt8> {
    var rest = source.drop(while: ASCII.isSpace)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while rest.starts(with: Array("From ".utf8)) {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      found = found ?? date(of: rest[rest.startIndex..<end].prefix(lineLimit))
      rest = rest[min(end + 1, rest.endIndex)...]
    }
    return rest
  }

  /// The date that follows the sender: from the weekday on, else from the second word on.
  private static func date(of line: ArraySlice<UInt8>) -> MailDate? {
    let words = line.split(whereSeparator: ASCII.isSpace)
    guard words.count >= 4, words.count < 60 else { return nil }
    let start = words.indices.dropFirst().first { i in
      let word = words[i].filter { $0 != 0x2C }
      return word.count == 3 && DateWords.isWeekday(word[...])
    }
    return MailDateParser.parse(line[words[start ?? 2].startIndex...], needsClock: true)
  }

  /// A header field: a name of letters, digits and dashes, a colon.
  private static func isHeaderLine(_ bytes: [UInt8], at start: Int) -> Bool {
    let limit = min(bytes.count, start + 80)
    var i = start
    while i < limit, ASCII.isLetter(bytes[i]) || ASCII.isDigit(bytes[i]) || bytes[i] == 0x2D || bytes[i] == 0x5F {
      i += 1
    }
    guard i > start, ASCII.isLetter(bytes[start]) else { return false }
    while i < limit, bytes[i] == 0x20 { i += 1 }
    return i < limit && bytes[i] == 0x3A
  }

  private static func isFromLine(_ bytes: [UInt8], at start: Int) -> Bool {
    bytes.hasPrefix(">from ", at: start, limit: bytes.count) || bytes.hasPrefix("from ", at: start, limit: bytes.count)
  }

  /// `From ` with at most a sender or a dash behind it.
  private static func isBare(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split(whereSeparator: ASCII.isSpace)
    return words.count == 1 || (words.count == 2 && (words[1].contains(0x40) || words[1].elementsEqual([0x2D])))
  }

  private static func followsBlankLine(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start >= 2, bytes[start - 1] == 0x0A else { return start == 0 }
    return bytes[start - 2] == 0x0A || (start >= 4 && bytes[start - 2] == 0x0D && bytes[start - 3] == 0x0A)
  }

  /// Two header lines, the first of them one that begins messages.
  private static func isKnownHeader(_ bytes: [UInt8], at start: Int) -> Bool {
    let isKnown =
      bytes.hasPrefix("return-path:", at: start, limit: bytes.count)
      || bytes.hasPrefix("received:", at: start, limit: bytes.count)
      || bytes.hasPrefix("delivered-to:", at: start, limit: bytes.count)
      || bytes.hasPrefix("message-id:", at: start, limit: bytes.count)
      || bytes.hasPrefix("from:", at: start, limit: bytes.count)
      || bytes.hasPrefix("date:", at: start, limit: bytes.count)
      || bytes.hasPrefix("to:", at: start, limit: bytes.count)
      || bytes.hasPrefix("subject:", at: start, limit: bytes.count)
      || bytes.hasPrefix("mime-version:", at: start, limit: bytes.count)
      || bytes.hasPrefix("x-", at: start, limit: bytes.count)
    guard isKnown else { return false }
    let next = bytes.lineEnd(from: start, limit: min(bytes.count, start + lineLimit)) + 1
    guard next < bytes.count else { return false }
    return bytes[next] == 0x20 || bytes[next] == 0x09 || isHeaderLine(bytes, at: next)
  }
}
