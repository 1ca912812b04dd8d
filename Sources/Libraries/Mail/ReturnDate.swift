import Bytes

/// The day of return that an absence note names.
enum ReturnDate {
  /// Words before the date on which someone is back, or until which they are away.
  private static let marks = [
    "return on", "returning on", "back on", "back in the office on", "return to the office on", "returning", "back",
    "return",
    "until", "till", "through", "bis zum", "bis einschließlich", "bis", "wieder ab", "zurück am", "ab dem", "wieder am",
    "jusqu'au",
    "de retour le", "tot en met", "tot", "terug op", "fino al", "hasta el", "até", "vuelvo el", "regreso el",
    "rientro il", "t.o.m.", "tillbaka",
    "to",
  ]

  /// The first date after such a word, as `YYYY-MM-DD`; a date without year is the next one after the mail.
  static func find(in text: [UInt8], around sent: MailDate?) -> String? {
    guard let sent else { return nil }
    let words = text.prefix(3_000).text.lowercased()
    let bytes = Array(words.utf8)
    for mark in marks {
      let needle = Array(mark.utf8)
      var from = 0
      while let hit = bytes.index(of: needle, in: from..<bytes.count) {
        from = hit + needle.count
        guard hit == 0 || !ASCII.isLetter(bytes[hit - 1]), from < bytes.count, !ASCII.isLetter(bytes[from]) else {
          continue
        }
        if let date = LooseDate.parse(bytes[from..<min(bytes.count, from + 60)], after: sent) { return date }
      }
    }
    return nil
  }
}

/// Dates in running text: `12 March`, `March 12th, 2024`, `12.03.2024`, `2024-03-12`.
enum LooseDate {
  static func parse(_ text: ArraySlice<UInt8>, after sent: MailDate) -> String? {
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var skipped = 0
    for word in text.split(whereSeparator: { !ASCII.isLetter($0) && !ASCII.isDigit($0) && $0 < 0x80 }).prefix(9) {
      let digits = word.prefix(while: ASCII.isDigit)
      if !digits.isEmpty, digits.count <= 4, let value = Int(digits.text) {
        if numbers.isEmpty || numbers.count < 3 && skipped == 0 { numbers.append((value, digits.count)) } else { break }
      } else if month == nil, let found = MonthWords.month(word) {
        month = found
      } else if numbers.isEmpty || month == nil && numbers.count < 2 {
        if !MonthWords.isFiller(word) { skipped += 1 }
        if skipped > 1 { return nil }
      } else {
        break
      }
    }
    return date(numbers, month, sent)
  }

  private static func date(_ numbers: [(value: Int, digits: Int)], _ month: Int?, _ sent: MailDate) -> String? {
    if let month {
      guard let day = numbers.first(where: { $0.digits <= 2 && $0.value >= 1 && $0.value <= 31 }) else { return nil }
      return text(numbers.first { $0.digits == 4 }?.value, month, day.value, sent)
    }
    guard numbers.count >= 2 else { return nil }
    if numbers[0].digits == 4 {
      return numbers.count > 2 ? text(numbers[0].value, numbers[1].value, numbers[2].value, sent) : nil
    }
    var year = numbers.count > 2 ? numbers[2].value : nil
    if let short = year, numbers.count > 2, numbers[2].digits == 2 { year = 2000 + short }
    let isAmerican = numbers[1].value > 12
    return text(year, numbers[isAmerican ? 0 : 1].value, numbers[isAmerican ? 1 : 0].value, sent)
  }

  private static func text(_ given: Int?, _ month: Int, _ day: Int, _ sent: MailDate) -> String? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    var year = given ?? sent.year
    if given == nil, (month, day) < (sent.month, sent.day) { year += 1 }
    guard abs(year - sent.year) <= 3 else { return nil }
    return MailDate(year: year, month: month, day: day).calendarDate
  }
}

/// Month names in the languages of our mail.
enum MonthWords {
  /// The month that `word` (lower case, UTF-8) names.
  static func month(_ word: ArraySlice<UInt8>) -> Int? {
    DateWords.month(word) ?? names[word.text]
  }

  /// Words that may stand between the mark and the date, or in it.
  static func isFiller(_ word: ArraySlice<UInt8>) -> Bool {
    fillers.contains(word.text) || DateWords.isWeekday(word)
  }

  private static let fillers: Set<String> = [
    "am", "and", "at", "de", "del", "dem", "den", "der", "dienstag", "do", "domingo", "donnerstag", "el", "freitag",
    "in",
    "including", "jeudi", "le", "lundi", "maandag", "mardi", "mercredi", "mittwoch", "montag", "nd", "of", "office",
    "on", "rd",
    "samstag", "segunda", "sonntag", "st", "th", "the", "until", "vendredi", "work", "zum",
  ]

  /// Names that do not begin like the English ones.
  private static let names: [String: Int] = [
    "abril": 4, "agosto": 8, "août": 8, "avril": 4, "aprile": 4, "augustus": 8, "dezember": 12, "dezembro": 12,
    "dicembre": 12,
    "diciembre": 12, "décembre": 12, "enero": 1, "febbraio": 2, "febrero": 2, "februar": 2, "februari": 2,
    "fevereiro": 2,
    "février": 2, "gennaio": 1, "giugno": 6, "janeiro": 1, "januar": 1, "januari": 1, "janvier": 1, "juillet": 7,
    "juin": 6,
    "julho": 7, "juli": 7, "julio": 7, "junho": 6, "juni": 6, "junio": 6, "luglio": 7, "maart": 3, "maggio": 5,
    "mai": 5, "maio": 5,
    "mars": 3, "marzo": 3, "mayo": 5, "mei": 5, "mrt": 3, "märz": 3, "março": 3, "noviembre": 11, "novembro": 11,
    "octobre": 10,
    "octubre": 10, "oktober": 10, "okt": 10, "ottobre": 10, "outubro": 10, "septembre": 9, "septiembre": 9,
    "setembro": 9,
    "settembre": 9,
  ]
}
