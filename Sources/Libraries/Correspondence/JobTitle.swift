// Words that tell a job title from a name, a company or a place.

/// Recognises job titles in English, German, French, Spanish, Portuguese, Dutch and Italian.
public enum JobTitle {
  /// Words that only stand in titles.
  static let words: Set<String> = [
    "abteilungsleiter", "accountant", "acquisition", "administrator", "adviser", "advisor", "analyst", "architect",
    "assistant", "associate", "avp", "bereichsleiter", "betriebsleiter", "buyer", "ceo", "cfo", "chairman", "chef",
    "chief", "chro", "cio", "cmo", "co-founder", "cofounder", "consultant", "controller", "coo", "coordinator", "cpo",
    "cto", "designer", "developer", "directeur", "director", "directora", "directrice", "direktor", "diretor",
    "diretora", "direttore", "dpo", "einkaufsleiter", "engineer", "evp", "executive", "fondateur", "founder",
    "fundador", "gerente", "geschäftsführer", "geschäftsführerin", "geschäftsführung", "gründer", "head", "hr-leiter",
    "hr-leiterin", "hrbp", "hrd", "inhaber", "jefa", "jefe", "lead", "leader", "leiter", "leiterin", "manager",
    "managerin", "matron", "officer", "owner", "partner", "personalchef", "personalleiter", "personalleiterin",
    "personalreferent", "personalreferentin", "president", "principal", "produktionsleiter", "recruiter",
    "recruiterin", "recruitment", "registrar", "representative", "responsable", "scientist", "secretary",
    "specialist", "superintendent", "supervisor", "svp", "teamleiter", "teamleiterin", "technician", "treasurer",
    "vertriebsleiter", "vp", "werkleiter",
  ]
  /// Words of signatures that close a letter and name nothing.
  static let closers: Set<String> = [
    "amicalement", "atenciosamente", "atentamente", "best", "bien", "bonne", "cheers", "cordialement", "cordially",
    "dhanyavaad", "freundliche", "freundlichen", "gesendet", "get", "gruss", "gruß", "grüße", "herzliche",
    "hochachtungsvoll", "kind", "kindest", "lg", "liebe", "many", "mfg", "mit", "regards", "respectfully", "saludos",
    "salutations", "sent", "sincerely", "sinceres", "thank", "thanks", "thx", "un", "vg", "viele", "warm", "warmest",
    "warmly", "with", "yours",
  ]

  /// Whether `text` is a job title: short, with a word that only titles have, or HR by itself.
  public static func isTitle(_ text: some StringProtocol) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "&" }
    guard !words.isEmpty, words.count <= 10 else { return false }
    if words.contains(where: { JobTitle.words.contains(String($0)) }) { return true }
    return words.count <= 4 && ["hr", "ta", "people", "talent"].contains(words[0])
      && words.count > 1 && !words.contains("at")
  }
}

/// Recognises names of companies and places in signatures.
enum CompanyShape {
  /// Legal forms as companies write them, without dots, in lower case.
  static let legalForms: Set<String> = [
    "ab", "ag", "aps", "as", "bv", "co", "company", "corp", "corporation", "doo", "ehf", "ev", "fzco", "fze", "gmbh",
    "group", "holding", "holdings", "inc", "incorporated", "kft", "kg", "kgaa", "kk", "limited", "llc", "llp", "lp",
    "ltd", "ltda", "mbh", "nv", "oy", "oyj", "plc", "private", "pte", "pty", "pvt", "sa", "sarl", "sas", "se", "sl",
    "slu", "spa", "srl", "srls", "sro", "ug", "zoo",
  ]
  /// Words of addresses.
  static let places: Set<String> = [
    "allee", "ave", "avenue", "blvd", "boulevard", "building", "calle", "floor", "lane", "nagar", "park", "platz",
    "plaza", "rd", "road", "rue", "sector", "square", "str", "strasse", "straße", "street", "suite", "tower", "unit",
    "weg",
  ]

  static func letters(_ word: some StringProtocol) -> String {
    String(word.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  static func isLegalSuffix(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: " ")
    return !words.isEmpty && words.count <= 3 && words.allSatisfy { legalForms.contains(letters($0)) }
  }

  /// Whether `text` names a company: by its legal form, or as the domain of the writer's address spells it.
  static func matches(_ text: some StringProtocol, domain: String?) -> Bool {
    let words = text.split(separator: " ")
    guard !words.isEmpty, words.count <= 8, !text.contains(":") else { return false }
    if words.count > 1, let last = words.last, legalForms.contains(letters(last)), last.first?.isUppercase ?? false {
      return true
    }
    guard let domain, let label = domain.split(separator: ".").first else { return false }
    let wanted = letters(label)
    let squeezed = letters(text)
    guard wanted.count >= 3, squeezed.count >= 3 else { return false }
    if squeezed == wanted || squeezed.hasPrefix(wanted) { return true }
    if wanted.hasPrefix(squeezed), squeezed.count * 2 >= wanted.count { return true }
    let first = letters(words[0])
    if first.count >= 4, wanted.hasPrefix(first) { return true }
    let initials = String(words.compactMap { $0.first?.lowercased().first })
    return words.count >= 2 && initials == wanted
  }

  /// Whether `text` looks like a name: a few capitalised words.
  static func isName(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), !text.contains(where: \.isNumber), !text.contains("@") else { return false }
    return words.allSatisfy {
      $0.first?.isUppercase ?? false || $0 == "&" || NameShape.joiners.contains($0.lowercased())
    }
  }

  /// Whether `text` looks like an address or a place: numbers with words of streets, or a postcode.
  static func isPlace(_ text: some StringProtocol) -> Bool {
    guard text.contains(where: \.isNumber) else {
      let words = text.lowercased().split { !$0.isLetter }
      return words.contains { places.contains(String($0)) }
    }
    return text.contains(where: \.isLetter) && !text.contains("@") && text.count { $0.isNumber } <= 12
  }
}
