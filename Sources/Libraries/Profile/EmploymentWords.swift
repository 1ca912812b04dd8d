/// What LinkedIn writes beside a company or a place, in its interface languages: how one is employed, and where one works.
///
/// Source: the choices of LinkedIn's own form for positions in de, en, es, fr, hi and pt; the words for the same in da, it,
/// nl, no, pl and sv.
enum EmploymentWords {
  /// Kinds of employment that are never a company's name.
  static let kinds: Set<String> = [
    "a tempo pieno", "alternance", "apprendistato", "apprenticeship", "apprentissage", "aprendiz", "aprendizaje",
    "ausbildung", "auto-entrepreneur", "autónomo", "autônomo", "autônomo/a", "becario", "befristet",
    "befristete anstellung", "casual", "casual / on-call", "cdd", "cdi", "clt", "co-op", "contract",
    "contract full-time", "contract part-time", "contrat d’apprentissage", "contrat en alternance",
    "contrat à durée déterminée", "contrat à durée indéterminée", "contrato", "contrato de formación",
    "contrato de prácticas", "contrato indefinido", "contrato temporal", "contrato temporário",
    "contratto a tempo determinato", "contratto a tempo indeterminato", "deeltijds", "deltid", "duales studium",
    "egenföretagare", "estágio", "fast ansatt", "fastansat", "festanstellung", "fixed-term", "freelance",
    "freelancer", "freiberuflich", "freie mitarbeit", "fuldtid", "full-time", "fulltime", "geringfügig beschäftigt",
    "heltid", "indefinido", "indépendant", "internship", "intérim", "jornada completa", "jornada parcial",
    "jovem aprendiz", "lavoro autonomo", "leiharbeit", "libero professionista", "lärling", "media jornada",
    "meio período", "mission en intérim", "niepełny etat", "part-time", "parttime", "permanent",
    "permanent full-time", "permanent part-time", "período integral", "pełny etat", "pj", "praktik", "praktikplads",
    "praktikum", "praktyka zawodowa", "profesional independiente", "profession libérale", "profissional autônomo",
    "prácticas", "saisonarbeit", "saisonnier", "samozatrudnienie", "seasonal", "seizoenswerk", "selbstständig",
    "selbständig", "self-employed", "selvstendig næringsdrivende", "selvstændig", "service civique", "stage",
    "stagionale", "staż", "säsongsarbete", "teilzeit", "tempo integral", "temporal", "temporary", "temporário",
    "temps partiel", "temps plein", "terceirizado", "tijdelijk", "tirocinio", "trabajo por cuenta propia", "trainee",
    "traineeprogramm", "umowa o pracę na czas określony", "unbefristet", "vacataire", "visstidsanställning",
    "vollzeit", "voltijds", "werkstudent", "zeitarbeit", "zelfstandig", "zero-hours contract", "अंशकालिक", "अनुबंध",
    "अप्रेंटिसशिप", "इंटर्नशिप", "पार्ट-टाइम", "पूर्णकालिक", "फ़्रीलांस", "फुल-टाइम", "फ्रीलांस", "मौसमी",
    "स्व-नियोजित", "स्व-रोज़गार", "स्वरोज़गार",
  ]

  /// Kinds that people also give as the name of who they work for.
  static let alsoNames: Set<String> = [
    "autónomo", "autônomo", "freelance", "freelancer", "freiberuflich", "indépendant", "profesional independiente",
    "profissional autônomo", "selbstständig", "selbständig", "self-employed", "फ़्रीलांस", "स्व-नियोजित",
  ]

  /// Kinds of workplace.
  static let workplaces: Set<String> = [
    "a distância", "da remoto", "distans", "en remoto", "home office", "homeoffice", "hybrid", "hybridarbete",
    "hybride", "hybrides arbeiten", "hybrydowo", "híbrida", "híbrido", "ibrido", "im homeoffice", "in sede",
    "on-site", "op afstand", "op locatie", "presencial", "präsenz", "på plats", "remota", "remote", "remoto",
    "stacjonarnie", "sur site", "teletrabajo", "télétravail", "vor ort", "zdalnie", "à distance", "ऑन-साइट", "रिमोट",
    "हाइब्रिड",
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
