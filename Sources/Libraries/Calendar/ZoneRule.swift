/// The rule of a POSIX TZ string (RFC 8536, section 3.3.1), such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable, Equatable {
  private var standard: Int
  private var summer: Summer?

  private struct Summer: Equatable {
    var offset: Int
    var begins: Day
    var ends: Day
  }

  /// A day of the year and the local second at which clocks change.
  private struct Day: Equatable {
    enum Kind: Equatable {
      case julian(Int)
      case ordinal(Int)
      case weekday(month: Int, week: Int, day: Int)
    }
    var kind: Kind
    var second: Int
  }

  /// Reads a rule; nil when it is malformed.
  init?(parsing text: ArraySlice<UInt8>) {
    guard text.count <= 128 else { return nil }
    var rest = text
    guard Self.name(&rest), let standard = Self.time(&rest) else { return nil }
    self.standard = -standard
    guard !rest.isEmpty else { return }
    guard Self.name(&rest) else { return nil }
    var offset = self.standard + 3600
    if rest.first != UInt8(ascii: ",") {
      guard let west = Self.time(&rest) else { return nil }
      offset = -west
    }
    guard let begins = Self.day(&rest), let ends = Self.day(&rest), rest.isEmpty else { return nil }
    summer = Summer(offset: offset, begins: begins, ends: ends)
  }

  /// Seconds ahead of UTC at the given second since 1970.
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard }
    let year = Instant(seconds: seconds + Int64(standard)).date.year
    let begins = Self.second(of: summer.begins, in: year) - Int64(standard)
    let ends = Self.second(of: summer.ends, in: year) - Int64(summer.offset)
    let inSummer =
      begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends
    return inSummer ? summer.offset : standard
  }

  private static func second(of day: Day, in year: Int) -> Int64 {
    guard let first = CalendarDate(year: year, month: 1, day: 1) else { return 0 }
    let number: Int
    switch day.kind {
    case .julian(let n): number = first.dayNumber + n - 1 + (CalendarDate.isLeap(year) && n >= 60 ? 1 : 0)
    case .ordinal(let n): number = first.dayNumber + n
    case .weekday(let month, let week, let weekday):
      let start = Month(index: year * 12 + month - 1).first
      let wanted = weekday == 0 ? 7 : weekday
      let match = start.dayNumber + floorRemainder(wanted - start.weekday, 7)
      let last = start.month.last.dayNumber
      number = (0..<week).map { match + 7 * $0 }.last { $0 <= last } ?? match
    }
    return Int64(number) * 86_400 + Int64(day.second)
  }

  /// A zone abbreviation: letters, or anything between angle brackets.
  private static func name(_ text: inout ArraySlice<UInt8>) -> Bool {
    if text.first == UInt8(ascii: "<") {
      guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return false }
      text = text[(end + 1)...]
      return true
    }
    let letters = text.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    text = text.dropFirst(letters.count)
    return letters.count >= 3
  }

  /// `[+-]h[hh][:mm[:ss]]` in seconds.
  private static func time(_ text: inout ArraySlice<UInt8>) -> Int? {
    var sign = 1
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      text = text.dropFirst()
    }
    guard let hours = number(&text), hours <= 167 else { return nil }
    var total = hours * 3600
    for unit in [60, 1] where text.first == UInt8(ascii: ":") {
      text = text.dropFirst()
      guard let value = number(&text), value < 60 else { return nil }
      total += value * unit
    }
    return sign * total
  }

  private static func number(_ text: inout ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    text = text.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `,Jn`, `,n` or `,Mm.w.d`, each with an optional `/time`.
  private static func day(_ text: inout ArraySlice<UInt8>) -> Day? {
    guard text.first == UInt8(ascii: ",") else { return nil }
    text = text.dropFirst()
    let letter = text.first
    if letter == UInt8(ascii: "J") || letter == UInt8(ascii: "M") { text = text.dropFirst() }
    guard let first = number(&text), let kind = kind(letter, first, &text) else { return nil }
    guard text.first == UInt8(ascii: "/") else { return Day(kind: kind, second: 7200) }
    text = text.dropFirst()
    return time(&text).map { Day(kind: kind, second: $0) }
  }

  private static func kind(_ letter: UInt8?, _ first: Int, _ text: inout ArraySlice<UInt8>) -> Day.Kind? {
    switch letter {
    case UInt8(ascii: "J"): return (1...365).contains(first) ? .julian(first) : nil
    case UInt8(ascii: "M"):
      guard text.first == UInt8(ascii: ".") else { return nil }
      text = text.dropFirst()
      guard let week = number(&text), text.first == UInt8(ascii: ".") else { return nil }
      text = text.dropFirst()
      guard let day = number(&text) else { return nil }
      guard (1...12).contains(first), (1...5).contains(week), day <= 6 else { return nil }
      return .weekday(month: first, week: week, day: day)
    default: return first <= 365 ? .ordinal(first) : nil
    }
  }
}
