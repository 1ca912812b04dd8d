/// What LinkedIn writes beside a company or a place, in its interface languages: how one is employed, and where one works.
///
/// Source: the choices of LinkedIn's own form for positions in de, en, es, fr, hi and pt.
enum EmploymentWords {
  /// Kinds of employment that are never a company's name.
  static let kinds: Set<String> = [
    "alternance", "apprenticeship", "aprendiz", "ausbildung", "autónomo", "autônomo", "befristet", "cdd", "cdi",
    "contract", "contract full-time", "contract part-time", "contrato", "contrato de formación", "contrato temporal",
    "estágio", "festanstellung", "freelance", "freelancer", "freiberuflich", "full-time", "indépendant",
    "internship", "intérim", "jornada completa", "jornada parcial", "media jornada", "meio período", "part-time",
    "permanent", "praktikum", "profesional independiente", "profissional autônomo", "prácticas", "saisonnier",
    "seasonal", "selbstständig", "selbständig", "self-employed", "stage", "teilzeit", "tempo integral", "temporal",
    "temporary", "temporário", "temps partiel", "temps plein", "trainee", "vollzeit", "zeitarbeit", "अंशकालिक",
    "इंटर्नशिप", "पूर्णकालिक", "फ़्रीलांस", "स्व-नियोजित",
  ]

  /// Kinds that people also give as the name of who they work for.
  static let alsoNames: Set<String> = [
    "autónomo", "autônomo", "freelance", "freelancer", "freiberuflich", "indépendant", "profesional independiente",
    "profissional autônomo", "selbstständig", "selbständig", "self-employed", "फ़्रीलांस", "स्व-नियोजित",
  ]

  /// Kinds of workplace.
  static let workplaces: Set<String> = [
    "a distância", "en remoto", "hybrid", "hybride", "híbrida", "híbrido", "on-site", "presencial", "remota",
    "remote", "remoto", "sur site", "télétravail", "vor ort", "à distance", "ऑन-साइट", "रिमोट", "हाइब्रिड",
  ]

  /// A company line without the kind of employment behind its middle dot; nil when nothing else is left.
  static func company(_ line: String) -> String? {
    let kept = without(kinds, line)
    let lowered = kept.lowercased()
    return kinds.contains(lowered) && !alsoNames.contains(lowered) ? nil : kept
  }

  /// A place without the kind of workplace behind its middle dot; nil when nothing else is left.
  static func location(_ line: String) -> String? {
    let kept = without(workplaces, line)
    return workplaces.contains(kept.lowercased()) ? nil : kept
  }

  private static func without(_ words: Set<String>, _ line: String) -> String {
    guard let dot = line.lastIndex(of: "·") else { return line }
    let tail = line[line.index(after: dot)...].drop { $0 == " " }
    guard words.contains(tail.lowercased()) else { return line }
    var head = line[..<dot]
    while head.last == " " { head.removeLast() }
    return String(head)
  }
}
