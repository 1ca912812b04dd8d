// How names of people and companies look inside prose.

/// Judges which words may fill a phrase's gap.
enum NameShape {
  /// Lower-case words that stand inside names of people.
  static let particles: Set<String> = [
    "al", "bin", "binti", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le",
    "ten", "ter", "van", "von", "zu",
  ]
  /// Words that stand inside names of companies, though in lower case.
  static let joiners: Set<String> = ["&", "+", "and", "de", "der", "des", "du", "et", "of", "the", "und", "y"]
  /// Capitalised words that never begin or make a name: they begin sentences, or name days, months and forms.
  static let common: Set<String> = [
    "a", "actually", "adding", "additionally", "after", "aktuell", "all", "already", "also", "although", "am", "an",
    "and", "any", "anyone", "anyway", "apologies", "apparently", "april", "as", "ask", "at", "august", "außerdem",
    "b2b", "best", "briefly", "btw", "but", "by", "call", "can", "ceo", "cfo", "cheers", "congratulations",
    "connecting", "contact", "copying", "cto", "currently", "cv", "cvs", "dear", "december", "desafortunadamente",
    "diwali", "do", "earlier", "email", "even", "everyone", "february", "finally", "for", "friday", "from",
    "furthermore", "fy", "fyi", "glad", "good", "great", "hallo", "happy", "have", "he", "head", "helaas", "hello",
    "her", "here", "hereby", "hey", "hi", "hierbei", "hiermit", "his", "hola", "hope", "how", "however", "hr", "i",
    "i'd", "i'll", "i'm", "i've", "if", "ihnen", "in", "including", "infelizmente", "introducing", "it", "it's", "its",
    "january", "jd", "july", "june", "just", "kind", "lamentablemente", "lastly", "leider", "let", "let's",
    "linkedin", "looking", "looping", "maintenant", "malheureusement", "many", "march", "may", "maybe", "me",
    "meanwhile", "meet", "monday", "mr", "mrs", "ms", "my", "next", "nice", "no", "not", "note", "november", "now",
    "october", "of", "officially", "ok", "on", "once", "one", "or", "our", "perhaps", "please", "pm", "previously",
    "purtroppo", "q1", "q2", "q3", "q4", "quick", "quickly", "re", "recently", "regarding", "regards", "right",
    "sadly", "saturday", "say", "see", "september", "she", "since", "so", "some", "someone", "sorry", "speak",
    "speaking", "still", "subject", "sunday", "sure", "talk", "tell", "thank", "thanks", "that", "that's", "the",
    "their", "then", "there", "they", "this", "those", "though", "thursday", "to", "today", "tomorrow", "try",
    "tuesday", "uk", "unfortunately", "until", "us", "usa", "vp", "we", "we'd", "we'll", "we're", "we've",
    "wednesday", "welcome", "well", "what", "whatsapp", "when", "where", "which", "while", "who", "why", "will",
    "with", "would", "yes", "yesterday", "you", "your", "zudem", "übrigens",
  ]

  /// German nouns that stand before `bei` and `von` in letters; they bear capitals as names do.
  static let germanNouns: Set<String> = [
    "abteilung", "anfang", "ansprechpartner", "ansprechpartnerin", "arbeit", "arbeitstag", "aufgabe", "bereich",
    "bewerbung", "chefin", "dienstag", "donnerstag", "ende", "freitag", "funktion", "geschäftsführung", "jahr", "jahre",
    "jahren", "januar", "februar", "kollege", "kollegin", "kollegen", "kontakt", "leiter", "leiterin", "leitung",
    "mitarbeiter", "mitte", "mittwoch", "monat", "monate", "monaten", "montag", "nachfolge", "oktober", "position",
    "samstag", "sonntag", "stelle", "tag", "tage", "tagen", "tätigkeit", "wechsel", "woche", "wochen", "zeit",
    "dezember",
  ]

  /// How many words from `index` on, in the direction of `step`, could fill `gap` at most.
  static func length(of gap: PhraseGap, _ words: [Word], from index: Int, step: Int) -> Int {
    switch gap {
    case .name: run(words, from: index, step: step, limit: 4, inner: particles)
    case .org: run(words, from: index, step: step, limit: 5, inner: joiners)
    case .address: words.indices.contains(index) && words[index].kind == .address ? 1 : 0
    case .title: titleLength(words, from: index, step: step)
    }
  }

  /// Whether the words of `range` can be a whole filler of `gap`.
  static func isWhole(_ gap: PhraseGap, _ words: [Word], _ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    switch gap {
    case .name:
      guard words[first].isCapital || particles.contains(words[first].lower), words[last].isCapital else {
        return false
      }
      return !range.contains { index in
        let word = words[index].lower
        return germanNouns.contains(word) || common.contains(word) && !(word == "may" && range.count > 1)
      }
    case .org:
      guard words[first].isCapital || words[first].kind == .number, words[last].isCapital || words[last].kind == .number
      else { return false }
      return range.contains { words[$0].isCapital && !common.contains(words[$0].lower) }
    case .address, .title: return true
    }
  }

  private static func run(_ words: [Word], from index: Int, step: Int, limit: Int, inner: Set<String>) -> Int {
    var count = 0
    var place = index
    while count < limit, words.indices.contains(place) {
      let word = words[place]
      let fits =
        word.kind == .word && (word.isCapital || inner.contains(word.lower))
        || word.kind == .mark && (word.lower == "&" || isInitialDot(words, place))
      guard fits else { break }
      count += 1
      place += step
    }
    return count
  }

  /// Whether the mark at `place` is the dot of an initial, as in `R. Iyer`.
  private static func isInitialDot(_ words: [Word], _ place: Int) -> Bool {
    guard words[place].lower == ".", place > 0, place + 1 < words.count else { return false }
    let before = words[place - 1]
    return before.isCapital && before.range.count <= 3 && before.range.upperBound == words[place].range.lowerBound
      && words[place + 1].isCapital && (before.range.count == 1 || ["mr", "mrs", "ms", "dr"].contains(before.lower))
  }

  private static func titleLength(_ words: [Word], from index: Int, step: Int) -> Int {
    var count = 0
    var place = index
    while count < 8, words.indices.contains(place) {
      let word = words[place]
      if word.endsSentence || word.lower == "," || word.lower == ";" || word.lower == "(" { break }
      count += 1
      place += step
    }
    return count
  }
}
