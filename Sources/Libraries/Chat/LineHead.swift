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
  /// The day, or nil when the calendar has none such.
  func date(_ order: DateOrder) -> CalendarDate? {
    if yearIsFirst { return CalendarDate(year: first, month: second, day: third) }
    switch order {
    case .dayMonthYear: return CalendarDate(year: Self.year(third), month: second, day: first)
    case .monthDayYear: return CalendarDate(year: Self.year(third), month: first, day: second)
    case .yearMonthDay: return CalendarDate(year: Self.year(first), month: second, day: third)
    }
  }

  private static func year(_ number: Int) -> Int { number < 100 ? 2000 + number : number }
}

/// Date and time at the beginning of a line.
struct LineHead: Sendable, Equatable {
  var numbers: DateNumbers
  var hour: Int
  var minute: Int
  var second: Int
  /// Whether it stands in brackets, as iOS writes it.
  var isBracketed: Bool

  /// Reads the head of `line`, and gives what follows; nil when the line begins with none.
  static func read(_ line: Substring) -> (head: LineHead, rest: Substring)? {
    var cursor = LineCursor(line)
    cursor.blanks()
    let isBracketed = cursor.take("[") != nil
    guard let numbers = date(&cursor) else { return nil }
    _ = cursor.take(",،")
    let hasBlank = cursor.blanks()
    guard hasBlank || cursor.next == "T" else { return nil }
    for joint in HalfDays.joints where cursor.takeWord(joint) { break }
    cursor.blanks()
    guard let (hour, minute, second, blank) = time(&cursor) else { return nil }
    guard close(&cursor, isBracketed, afterBlank: blank && second != nil) else { return nil }
    let head = LineHead(numbers: numbers, hour: hour, minute: minute, second: second ?? 0, isBracketed: isBracketed)
    return (head, cursor.text)
  }

  /// `13/06/18`, `13. 6. 2018.`, `2018-06-13`, `2018年6月13日`.
  private static func date(_ cursor: inout LineCursor) -> DateNumbers? {
    guard let first = cursor.number(upTo: 4), let separator = cursor.take("/.-年") else { return nil }
    cursor.blanks()
    guard let second = cursor.number(upTo: 2), cursor.take(separator == "年" ? "月" : String(separator)) != nil else {
      return nil
    }
    cursor.blanks()
    guard let third = cursor.number(upTo: 4) else { return nil }
    _ = cursor.take(".日")
    let yearIsFirst = first.digits == 4
    guard first.digits != 3, third.digits != 3, !yearIsFirst || third.digits <= 2 else { return nil }
    return DateNumbers(
      first: first.value, second: second.value, third: third.value, yearIsFirst: yearIsFirst, hasDots: separator == ".")
  }

  /// `21:25:15`, `9.25 p. m.`, `下午9:25`; `blank`: whether a space was taken behind it.
  private static func time(
    _ cursor: inout LineCursor
  ) -> (hour: Int, minute: Int, second: Int?, blank: Bool)? {
    var half = half(&cursor)
    cursor.blanks()
    guard let hour = cursor.number(upTo: 2), let separator = cursor.take(":.h"),
      let minute = cursor.number(upTo: 2), minute.digits == 2, minute.value < 60
    else { return nil }
    var second: Int?
    var afterSeconds = cursor
    if afterSeconds.take(String(separator)) != nil, let number = afterSeconds.number(upTo: 2), number.value < 61 {
      second = number.value
      cursor = afterSeconds
    }
    var blank = cursor.blanks()
    if half == nil, let found = Self.half(&cursor) {
      half = found
      blank = cursor.blanks() || blank
    }
    guard let hour = HalfDays.hour(hour.value, half) else { return nil }
    return (hour, minute.value, second, blank)
  }

  private static func half(_ cursor: inout LineCursor) -> HalfDays.Half? {
    guard let next = cursor.next, next.properties.isAlphabetic else { return nil }
    return HalfDays.words.first { cursor.takeWord($0.word) }?.half
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
