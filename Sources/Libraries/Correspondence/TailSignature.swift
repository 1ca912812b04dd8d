// Signatures that nothing marks: the writer's name on a line near the end, and short lines under it.

/// Parts a text from the signature at its end.
public enum TailSignature {
  /// The text above the writer's name, and what begins with it; nil when no line near the end is the name.
  public static func split(_ text: String, writer: String) -> (text: String, signature: String)? {
    let names = Set(Party.folded(writer).split(separator: " ").map(String.init).filter { $0.count > 1 })
    guard !names.isEmpty, text.utf8.count <= Prose.limit else { return nil }
    let tailStart = self.tailStart(text)
    let lines = text[tailStart...].split(separator: "\n", omittingEmptySubsequences: false)
    var start: Int?
    var index = lines.count
    while index > 0, lines.count - index < 14 {
      index -= 1
      let words = Party.folded(String(lines[index])).split(separator: " ").map(String.init)
      if words.isEmpty { continue }
      if lines[index].utf8.count > 100 { break }
      if words.count <= 5, words.allSatisfy({ names.contains($0) || isInitial($0) }),
        words.contains(where: names.contains)
      {
        start = index
      } else if start != nil {
        guard words.count <= 4, JobTitle.closers.contains(words[0]) else { break }
        start = index
      }
    }
    guard let start else { return nil }
    let above = text[..<lines[start].startIndex]
    guard above.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    return (trimmed(above), lines[start...].joined(separator: "\n"))
  }

  /// Where the last lines begin that may hold a signature.
  private static func tailStart(_ text: String) -> String.Index {
    var index = text.utf8.endIndex
    var breaks = 0
    while index > text.utf8.startIndex {
      let before = text.utf8.index(before: index)
      if text.utf8[before] == 0x0A {
        breaks += 1
        if breaks > 14 { return index }
      }
      index = before
    }
    return index
  }

  private static func isInitial(_ word: String) -> Bool { word.count == 1 }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
