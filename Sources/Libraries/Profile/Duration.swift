/// How long a position lasted, as pages count it: `3 yrs 1 mo`, `2 ans 5 mois`, `4 Jahre 3 Monate`.
enum Duration {
  /// The number of months that a line names behind its dates; nil when it names none.
  static func months(_ text: String) -> Int? {
    var (total, number): (Int?, Int?) = (nil, nil)
    for word in text.prefix(200).split(whereSeparator: { " \u{A0}·(),".contains($0) }) {
      if let value = Int(word) {
        number = value < 100 ? value : nil
      } else if let value = number, let unit = unit(word) {
        total = (total ?? 0) + value * unit
        number = nil
      } else {
        number = nil
      }
    }
    return total.flatMap { (1...1_200).contains($0) ? $0 : nil }
  }

  /// Years and months begin with other letters in each of the six languages that month names are known in.
  private static func unit(_ word: Substring) -> Int? {
    switch word.unicodeScalars.first.map({ Character($0).lowercased() }) {
    case "y", "a", "j", "व", "स": 12
    case "m", "म": 1
    default: nil
    }
  }
}
