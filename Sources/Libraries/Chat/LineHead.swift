// The head of an exported message: date and time, as every locale writes them.
import Calendar

/// In which order dates are written.
public enum DateOrder: String, Sendable, CaseIterable {
  case dayMonthYear = "day-first"
  case monthDayYear = "month-first"
  case yearMonthDay = "year-first"
}

/// The three numbers of a date before it is known which is which.
struct DateNumbers: Sendable, Equatable {
  var first: Int
  var second: Int
  var third: Int
  /// Whether the year stands first and has four digits.
  var yearIsFirst: Bool
  /// Whether dots stand between them: then the day always comes before the month.
  var hasDots: Bool
  /// Whether the month was a word.
  var namesMonth = false

  /// The day, or nil when the calendar has none such.
  func date(_ order: DateOrder) -> CalendarDate? {
    if yearIsFirst { return LocalYear.date(first, second, third) }
    switch order {
    case .dayMonthYear: return LocalYear.date(third, second, first)
    case .monthDayYear: return LocalYear.date(third, first, second)
    case .yearMonthDay: return LocalYear.date(first, second, third)
    }
  }
}

/// Date and time at the beginning of a line.
struct LineHead: Sendable, Equatable {
  var numbers: DateNumbers
  var hour: Int
  var minute: Int
  var second: Int
  /// Whether it stands in brackets, as iOS writes it.
  var isBracketed: Bool
  /// Whether the month is a word.
  var namesMonth: Bool

  /// Whether both are written in one way: a file has one, so that a line of a message that looks like a head is none.
  func isWritten(as other: LineHead) -> Bool {
    isBracketed == other.isBracketed && namesMonth == other.namesMonth
  }

  /// Reads the head of `line`, and gives what follows; nil when the line begins with none.
  static func read(_ line: Substring) -> (head: LineHead, rest: Substring)? {
    var cursor = LineCursor(line)
    cursor.blanks()
    let isBracketed = cursor.take("[") != nil
    guard let (written, time) = dateAndTime(&cursor) ?? timeAndDate(&cursor) else { return nil }
    guard close(&cursor, isBracketed, afterBlank: time.blank && time.second != nil) else { return nil }
    var numbers = written
    // 18. 6. 13. 오후 9:25
    if time.isKorean, numbers.third < 100 { numbers.yearIsFirst = true }
    let head = LineHead(
      numbers: numbers, hour: time.hour, minute: time.minute, second: time.second ?? 0, isBracketed: isBracketed,
      namesMonth: written.namesMonth)
    return (head, cursor.text)
  }

  /// A time of the day; `blank`: whether a space was taken behind it.
  private struct Time {
    var hour: Int
    var minute: Int
    var second: Int?
    var blank: Bool
    var isKorean: Bool
  }

  private static func dateAndTime(_ cursor: inout LineCursor) -> (DateNumbers, Time)? {
    var copy = cursor
    guard let numbers = date(&copy) else { return nil }
    var hasBlank = copy.blanks()
    for word in HalfDays.dateTails where copy.takeWord(word) { break }
    _ = copy.take(",،")
    hasBlank = copy.blanks() || hasBlank
    guard hasBlank || copy.next == "T" else { return nil }
    for joint in HalfDays.joints where copy.takeWord(joint) { break }
    copy.blanks()
    guard let time = time(&copy) else { return nil }
    cursor = copy
    return (numbers, time)
  }

  /// `21:25 13/06/2018`, as Vietnamese has it.
  private static func timeAndDate(_ cursor: inout LineCursor) -> (DateNumbers, Time)? {
    var copy = cursor
    guard var time = time(&copy), copy.take(",") != nil || time.blank else { return nil }
    copy.blanks()
    guard let numbers = date(&copy) else { return nil }
    time.blank = copy.blanks()
    cursor = copy
    return (numbers, time)
  }

  /// `13/06/18`, `13. 6. 2018.`, `2018-06-13`, `2018年6月13日`, `13 Jun 2018`, `Jun 13, 2018`.
  private static func date(_ cursor: inout LineCursor) -> DateNumbers? {
    var copy = cursor
    guard let numbers = numericDate(&copy) else { return namedDate(&cursor) }
    cursor = copy
    return numbers
  }

  /// A date with the name of its month, as the first Android versions wrote it.
  private static func namedDate(_ cursor: inout LineCursor) -> DateNumbers? {
    var copy = cursor
    var day = copy.number(upTo: 2)?.value
    if day == nil { copy = cursor }
    _ = copy.take(".")
    copy.blanks()
    guard let month = copy.word(upTo: 12).flatMap({ MonthNames.numbers[$0] }) else { return nil }
    _ = copy.take(".")
    copy.blanks()
    if day == nil {
      day = copy.number(upTo: 2)?.value
      guard copy.take(",") != nil else { return nil }
      copy.blanks()
    }
    guard let day, let year = copy.number(upTo: 4), year.digits == 4 else { return nil }
    cursor = copy
    return DateNumbers(
      first: year.value, second: month, third: day, yearIsFirst: true, hasDots: false, namesMonth: true)
  }

  private static func numericDate(_ cursor: inout LineCursor) -> DateNumbers? {
    guard let first = cursor.number(upTo: 4) else { return nil }
    // Arabic has marks of direction between the numbers.
    cursor.marks()
    guard let separator = cursor.take("/.-年년") else { return nil }
    cursor.blanks()
    guard let second = cursor.number(upTo: 2) else { return nil }
    cursor.marks()
    guard cursor.take(separator == "年" ? "月" : separator == "년" ? "월" : String(separator)) != nil else { return nil }
    cursor.blanks()
    guard let third = cursor.number(upTo: 4) else { return nil }
    _ = cursor.take(".日일")
    let yearIsFirst = first.digits == 4
    guard first.digits != 3, third.digits != 3, !yearIsFirst || third.digits <= 2 else { return nil }
    return DateNumbers(
      first: first.value, second: second.value, third: third.value, yearIsFirst: yearIsFirst, hasDots: separator == ".")
  }

  /// `21:25:15`, `9.25 p. m.`, `下午9:25`, `21 h 25 min 15 s`, `21:25 Uhr`.
  private static func time(_ cursor: inout LineCursor) -> Time? {
    var half = half(&cursor)
    cursor.blanks()
    guard let hour = cursor.number(upTo: 2), let separator = hourSeparator(&cursor),
      let minute = cursor.number(upTo: 2),
      minute.digits == 2, minute.value < 60
    else { return nil }
    let second = second(&cursor, separator)
    var blank = cursor.blanks()
    for word in HalfDays.timeTails where cursor.takeWord(word) { blank = cursor.blanks() || blank }
    if half == nil, let found = Self.half(&cursor) {
      half = found
      blank = cursor.blanks() || blank
    }
    guard let hour = HalfDays.hour(hour.value, half?.half) else { return nil }
    let isKorean = half.map { HalfDays.korean.contains($0.word) } ?? false
    return Time(hour: hour, minute: minute.value, second: second, blank: blank, isKorean: isKorean)
  }

  private static func hourSeparator(_ cursor: inout LineCursor) -> Unicode.Scalar? {
    if let found = cursor.take(":.h") {
      if found == "h" { cursor.blanks() }
      return found
    }
    var copy = cursor
    guard copy.blanks(), copy.take("h") != nil, copy.blanks() else { return nil }
    cursor = copy
    return "h"
  }

  private static func second(_ cursor: inout LineCursor, _ separator: Unicode.Scalar) -> Int? {
    var copy = cursor
    if separator == "h" {
      copy.blanks()
      guard copy.takeWord("min") else { return nil }
      copy.blanks()
    } else {
      guard copy.take(String(separator)) != nil else { return nil }
    }
    guard let number = copy.number(upTo: 2), number.value < 61 else { return nil }
    if separator == "h" {
      copy.blanks()
      _ = copy.takeWord("s")
    }
    cursor = copy
    return number.value
  }

  private static func half(_ cursor: inout LineCursor) -> (word: String, half: HalfDays.Half)? {
    guard let next = cursor.next, next.properties.isAlphabetic else { return nil }
    return HalfDays.words.first { cursor.takeWord($0.word) }
  }

  /// What stands between the time and the author: `]`, ` - `, `, ` or, behind seconds, a space alone.
  private static func close(_ cursor: inout LineCursor, _ isBracketed: Bool, afterBlank: Bool) -> Bool {
    if isBracketed {
      guard cursor.take("]") != nil else { return false }
      if cursor.next == " " { _ = cursor.take(" ") }
      return true
    }
    if cursor.take("-–—,:") != nil { return cursor.take(" \u{A0}\u{202F}") != nil || cursor.next == nil }
    return afterBlank
  }
}
