import Calendar

/// The day that a promise of time means: "after Diwali", "in Q3", "in two weeks", "mid January", "am 3. März", counted
/// from the day it was written; a time without a year is the next one that comes, and one that is past is no promise.
public struct PromisedDate {
  let text: DateWords
  let base: CalendarDate
  /// Whether the text only stands beside the promise: then days that are easily meant otherwise do not count.
  let isAside: Bool

  /// The day that the text names, or nil when it names none; a financial year begins in April.
  public static func day(in text: String, writtenOn base: CalendarDate, isAside: Bool = false) -> CalendarDate? {
    PromisedDate(text: DateWords(text), base: base, isAside: isAside).day()
  }

  /// `YYYY-MM-DD` of the promise behind a label, from its quote or else from the rest of the message.
  static func due(label: String, quote: [UInt8], message: Subject) -> String? {
    guard ["deferral", "reconnect_later"].contains(label), let day = message.day else { return nil }
    let base = CalendarDate(dayNumber: day)
    func named(_ text: [UInt8], isAside: Bool) -> CalendarDate? {
      PromisedDate.day(in: String(decoding: text, as: UTF8.self), writtenOn: base, isAside: isAside)
    }
    if let day = named(quote, isAside: false) { return day.description }
    let sentences = Sentences.ranges(in: message.words).prefix(40)
    return sentences.lazy.compactMap { named(Array(message.words[$0]), isAside: true) }.first?.description
  }

  func word(_ index: Int) -> String { text.word(index) }

  private func day() -> CalendarDate? {
    first { written($0) ?? week($0) ?? span($0) ?? period($0) ?? feast($0) } ?? (isAside ? nil : first(dayByName))
  }

  /// The first day ahead that `name` finds at a word.
  private func first(_ name: (Int) -> CalendarDate?) -> CalendarDate? {
    text.words.indices.lazy.compactMap(name).first { $0 > base }
  }

  /// Whether one of the few words before `index` is in the set.
  func isLed(_ index: Int, by words: Set<String>, within count: Int = 3) -> Bool {
    (1...count).contains { words.contains(word(index - $0)) }
  }

  /// Whether the time that ends at `end` and begins at `index` is to be over first.
  func isAfter(_ index: Int, _ end: Int? = nil) -> Bool {
    let next = (end ?? index) + 1
    return isLed(index, by: TimeWords.after) || ["baad", "बाद"].contains(word(next))
      || ["ke", "के"].contains(word(next)) && ["baad", "बाद"].contains(word(next + 1))
  }

  /// The given day of the year, this year's or the next.
  func coming(_ month: Int, _ day: Int, year: Int? = nil) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    guard let date = CalendarDate(year: base.year, month: month, day: day), date > base else {
      return CalendarDate(year: base.year + 1, month: month, day: day)
    }
    return date
  }

  /// The year that is written there.
  func year(_ index: Int) -> Int? { Int(word(index)).flatMap { (2000...2100).contains($0) ? $0 : nil } }

  /// A day of a month as a number, also as `3rd`.
  func number(_ index: Int) -> Int? {
    let digits = word(index).utf8.prefix { (0x30...0x39).contains($0) }
    let rest = String(decoding: word(index).utf8.dropFirst(digits.count), as: UTF8.self)
    guard !digits.isEmpty, ["", "st", "nd", "rd", "th", "er"].contains(rest) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { (1...31).contains($0) ? $0 : nil }
  }
}

/// The words of a text in lower case, and what stands between two that touch.
struct DateWords {
  private(set) var words: [String] = []
  /// What joins each word to the next: one character of `./-`, or a blank.
  private(set) var joints: [Character] = []

  /// The words of the first two thousand characters.
  init(_ text: String) {
    var word = String.UnicodeScalarView()
    var joint = ""
    for scalar in text.unicodeScalars.prefix(2_000) {
      if Self.isPart(scalar) {
        if word.isEmpty, !words.isEmpty { joints.append(joint.count == 1 ? Character(joint) : " ") }
        word.append(scalar)
        joint = ""
      } else {
        end(&word)
        if joint.utf8.count < 4 { joint.unicodeScalars.append("./-".unicodeScalars.contains(scalar) ? scalar : " ") }
      }
    }
    end(&word)
    joints.append(" ")
  }

  /// Letters with their marks, as Devanagari has them, and digits.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) { return true }
    return scalar.properties.generalCategory == .nonspacingMark
  }

  private mutating func end(_ word: inout String.UnicodeScalarView) {
    guard !word.isEmpty else { return }
    words.append(String(word).lowercased())
    word = String.UnicodeScalarView()
  }

  func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }
  func joint(_ index: Int) -> Character { joints.indices.contains(index) ? joints[index] : " " }
}
