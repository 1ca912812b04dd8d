/// Upper and lower case as people write names.
public enum Capitals {
  /// A word of a name with a capital at its start and behind each hyphen and apostrophe, `Mc` and `Mac` as usual.
  public static func name(_ word: some StringProtocol) -> String {
    var result = ""
    var atStart = true
    for scalar in word.unicodeScalars {
      result += atStart ? scalar.properties.titlecaseMapping : scalar.properties.lowercaseMapping
      atStart = scalar == "-" || scalar == "'" || scalar == "\u{2019}" || scalar == " "
    }
    if result.hasPrefix("Mc"), let third = result.unicodeScalars.dropFirst(2).first {
      return "Mc" + third.properties.titlecaseMapping + String(result.unicodeScalars.dropFirst(3))
    }
    return result
  }

  /// `words` in mixed case when they are all in capitals or all in small letters; particles stay small.
  static func unshouted(_ words: String) -> String {
    let parts = words.split(separator: " ").map { word -> String in
      let letters = word.unicodeScalars.filter(\.properties.isCased)
      if PersonNameTable.particles.contains(FoldedText(word).joined) {
        return letters.allSatisfy(\.properties.isUppercase) ? word.lowercased() : String(word)
      }
      if letters.count <= 1 { return word.uppercased() }
      let isShouted = letters.allSatisfy(\.properties.isUppercase)
      return isShouted || letters.allSatisfy(\.properties.isLowercase) ? name(word) : String(word)
    }
    return parts.joined(separator: " ")
  }
}
