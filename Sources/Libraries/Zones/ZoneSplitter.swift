import Bytes

/// Divides the text of a mail into its author's words and everything else. Nothing is lost: the zones cover the text.
public struct ZoneSplitter {
  private let lines: TextLines
  private let isForward: Bool
  private var zones: [TextZone]

  /// The zones of `text` (UTF-8, lines ended by LF); `isForward` says that the subject calls it a forwarded mail, and
  /// `greetingApart` that the greeting shall be a zone of its own. `writer`, the name of whoever wrote it or the part of
  /// their address before the `@`, tells where a signature begins that nothing else marks.
  public static func split(
    _ text: [UInt8], isForward: Bool = false, greetingApart: Bool = false, writer: String? = nil
  ) -> ZonedText {
    var splitter = ZoneSplitter(text, isForward)
    splitter.markQuotes()
    var finder = SignatureFinder(splitter.lines, writer: writer)
    finder.mark(&splitter.zones)
    if greetingApart { splitter.markGreeting() }
    return splitter.zoned(finder.inlineStarts)
  }

  private init(_ text: [UInt8], _ isForward: Bool) {
    lines = TextLines(text)
    self.isForward = isForward
    zones = [TextZone](repeating: .text, count: lines.count)
  }

  /// The zones as stretches of bytes; `inlineStarts` says where a signature begins inside a line.
  private func zoned(_ inlineStarts: [Int: Int]) -> ZonedText {
    var out = ZonedText(lines.bytes)
    for i in zones.indices {
      let end = i + 1 < lines.count ? lines[i + 1].start : lines.bytes.count
      let cut = inlineStarts.isEmpty ? nil : inlineStarts[i]
      out.append(zones[i], lines[i].start..<(cut ?? end))
      if let cut { out.append(.signature, cut..<end) }
    }
    return out
  }

  /// Marks the first line of the author's words when it greets and more words follow.
  private mutating func markGreeting() {
    guard let first = zones.indices.first(where: { zones[$0] == .text && lines[$0].count > 0 }),
      zones[(first + 1)...].indices.contains(where: { zones[$0] == .text && lines[$0].count > 0 }),
      Greeting.isOne(lines.content(first))
    else { return }
    zones[first] = .greeting
  }

  /// Goes through the lines until one begins a quote that has no end of its own.
  private mutating func markQuotes() {
    var i = 0
    while i < lines.count {
      if lines.isGroupWiseMark(i) {
        for k in i..<lines.count { zones[k] = .quoted }
        return
      }
      if lines[i].depth > 0 {
        zones[i] = .quoted
        i += 1
      } else if let cut = cut(at: i) {
        for k in cut.start..<lines.count { zones[k] = cut.zone }
        return
      } else if let length = lines.attribution(at: i, before: lines.count) {
        i = markAttribution(at: i, length: length)
      } else {
        i += 1
      }
    }
  }

  /// A line from which on everything is someone else's.
  private func cut(at index: Int) -> (start: Int, zone: TextZone)? {
    guard lines[index].count > 1 else { return nil }
    if let zone = marker(at: index) { return (index, zone) }
    let rest: TextZone = isForward ? .forwarded : .quoted
    if lines.beginsNotesTable(index) { return (withRule(above: index), rest) }
    if lines.label(index) != nil {
      if let start = lines.notesBlockStart(index, after: firstOfRun(before: index), before: lines.count) {
        return (withRule(above: start), rest)
      }
      if lines.beginsHeaderBlock(index, before: lines.count) { return (withRule(above: index), rest) }
    }
    return nil
  }

  /// The first line before `index` that is still the author's.
  private func firstOfRun(before index: Int) -> Int {
    var i = index
    while i > 0, index - i < 12, zones[i - 1] == .text { i -= 1 }
    return i
  }

  /// A rule of underscores or dashes above a header block belongs to it.
  private func withRule(above index: Int) -> Int {
    var i = index - 1
    while i >= 0, index - i < 3, lines[i].isBlank { i -= 1 }
    guard i >= 0, zones[i] == .text, lines[i].count >= 5,
      lines.content(i).allSatisfy({ $0 == 0x5F || $0 == 0x2D || $0 == 0x2A || $0 == 0x3D })
    else { return index }
    return i
  }

  /// `-----Original Message-----`, `---------- Forwarded message ---------` and their like.
  private func marker(at index: Int) -> TextZone? {
    guard mayBeMarker(index) else { return nil }
    let content = lines.content(index).drop { $0 == 0x2A || $0 == 0x20 }
    guard let first = content.first, lines[index].count < 300 else { return nil }
    let isStarred = content.startIndex > lines[index].contentStart && first != 0x2D
    let isRule = Self.isRuleMark(first) || isStarred
    let isLetter = (first | 0x20) &- 0x61 < 26
    guard isRule || isLetter || first >= 0xC3 else { return nil }
    if isRule {
      guard isStarred || hasRun(content) else { return nil }
    } else if lines.last(index) != 0x3A && lines.last(index) != 0x9A || !QuoteWords.forwarded.mayBegin(first) {
      return nil
    }
    guard content.contains(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
    let text = LowerCase.text(content.prefix(160))
    let answered: TextZone = isForward ? .forwarded : .quoted
    if isRule, QuoteWords.forwarded.occur(in: text) { return .forwarded }
    if isRule, QuoteWords.original.occur(in: text) { return answered }
    if isRule { return nil }
    return QuoteWords.forwarded.begin(text) ? .forwarded : nil
  }

  /// Whether a line begins with neither a digit nor, unless it ends with a colon, a letter of ASCII.
  private func mayBeMarker(_ index: Int) -> Bool {
    let first = lines.first(index)
    guard (first | 0x20) &- 0x61 < 26 else { return first &- 0x30 >= 10 }
    return lines.last(index) == 0x3A || lines.last(index) == 0x9A
  }

  private static func isRuleMark(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x5F || byte == 0x2A || byte == 0x3D || byte == 0x3C || byte == 0xE2
  }

  /// Whether a line begins with two equal signs of a rule.
  private func hasRun(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first, content.count > 4 else { return false }
    return first == 0xE2 || content[content.startIndex + 1] == first
  }

  /// Marks an attribution: with the quoted lines behind it, or with the rest of the text when those bear no mark. An
  /// attribution that begins the mail stands alone then: what follows it unmarked is an answer below.
  private mutating func markAttribution(at index: Int, length: Int) -> Int {
    let next = index + length
    for k in index..<next { zones[k] = .quoted }
    let follower = lines.nextFilled(next, before: lines.count)
    if let follower, lines[follower].depth > 0 {
      for k in next..<follower { zones[k] = .quoted }
      return follower
    }
    if let follower, lines.hasForeignMark(follower) { return markForeign(from: next, follower) }
    if !isForward, lines.nextFilled(0, before: index + 1) == index { return next }
    for k in next..<lines.count { zones[k] = .quoted }
    return lines.count
  }

  /// Marks the lines from `start` on that bear another mark than `>`, and blank lines between them.
  private mutating func markForeign(from start: Int, _ first: Int) -> Int {
    var end = first
    var i = first
    while i < lines.count, lines[i].isBlank || lines.hasForeignMark(i) {
      if !lines[i].isBlank { end = i + 1 }
      i += 1
    }
    for k in start..<end { zones[k] = .quoted }
    return end
  }
}
