// Header lines in running text: the blocks that Outlook, Apple Mail and Lotus Notes put before what they quote.
import Bytes

extension TextLines {
  /// The label that begins a line (`From:`, `*Von:*`, `=09To:`), nil when there is none.
  func label(_ index: Int) -> HeaderLabel? {
    let line = lines[index]
    guard line.count >= 2 else { return nil }
    let start = labelStart(line)
    let end = line.contentEnd
    guard start < end else { return nil }
    guard HeaderLabels.mayBegin(bytes[start..<end]) else { return nil }
    let limit = min(end, start + HeaderLabels.longest)
    var stop = start
    while stop < limit, bytes[stop] != 0x3A, bytes[stop] != 0x09, !isWideColon(stop, limit) { stop += 1 }
    guard stop < limit else { return nil }
    while stop > start, isLabelPadding(stop - 1) { stop -= 1 }
    return HeaderLabels.meaning(LowerCase.text(bytes[start..<stop]))
  }

  /// Where a label begins behind blanks, stars of bold type and tabs that stayed encoded (`=09`).
  private func labelStart(_ line: TextLine) -> Int {
    var start = line.contentStart
    while start < line.contentEnd {
      let byte = bytes[start]
      if byte == 0x2A || byte <= 0x20 {
        start += 1
      } else if byte == 0x3D, start + 2 < line.contentEnd, bytes[start + 1] == 0x30, bytes[start + 2] == 0x39 {
        start += 3
      } else {
        break
      }
    }
    return start
  }

  /// Blanks (also the no-break space that French puts before a colon) and stars.
  private func isLabelPadding(_ index: Int) -> Bool {
    let byte = bytes[index]
    return byte <= 0x20 || byte == 0x2A || byte == 0xC2 || byte == 0xA0 && bytes[index - 1] == 0xC2
  }

  /// U+FF1A.
  private func isWideColon(_ i: Int, _ limit: Int) -> Bool {
    bytes[i] == 0xEF && i + 2 < limit && bytes[i + 1] == 0xBC && bytes[i + 2] == 0x9A
  }

  /// Whether a block of header lines begins at `index`: a sender and at least two more kinds of label close together.
  func beginsHeaderBlock(_ index: Int, before end: Int) -> Bool {
    guard let first = label(index), first == .from || first == .sent || first == .subject || first == .to else {
      return false
    }
    var seen: Set<HeaderLabel> = [first]
    var unlabelled = 0
    var i = index + 1
    while i < end, i < index + 60, unlabelled < 4 {
      if lines[i].count == 0 {
        if seen.count >= 3 { break }
        unlabelled += 1
      } else if let label = label(i) {
        seen.insert(label)
        unlabelled = 0
      } else if isListGoingOn(i) {
        if i > index + 40 { break }
      } else {
        unlabelled += 1
      }
      i += 1
    }
    seen.remove(.other)
    let isNotes = first == .from && hasClock(index) && seen.contains(.to)
    return seen.contains(.from) && (seen.count >= 3 || isNotes)
  }

  /// A line of an address list that was wrapped.
  private func isListGoingOn(_ index: Int) -> Bool {
    content(index).contains { $0 == 0x40 || $0 == 0x3B || $0 == 0x2C || $0 == 0x3C }
  }

  /// Whether a line holds a clock time after a date of numbers: `05/07/2001 03:49 PM`.
  func hasClock(_ index: Int) -> Bool {
    dateStart(index) != nil
  }

  /// Where in a line a date of numbers with a clock time behind it begins.
  func dateStart(_ index: Int) -> Int? {
    let end = lines[index].contentEnd
    var i = lines[index].contentStart
    while i + 11 < end {
      if bytes[i] &- 0x30 < 10, let after = dateEnd(i, end), clock(after, end) { return i }
      while i < end, bytes[i] &- 0x30 < 10 { i += 1 }
      i += 1
    }
    return nil
  }

  /// The end of `d/m/y` with slashes, dots or dashes that begins at `start`.
  private func dateEnd(_ start: Int, _ end: Int) -> Int? {
    var i = start
    for part in 0..<3 {
      let first = i
      while i < end, i - first < 4, bytes[i] &- 0x30 < 10 { i += 1 }
      guard i > first else { return nil }
      guard part < 2 else { break }
      guard i < end, bytes[i] == 0x2F || bytes[i] == 0x2E || bytes[i] == 0x2D else { return nil }
      i += 1
    }
    return i
  }

  private func clock(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 || bytes[i] == 0x2C || bytes[i] == 0x0A { i += 1 }
    guard i > start else { return false }
    let first = i
    while i < end, i - first < 2, bytes[i] &- 0x30 < 10 { i += 1 }
    return i > first && i + 2 < end && bytes[i] == 0x3A && bytes[i + 1] &- 0x30 < 10 && bytes[i + 2] &- 0x30 < 10
  }

  /// The first line of a Lotus Notes block whose `To:` line is `index`: a name, a date and a clock, then the addressees.
  func notesBlockStart(_ index: Int, after low: Int, before end: Int) -> Int? {
    guard label(index) == .to, hasSubject(after: index, before: end) else { return nil }
    var i = index - 1
    while i >= low, i > index - 8 {
      if lines[i].count > 0 {
        if let date = dateStart(i) { return nameLine(at: i, date: date, after: low) }
        if i > low, clock(lines[i].contentStart - 1, lines[i].contentEnd), let date = bareDate(i - 1) {
          return nameLine(at: i - 1, date: date, after: low)
        }
        if !isNotesExtra(i) { return nil }
      }
      i -= 1
    }
    return nil
  }

  /// Where a date begins that ends its line, its clock time having been wrapped to the next.
  private func bareDate(_ index: Int) -> Int? {
    let end = lines[index].contentEnd
    let start = max(lines[index].contentStart, end - 10)
    return (start..<end).first { i in
      bytes[i] &- 0x30 < 10 && (i == start || bytes[i - 1] <= 0x20) && dateEnd(i, end) == end
    }
  }

  /// `cc:` or `Subject:` after the addressees.
  private func hasSubject(after index: Int, before end: Int) -> Bool {
    var i = index + 1
    while i < end, i < index + 80 {
      if let label = label(i), label == .subject || label == .copy { return true }
      i += 1
    }
    return false
  }

  /// Lines that Notes puts between the date and the addressees.
  private func isNotesExtra(_ index: Int) -> Bool {
    let text = lowered(index, limit: 60)
    if QuoteWords.notesExtras.begin(text) { return true }
    return text.count < 30 && (QuoteWords.halves.end(text))
  }

  /// The line with the writer's name: the one with the date when there are words before it, else one above.
  private func nameLine(at index: Int, date: Int, after low: Int) -> Int {
    if date - afterTabs(index) >= 3 { return index }
    var i = index - 1
    while i >= low, i >= index - 3, lines[i].count > 0 {
      let words = bytes[afterTabs(i)..<lines[i].contentEnd]
      if words.count >= 3, !LowerCase.ascii(words.prefix(8)).starts(with: "sent by:".utf8) { return i }
      i -= 1
    }
    return index
  }

  /// Where a line's words begin behind tabs that stayed encoded (`=09`).
  private func afterTabs(_ index: Int) -> Int {
    var start = lines[index].contentStart
    let end = lines[index].contentEnd
    while start < end {
      if bytes[start] <= 0x20 {
        start += 1
      } else if bytes[start] == 0x3D, start + 2 < end, bytes[start + 1] == 0x30, bytes[start + 2] == 0x39 {
        start += 3
      } else {
        break
      }
    }
    return start
  }
}
