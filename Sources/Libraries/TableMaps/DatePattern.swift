// Dates as tables write them, by a stated pattern: `DD/MM/YYYY hh:mm`.
import Calendar

/// A pattern of letters: YYYY YY, MM M, DD D, MON (English name or its first three letters), EEE (a day of the week, which
/// says nothing new), hh h, mm, ss, a (AM or PM),
/// Z (UTC or an offset). A space stands for one or more, other characters for themselves.
struct DatePattern: Sendable {
  private enum Piece: Sendable, Equatable {
    case year, shortYear, month, day, weekday, monthName, hour, minute, second, half, zone, blank
    case literal(UInt8)
  }

  /// The pattern as it was written.
  let text: String
  private var pieces: [Piece] = []

  private static let words: [(String, Piece)] = [
    ("YYYY", .year), ("YY", .shortYear), ("MON", .monthName), ("EEE", .weekday), ("MM", .month), ("M", .month),
    ("DD", .day),
    ("D", .day), ("hh", .hour), ("h", .hour), ("mm", .minute), ("ss", .second), ("a", .half), ("Z", .zone),
    (" ", .blank),
  ]

  /// The pattern that `text` spells.
  init(_ text: String) {
    self.text = text
    var rest = text[...]
    while let first = rest.first {
      if let (word, piece) = Self.words.first(where: { rest.hasPrefix($0.0) }) {
        pieces.append(piece)
        rest = rest.dropFirst(word.count)
      } else {
        pieces.append(contentsOf: first.utf8.map(Piece.literal))
        rest = rest.dropFirst()
      }
    }
  }

  /// What a text says: a local time and, when it names one, the offset from UTC in seconds.
  struct Reading {
    var local: LocalTime
    var offset: Int?
    var hasTime: Bool
  }

  private struct Parts {
    var year = 0
    var month = 1
    var day = 1
    var hour: Int?
    var minute = 0
    var second = 0
    var isAfternoon: Bool?
    var offset: Int?
  }

  /// Reads `text`, all of it; nil when it does not follow the pattern or names no day.
  func read(_ text: String) -> Reading? {
    var rest = Array(text.utf8.prefix(64))[...]
    var parts = Parts()
    for piece in pieces {
      guard take(piece, &rest, &parts) else { return nil }
    }
    guard rest.allSatisfy({ $0 == 0x20 }) else { return nil }
    var hour = parts.hour ?? 0
    if let isAfternoon = parts.isAfternoon {
      guard (0...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard let date = CalendarDate(year: parts.year, month: parts.month, day: parts.day),
      let local = LocalTime(date, hour: hour, minute: parts.minute, second: parts.second)
    else { return nil }
    return Reading(local: local, offset: parts.offset, hasTime: parts.hour != nil)
  }

  private func take(_ piece: Piece, _ rest: inout ArraySlice<UInt8>, _ parts: inout Parts) -> Bool {
    switch piece {
    case .year: return assign(number(&rest, 4...4), &parts.year)
    case .shortYear:
      guard let year = number(&rest, 2...2) else { return false }
      parts.year = year + (year < 70 ? 2000 : 1900)
      return true
    case .month: return assign(number(&rest, 1...2), &parts.month)
    case .day: return assign(number(&rest, 1...2), &parts.day)
    case .weekday:
      let letters = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
      rest = rest.dropFirst(letters.count)
      return letters.count >= 2
    case .minute: return assign(number(&rest, 2...2), &parts.minute)
    case .second:
      guard assign(number(&rest, 2...2), &parts.second) else { return false }
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst().drop { (0x30...0x39).contains($0) }
      }
      return true
    case .hour:
      parts.hour = number(&rest, 1...2)
      return parts.hour != nil
    case .monthName: return assign(monthName(&rest), &parts.month)
    case .half: return takeHalf(&rest, &parts)
    case .zone:
      parts.offset = zone(&rest)
      return parts.offset != nil
    case .blank:
      let blanks = rest.prefix { $0 == 0x20 }
      rest = rest.dropFirst(blanks.count)
      return !blanks.isEmpty
    case .literal(let byte): return rest.popFirst() == byte
    }
  }

  private func assign(_ value: Int?, _ target: inout Int) -> Bool {
    if let value { target = value }
    return value != nil
  }

  private func number(_ rest: inout ArraySlice<UInt8>, _ width: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(width.upperBound).prefix { (0x30...0x39).contains($0) }
    guard width.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ].map { Array($0.utf8) }

  private func monthName(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let letters = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
    guard letters.count >= 3, let index = Self.months.firstIndex(where: { $0.starts(with: letters) }) else {
      return nil
    }
    rest = rest.dropFirst(letters.count)
    return index + 1
  }

  private func takeHalf(_ rest: inout ArraySlice<UInt8>, _ parts: inout Parts) -> Bool {
    guard let letter = rest.popFirst().map({ $0 | 0x20 }), rest.popFirst().map({ $0 | 0x20 }) == 0x6D else {
      return false
    }
    parts.isAfternoon = letter == 0x70
    return letter == 0x70 || letter == 0x61
  }

  /// `UTC`, `GMT`, `Z` or `+hh:mm` in seconds.
  private func zone(_ rest: inout ArraySlice<UInt8>) -> Int? {
    for name in ["UTC", "GMT", "Z"] where rest.starts(with: name.utf8) {
      rest = rest.dropFirst(name.utf8.count)
      return 0
    }
    guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let hours = number(&rest, 2...2), hours < 24
    else { return nil }
    if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
    guard let minutes = number(&rest, 2...2), minutes < 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}

/// In which order dates with numbers alone are written, where nothing but the user can tell.
public enum NumericDates: String, Sendable, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"

  /// The patterns of this order.
  var patterns: [DatePattern] { self == .dayFirst ? Self.days : Self.months }

  private static let days = all("D", "M")
  private static let months = all("M", "D")

  private static func all(_ first: String, _ second: String) -> [DatePattern] {
    var all: [DatePattern] = []
    for separator in ["/", ".", "-"] {
      for year in ["YYYY", "YY"] {
        let date = [first, second, year].joined(separator: separator)
        for time in ["", " hh:mm", " hh:mm:ss", " h:mm a", " h:mm:ss a", ", h:mm a", ", hh:mm"] {
          all.append(DatePattern(date + time))
        }
      }
    }
    return all
  }
}
