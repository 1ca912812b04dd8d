/// Finds signatures and legal notes at the ends of an author's words.
struct SignatureFinder {
  /// A signature takes no more lines than this.
  static let limit = 25

  private let lines: TextLines

  init(_ lines: TextLines) {
    self.lines = lines
  }

  /// Marks them in `zones`, in each stretch of text that ends the mail or stands before its last quote.
  func mark(_ zones: inout [TextZone]) {
    var end = zones.count
    while end > 0 {
      guard zones[end - 1] == .text else {
        end -= 1
        continue
      }
      var start = end
      while start > 0, zones[start - 1] == .text { start -= 1 }
      mark(start..<end, &zones)
      end = start
    }
  }

  private func mark(_ run: Range<Int>, _ zones: inout [TextZone]) {
    var end = run.upperBound
    if let start = disclaimer(run.lowerBound..<end) {
      for i in start..<end { zones[i] = .disclaimer }
      end = start
    }
    if let start = signature(run.lowerBound..<end) {
      for i in start..<end { zones[i] = .signature }
    }
  }

  /// The first line of the legal note that ends `run`.
  private func disclaimer(_ run: Range<Int>) -> Int? {
    var i = run.upperBound - 1
    var found: Int?
    while i >= run.lowerBound, run.upperBound - i < 60 {
      if beginsParagraph(i, run), lines[i].count > 8 {
        let text = lines.lowered(i, limit: 120)
        if SignatureWords.disclaimers.begin(text) || SignatureWords.disclaimers.begin(text.drop { !Self.isLetter($0) })
        {
          found = i
        }
      }
      i -= 1
    }
    guard var start = found else { return nil }
    if start > run.lowerBound, isRule(start - 1) { start -= 1 }
    return start
  }

  private func beginsParagraph(_ index: Int, _ run: Range<Int>) -> Bool {
    index == run.lowerBound || lines[index - 1].isBlank || isRule(index - 1) || lines[index - 1].count < 60
  }

  private func isRule(_ index: Int) -> Bool {
    lines[index].count >= 3
      && lines.content(index).allSatisfy {
        $0 == 0x5F || $0 == 0x2D || $0 == 0x2A || $0 == 0x3D || $0 == 0x7E || $0 == 0x23
      }
  }

  /// The first line of the signature that ends `run`.
  private func signature(_ run: Range<Int>) -> Int? {
    var end = run.upperBound
    while end > run.lowerBound, lines[end - 1].isBlank { end -= 1 }
    guard end > run.lowerBound else { return nil }
    let low = max(run.lowerBound, end - Self.limit)
    if let delimiter = delimiter(low..<end) { return withSignOff(above: delimiter, low) }
    var start = mobileNote(low..<end)
    let tail = start ?? end
    if let signOff = signOff(low..<tail) {
      start = signOff
    } else if let contact = contactLines(low..<tail, run) {
      start = contact
    } else if let name = nameLine(low..<tail, run) {
      start = name
    }
    return start
  }

  /// The line `-- ` or a rule that divides a signature from the text.
  private func delimiter(_ range: Range<Int>) -> Int? {
    range.first { i in
      let line = lines[i]
      let isDashes =
        line.count == 2 && lines.first(i) == 0x2D && lines.last(i) == 0x2D && line.start == line.contentStart
      if isDashes { return true }
      guard isRule(i), line.count >= 5, i + 1 < range.upperBound else { return false }
      return (i + 1..<range.upperBound).allSatisfy { lines[$0].count < 80 }
    }
  }

  /// A sign-off just above a delimiter belongs to the signature.
  private func withSignOff(above index: Int, _ low: Int) -> Int {
    signOff(low..<index) ?? index
  }

  private func mobileNote(_ range: Range<Int>) -> Int? {
    var found: Int?
    for i in range.reversed() where lines[i].count > 0 {
      let text = lines.lowered(i, limit: 100)
      guard lines[i].count < 160, SignatureWords.mobile.begin(text) else { break }
      found = i
    }
    return found
  }

  /// The last sign-off line with only short lines behind it.
  private func signOff(_ range: Range<Int>) -> Int? {
    var filled = 0
    for i in range.reversed() where lines[i].count > 0 {
      if isSignOff(i) { return i }
      filled += 1
      if lines[i].count > 80 || filled > 14 { return nil }
    }
    return nil
  }

  /// Whether a line is a sign-off, alone or with a name or a comma behind it.
  private func isSignOff(_ index: Int) -> Bool {
    guard lines[index].count <= 60 else { return false }
    let text = lines.lowered(index, limit: 60)
    if SignatureWords.set.contains(Self.withoutMarks(text[...])) { return true }
    let marks: [UInt8] = [0x2C, 0x21, 0x2E, 0x2D]
    guard let cut = text.firstIndex(where: { marks.contains($0) }) else { return false }
    let tail = text[(cut + 1)...].split(separator: 0x20)
    return SignatureWords.set.contains(Self.withoutMarks(text[..<cut])) && tail.count <= 3
      && tail.allSatisfy { $0.count < 20 }
  }

  private static func withoutMarks(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var rest = text
    while let last = rest.last, !isLetter(last), last != 0x29 { rest = rest.dropLast() }
    while let first = rest.first, !isLetter(first) { rest = rest.dropFirst() }
    return Array(rest)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  /// The last paragraph when most of its lines give ways of contact.
  private func contactLines(_ range: Range<Int>, _ run: Range<Int>) -> Int? {
    var start = range.upperBound
    while start > range.lowerBound, lines[start - 1].isBlank { start -= 1 }
    let end = start
    while start > range.lowerBound, !lines[start - 1].isBlank { start -= 1 }
    let count = end - start
    guard count >= 2, count <= 14, start > run.lowerBound || count < run.count else { return nil }
    guard (start..<end).allSatisfy({ lines[$0].count < 70 }) else { return nil }
    let contacts = (start..<end).count { ContactLine.isContact(lines.content($0)) }
    guard contacts >= 1, contacts * 3 >= count, ContactLine.isName(lines.content(start)) || contacts >= 2 else {
      return nil
    }
    return start
  }

  /// A name alone on the last line, or a dash and a name.
  private func nameLine(_ range: Range<Int>, _ run: Range<Int>) -> Int? {
    guard let last = range.last(where: { !lines[$0].isBlank }), last > run.lowerBound, lines[last].count <= 30 else {
      return nil
    }
    guard ContactLine.isName(lines.content(last)), lines[last - 1].isBlank || lines[last - 1].count < 100 else {
      return nil
    }
    let previous = (run.lowerBound..<last).last { !lines[$0].isBlank }
    guard let previous else { return nil }
    let ending = lines.last(previous)
    return lines[last - 1].isBlank || ending == 0x2E || ending == 0x21 || ending == 0x3F || ending == 0x2C ? last : nil
  }
}

extension SignatureWords {
  /// The sign-offs as bytes.
  static let set = Set(signOffs.map { Array($0.utf8) })
}
