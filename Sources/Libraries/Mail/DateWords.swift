/// Words of dates in mail headers: English names, and the zones of RFC 5322 and of real mail.
enum DateWords {
  private static let fullMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ].map { Array($0.utf8) }
  private static let months = fullMonths.map { key($0[...]) }
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { key(Array($0.utf8)[...]) }

  /// The first three letters of a word, whatever their case, as one number.
  private static func key(_ word: ArraySlice<UInt8>) -> UInt32 {
    word.prefix(3).reduce(0) { $0 << 8 | UInt32(ASCII.lower($1)) }
  }

  /// The month, 1 to 12, that `word` is or begins.
  static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3, let index = months.firstIndex(of: key(word)) else { return nil }
    return word.count == 3 || fullMonths[index].starts(with: word.lowered) || word.equals("sept") ? index + 1 : nil
  }

  static func isWeekday(_ word: ArraySlice<UInt8>) -> Bool {
    let key = key(word)
    return word.count >= 3 ? weekdays.contains(key) : word.count == 2 && weekdays.contains { $0 >> 8 == key }
  }

  /// Words that stand beside a date without meaning.
  static func isFiller(_ word: ArraySlice<UInt8>) -> Bool {
    word.equals("at") || word.equals("on") || word.equals("th") || word.equals("of") || word.equals("date")
  }

  /// Minutes east of UTC. Unknown words are UTC, as RFC 5322 has it for the military letters.
  static func zone(_ word: ArraySlice<UInt8>) -> Int? {
    zones[word.lowered.text] ?? (word.count <= 5 ? 0 : nil)
  }

  /// Zone abbreviations, minutes east (RFC 5322, 4.3; IANA's tz database for the others).
  private static let zones: [String: Int] = [
    "acst": 570, "adt": -180, "aedt": 660, "aest": 600, "akst": -540, "ast": -240, "bst": 60, "cdt": -300,
    "cest": 120, "cet": 60, "cst": -360, "edt": -240, "eest": 180, "eet": 120, "est": -300, "gmt": 0, "hkt": 480,
    "hst": -600, "idt": 180, "ist": 330, "jst": 540, "kst": 540, "mdt": -360, "mest": 120, "met": 60, "mez": 60,
    "mesz": 120, "msd": 240, "msk": 180, "mst": -420, "ndt": -150, "nst": -210, "nzdt": 780, "nzst": 720,
    "pdt": -420, "pkt": 300, "pst": -480, "sast": 120, "sgt": 480, "ut": 0, "utc": 0, "west": 60, "wet": 0, "z": 0,
  ]
}
