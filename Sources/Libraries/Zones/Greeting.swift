import Bytes

/// Lines that greet whoever is written to.
enum Greeting {
  /// Whether `line` greets: a word of greeting in one of many languages with at most a few names behind it, or names
  /// and a comma alone.
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 70, let last = line.last else { return false }
    if words.begin(LowerCase.text(line)) {
      let length = words.longestWord(beginning: LowerCase.text(line)[...])
      return length > 0 && line.dropFirst(length).split(separator: 0x20).count <= 6 && last != 0x3F && last != 0x2E
    }
    let isMarked = last == 0x2C || last == 0x3A || last == 0x2D || last == 0x21
    return isMarked
      && line.split(whereSeparator: { $0 == 0x2C || $0 == 0x26 || $0 == 0x2F }).allSatisfy(ContactLine.isName)
  }

  /// Words of greeting, lower case, by language.
  private static let words: Phrases = [
    "aadarniya", "ahoj", "boa tarde", "bom dia", "bonjour", "bonsoir", "buenas tardes", "buenas", "buenos dias",
    "buenos días", "bună ziua", "bună", "buonasera", "buongiorno", "cara", "caro", "cher", "chers", "chère", "ciao",
    "cześć", "dear", "dears", "dobrý den", "dobrý deň", "dragă", "drahá", "drahý", "dzień dobry", "egregio",
    "estimada", "estimado", "estimados", "geachte", "gentile", "goede morgen", "goedemiddag", "goedemorgen",
    "good afternoon", "good day", "good evening", "good morning", "greetings", "grüezi", "grüß gott", "guten abend",
    "guten morgen", "guten tag", "hallo", "halo", "hei", "hej", "hello", "hey", "hi", "hiya", "hola", "howdy", "hyvä",
    "kedves", "kjære", "kära", "kære", "liebe", "lieber", "liebes", "madame", "merhaba", "messieurs", "milá", "milý",
    "moin", "monsieur", "morning", "namaskar", "namaste", "oi", "ola", "olá", "pozdrav", "poštovana", "poštovani",
    "prezada", "prezado", "prezados", "querida", "querido", "salut", "sayın", "sehr geehrte", "sehr geehrter",
    "selam", "selamat pagi", "selamat siang", "servus", "spettabile", "stimate", "stimată", "szanowna", "szanowni",
    "szanowny", "tere", "tisztelt", "tjena", "to whom it may concern", "vážená", "vážení", "vážený", "witam",
    "xin chào", "yth", "αγαπητέ", "αγαπητή", "γεια", "καλημέρα", "καλησπέρα", "добрий день", "добро утро",
    "доброе утро", "добрый вечер", "добрый день", "здравейте", "здравствуйте", "привет", "привіт", "уважаемая",
    "уважаемые", "уважаемый", "шановна", "шановний", "шановні", "בוקר טוב", "היי", "שלום", "السلام عليكم",
    "صباح الخير", "عزيزتي", "عزيزي", "مرحبا", "مرحباً", "आदरणीय", "नमस्कार", "नमस्ते", "प्रिय", "माननीय", "श्रीमान",
    "สวัสดี", "เรียน", "お世話になっております", "こんにちは", "亲爱的", "你好", "各位", "尊敬的", "您好", "親愛的", "안녕하세요",
  ]
}
