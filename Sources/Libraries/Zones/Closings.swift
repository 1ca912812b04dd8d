// Closing paragraphs: thanks for help and good wishes, which say as little of what a mail is about as `Regards` does.
import Bytes

extension SignatureFinder {
  /// A closing takes no more lines than this, and no more bytes.
  private static let longestClosing = (lines: 3, bytes: 220)

  /// The first line of the paragraph that ends at `index` when it stands below what the mail says and only thanks for
  /// help, time or their like, or wishes well: `Thank you both for all your help.`, above a name or at the end.
  func closing(endingAt index: Int, _ low: Int) -> Int? {
    guard index > low, lines.last(index) != 0x3F else { return nil }
    var start = index
    var bytes = lines[index].count
    while start > low, !lines[start - 1].isBlank {
      start -= 1
      bytes += 1 + lines[start].count
      guard index - start < Self.longestClosing.lines, bytes <= Self.longestClosing.bytes else { return nil }
    }
    guard start > low, Closings.mayBegin(lines.content(start)), hasWords(low..<start) else { return nil }
    let text = (start...index).map { lines.lowered($0) }.joined(separator: [0x20])
    return Closings.isOne(Array(text)) ? start : nil
  }
}

/// Words of thanks and wishes that close a mail, lower case.
enum Closings {
  /// Whether a text in any case may begin a closing, by its first two bytes.
  static func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    SignatureWords.thanks.mayBegin(text) || wishes.mayBegin(text)
  }

  /// Whether `text`, a paragraph in lower case, is nothing but thanks or a wish.
  static func isOne(_ text: [UInt8]) -> Bool {
    let isThanks = SignatureWords.thanks.begin(text)
    if isThanks, SignatureWords.isThanks(text[...].trimmedMarks) { return true }
    let isShort = isThanks && text.count <= 60
    guard isThanks || wishes.begin(text), isShort || isOneSentence(text) else { return false }
    let words = text.split { $0 < 0x80 && $0 &- 0x61 >= 26 && $0 != 0x2D && $0 != 0x27 }
    if words.contains(where: turns.contain), !words.contains(where: questions.contain) { return false }
    if isShort { return favours.occur(in: text) }
    return isThanks ? endsWithFavour(words) : words.contains(where: occasions.contain)
  }

  /// Whether what follows a sign-off says for when: `All the best` `for the new year`, `und schöne Feiertage`.
  static func isForOccasion(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.trimmedMarks.split(separator: 0x20)
    guard (2...5).contains(words.count), let last = words.last else { return false }
    return joints.contain(words[0]) && occasions.contain(last)
  }

  /// Words between a sign-off and the occasion.
  private static let joints: Phrases = [
    "and", "e", "en", "et", "for", "för", "für", "i", "na", "och", "og", "para", "per", "por", "pour", "til", "und",
    "voor", "y", "zum", "zur",
  ]

  /// Whether no sentence ends before the end of `text`.
  private static func isOneSentence(_ text: [UInt8]) -> Bool {
    !text.indices.dropLast(2).contains { i in
      (text[i] == 0x2E || text[i] == 0x21 || text[i] == 0x3F || text[i] == 0x3A) && text[i + 1] == 0x20
    }
  }

  /// Whether longer thanks name a favour near their end, so that nothing else is told: `… for their efforts in this
  /// matter.`, but not `… for your time and for sending the contract back signed.`
  private static func endsWithFavour(_ words: [ArraySlice<UInt8>]) -> Bool {
    words.suffix(5).contains { favours.begin($0) }
  }

  /// What the thanks at the end of a mail are for when they tell nothing of what it is about.
  private static let favours: Phrases = [
    "aandacht", "aide", "ajuda", "aiuto", "apoio", "apoyo", "assistance", "atención", "atenção", "attention",
    "attenzione", "ayuda", "begrip", "bemühungen", "comprensión", "comprensione", "compreensão", "compréhension",
    "consideration", "cooperation", "co-operation", "effort", "everything", "geduld", "hard work", "help", "hilfe",
    "hulp", "looking into", "medewerking", "paciencia", "paciência", "patience", "pazienza", "questions", "quick",
    "soutien", "support", "tempo", "tiempo", "time", "unterstützung", "understanding", "verständnis", "votre temps",
    "your work", "zeit", "मदद", "सहयोग",
  ]

  /// How wishes for days and seasons begin, and how firms thank for custom.
  private static let wishes: Phrases = [
    "buen ", "buon ", "buona ", "eine schöne", "einen schönen", "ein schönes", "een fijn", "een prettig",
    "enjoy the rest",
    "enjoy your", "felices", "feliz", "frohe", "fröhliche", "goed ", "ha en fin", "ha en fortsatt", "ha en god",
    "ha en trevlig", "happy ", "have a fantastic", "have a good", "have a great", "have a happy", "have a lovely",
    "have a nice", "have a pleasant", "have a relaxing", "have a safe", "have a wonderful", "have an excellent",
    "i wish you a", "i wish you and", "ich wünsche", "je te souhaite", "je vous souhaite", "joyeuses", "joyeux",
    "le auguro", "le deseo", "les deseo", "merry ", "nous vous souhaitons", "que tenga", "schöne ", "schönen ",
    "schönes ", "te deseo", "tenha um", "ti auguro", "trevlig ", "vi auguro", "vi ønsker", "vi önskar",
    "we appreciate your", "we greatly appreciate the", "we greatly appreciate your", "we really appreciate your",
    "we sincerely appreciate the", "we sincerely appreciate your", "we value your", "we wish you a", "we wish you and",
    "we wish you all a", "wij wensen", "wir wünschen", "wish you a", "wishing you", "wesołych", "życzę", "życzymy",
    "желаю", "желаем", "शुभ", "आपको शुभ",
  ]

  /// What one wishes well for, and what firms thank for.
  private static let occasions: Phrases = [
    "abend", "año", "business", "christmas", "custom", "dag", "dagen", "day", "dia", "dimanche", "diwali", "día",
    "días",
    "dnia", "dzień", "easter", "eid", "evening", "feestdagen", "feiertage", "ferie", "ferien", "fest", "fiestas",
    "fêtes", "giornata", "helg", "holi", "holiday", "holidays", "jaar", "jahr", "jahreswechsel", "journée",
    "jul", "natal", "natale", "navidad", "navidades", "noël", "ostern", "patronage", "påsk", "påske", "season",
    "semaine",
    "semana", "serata", "settimana", "soirée", "sommer", "sommar", "summer", "świąt", "tag", "thanksgiving",
    "urlaub", "vacaciones", "vacances", "vacation", "week", "week-end", "weekend", "weihnachten",
    "weihnachtszeit", "woche", "wochenende", "year", "vakantie", "vacanze", "выходных", "дня", "праздников", "दिन",
    "दीपावली", "दिवाली", "वर्ष",
  ]

  /// Words after which thanks and wishes turn to what the mail is about.
  private static let turns: Phrases = [
    "aber", "aunque", "because", "bitte", "but", "can", "could", "jedoch", "kannst", "können", "könnten", "let", "ma",
    "maar", "mais", "mas", "men", "need", "pero", "please", "podría", "podrías", "pourriez", "pouvez", "puede", "send",
    "unfortunately", "want", "we'd", "whether", "would", "कृपया", "लेकिन",
  ]

  /// What one may ask a reader to call about, at the end of thanks.
  private static let questions: Phrases = ["fragen", "preguntas", "questions", "vragen"]
}
