// Sign-offs as they are written: alone, with a name behind, at the end of a paragraph.
import Bytes

extension SignatureFinder {
  /// Whether `text` is a sign-off, alone or with a name or a comma behind it; `needsName`, only one with a name;
  /// `needsMark`, with a name only behind a comma, a dash or the like.
  static func isSignOff(_ text: ArraySlice<UInt8>, needsName: Bool, needsMark: Bool = false) -> Bool {
    let words = text.trimmedMarks
    guard SignatureWords.mayBeginSignOff(words) else { return false }
    let lower = LowerCase.text(words)
    let end = SignatureWords.signOffEnd(lower[...])
    guard end > 0 else { return false }
    let marks = SignatureWords.marksLength(lower[end...])
    if end + marks == lower.count { return !needsName }
    // After a blank alone a word of thanks names the one who is thanked.
    let isApart = marks > 1 || marks == 1 && lower[end] != 0x20
    if !isApart, needsMark || SignatureWords.isThanks(lower[..<end]) { return false }
    if !isApart, isFromPlace(lower[(end + marks)...]) || Closings.isForOccasion(lower[(end + marks)...]) {
      return !needsName
    }
    // Lower-casing keeps the length of all but a few rare letters; then the name is judged by its lower case.
    let name = (lower.count == words.count ? words.dropFirst(end + marks) : lower[(end + marks)...]).trimmedMarks
    return name.count < 30 && (ContactLine.isName(name) || isApart && ContactLine.isLowerName(name))
  }

  /// Whether what follows a sign-off says from where: `aus Leipzig`, `from a sunny Leeds`.
  private static func isFromPlace(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split(separator: 0x20)
    guard (2...5).contains(words.count), text.count <= 40, SignatureWords.fromWords.contain(words[0]) else {
      return false
    }
    return text.allSatisfy { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x20 || $0 == 0x2D || $0 == 0x27 }
  }

  /// The byte of line `index` at which a sign-off begins behind the end of a sentence, with a name when `needsName`.
  func inlineSignOff(_ index: Int, needsName: Bool) -> Int? {
    let line = lines[index]
    guard line.count > 8 else { return nil }
    var found: Int?
    var i = line.contentEnd - 2
    let low = max(line.contentStart + 2, line.contentEnd - 60)
    while i > low {
      if lines.bytes[i] == 0x20, lines.bytes[i - 1] != 0x20, endsSentence(lines.bytes[i - 1]) {
        let tail = lines.bytes[i..<line.contentEnd]
        if Self.isSignOff(tail.trimmedBlanks, needsName: needsName) || isSignedTail(tail) { found = i + 1 }
      }
      i -= 1
    }
    return found
  }

  /// Whether a name alone stands behind a sentence: after dashes, or one word after two blanks.
  private func isSignedTail(_ tail: ArraySlice<UInt8>) -> Bool {
    let words = tail.trimmedBlanks
    guard words.count < 24, let first = words.first else { return false }
    let isDashed = words.starts(with: [0x2D, 0x2D]) || words.starts(with: [0xE2, 0x80])
    if isDashed { return ContactLine.isName(words) || ContactLine.isLowerName(words) }
    return tail.starts(with: [0x20, 0x20]) && first &- 0x41 < 26 && words.count > 2
      && words.dropFirst().allSatisfy { $0 &- 0x61 < 26 } && ContactLine.isName(words)
  }

  private func endsSentence(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x29 || byte == 0x2D || byte == 0x3B
  }

  /// The signature that begins at `start`, with a sign-off or a bare name above it; a sign-off at the end of the
  /// paragraph above is noted in `inlineStarts`.
  mutating func extended(above start: Int, _ low: Int) -> Int {
    var first = start
    for _ in 0..<3 {
      guard let above = (low..<first).last(where: { !lines[$0].isBlank }), first - above < 5 else { break }
      let mayBeName = !isSignOff(first)
      if above > low, isSignOff(above) || isOrnament(above) || mayBeName && isLoneName(above) {
        first = above
        continue
      }
      if let closing = closing(endingAt: above, low) {
        first = closing
        continue
      }
      if let offset = inlineSignOff(above, needsName: false) { noteInline(above, offset) }
      break
    }
    return first
  }

  /// The line below a sign-off and a name that end a paragraph, when ways of contact follow right under it:
  /// `… by Friday?  Best regards, Dana Frost`, `+44 20 7946 0102`.
  mutating func inlineBlock(_ range: Range<Int>) -> Int? {
    var contacts = 0
    for i in range.reversed() where i > range.lowerBound {
      guard range.upperBound - i <= 8, !lines[i].isBlank, lines[i].count < 80 else { return nil }
      if ContactLine.isContact(lines.content(i)) { contacts += 1 }
      if contacts > 0, let offset = inlineSignOff(i - 1, needsName: true) {
        noteInline(i - 1, offset)
        return i
      }
    }
    return nil
  }

  private func isLoneName(_ index: Int) -> Bool {
    lines[index].count < 30 && lines[index - 1].isBlank && ContactLine.isName(lines.content(index))
  }

  /// Whether a line is one small sign, as those that programs count openings with.
  private func isOrnament(_ index: Int) -> Bool {
    lines[index].count <= 4 && lines.first(index) >= 0xC2
      && !String(decoding: lines.content(index), as: UTF8.self).contains { $0.isLetter && $0.isCased || $0.isNumber }
  }

  /// The byte at which a sign-off of thanks, or one of several words, ends a line behind more than a brief answer.
  func inlineThanks(_ index: Int, _ run: Range<Int>) -> Int? {
    guard let offset = inlineSignOff(index, needsName: false),
      !isBrief(run.lowerBound..<index, and: offset - lines[index].contentStart)
    else { return nil }
    let tail = LowerCase.text(lines.bytes[offset..<lines[index].contentEnd].trimmedMarks)
    return SignatureWords.isThanks(tail[...]) || tail.contains(0x20) ? offset : nil
  }
}

extension ArraySlice where Element == UInt8 {
  /// Without white space at both ends.
  var trimmedBlanks: ArraySlice<UInt8> {
    var rest = self
    while let last = rest.last, last <= 0x20 { rest = rest.dropLast() }
    while let first = rest.first, first <= 0x20 { rest = rest.dropFirst() }
    return rest
  }
}
