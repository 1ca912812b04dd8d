import Bytes

/// Whom the note of someone who left says to write to.
enum SuccessorFinder {
  /// The first address in the text that is not the sender's, with the name before it.
  static func find(in message: MailMessage) -> Mailbox? {
    let own = Set((message.from + message.replyTo + message.to + message.cc).compactMap(\.email))
    let text = Array(message.text.prefix(4_000))
    var from = 0
    while let at = text.index(of: 0x40, in: from..<text.count) {
      from = at + 1
      var low = at
      while low > 0, isLocal(text[low - 1]) { low -= 1 }
      var high = at + 1
      while high < text.count,
        ASCII.isLetter(text[high]) || ASCII.isDigit(text[high]) || text[high] == 0x2D || text[high] == 0x2E
      {
        high += 1
      }
      while high > at + 1, text[high - 1] == 0x2E || text[high - 1] == 0x2D { high -= 1 }
      guard low < at, text[(at + 1)..<high].contains(0x2E) else { continue }
      let email = text[low..<high].text.lowercased()
      guard !own.contains(email) else { continue }
      return Mailbox(name: name(before: text[..<low]), address: email)
    }
    return nil
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B
  }

  /// Two to four capitalised words just before the address.
  private static func name(before text: ArraySlice<UInt8>) -> String? {
    let marks: Set<UInt8> = [0x20, 0x28, 0x3C, 0x5B, 0x2C, 0x3A, 0x0A, 0x09]
    var words: [String] = []
    for word in text.suffix(120).split(whereSeparator: { marks.contains($0) }).reversed() {
      guard let first = word.text.unicodeScalars.first, words.count < 4 else { break }
      if first.properties.isUppercase, word.last != 0x2E || word.count <= 3 {
        words.insert(word.text, at: 0)
      } else if !words.isEmpty, particles.contains(word.text) {
        words.insert(word.text, at: 0)
      } else if !words.isEmpty || !skippable.contains(word.text.lowercased()) {
        break
      }
    }
    if let courtesy = words.lastIndex(where: { courtesies.contains($0.lowercased()) }) {
      words.removeSubrange(...courtesy)
    }
    while let first = words.first, particles.contains(first) { words.removeFirst() }
    return words.count >= 2 ? words.joined(separator: " ") : nil
  }

  private static let skippable: Set<String> = [
    "-", "–", "at", "auf", "correo", "e-mail", "email", "em", "en", "in", "mail", "na", "on", "op", "pod", "su",
    "unter",
    "via", "à", "på",
  ]

  /// Forms of address, and words that send to somebody, before a name.
  private static let courtesies: Set<String> = [
    "bitte", "contact", "contacte", "contacter", "contactez", "contattare", "dña", "email", "frau", "herr", "herrn",
    "hr.", "kindly", "kontakt", "kontakta", "kontaktieren", "m.", "mail", "meneer", "mevrouw", "miss", "mme",
    "monsieur", "mr",
    "mr.", "mrs", "mrs.", "ms", "ms.", "pan", "pana", "pani", "panem", "panią", "please", "shri", "sie", "sig.",
    "sig.ra",
    "signor", "signora", "smt", "sr.", "sra.",
  ]

  /// Small words inside family names.
  private static let particles: Set<String> = [
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "ten",
    "van",
    "von",
  ]
}
