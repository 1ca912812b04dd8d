/// A point of time taken apart into calendar fields, in UTC; years 1 to 9999.
struct Instant {
  let seconds: Int64
  let year: Int
  let month: Int
  let day: Int
  let secondOfDay: Int
  let weekday: Int
  let dayOfYear: Int

  /// The fields of an instant; nil outside the years 1 to 9999.
  init?(seconds: Int64) {
    guard seconds > -62_135_596_801, seconds < 253_402_300_800 else { return nil }
    self.seconds = seconds
    let days = Int((seconds - (seconds % 86400 + 86400) % 86400) / 86400)
    secondOfDay = Int((seconds % 86400 + 86400) % 86400)
    weekday = ((days + 4) % 7 + 7) % 7
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let marchDay = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * marchDay + 2) / 153
    day = marchDay - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    dayOfYear = days - Self.days(year, 1, 1) + 1
  }

  /// Days from 1970-01-01 to a date.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Month names, January first.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// Day names, Sunday first.
  static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// Reads `2024-03-02`, `2024-03-02T09:14:00+01:00`, `March 14, 2016`, `14 March 2016 10:30` and their like.
  static func read(_ text: String) -> Int64? {
    guard text.utf8.count <= 64 else { return nil }
    var reader = DateReader(text)
    return reader.read()
  }

  /// How long ago something was, in words.
  static func distance(from then: Int64, to now: Int64) -> String {
    let days = Int((now - then) / 86400)
    func many(_ count: Int, _ unit: String) -> String { "\(numberWord(count) ?? String(count)) \(unit)s ago" }
    switch days {
    case ..<1: return "today"
    case 1: return "yesterday"
    case ..<7: return many(days, "day")
    case ..<14: return "last week"
    case ..<60: return many(days / 7, "week")
    case ..<350: return many((days + 15) / 30, "month")
    case ..<550: return "a year ago"
    default: return many((days + 182) / 365, "year")
    }
  }

  /// Small numbers as words.
  static func numberWord(_ number: Int) -> String? {
    let words = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    return words.indices.contains(number) ? words[number] : nil
  }
}

/// Reads a date as people and machines write it: its numbers and words in the order they come.
struct DateReader {
  private var bytes: ArraySlice<UInt8>
  private var numbers: [(value: Int, digits: Int)] = []
  private var month: Int?
  private var monthPlace = 0
  private var time = 0
  private var zone = 0

  init(_ text: String) {
    bytes = Array(text.utf8)[...]
  }

  mutating func read() -> Int64? {
    while let byte = bytes.first {
      if isDigit(byte) {
        guard number() else { return nil }
      } else if isWordByte(byte) {
        guard word() else { return nil }
      } else if (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && numbers.count + (month == nil ? 0 : 1) == 3
      {
        guard offset() else { return nil }
      } else if isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: ".")
      {
        bytes.removeFirst()
      } else {
        return nil
      }
    }
    return result()
  }

  private mutating func digits(atMost: Int) -> (value: Int, digits: Int) {
    let run = bytes.prefix(atMost).prefix(while: isDigit)
    bytes = bytes[run.endIndex...]
    return (run.reduce(0) { $0 * 10 + Int($1 - 0x30) }, run.count)
  }

  private mutating func number() -> Bool {
    let found = digits(atMost: 9)
    guard bytes.first == UInt8(ascii: ":") else {
      numbers.append(found)
      return numbers.count <= 3
    }
    bytes.removeFirst()
    let minute = digits(atMost: 2)
    var second = 0
    if bytes.first == UInt8(ascii: ":") {
      bytes.removeFirst()
      second = digits(atMost: 2).value
      if bytes.first == UInt8(ascii: ".") {
        bytes.removeFirst()
        _ = digits(atMost: 9)
      }
    }
    guard found.value < 24, minute.digits == 2, minute.value < 60, second < 61 else { return false }
    time = found.value * 3600 + minute.value * 60 + second
    return true
  }

  private mutating func word() -> Bool {
    let run = bytes.prefix { isWordByte($0) && !isDigit($0) }
    bytes = bytes[run.endIndex...]
    let text = String(decoding: run, as: UTF8.self).lowercased()
    if ["t", "z", "utc", "gmt", "st", "nd", "rd", "th", "of", "at"].contains(text) { return true }
    guard text.utf8.count >= 3 else { return false }
    if let index = Instant.months.firstIndex(where: { $0.lowercased().hasPrefix(text) }), month == nil {
      month = index + 1
      monthPlace = numbers.count
      return true
    }
    return Instant.weekdays.contains { $0.lowercased().hasPrefix(text) }
  }

  private mutating func offset() -> Bool {
    let sign = bytes.removeFirst() == UInt8(ascii: "-") ? -1 : 1
    let hours = digits(atMost: 2)
    if bytes.first == UInt8(ascii: ":") { bytes.removeFirst() }
    let minutes = digits(atMost: 2)
    zone = sign * (hours.value * 3600 + minutes.value * 60)
    return hours.digits == 2 && hours.value < 24 && minutes.value < 60
  }

  private func result() -> Int64? {
    var parts = numbers
    if let month { parts.insert((month, 2), at: min(monthPlace, parts.count)) }
    guard parts.count == 3 else { return nil }
    let (year, month, day): (Int, Int, Int)
    if parts[0].digits == 4 {
      (year, month, day) = (parts[0].value, parts[1].value, parts[2].value)
    } else if self.month != nil, parts[2].digits == 4 {
      let monthFirst = monthPlace == 0
      (year, month, day) = (parts[2].value, parts[monthFirst ? 0 : 1].value, parts[monthFirst ? 1 : 0].value)
    } else {
      return nil
    }
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let days = Instant.days(year, month, day)
    guard month == 12 || days < Instant.days(year, month + 1, 1) else { return nil }
    return Int64(days) * 86400 + Int64(time) - Int64(zone)
  }
}
