// Lines that say whose words follow: "On … X wrote:" in many languages, also wrapped.
import Bytes

extension TextLines {
  /// An attribution takes no more lines than this, and no more bytes.
  private static let longestAttribution = (lines: 6, bytes: 600)

  /// How many lines the attribution takes that begins at `index`, nil when none does.
  func attribution(at index: Int, before end: Int) -> Int? {
    guard lines[index].count > 3, mayOpenAttribution(index) else { return nil }
    if isBareStamp(index, before: end) || isGappedAttribution(index) || isDatedBehind(index) { return 1 }
    if let length = ruledAttribution(index, before: end) { return length }
    guard colonFollows(index, before: end) else { return nil }
    let isSure =
      Self.mayEndAttribution(last(index)) || hasDateOrAddress(index) || QuoteWords.naming.begin(lowered(index))
    guard isSure || QuoteWords.wrote.occur(in: lowered(index)) else { return nil }
    var text: [UInt8] = []
    var i = index
    while i < end, i - index < Self.longestAttribution.lines, text.count < Self.longestAttribution.bytes {
      guard let piece = attributionPiece(i, after: text) else { return nil }
      if !text.isEmpty, !piece.isEmpty { text.append(0x20) }
      text += LowerCase.text(piece)
      i += 1
      guard Self.endsWithColon(text) else { continue }
      let length = i - index
      let isMarked = quoteFollows(i, before: end)
      guard isSure || isMarked else { return nil }
      guard length == 1 || (!isSure || opensAttribution(index)) && !opensLater(index, before: i) else { return nil }
      return isAttribution(text, quoteFollows: isMarked) ? length : nil
    }
    return nil
  }

  /// What a line adds to an attribution that has come as far as `text`: its content; inside an open `<` also a blank
  /// line or one that begins with the closing bracket, which looks like a quote mark.
  private func attributionPiece(_ index: Int, after text: [UInt8]) -> ArraySlice<UInt8>? {
    let line = lines[index]
    if line.depth == 0, line.count > 0 { return content(index) }
    guard !text.isEmpty else { return nil }
    if line.isBlank { return opensBracketNext(index) || hasOpenBracket(text) ? [] : nil }
    guard line.depth == 1, hasOpenBracket(text) else { return nil }
    return bytes[line.start..<line.end].drop { $0 <= 0x20 }
  }

  private func opensBracketNext(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].count > 0 else { return false }
    return bytes[lines[index + 1].contentStart] == 0x3C
  }

  private func hasOpenBracket(_ text: [UInt8]) -> Bool {
    text.count { $0 == 0x3C } > text.count { $0 == 0x3E }
  }

  /// Whether `text` ends with a colon, ASCII or wide, marks of writing direction and bold apart.
  static func endsWithColon(_ text: [UInt8]) -> Bool {
    var end = text.count
    while end > 0 {
      if text[end - 1] == 0x2A || text[end - 1] <= 0x20 {
        end -= 1
      } else if end >= 3, text[end - 3] == 0xE2, text[end - 2] == 0x80 {
        end -= 3
      } else {
        break
      }
    }
    if end > 0, text[end - 1] == 0x3A { return true }
    return end >= 3 && text[end - 3] == 0xEF && text[end - 2] == 0xBC && text[end - 1] == 0x9A
  }

  /// Whether this line or one of the next ends with something like a colon, which decides it for most lines.
  private func colonFollows(_ index: Int, before end: Int) -> Bool {
    var blanks = 0
    for i in index..<min(index + Self.longestAttribution.lines, end) {
      if Self.mayEndAttribution(last(i)) { return true }
      if lines[i].isBlank {
        blanks += 1
        if blanks > 1 || !opensBracketNext(i) { return false }
      }
    }
    return false
  }

  /// Whether `byte` is a colon, the last byte of the wide one or of a mark of direction, or a star of bold type.
  private static func mayEndAttribution(_ byte: UInt8) -> Bool {
    byte == 0x3A || byte == 0x9A || byte == 0x2A || byte == 0xAC || byte == 0x8E || byte == 0x8F
  }

  /// Whether a line holds a digit, an `@` or a `<`, without which no wrapped attribution begins.
  private func hasDateOrAddress(_ index: Int) -> Bool {
    let span = bytes.span.bytes
    for i in lines[index].contentStart..<lines[index].contentEnd {
      let byte = span.byte(i)
      if byte &- 0x30 < 10 || byte == 0x40 || byte == 0x3C { return true }
    }
    return false
  }

  /// Cheap test before a line is looked at closely.
  private func mayOpenAttribution(_ index: Int) -> Bool {
    let byte = first(index)
    return byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x22
      || byte == 0x3C || byte == 0x2A || byte == 0x5B || byte == 0x2D
  }

  /// Whether a line that is only the beginning of an attribution looks like one: a date, or a name and an address.
  private func opensAttribution(_ index: Int) -> Bool {
    let text = lowered(index)
    let hasDigit = text.contains { $0 &- 0x30 < 10 }
    return text.contains(0x3C) || hasDigit && QuoteWords.opening.begin(text) || AttributionDate.begins(text)
      || AttributionDate.occurs(in: text) || AttributionDate.hasAddress(text) || QuoteWords.naming.begin(text)
  }

  /// Whether a wrapped attribution really begins at one of its later lines: at a date that is one together with what
  /// follows, and that misses no address that `index` gives in angle brackets.
  private func opensLater(_ index: Int, before end: Int) -> Bool {
    !hasOpenBracket(Array(content(index)))
      && (index + 1..<end).contains { i in
        guard lines[i].depth == 0, lines[i].count > 8 else { return false }
        let text = lowered(i, limit: 100)
        guard text.contains(where: { $0 &- 0x30 < 10 }), QuoteWords.opening.begin(text) || AttributionDate.begins(text),
          AttributionDate.occurs(in: text), !AttributionDate.occurs(in: lowered(i - 1, limit: 100))
        else { return false }
        let rest = Array((i..<end).map { lowered($0) }.joined(separator: [0x20]))
        let isAlone = AttributionDate.hasAddress(rest) || !content(index).contains(0x3C)
        return isAlone && isAttribution(rest, quoteFollows: true)
      }
  }

  private func quoteFollows(_ index: Int, before end: Int) -> Bool {
    guard let next = nextFilled(index, before: min(end, index + 3)) else { return false }
    return lines[next].depth > 0 || hasForeignMark(next)
  }

  /// Whether `text` (lower case, one line) names a writer and a time before quoted words.
  private func isAttribution(_ text: [UInt8], quoteFollows: Bool) -> Bool {
    guard text.count < Self.longestAttribution.bytes else { return false }
    let hasAddress = AttributionDate.hasAddress(text)
    let hasDate = AttributionDate.occurs(in: text)
    if QuoteWords.quoting.begin(text) { return quoteFollows }
    if QuoteWords.wrote.occur(in: text) {
      guard hasDate || hasAddress else { return quoteFollows }
      return quoteFollows || hasAddress
        || hasDate
          && (QuoteWords.opening.begin(text) || AttributionDate.hasClock(text) || AttributionDate.begins(text))
    }
    guard hasAddress, text.contains(where: { $0 &- 0x30 < 10 }) else { return false }
    let end = text.lastIndex(of: 0x3A).map { text[..<$0] } ?? text[...]
    let endsLikeOne = [0x3E, 0x29, 0x5D].contains(end.last { $0 > 0x20 && $0 < 0x80 } ?? 0)
    if endsLikeOne { return quoteFollows || AttributionDate.begins(text) || hasDate && AttributionDate.hasClock(text) }
    return hasDate && AttributionDate.hasClock(text) && (quoteFollows || QuoteWords.opening.begin(text))
  }

  /// How many lines an attribution takes that stands behind dashes: `---- On Tue, 22 Dec 2015 Dana wrote ----`,
  /// `-----Dana/X wrote: -----`; it ends with dashes or a colon.
  private func ruledAttribution(_ index: Int, before end: Int) -> Int? {
    guard first(index) == 0x2D, content(index).starts(with: [0x2D, 0x2D, 0x2D]) else { return nil }
    var text: [UInt8] = []
    for i in index..<min(index + 4, end) {
      guard lines[i].depth == 0, lines[i].count > 0, text.count + lines[i].count < 200 else { return nil }
      text += LowerCase.text(content(i)) + [0x20]
      let isEnd = content(i).suffix(3).elementsEqual([0x2D, 0x2D, 0x2D]) || last(i) == 0x3A
      if isEnd { return QuoteWords.wrote.occur(in: text) ? i + 1 - index : nil }
    }
    return nil
  }

  /// Whether the date stands in brackets behind the colon: `Dana Frost <dana@…> skrev: (1 februari 2016 18:32:00 CET)`.
  private func isDatedBehind(_ index: Int) -> Bool {
    guard last(index) == 0x29, lines[index].count < 200,
      let colon = bytes.index(of: [0x3A, 0x20, 0x28], in: lines[index].contentStart..<lines[index].contentEnd)
    else { return false }
    let opening = LowerCase.text(bytes[lines[index].contentStart...colon])
    let date = LowerCase.text(bytes[colon..<lines[index].contentEnd])
    return QuoteWords.wrote.occur(in: opening) && AttributionDate.hasClock(date) && AttributionDate.occurs(in: date)
  }

  /// A colon and two blanks.
  private static let gap: [UInt8] = [0x3A, 0x20, 0x20]

  /// Whether the quoted words follow on the same line behind a wide gap, as some clients of phones write:
  /// `On Mon, 3 Mar 2025 at 9:14, Dana Frost<dana@…> wrote:   Hi Tom`.
  private func isGappedAttribution(_ index: Int) -> Bool {
    guard lines[index].count > 30, QuoteWords.opening.mayBegin(content(index)),
      bytes.index(of: Self.gap, in: lines[index].contentStart..<lines[index].contentEnd) != nil
    else { return false }
    let text = lowered(index, limit: Self.longestAttribution.bytes)
    guard QuoteWords.opening.begin(text),
      let gap = text.index(of: Self.gap, in: 0..<text.count)
    else { return false }
    let opening = Array(text[...gap])
    return QuoteWords.wrote.occur(in: opening) && AttributionDate.hasAddress(opening)
      && AttributionDate.occurs(in: opening)
  }

  /// Whether a line is one of Gmail's attributions that has lost its colon: `2016-03-03 17:21 GMT+01:00 A Name`, or a
  /// date, a name and an address right before quoted lines.
  private func isBareStamp(_ index: Int, before end: Int) -> Bool {
    guard first(index) &- 0x30 < 10, lines[index].count < 200, last(index) != 0x3A else { return false }
    let text = lowered(index, limit: 200)
    guard AttributionDate.begins(text), !hasOpenBracket(text) else { return false }
    if text.contains(Array(" gmt".utf8)), AttributionDate.hasClock(text), text.contains(0x2B) || text.contains(0x2D) {
      let afterZone = text.split(separator: 0x20).drop { !$0.starts(with: "gmt".utf8) }.dropFirst()
      return (1...6).contains(afterZone.count)
    }
    return AttributionDate.hasAddress(text) && text.last == 0x3E && quoteFollows(index + 1, before: end)
  }
}
