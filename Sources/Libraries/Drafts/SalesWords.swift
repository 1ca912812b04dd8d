/// Words and forms that cost a message its reader: taken for spam, or for a trick.
enum SalesWords {
  /// Phrases that filters and people take for spam, in lower case and sorted (compiled from the public lists of mail
  /// providers; only those that a recruiter might be tempted by).
  static let phrases: [String] = [
    "100% free", "100% satisfied", "act now", "all new", "amazing offer", "as seen on", "best price", "big bucks",
    "bonus", "buy now", "call now", "can't live without", "cash", "cheap", "click below", "click here",
    "congratulations!!",
    "dear friend", "dear sir", "don't delete", "don't hesitate", "double your", "earn money", "exclusive deal",
    "expires today", "extra income", "fantastic deal", "for free", "free consultation", "free gift", "free trial",
    "get it now", "great offer", "guarantee", "guaranteed", "hurry", "incredible deal", "instant", "last chance",
    "limited time", "lowest price", "miracle", "money back", "no catch", "no cost", "no fees", "no obligation",
    "no strings attached", "offer expires", "once in a lifetime", "one time", "only today", "order now", "please read",
    "prize", "promise you", "pure profit", "risk free", "risk-free", "satisfaction", "save big", "special promotion",
    "this isn't spam", "this is not spam", "to whom it may concern", "unbeatable", "unlimited", "urgent",
    "what are you waiting for",
    "while supplies last", "why pay more", "winner", "you have been selected", "you won't believe",
  ]

  /// The phrases that stand in a text as whole words, in the order of the table.
  static func spam(in text: String) -> [String] {
    let padded = " \(words(text.lowercased()).joined(separator: " ")) "
    return phrases.filter { padded.contains(" \($0) ") }
  }

  /// Marks of a text that shouts: capitals, and exclamation marks in a row.
  static func shouting(in text: String) -> String? {
    if text.contains("!!") || text.contains("$$") { return "!!" }
    let capitals = words(text).filter { word in
      word.unicodeScalars.count > 4 && word.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
    }
    return capitals.count > 1 ? capitals.joined(separator: " ") : nil
  }

  private static func words(_ text: String) -> [String] {
    text.replacing("’", with: "'").split { !($0.isLetter || $0.isNumber || "'-%".contains($0)) }.map { String($0) }
  }

  /// Whether a subject pretends to answer or forward something.
  static func isFakeReply(_ subject: String) -> Bool {
    let start = subject.drop { $0 == " " || $0 == "{" }.prefix(5).lowercased()
    return ["re:", "re :", "fwd:", "fw:", "aw:", "wg:", "tr:", "sv:"].contains { start.hasPrefix($0) }
  }

  /// What a text says of money: an amount with its currency, or a share in per cent; and the words that tell of fees, pay
  /// or candidates.
  static func privateFact(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for (at, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") || byte == UInt8(ascii: "$") {
      let around = bytes[max(0, at - 3)..<min(bytes.count, at + 3)]
      if around.contains(where: { (0x30...0x39).contains($0) }) { return String(decoding: around, as: UTF8.self) }
    }
    for mark in ["€", "£", "¥", "₹", "EUR ", "USD ", "GBP ", "CHF ", "INR "] {
      guard let found = text.firstRange(of: mark) else { continue }
      let near = text[found.upperBound...].prefix(3) + String(text[..<found.lowerBound].suffix(3))
      if near.contains(where: \.isNumber) { return mark }
    }
    return words(text.lowercased()).first(where: privateWords.contains)
  }

  /// Words that tell of fees, pay or candidates.
  private static let privateWords: Set<String> = [
    "commission", "compensation", "ctc", "cv", "cvs", "discount", "fee", "fees", "gehalt", "honorar", "lpa", "margin",
    "provision", "rebate", "remuneration", "salaries", "salary", "wage", "wages",
  ]
}
