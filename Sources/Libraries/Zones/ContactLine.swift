import Bytes

/// What lines of signatures look like.
enum ContactLine {
  /// Whether a line gives a phone number, an address of mail or web, or a labelled one of them.
  static func isContact(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var others = 0
    for byte in line {
      if byte &- 0x30 < 10 { digits += 1 } else if byte > 0x20 { others += 1 }
      if byte == 0x40 { return true }
    }
    if digits >= 7, digits <= 24, others <= 30 { return true }
    if digits >= 4, digits <= 8, others <= 3 { return true }
    return webMarks.occur(in: LowerCase.ascii(line.prefix(100)))
  }

  private static let webMarks: Phrases = ["http", "linkedin.com", "www."]

  /// Whether a line is a label and a value that is no way of contact, as of a form: `Request ID   : 12`.
  static func isData(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: 0x3A), colon - line.startIndex < 30, colon + 1 < line.endIndex else {
      return false
    }
    return line[colon + 1] == 0x20 && colon - line.startIndex > 2
      && !contactLabels.occur(in: LowerCase.ascii(line[..<colon]))
  }

  private static let contactLabels: Phrases = [
    "cell", "direct", "email", "fax", "facs", "handy", "linkedin", "mail", "mob", "office", "ph", "skype", "tel",
    "tfno", "tél", "web",
  ]

  /// Whether a line is the number of an inside telephone: `x39106`, `ext. 4711`, `5-3550`.
  static func isExtension(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 16, line.contains(where: { $0 &- 0x30 < 10 }) else { return false }
    let digits = line.count { $0 &- 0x30 < 10 }
    let letters = LowerCase.ascii(line.filter { ($0 | 0x20) &- 0x61 < 26 })
    return (3...8).contains(digits) && (letters.isEmpty || extensionLabels.contains(letters))
  }

  private static let extensionLabels = Set(
    ["x", "ext", "extn", "extension", "tel", "ph", "dw", "hsa"].map { Array($0.utf8) })

  /// Whether a line is a person's name as one signs: up to four capitalised words or initials, perhaps after a dash and
  /// before the number of an inside telephone or something in brackets.
  static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    let words = nameWords(line)
    guard !words.isEmpty, words.count <= 4 else { return false }
    return words.allSatisfy { word in
      let isPlain = word.allSatisfy { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2E || $0 == 0x2D || $0 == 0x27 }
      return isPlain && (beginsName(word) || isParticle(word, words.count)) && !isNoName(word)
    }
  }

  /// Whether a word begins with a capital letter, or is a longer one of a script without them.
  private static func beginsName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first < 0x80 { return first &- 0x41 < 26 }
    guard let scalar = String(decoding: word.prefix(4), as: UTF8.self).unicodeScalars.first else { return false }
    return scalar.properties.isUppercase || !scalar.properties.isCased && word.count > 3
  }

  /// Whether a line is how a team signs: `The Kestrel Team`, `Ihr Kestrel-Team`, `L'équipe Kestrel`.
  static func isTeam(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 50, let last = line.last, ![0x2E, 0x3A, 0x3F].contains(last) else { return false }
    let text = LowerCase.text(line)
    let words = text.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D })
    return (2...6).contains(words.count) && teamOpenings.begin(text) && teamWords.occur(in: text)
  }

  private static let teamOpenings: Phrases = [
    "a equipe", "das", "dein", "het", "ihr", "il team", "l'equipe", "l'équipe", "o time", "su equipo", "team", "the",
    "el equipo", "twój zespół", "votre équipe", "your", "zespół",
  ]

  private static let teamWords: Phrases = [
    "crew", "equipe", "equipo", "family", "staff", "team", "time", "zespół", "équipe",
  ]

  /// Whether a line is one lower-case word, as some sign: `kari`.
  static func isLowerName(_ line: ArraySlice<UInt8>) -> Bool {
    let words = nameWords(line)
    guard let word = words.first, words.count == 1, (2...12).contains(word.count) else { return false }
    return word.allSatisfy { $0 &- 0x61 < 26 } && !isNoName(word)
  }

  /// The words of a line without dashes and marks around them, a telephone's number and what stands in brackets.
  private static func nameWords(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var text = line
    while let first = text.first, nameMarks.contains(first) { text = text.dropFirst() }
    while text.starts(with: [0xE2, 0x80]), text.count > 3 { text = text.dropFirst(3).drop { $0 == 0x20 } }
    if text.last == 0x29, let open = text.lastIndex(of: 0x28) { text = text[..<open] }
    if let comma = text.lastIndex(of: 0x2C), areDegrees(text[(comma + 1)...]) { text = text[..<comma] }
    while let last = text.last,
      last == 0x2A || last == 0x20 || last == 0x2E || last == 0x2C || last == 0x5F || last == 0x21
    {
      text = text.dropLast()
    }
    guard !text.isEmpty, text.count <= 40 else { return [] }
    var words = text.split(separator: 0x20)
    while let last = words.last, words.count > 1, isExtension(last) || isPhone(last) { words.removeLast() }
    return words
  }

  /// Whether a word is a phone number written without blanks: `713-555-0180`.
  private static func isPhone(_ word: ArraySlice<UInt8>) -> Bool {
    word.count { $0 &- 0x30 < 10 } >= 7
      && word.allSatisfy { $0 &- 0x30 < 10 || [0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F].contains($0) }
  }

  /// Whether a line is a heading such as the name of a desk or a company: a few capitalised words, and no sentence.
  static func isTitleCased(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split(separator: 0x20)
    guard (2...7).contains(words.count), line.count < 60, let last = line.last,
      last >= 0x80 || (last | 0x20) &- 0x61 < 26 || last == 0x29, !line.contains(where: { $0 &- 0x30 < 10 })
    else { return false }
    return words.allSatisfy { word in
      guard let scalar = String(decoding: word, as: UTF8.self).unicodeScalars.first else { return false }
      return scalar.properties.isUppercase || scalar == "&" || scalar == "("
        || joiners.contains(String(decoding: word, as: UTF8.self))
    }
  }

  private static let joiners: Set<String> = [
    "and", "de", "der", "des", "di", "du", "e", "et", "for", "für", "i", "of", "og", "the", "und", "van", "y",
  ]

  /// Whether words behind a name are degrees: `PhD`, `M.Sc., CFA`.
  private static func areDegrees(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C })
    return !words.isEmpty && words.allSatisfy { word in word.count <= 7 && word.count { $0 &- 0x41 < 26 } >= 2 }
  }

  private static let nameMarks: Set<UInt8> = [0x2D, 0x2E, 0x20, 0x7E, 0x2A, 0x2F, 0x3E, 0x5F, 0x3D]

  private static func isNoName(_ word: ArraySlice<UInt8>) -> Bool {
    SignatureWords.noNames.contain(LowerCase.ascii(word.filter { $0 != 0x2E })[...])
  }

  /// Whether `word` is a particle of a longer name.
  private static func isParticle(_ word: ArraySlice<UInt8>, _ count: Int) -> Bool {
    count > 1 && particles.contain(word)
  }

  private static let particles: Phrases = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "van",
    "von", "y", "zu",
  ]
}
