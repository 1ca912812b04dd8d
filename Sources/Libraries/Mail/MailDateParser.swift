/// Reads dates as mail writes them: RFC 5322, ctime, ISO 8601, numbers only, and what lies between.
public struct MailDateParser {
  private enum Token: Equatable {
    case number(Int, digits: Int)
    case word(ArraySlice<UInt8>)
    case clock(hour: Int, minute: Int, second: Int)
    case zone(Int)
  }

  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var clock: (hour: Int, minute: Int, second: Int)?
  private var offset: Int?
  private var afternoon: Bool?
  private var loose: [(value: Int, digits: Int)] = []

  /// The date that `value` holds (after its last semicolon: a Received field), nil without a readable date and time.
  public static func parse(_ value: [UInt8]) -> MailDate? {
    parse(value[...], needsClock: true)
  }

  /// The same; without `needsClock` a date alone counts as midnight.
  static func parse(_ value: ArraySlice<UInt8>, needsClock: Bool) -> MailDate? {
    var parser = MailDateParser()
    var source = value.prefix(2_000)
    if let semicolon = source.lastIndex(of: 0x3B) { source = source[(semicolon + 1)...] }
    guard let tokens = tokens(source) else { return nil }
    for token in tokens {
      guard parser.take(token) else { return nil }
    }
    return parser.finish(needsClock: needsClock)
  }

  /// The tokens of a date, nil when a comment never ends.
  private static func tokens(_ source: ArraySlice<UInt8>) -> [Token]? {
    var tokens: [Token] = []
    var i = source.startIndex
    while i < source.endIndex, tokens.count < 40 {
      let byte = source[i]
      if byte == 0x28 {
        guard let end = skipComment(source, from: i) else { return nil }
        i = end
      } else if ASCII.isDigit(byte) {
        i = number(source, from: i, into: &tokens)
      } else if byte == 0x2B || byte == 0x2D, let zone = zone(source, from: i, tokens) {
        tokens.append(.zone(zone.minutes))
        i = zone.end
      } else if ASCII.isLetter(byte) || byte >= 0x80 {
        let end = source[i...].firstIndex { !(ASCII.isLetter($0) || $0 >= 0x80) } ?? source.endIndex
        tokens.append(.word(source[i..<end]))
        i = end
      } else {
        i += 1
      }
    }
    return tokens
  }

  /// Where the comment at `start` ends. A line break that no white space follows ends the field and so the comment never does.
  private static func skipComment(_ source: ArraySlice<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var i = start
    while i < source.endIndex {
      let byte = source[i]
      i += 1
      if byte == 0x5C {
        i += 1
      } else if byte == 0x28 {
        depth += 1
      } else if byte == 0x29 {
        depth -= 1
        if depth == 0 { return min(i, source.endIndex) }
      } else if byte == 0x0A, i < source.endIndex, !ASCII.isSpace(source[i]) {
        return nil
      }
    }
    return nil
  }

  /// A number, or a clock when colons follow (dots too between two-digit numbers: 10.52.37).
  private static func number(_ source: ArraySlice<UInt8>, from start: Int, into tokens: inout [Token]) -> Int {
    var parts: [Int] = []
    var digits = 0
    var i = start
    let separator: UInt8 = isDottedClock(source, start) ? 0x2E : 0x3A
    while i < source.endIndex, parts.count < 3 {
      var value = 0
      let begin = i
      while i < source.endIndex, ASCII.isDigit(source[i]) {
        if i - begin < 9 { value = value * 10 + Int(source[i] & 15) }
        i += 1
      }
      digits = i - begin
      parts.append(value)
      guard i + 1 < source.endIndex, source[i] == separator, ASCII.isDigit(source[i + 1]), digits <= 2 else { break }
      i += 1
    }
    if parts.count == 1 {
      tokens.append(.number(parts[0], digits: digits))
      return i
    }
    tokens.append(.clock(hour: parts[0], minute: parts[1], second: parts.count > 2 ? parts[2] : 0))
    if i + 1 < source.endIndex, source[i] == 0x2E || source[i] == 0x2C, ASCII.isDigit(source[i + 1]) {
      i = source[(i + 1)...].firstIndex { !ASCII.isDigit($0) } ?? source.endIndex
    }
    return i
  }

  private static func isDottedClock(_ source: ArraySlice<UInt8>, _ start: Int) -> Bool {
    guard start + 8 <= source.endIndex else { return false }
    for (k, byte) in source[start..<(start + 8)].enumerated() {
      guard k % 3 == 2 ? byte == 0x2E : ASCII.isDigit(byte) else { return false }
    }
    let next = start + 8 < source.endIndex ? source[start + 8] : 0x20
    return ASCII.isSpace(next)
  }

  /// A signed number that is a zone: four digits, or `hh:mm`, or two digits after a clock.
  private static func zone(
    _ source: ArraySlice<UInt8>, from start: Int, _ tokens: [Token]
  ) -> (minutes: Int, end: Int)? {
    let hasClock = tokens.contains { if case .clock = $0 { true } else { false } }
    guard hasClock else { return nil }
    var digits: [Int] = []
    var i = start + 1
    while i < source.endIndex, source[i] == 0x20, i < start + 3 { i += 1 }
    while i < source.endIndex, digits.count < 6 {
      if ASCII.isDigit(source[i]) {
        digits.append(Int(source[i] & 15))
      } else if !(source[i] == 0x3A && (digits.count == 2 || digits.count == 1)) {
        break
      }
      i += 1
    }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    var minutes: Int
    switch digits.count {
    case 1, 2: minutes = number * 60
    case 3, 4: minutes = number / 100 * 60 + number % 100
    default: return nil
    }
    guard minutes <= 15 * 60 else { return nil }
    if source[start] == 0x2D { minutes = -minutes }
    return (minutes, i)
  }
}

extension MailDateParser {
  /// Takes one token; false when the text can be no date.
  private mutating func take(_ token: Token) -> Bool {
    switch token {
    case .clock(let hour, let minute, let second):
      if clock == nil { clock = (hour, minute, second) }
    case .zone(let minutes):
      if offset == nil { offset = minutes }
    case .number(let value, let digits):
      take(number: value, digits)
    case .word(let word):
      return take(word: word)
    }
    return true
  }

  private mutating func take(number value: Int, _ digits: Int) {
    if digits == 4, clock != nil, year != nil, offset == nil, value <= 1400 {
      offset = value / 100 * 60 + value % 100
    } else {
      loose.append((value, digits))
      if digits >= 4, year == nil { year = value }
    }
  }

  private mutating func take(word: ArraySlice<UInt8>) -> Bool {
    if word.count >= 3, let found = DateWords.month(word) {
      month = month ?? found
      return true
    }
    if word.equals("am") || word.equals("pm") {
      afternoon = word.equals("pm")
      return true
    }
    if DateWords.isWeekday(word) || word.equals("t") && clock == nil { return true }
    if clock != nil, let minutes = DateWords.zone(word) { offset = offset ?? minutes }
    return clock != nil || month != nil || loose.isEmpty || word.count <= 2 || DateWords.isFiller(word)
  }

  private mutating func finish(needsClock: Bool) -> MailDate? {
    if month == nil, clock == nil, loose.count >= 6, year == nil { return numbersOnly() }
    guard var date = civilDate() else { return nil }
    guard clock != nil || !needsClock else { return nil }
    if let clock {
      var hour = clock.hour
      if let afternoon, hour <= 12 { hour = hour % 12 + (afternoon ? 12 : 0) }
      guard hour < 25, clock.minute < 60, clock.second < 62 else { return nil }
      date.hour = min(hour, 23)
      date.minute = clock.minute
      date.second = min(clock.second, 59)
    }
    date.offset = offset
    return date
  }

  /// Year, month and day from what was seen.
  private func civilDate() -> MailDate? {
    var numbers = loose
    if let month {
      guard let (year, day) = Self.yearAndDay(&numbers) else { return nil }
      return Self.valid(year, month, day)
    }
    guard numbers.count >= 3 else { return nil }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    if a.digits == 4 { return Self.valid(a.value, b.value, c.value) }
    if a.digits == 8, numbers.count == 1 { return nil }
    let year = Self.fullYear(c.value, digits: c.digits)
    return b.value > 12 ? Self.valid(year, a.value, b.value) : Self.valid(year, b.value, a.value)
  }

  /// With a named month: the year is the number that can be no day, else the second one.
  private static func yearAndDay(_ numbers: inout [(value: Int, digits: Int)]) -> (year: Int, day: Int)? {
    guard numbers.count >= 2 else { return nil }
    if let long = numbers.firstIndex(where: { $0.digits >= 3 || $0.value > 31 }) {
      let year = numbers.remove(at: long)
      return (fullYear(year.value, digits: year.digits), numbers[0].value)
    }
    return (fullYear(numbers[1].value, digits: numbers[1].digits), numbers[0].value)
  }

  /// RFC 5322, 4.3: two digits below 50 are of this century, three count from 1900.
  private static func fullYear(_ value: Int, digits: Int) -> Int {
    if digits <= 2 { return value < 50 ? 2000 + value : 1900 + value }
    return digits == 3 ? 1900 + value : value
  }

  private func numbersOnly() -> MailDate? {
    let n = loose.map(\.value)
    guard var date = Self.valid(Self.fullYear(n[2], digits: loose[2].digits), n[1], n[0]), n[3] < 24, n[4] < 60,
      n[5] < 61
    else { return nil }
    date.hour = n[3]
    date.minute = n[4]
    date.second = n[5]
    if n.count > 6, n[6] < 1500 { date.offset = n[6] / 100 * 60 + n[6] % 100 }
    return date
  }

  private static func valid(_ year: Int, _ month: Int, _ day: Int) -> MailDate? {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1, day <= 31 else { return nil }
    return MailDate(year: year, month: month, day: day)
  }
}
