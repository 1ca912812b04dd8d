// Words that tell a job title from a name, a company or a place.

/// Recognises job titles in English, German, French, Spanish, Portuguese, Dutch and Italian.
public enum JobTitle {
  /// Words that only stand in titles.
  static let words: Set<String> = [
    "abteilungsleiter", "accountant", "acquisition", "actuary", "adjoint", "administradora", "administrator",
    "administratorin", "adviser", "advisor", "agent", "agm", "aide", "ambassador", "analista", "analistin", "analyst",
    "analyste", "ansvarig", "anwalt", "architect", "archivist", "assistant", "assistente", "assistentin", "associate",
    "attaché", "attorney", "auditor", "author", "auxiliar", "avocat", "avocate", "avp", "avvocato", "barrister",
    "beauftragte", "beauftragter", "berater", "beraterin", "bereichsleiter", "betriebsleiter", "biologist",
    "bookkeeper", "broker", "business-partner", "buyer", "caporedattore", "captain", "cashier", "ceo", "cfo", "chair",
    "chairman", "chairperson", "chairwoman", "chargé", "chargée", "chef", "chefredaktör", "chemist", "chief", "chrbp",
    "chro", "cio", "ciso", "clerk", "cmo", "co-founder", "cofounder", "colonel", "commercialista", "comptroller",
    "conseil", "conseiller", "conseillère", "consulente", "consulenza", "consultant", "consultante", "consultor",
    "consultora", "controller", "coo", "coordenador", "coordenadora", "coordinador", "coordinadora", "coordinateur",
    "coordinator", "coordinatore", "counsel", "counsellor", "counselor", "cpo", "cpto", "cro", "cso", "cto",
    "curator", "daf", "dealer", "dean", "deputy", "desarrollador", "designer", "developer", "dgm", "dipl-ing",
    "directeur", "director", "directora", "directrice", "direktor", "direktør", "diretor", "diretora", "direttore",
    "dispatcher", "docent", "doctor", "doctorate", "doktor", "dozent", "dpo", "drh", "dsi", "dyrektor", "economist",
    "editor", "educator", "einkaufsleiter", "einkäufer", "ejecutivo", "elektriker", "encargada", "encargado",
    "engenheira", "engenheiro", "engineer", "entrepreneur", "entwickler", "entwicklerin", "especialista", "estimator",
    "evangelist", "evp", "examiner", "executive", "fachkraft", "facilitator", "fellow", "fondateur", "foreman",
    "founder", "fundador", "fundraiser", "generalist", "generalista", "geologist", "geophysicist", "gerente",
    "geschäftsführer", "geschäftsführerin", "geschäftsführung", "gestor", "gestora", "grafiker", "gründer", "guard",
    "hacker", "head", "hr-leiter", "hr-leiterin", "hrbp", "hrd", "hydrologist", "igazgató", "illustrator",
    "ingegnere", "ingeniera", "ingeniero", "ingenieur", "ingénieur", "inhaber", "inspector", "instructor", "interim",
    "intern", "interpreter", "investigator", "investor", "jednatel", "jefa", "jefe", "johtaja", "journalist", "judge",
    "jurist", "juriste", "justiziar", "kauffrau", "kaufmann", "kierownik", "konsulent", "koordinator",
    "koordinatorin", "lawyer", "lead", "leader", "lecturer", "leder", "legal-counsel", "leiter", "leiterin",
    "leitung", "librarian", "líder", "magistrate", "manager", "managerin", "manažer", "mathematician", "matron",
    "mechanic", "mediator", "mentor", "merchandiser", "meteorologist", "midwife", "minister", "mitarbeiter",
    "mitarbeiterin", "müdür", "müdürü", "negotiator", "notar", "notary", "nurse", "officer", "operator",
    "optometrist", "owner", "paralegal", "partner", "pdg", "personalchef", "personalleiter", "personalleiterin",
    "personalreferent", "personalreferentin", "pharmacist", "photographer", "physician", "physicist", "pilot",
    "planner", "plumber", "praktikant", "praktikantin", "president", "prezes", "principal", "producer",
    "produktionsleiter", "profesor", "profesora", "professeur", "professor", "programmer", "programmierer",
    "projektledare", "prokurist", "prokuristin", "prosecutor", "psychologist", "publicist", "päällikkö",
    "receptionist", "rechtsanwalt", "rechtsanwältin", "reclutador", "reclutadora", "recruiter", "recruiterin",
    "recruitment", "recruteur", "recruteuse", "redakteur", "redakteurin", "referent", "referentin", "regisseur",
    "registrar", "reporter", "representative", "researcher", "responsabile", "responsable", "reviewer", "rrh",
    "rådgiver", "référent", "sachbearbeiter", "sachbearbeiterin", "sales-manager", "scheduler", "scientist",
    "secretaresse", "secretaria", "secretario", "secretary", "segretaria", "segretario", "sekretär", "sekretärin",
    "selezionatore", "solicitor", "sourcer", "specialist", "specialista", "specjalista", "spécialiste",
    "statistician", "stellvertretende", "stellvertreter", "steward", "strategist", "student", "superintendent",
    "superviseur", "supervisor", "surgeon", "surveyor", "svp", "säljare", "teacher", "teamlead", "teamleiter",
    "teamleiterin", "tech-lead", "technician", "technicien", "technicienne", "technologist", "tecnica", "tecnico",
    "tester", "trader", "trainee", "trainer", "trainerin", "translator", "treasurer", "trustee", "tutor", "técnica",
    "técnico", "underwriter", "uzmanı", "vd", "vedoucí", "vendedor", "verkäufer", "verkäuferin", "vertreter",
    "vertriebsleiter", "vertriebsmitarbeiter", "veterinarian", "vezető", "vice-president", "vicepresident",
    "vicepresidente", "volunteer", "vorarbeiter", "vorstand", "vorständin", "vp", "warden", "webmaster", "werkleiter",
    "writer", "yönetici", "yöneticisi", "zootechnician", "ředitel", "διευθυντής", "бухгалтер", "генеральный",
    "директор", "инженер", "менеджер", "начальник", "руководитель", "специалист", "юрист", "अधिकारी", "निदेशक",
    "प्रबंधक", "संस्थापक", "सलाहकार", "主管", "工程师", "总监", "担当", "社長", "總監", "经理", "課長", "部長", "과장", "대표", "부장", "이사",
    "팀장",
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
    guard !words.isEmpty, words.count <= 10, let first = text.first, first.isLetter || first == "(" else {
      return false
    }
    if first.isLowercase, words.count > 4 { return false }
    if words.contains(where: isWord) { return !isSentence(text) }
    if words.count <= 4, words.count > 1, ["support", "service", "success"].contains(words[words.count - 1]),
      ["client", "customer", "technical", "user"].contains(words[0])
    {
      return true
    }
    return words.count <= 4 && ["hr", "ta", "people", "talent"].contains(words[0])
      && words.count > 1 && !words.contains("at")
  }
}

extension JobTitle {
  /// Whether `word`, in lower case, stands only in titles, or one of its parts does.
  private static func isWord(_ word: Substring) -> Bool {
    JobTitle.words.contains(String(word)) || isCompound(word) || wideEnds.contains { word.hasSuffix($0) }
      || word.contains("-") && word.split(separator: "-").contains { JobTitle.words.contains(String($0)) }
  }

  /// Whether `word`, in lower case, is a title written as one word, as Germanic languages and Finnish do.
  private static func isCompound(_ word: Substring) -> Bool {
    word.utf8.count > 9 && compoundEnds.contains { word.hasSuffix($0) && word.count >= $0.count + 3 }
  }

  /// How titles end where words are written without blanks.
  private static let wideEnds = [
    "专员", "主任", "主管", "代表", "取締役", "工程师", "总监", "總監", "担当", "社長", "经理", "經理", "課長", "部長", "顾问", "과장", "대리", "대표", "부장",
    "이사",
    "팀장",
  ]

  private static let compoundEnds = [
    "adviseur", "ansvarig", "assistent", "assistentin", "beauftragte", "beauftragter", "berater", "beraterin", "chef",
    "direktor", "direktorin", "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "johtaja", "konsult",
    "koordinator", "koordinatorin", "leder", "leiter", "leiterin", "leitung", "managerin", "medewerker", "päällikkö",
    "referent", "referentin", "rådgivare", "rådgiver", "sachbearbeiter", "sachbearbeiterin", "sjef", "spezialist",
    "spezialistin", "verantwoordelijke",
  ]

  /// Whether `text` is prose rather than a title: a question, or words in lower case that only sentences have.
  private static func isSentence(_ text: some StringProtocol) -> Bool {
    guard let last = text.last, last != "?", last != "!" else { return true }
    return text.split(separator: " ").contains { prose.contains(String($0)) }
  }

  private static let prose: Set<String> = [
    "are", "can", "have", "he", "if", "is", "it", "me", "please", "she", "that", "they", "this", "was", "we", "were",
    "will",
    "you", "your",
  ]
}
