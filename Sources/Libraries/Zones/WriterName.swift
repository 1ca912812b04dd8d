import Bytes

/// The name of whoever wrote a mail, by which the line is known that begins their signature.
struct WriterName {
  /// The words of it, lower case.
  private let words: [[UInt8]]
  /// A bit for each letter of ASCII that begins one of them.
  private let initials: UInt32

  /// The words of `name`, which may also be the part of an address before the `@`.
  init(_ name: String) {
    words = Self.words(LowerCase.text(Array(name.utf8.prefix(200))[...])).filter { $0.count > 1 }
    initials = words.reduce(0) { $1[0] < 0x80 ? $0 | 1 << UInt32($1[0] - 0x61) : $0 }
  }

  /// Whether `line` is the name, in full or one of its words, perhaps with initials, or begins with two words of it before a
  /// comma, a bar, a dash or a bracket: `Dana Frost | Head of Talent`.
  func begins(_ line: ArraySlice<UInt8>) -> Bool {
    guard !words.isEmpty, line.count <= 160, let first = line.first, first &- 0x30 >= 10, mayBegin(line) else {
      return false
    }
    let cut = line.firstIndex { $0 == 0x2C || $0 == 0x7C || $0 == 0x28 || $0 == 0xE2 } ?? dash(line) ?? line.endIndex
    let shown = Self.words(LowerCase.text(line[..<cut]))
    guard (1...5).contains(shown.count) else { return false }
    let known = shown.count(where: words.contains)
    guard known >= 1, shown.allSatisfy({ words.contains($0) || $0.count == 1 }) else { return false }
    return cut == line.endIndex || known >= 2
  }

  /// Whether the first letters of `line` may be a word of the name or an initial, which decides it for most lines.
  private func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = line.firstIndex(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }) else { return false }
    let letter = line[start]
    guard letter < 0x80 else { return true }
    let next = start + 1 < line.endIndex ? line[start + 1] : 0x20
    return initials >> UInt32((letter | 0x20) - 0x61) & 1 != 0 || next < 0x80 && (next | 0x20) &- 0x61 >= 26
  }

  private func dash(_ line: ArraySlice<UInt8>) -> Int? {
    line.indices.dropFirst().first { line[$0] == 0x2D && line[$0 - 1] == 0x20 }
  }

  /// The letters of `text` as words.
  private static func words(_ text: [UInt8]) -> [[UInt8]] {
    text.split { $0 < 0x80 && $0 &- 0x61 >= 26 }.map(Array.init)
  }
}

extension SignatureFinder {
  /// The first of the last lines that bears the writer's name, when it stands apart and only short lines that are no prose
  /// follow.
  func writerBlock(_ range: Range<Int>, _ run: Range<Int>) -> Int? {
    guard let writer = writer.map(WriterName.init) else { return nil }
    var found: Int?
    var filled = 0
    for i in range.reversed() where i > run.lowerBound && lines[i].count > 0 {
      if lines[i].count > 160 || isProse(i) { break }
      filled += 1
      guard filled <= 12 else { break }
      if writer.begins(lines.content(i)), isApart(i, run), hasWords(run.lowerBound..<i) { found = i }
    }
    return found
  }

  /// Whether a line stands below a blank one, a sentence or a comma, or right above a way of contact.
  private func isApart(_ index: Int, _ run: Range<Int>) -> Bool {
    if lines[index - 1].isBlank || [0x2E, 0x21, 0x3F, 0x2C].contains(lines.last(index - 1)) { return true }
    return index + 1 < run.upperBound && ContactLine.isName(lines.content(index))
      && ContactLine.isContact(lines.content(index + 1))
  }

  private func isProse(_ index: Int) -> Bool {
    let text = lines.content(index)
    guard text.count > 30, !ContactLine.isContact(text) else { return false }
    let last = lines.last(index)
    return last == 0x3A || last == 0x3F || last == 0x21 || last == 0x2E && text.count { $0 == 0x20 } >= 5
      || text.count { $0 == 0x20 } >= 14
  }
}
