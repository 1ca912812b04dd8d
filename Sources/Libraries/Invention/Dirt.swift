// How people fill in databases: names turned round, accents lost, phones in any shape, notes in a hurry.

/// The same fact in many spellings.
enum Dirt {
  /// A name as somebody typed it.
  static func name(_ person: Person, _ dice: inout Dice, isTwin: Bool) -> String {
    let plain = unaccented(person.name)
    switch dice.below(isTwin ? 6 : 12) {
    case 0: return person.family + ", " + person.given
    case 1: return plain
    case 2: return isTwin ? swapped(person.name, &dice) : person.name.uppercased()
    case 3: return "\(person.given.prefix(1)). \(person.family)"
    case 4: return (Nicknames.table[person.given] ?? person.given) + " " + person.family
    case 5: return " " + person.name + " "
    default: return person.name
    }
  }

  private static func swapped(_ name: String, _ dice: inout Dice) -> String {
    var letters = Array(name)
    let at = max(1, letters.count - 4 - dice.below(2))
    if letters.indices.contains(at + 1), letters[at] != " ", letters[at + 1] != " " { letters.swapAt(at, at + 1) }
    return String(letters)
  }

  /// Letters without their marks, as old exports lose them.
  static func unaccented(_ text: String) -> String {
    let plain: [Character: Character] = [
      "á": "a", "à": "a", "â": "a", "ä": "a", "å": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i",
      "ï": "i", "î": "i", "ñ": "n", "ó": "o", "ö": "o", "ô": "o", "ø": "o", "ú": "u", "ü": "u", "É": "E", "Á": "A",
      "Å": "A", "Ø": "O", "Ö": "O", "Í": "I", "Ó": "O", "Ú": "U",
    ]
    return String(text.map { plain[$0] ?? $0 })
  }

  /// A phone number as somebody typed it.
  static func phone(_ person: Person, _ dice: inout Dice) -> String {
    let code = spacedPhone(person.mobile).split(separator: " ")[0]
    let national = String(person.mobile.dropFirst(code.count))
    let trunk = ["GB", "DE", "FR", "IE", "AT"].contains(person.country) ? "0" : ""
    switch dice.below(6) {
    case 0: return person.mobile
    case 1: return trunk + national
    case 2: return "\(code) (\(trunk)) \(national)".replacing("() ", with: "")
    case 3: return "00" + person.mobile.dropFirst()
    case 4: return trunk + national.prefix(4) + "-" + national.dropFirst(4)
    default: return spacedPhone(person.mobile)
    }
  }

  /// A profile address as it was copied.
  static func url(_ slug: String, _ dice: inout Dice) -> String {
    dice.pick([
      "https://www.linkedin.com/in/\(slug)", "https://www.linkedin.com/in/\(slug)/", "linkedin.com/in/\(slug)",
      "http://uk.linkedin.com/in/\(slug)?trk=people-guest", "www.linkedin.com/in/\(slug)/",
    ])
  }

  static func description(_ trade: Trade, _ dice: inout Dice) -> String? {
    dice.pick([
      nil, "See JD in mail", "Must have \(dice.pick(trade.skills)).\nNice: \(dice.pick(trade.skills))",
      "Reports to \"the boss\" himself; \(dice.pick(trade.skills)) essential", "C:\\JDs\\final\\role_v3.doc",
      "\(dice.among(3...10)) yrs, \(dice.pick(trade.skills)), \(dice.pick(trade.skills))",
    ])
  }

  static func note(_ dice: inout Dice) -> (kind: String, text: String?, outcome: String?, next: String?) {
    dice.pick([
      ("call", "Introduced ourselves, polite. Prefers mail.", nil, "Send brochure"),
      ("call", "No answer, left voicemail", "no_answer", nil), ("Call", "rang twice, engaged", "no answer", nil),
      ("meeting", "Coffee near their office. Two dogs, one hates recruiters.", "positive", nil),
      ("email", "Sent salary guide", nil, nil), ("note", "PO needed before invoice \\ ask finance", nil, nil),
      ("call", "Talked about \"culture fit\" for 40 min", "positive", "Lunch some day"), ("note", nil, nil, nil),
      ("meeting", "Site visit.\nPPE needed next time, shoes size 46!", "neutral", nil),
      ("call", "Wrong number, reception put me through to the canteen", "neutral", nil),
      ("email", "Christmas card returned?", nil, nil), ("Meeting", "Met at a fair, swapped cards", "positive", nil),
      ("note", "Signed our GDPR form; copy in cabinet B", nil, nil),
      ("call", "Chat about parking and cricket", "positive", nil),
    ])
  }
}
