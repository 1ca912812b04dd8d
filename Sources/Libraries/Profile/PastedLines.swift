// The lines of a pasted page, each once.
import Calendar

/// Brings the plain text of a page to lines without what the page says twice.
///
/// Beside each visible text a page has the same for screen readers, and a copy of the page holds both: on two lines, or
/// run together on one.
struct PastedLines {
  /// The lines with their number in the file, from 1; empty ones are left out.
  private(set) var lines: [(text: String, number: Int)] = []
  private let words: PastedWords

  /// Most lines of a file that are read, and most characters of one.
  private static let mostLines = 20_000
  private static let longest = 2_000

  init(_ text: String, _ words: PastedWords) {
    self.words = words
    var number = 0
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(Self.mostLines) {
      number += 1
      let line = Self.squeezed(raw.prefix(Self.longest))
      if !line.isEmpty { lines.append((once(line), number)) }
    }
    if isDoubled { lines = collapsed() }
  }

  private static func squeezed(_ raw: Substring) -> String {
    let marks: Set<Character> = ["\u{200B}", "\u{200E}", "\u{200F}", "\u{FEFF}", "\u{2060}"]
    return raw.filter { !marks.contains($0) }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The first half of a line that says the same twice. Dates are said in two ways: `2019 - 2020` and `2019 to 2020`.
  private func once(_ line: String) -> String {
    let count = line.count
    guard count >= 4 else { return line }
    let characters = Array(line)
    if count.isMultiple(of: 2), characters[..<(count / 2)] == characters[(count / 2)...] {
      return String(characters[..<(count / 2)])
    }
    if !count.isMultiple(of: 2), characters[count / 2] == " ",
      characters[..<(count / 2)] == characters[(count / 2 + 1)...]
    {
      return String(characters[..<(count / 2)])
    }
    guard count <= 160, characters.contains(where: \.isNumber) else { return line }
    for middle in max(1, count / 2 - 5)...min(count - 1, count / 2 + 5) {
      let (first, second) = (String(characters[..<middle]), String(characters[middle...]))
      if let range = PastedDates(words).range(first), range == PastedDates(words).range(second) { return first }
    }
    return line
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let range = PastedDates(words).range(one) else { return false }
    return range == PastedDates(words).range(other)
  }

  /// Whether so many lines follow their like that the page was copied with its text for screen readers.
  private var isDoubled: Bool {
    let pairs = zip(lines, lines.dropFirst()).count { isSame($0.text, $1.text) }
    return pairs >= 3 && pairs * 5 >= lines.count
  }

  /// Each pair of equal lines as one.
  private func collapsed() -> [(text: String, number: Int)] {
    var kept: [(text: String, number: Int)] = []
    var index = 0
    while index < lines.count {
      kept.append(lines[index])
      let isPair = index + 1 < lines.count && isSame(lines[index].text, lines[index + 1].text)
      index += isPair ? 2 : 1
    }
    return kept
  }
}

/// Lines that hold nothing but dates or a duration.
struct PastedDates {
  private let words: PastedWords

  init(_ words: PastedWords) { self.words = words }

  /// The dates of a line such as `Jan 2020 - Present · 3 yrs`, which must hold nothing else.
  func range(_ line: String) -> DateRange? {
    guard line.utf8.count <= 200, let range = DateRange(line) else { return nil }
    let dates = line.prefix { $0 != "·" && $0 != "(" }
    return Self.words(dates).allSatisfy(isDateWord) ? range : nil
  }

  /// The number of months in a line that is a duration and perhaps a kind of employment: `Full-time · 5 yrs 3 mos`.
  func duration(_ line: String) -> Int? {
    guard line.utf8.count <= 120 else { return nil }
    let pieces = line.split(separator: "·").map { $0.drop { $0 == " " }.description }
    guard let last = pieces.last, pieces.count <= 3 else { return nil }
    let kinds = pieces.dropLast().map { $0.reversed().drop { $0 == " " }.reversed() }.map { String($0) }
    guard kinds.allSatisfy({ EmploymentWords.kinds.contains($0.lowercased()) }) else { return nil }
    if words.has("shortest", last) { return 11 }
    guard Self.words(Substring(last)).allSatisfy({ Int($0) != nil || words.has("units", $0) }) else { return nil }
    return Duration.months(last)
  }

  private func isDateWord(_ word: Substring) -> Bool {
    if let number = Int(word) { return (0..<100).contains(number) || (1900...2199).contains(number) }
    return MonthNames.numbers[word.lowercased()] != nil || words.has("present", word) || words.has("between", word)
      || words.has("units", word)
  }

  private static func words(_ text: Substring) -> [Substring] {
    text.split { " .,/-–—‒−)\u{A0}॰".contains($0) }
  }
}
