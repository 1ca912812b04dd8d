import Bytes

/// Finds signatures and legal notes at the ends of an author's words.
struct SignatureFinder {
  /// A signature takes no more lines than this, notes of mobile clients apart.
  static let limit = 25

  let lines: TextLines
  /// Where signatures begin in the middle of a line, by line: `… if you can.  Thanks, Dana`.
  private(set) var inlineStarts: [Int: Int] = [:]

  /// The name of whoever wrote the mail, where that is known.
  let writer: String?

  init(_ lines: TextLines, writer: String? = nil) {
    self.lines = lines
    self.writer = writer
  }

  /// Marks them in `zones`, in each stretch of text that ends the mail or stands before its last quote.
  mutating func mark(_ zones: inout [TextZone]) {
    let firstText = zones.firstIndex(of: .text) ?? zones.count
    var end = zones.count
    var isLast = true
    while end > firstText {
      guard zones[end - 1] == .text else {
        end -= 1
        continue
      }
      var start = end
      while start > 0, zones[start - 1] == .text { start -= 1 }
      mark(start..<end, &zones, isOnly: isLast && start == firstText)
      isLast = isLast && !zones[start..<end].contains(.text)
      end = start
    }
  }

  /// Marks what ends `run`; `isOnly` says that no other words of the author are there.
  private mutating func mark(_ run: Range<Int>, _ zones: inout [TextZone], isOnly: Bool) {
    guard let first = run.first(where: { !lines[$0].isBlank }) else { return }
    var end = run.upperBound
    if let start = serviceNote(run) {
      let isAfterQuote = run.lowerBound > 0 && start == first
      for i in start..<end { zones[i] = isAfterQuote ? zones[run.lowerBound - 1] : .signature }
      end = start
    }
    if let start = disclaimer(run.lowerBound..<end), start > first || run.lowerBound > 0 || hasLegalTerms(start..<end) {
      for i in start..<end { zones[i] = .disclaimer }
      end = start
    }
    guard var found = signature(run.lowerBound..<end) else { return }
    if !hasWords(first..<found.lowerBound) {
      let start = found.first { !lines[$0].isBlank && (isSignOff($0) || !Greeting.isOne(lines.content($0))) }
      if isOnly, let start, let rest = afterThanks(found, start) { found = rest }
    }
    if isBareThanks(found), isBrief(first..<found.lowerBound) { return }
    for i in found.lowerBound..<afterImages(found.upperBound, end) { zones[i] = .signature }
  }

  /// Whether `range` holds more than a greeting.
  func hasWords(_ range: Range<Int>) -> Bool {
    range.contains { !lines[$0].isBlank && !Greeting.isOne(lines.content($0)) }
  }

  /// Whether `range`, and `more` bytes behind it, say so little, about a line, that a word of thanks is part of the
  /// answer.
  func isBrief(_ range: Range<Int>, and more: Int = 0) -> Bool {
    var bytes = more
    for i in range where bytes <= 80 && !Greeting.isOne(lines.content(i)) { bytes += lines[i].count }
    return bytes <= 80
  }

  /// Where the marks of images end that stand under a signature, as logos do.
  private func afterImages(_ start: Int, _ end: Int) -> Int {
    var last = start
    for i in start..<end where !lines[i].isBlank {
      guard SignatureWords.imageMarks.begin(LowerCase.ascii(lines.content(i).prefix(20))) else { break }
      last = i + 1
    }
    return last
  }

  /// Whether nothing but a word of thanks is there, without a name: that is part of what the mail says.
  private func isBareThanks(_ found: Range<Int>) -> Bool {
    let filled = found.filter { !lines[$0].isBlank }
    return filled.count == 1 && SignatureWords.isThanks(lines.lowered(filled[0], limit: 60)[...].trimmedMarks)
  }

  /// What is left of a signature that would be the whole mail, once its first line is taken for what the mail says:
  /// `Thank you.` above a name is an answer. Nil when that line is no sign-off.
  private func afterThanks(_ found: Range<Int>, _ first: Int) -> Range<Int>? {
    guard isSignOff(first) else { return nil }
    let rest = first + 1..<found.upperBound
    return rest.contains { !lines[$0].isBlank } ? rest : rest.upperBound..<rest.upperBound
  }

  /// The first line of an advertisement of the mail service at the end of `run`: a rule, and words that such services use.
  private func serviceNote(_ run: Range<Int>) -> Int? {
    guard let last = run.last(where: { !lines[$0].isBlank }) else { return nil }
    var i = last
    while i > run.lowerBound, last - i < 8, !isRule(i) { i -= 1 }
    guard isRule(i), lines[i].count >= 6, i < last else { return nil }
    while i > run.lowerBound, isRule(i - 1) { i -= 1 }
    let isService = (i...last).contains { LegalNotes.services.occur(in: lines.lowered($0, limit: 100)) }
    return isService ? i : nil
  }

  /// The first line of the legal note that ends `run`.
  private func disclaimer(_ run: Range<Int>) -> Int? {
    var i = run.upperBound - 1
    var found: Int?
    while i >= run.lowerBound, run.upperBound - i < 60 {
      if lines[i].count > 8, beginsParagraph(i, run), isDisclaimer(i) || run.upperBound - i < 20 && isFooter(i) {
        found = i
      }
      i -= 1
    }
    guard var start = found else { return nil }
    if let above = filled(above: start, run), isLegalHeading(above) { start = above }
    if let above = filled(above: start, run), isRule(above) { start = above }
    return start
  }

  /// The line above `index` that is not blank, with at most two blank ones between.
  private func filled(above index: Int, _ run: Range<Int>) -> Int? {
    (run.lowerBound..<index).suffix(3).last { !lines[$0].isBlank }
  }

  /// Whether a line is the heading of a legal note: `LEGAL NOTICE`.
  private func isLegalHeading(_ index: Int) -> Bool {
    guard (4...40).contains(lines[index].count), index == 0 || lines[index - 1].isBlank || isRule(index - 1) else {
      return false
    }
    return LegalNotes.headings.occur(in: lines.lowered(index))
  }

  /// Whether a line begins with words of a legal note, perhaps behind marks.
  private func isDisclaimer(_ index: Int) -> Bool {
    let words = lines.content(index).drop { !Self.isLetter($0) && $0 != 0x28 }
    guard LegalNotes.beginnings.mayBegin(words) else { return false }
    return LegalNotes.beginnings.begin(LowerCase.text(words.prefix(120)))
  }

  /// Whether a line begins the footer of a mailing, which says why one gets it and how to leave.
  private func isFooter(_ index: Int) -> Bool {
    let words = lines.content(index)
    guard LegalNotes.footers.mayBegin(words) else { return false }
    return LegalNotes.footers.begin(LowerCase.text(words.prefix(80)))
  }

  private func hasLegalTerms(_ range: Range<Int>) -> Bool {
    range.prefix(12).contains { LegalNotes.terms.occur(in: lines.lowered($0)) }
  }

  /// Whether a paragraph may begin with a line: above it is nothing, a rule or, unless a small letter begins it, a short
  /// line.
  private func beginsParagraph(_ index: Int, _ run: Range<Int>) -> Bool {
    if index == run.lowerBound || lines[index - 1].isBlank { return true }
    return lines[index - 1].count < 60 && lines.first(index) &- 0x61 >= 26 || isRule(index - 1)
  }

  /// Whether a line is nothing but signs of a rule.
  func isRule(_ index: Int) -> Bool {
    lines[index].count >= 3
      && lines.content(index).allSatisfy {
        $0 == 0x5F || $0 == 0x2D || $0 == 0x2A || $0 == 0x3D || $0 == 0x7E || $0 == 0x23 || $0 == 0x2B
      }
  }

  /// The lines of the signature that ends `run`; names of attached files may stand behind it.
  private mutating func signature(_ run: Range<Int>) -> Range<Int>? {
    var end = run.upperBound
    while end > run.lowerBound, lines[end - 1].isBlank || isFileMark(end - 1) { end -= 1 }
    guard end > run.lowerBound else { return nil }
    let mobile = mobileNote(run.lowerBound..<end)
    let tail = mobile ?? end
    let low = max(run.lowerBound, tail - Self.limit)
    if let delimiter = delimiter(low..<tail) { return extended(above: withSignOff(above: delimiter, low), low)..<end }
    if let signOff = signOff(low..<tail) {
      return extended(above: signOff, low)..<(mobile == nil ? beforeProse(after: signOff, end) : end)
    }
    if let start = inlineBlock(low..<tail) { return start..<end }
    if let start = writerBlock(low..<tail, run) { return extended(above: start, low)..<end }
    if let start = contactLines(low..<tail, run).map({ withName(above: $0, low) }) ?? nameLine(low..<tail, run) {
      return extended(above: start, low)..<end
    }
    if let mobile { return extended(above: mobile, low)..<end }
    let inline = inlineSignOff(end - 1, needsName: true) ?? inlineThanks(end - 1, run)
    if let start = closing(endingAt: end - 1, low), inline != nil || !isBrief(run.lowerBound..<start) {
      return start..<end
    }
    if let inline { noteInline(end - 1, inline) }
    return nil
  }

  /// Notes that the signature begins at byte `offset` in the middle of line `index`.
  mutating func noteInline(_ index: Int, _ offset: Int) {
    inlineStarts[index] = offset
  }

  /// Whether a line is the name of an attached file: ` - plan.doc`, `<<plan.doc>>`, `(See attached file: plan.doc)`.
  private func isFileMark(_ index: Int) -> Bool {
    let text = lines.content(index)
    if text.starts(with: [0x3C, 0x3C]) { return text.suffix(2).elementsEqual([0x3E, 0x3E]) && !isMobileNote(index) }
    if text.starts(with: [0x2D, 0x20]) {
      return lines[index].contentStart > lines[index].start && text.suffix(5).contains(0x2E) && text.count < 80
    }
    return SignatureWords.fileMarks.begin(LowerCase.ascii(text.prefix(20)))
  }

  /// Where the signature ends when the author goes on behind it: at a postscript or a sentence.
  private func beforeProse(after start: Int, _ end: Int) -> Int {
    for i in start..<end where i > start && lines[i - 1].isBlank && !lines[i].isBlank {
      let text = lines.lowered(i, limit: 200)
      let isPostscript = text.starts(with: "ps".utf8) || text.starts(with: "p.s".utf8)
      let isSentence = text.count { $0 == 0x20 } >= 5 && [0x2E, 0x3F, 0x21].contains(lines.last(i))
      if isPostscript || isSentence && !ContactLine.isContact(lines.content(i)) { return i }
    }
    return end
  }

  /// The line `-- ` or a rule that divides a signature from the text.
  private func delimiter(_ range: Range<Int>) -> Int? {
    range.first { i in
      let line = lines[i]
      let isDashes =
        line.count == 2 && lines.first(i) == 0x2D && lines.last(i) == 0x2D && line.start == line.contentStart
      if isDashes { return true }
      guard isRule(i), line.count >= 5, i + 1 < range.upperBound else { return false }
      let below = (i + 1..<range.upperBound).filter { !lines[$0].isBlank }
      guard let first = below.first, below.count <= 10, below.allSatisfy({ lines[$0].count < 70 }) else { return false }
      let contacts = below.count { ContactLine.isContact(lines.content($0)) }
      return ContactLine.isName(lines.content(first)) || contacts > 0 && contacts * 3 >= below.count
    }
  }

  /// A sign-off or a name just above a delimiter belongs to the signature.
  private func withSignOff(above index: Int, _ low: Int) -> Int {
    signOff(low..<index) ?? withName(above: index, low)
  }

  /// The first line of the name, or of a short block that begins with one, which stands above `index`.
  private func withName(above index: Int, _ low: Int) -> Int {
    let bare = index > low && isRule(index - 1) ? index - 1 : index
    guard let i = (low..<index).last(where: { !lines[$0].isBlank && !isRule($0) }), i > low, index - i < 5,
      lines[i].count < 50
    else { return bare }
    var first = i
    while first > low, !lines[first - 1].isBlank, lines[first - 1].count < 50, i - first < 5 { first -= 1 }
    let isBlock = first == i || first > low && lines[first - 1].isBlank
    if isBlock, first > low, ContactLine.isName(lines.content(first)) { return signOff(low..<first) ?? first }
    if ContactLine.isName(lines.content(i)), lines[i].count < 30 { return signOff(low..<i) ?? i }
    return bare
  }

  private func isMobileNote(_ index: Int) -> Bool {
    lines[index].count < 160 && MobileNotes.isNote(lines.lowered(index, limit: 160))
  }

  /// The first of the lines at the end of `range` that are notes of mobile clients.
  private func mobileNote(_ range: Range<Int>) -> Int? {
    var found: Int?
    for i in range.reversed() where lines[i].count > 0 {
      if isRule(i), found != nil { continue }
      guard isMobileNote(i) else { break }
      found = i
    }
    return found
  }

  /// The last sign-off line with only short lines behind it. Above everything else, words such as `Ihre Anfrage` or
  /// `Best Practices` are a heading.
  private func signOff(_ range: Range<Int>) -> Int? {
    var filled = 0
    for i in range.reversed() where lines[i].count > 0 {
      if isSignOff(i) {
        let isSure = Self.isSignOff(lines.content(i), needsName: false, needsMark: true)
        return isSure || filled == 0 || hasWords(range.lowerBound..<i) ? i : nil
      }
      filled += 1
      if !isBlockLine(i) || filled > 16 { return nil }
    }
    return nil
  }

  /// Whether a line is as short as those of signatures, or gives contact data or the company's registration.
  private func isBlockLine(_ index: Int) -> Bool {
    if lines[index].count <= 80 { return true }
    guard lines[index].count <= 300 else { return false }
    let text = lines.content(index)
    return text.count { $0 == 0x7C } >= 2 || LegalNotes.registry.occur(in: lines.lowered(index))
  }

  /// Whether a line is a sign-off, alone or with a name or a comma behind it.
  func isSignOff(_ index: Int) -> Bool {
    lines[index].count <= 60 && lines[index].count > 0 && Self.isSignOff(lines.content(index), needsName: false)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
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
    guard (start..<end).allSatisfy({ lines[$0].count < 70 }), !isAnnounced(start, run) else { return nil }
    let contacts = (start..<end).count { ContactLine.isContact(lines.content($0)) }
    let data = (start..<end).count { ContactLine.isData(lines.content($0)) }
    guard contacts >= 1, data * 2 < count else { return nil }
    let isNamed =
      ContactLine.isName(lines.content(start)) || isRule(start)
      || count <= 4 && contacts * 2 >= count && ContactLine.isTitleCased(lines.content(start))
      || withName(above: start, range.lowerBound) < start - 1
    return isNamed || contacts >= 2 && contacts * 3 >= count ? start : nil
  }

  /// Whether the line above a paragraph announces it: `Here is whom to call:`.
  private func isAnnounced(_ start: Int, _ run: Range<Int>) -> Bool {
    guard let above = (run.lowerBound..<start).last(where: { !lines[$0].isBlank }) else { return false }
    return lines.last(above) == 0x3A
  }

  /// A name alone on the last line, or a dash and a name; a number of the house's own telephones may stand under it.
  private func nameLine(_ range: Range<Int>, _ run: Range<Int>) -> Int? {
    guard var last = range.last(where: { !lines[$0].isBlank }), last > run.lowerBound else { return nil }
    if ContactLine.isExtension(lines.content(last)),
      let above = (run.lowerBound..<last).last(where: { !lines[$0].isBlank }), last - above < 4
    {
      last = above
    }
    guard last > run.lowerBound, lines[last].count <= 34 else { return nil }
    let previous = (run.lowerBound..<last).last { !lines[$0].isBlank }
    guard let previous else { return nil }
    let isApart = lines[last - 1].isBlank
    guard
      ContactLine.isName(lines.content(last))
        || isApart && (ContactLine.isLowerName(lines.content(last)) || ContactLine.isTeam(lines.content(last)))
    else { return nil }
    let ending = lines.last(previous)
    let endsSentence = ending == 0x2E || ending == 0x21 || ending == 0x3F || ending == 0x2C || ending == 0x2D
    if isApart || endsSentence || inlineSignOff(previous, needsName: false) != nil { return last }
    return breaksEarly(previous, before: last) && !isList(previous) ? last : nil
  }

  /// Whether the lines that end at `index` are a list rather than prose: several, all short and without a full stop.
  private func isList(_ index: Int) -> Bool {
    var i = index
    while i >= 0, index - i < 8, lines[i].count > 0, lines[i].depth == 0 {
      guard lines[i].count < 45, ![0x2E, 0x3F, 0x21, 0x2C].contains(lines.last(i)) else { return false }
      i -= 1
    }
    return index - i >= 2
  }

  /// Whether the word that begins `next` would have had room on the line before, as wrapped lines of this text go.
  private func breaksEarly(_ index: Int, before next: Int) -> Bool {
    var low = index
    while low > 0, index - low < 8, !lines[low - 1].isBlank, lines[low - 1].depth == 0 { low -= 1 }
    let widest = (low..<index).map { lines[$0].count }.max() ?? 0
    return lines[index].count + 1 + lines[next].count < max(widest, 60) - 8
  }
}
