// Names of companies, departments and places as signatures write them.
import Identity
import Names

/// Recognises names of companies and places in signatures.
enum CompanyShape {
  /// How surely a text names a company.
  enum Rank: Int, Comparable {
    /// Nothing tells that it does.
    case none
    /// It stands where companies stand: next to name and title.
    case place
    /// It stands behind a title and `at`, or has a word that companies call themselves by.
    case noun
    /// The domain of the writer's address spells it.
    case domain
    /// It bears a legal form.
    case legalForm

    static func < (one: Rank, other: Rank) -> Bool { one.rawValue < other.rawValue }
  }

  /// How surely `text` names the company of somebody who writes from `domain`, by its own words.
  static func rank(_ text: some StringProtocol, domain: String?) -> Rank {
    if matches(text, domain: nil) { return .legalForm }
    if matches(text, domain: domain) { return isNotDepartment(text) ? .domain : .place }
    return isNotDepartment(text) && isName(text) && hasNoun(text) ? .noun : .none
  }

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
    if words.count > 1, let last = words.last, legalForms.contains(letters(last)),
      last.first?.isUppercase ?? false || smallForms.contains(String(last)) && text.first?.isUppercase ?? false
    {
      return true
    }
    if words.count > 1, words[words.count - 1].contains("."), let name = CompanyName(text), name.short != name.text {
      return true
    }
    if wideForms.contains(where: text.contains) { return true }
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

  /// Whether one of the words, not the first, is what companies call themselves: `Moorhof Therapeutics`.
  private static func hasNoun(_ text: some StringProtocol) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.count > 1 && words.dropFirst().contains(where: nouns.contains)
  }

  /// Whether `text` does not name a department, a team or a line of business inside a company.
  static func isNotDepartment(_ text: some StringProtocol) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    return !departments.contains(last) && !departmentBeginnings.contains(first)
      && !(words.count > 1 && departmentStems.contains(first + " " + words[1]))
  }

  /// Whether `text` looks like a name: a few capitalised words.
  static func isName(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), !text.contains(where: \.isNumber), !text.contains("@") else { return false }
    return words.allSatisfy {
      $0.first?.isUppercase ?? false || $0 == "&" || NameShape.joiners.contains($0.lowercased())
    }
  }

  /// Whether `text` is a person's name as it stands alone on a line: two to four capitalised words and initials of
  /// which the first is a given name that the table knows, or, `unlisted`, any.
  static func isPerson(_ text: some StringProtocol, unlisted: Bool = false) -> Bool {
    let words = text.split(separator: " ")
    guard (2...4).contains(words.count), let first = words.first, isName(text), !text.contains("&"),
      text.allSatisfy({ $0.isLetter || " .-'\u{2019}".contains($0) }), isNotDepartment(text), !isPlace(text),
      !JobTitle.isTitle(text), !hasNoun(text), rank(text, domain: nil) == .none
    else { return false }
    return unlisted || Nicknames.isKnown(FoldedText(first).words.first ?? [])
  }

  /// Whether `text` looks like an address or a place: numbers with words of streets, a postcode, a city, a country.
  static func isPlace(_ text: some StringProtocol) -> Bool {
    guard text.contains(where: \.isNumber) else {
      let words = text.lowercased().split { !$0.isLetter }.map(String.init)
      return words.contains(where: places.contains) || isCityOrCountry(text)
    }
    return text.contains(where: \.isLetter) && !text.contains("@") && text.count { $0.isNumber } <= 12
  }

  /// Whether `text` is the name of a country, a city or a state of the United States, or several of them.
  private static func isCityOrCountry(_ text: some StringProtocol) -> Bool {
    let parts = String(text).split { ",|/-–&".contains($0) }.map(SignatureLine.cleaned).filter { !$0.isEmpty }
    guard !parts.isEmpty, parts.count <= 4 else { return false }
    return parts.allSatisfy { part in
      cities.contains(FoldedText(part).text) || part.count == 2 && part.allSatisfy { $0.isUppercase } && parts.count > 1
        || part.count > 2 && Country.code(for: part) != nil
    }
  }

  /// Legal forms as companies write them, without dots, in lower case.
  static let legalForms: Set<String> = [
    "ab", "ag", "aps", "as", "asa", "bv", "bvba", "co", "company", "corp", "corporation", "doo", "ehf", "ek", "ev",
    "fzco", "fze", "gbr", "ggmbh", "gmbh", "group", "holding", "holdings", "inc", "incorporated", "kft", "kg", "kgaa",
    "kk", "lda", "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh", "nv", "ohg", "oy", "oyj", "plc", "private", "pte",
    "pty", "pvt", "sa", "sarl", "sas", "sasu", "se", "sl", "slu", "snc", "spa", "sprl", "srl", "srls", "sro", "ug",
    "zoo",
  ]

  /// Legal forms that are no words of prose, so that they count in small letters, too.
  private static let smallForms: Set<String> = ["gmbh", "kgaa", "ltd", "ltd.", "plc", "sarl", "srl"]

  /// Legal forms of wide scripts.
  private static let wideForms = ["株式会社", "有限会社", "合同会社", "有限公司", "股份公司", "주식회사"]

  /// Words of addresses.
  static let places: Set<String> = [
    "allee", "ave", "avenida", "avenue", "blvd", "boulevard", "building", "calle", "corso", "floor", "laan", "lane",
    "marg", "nagar", "park", "piazza", "platz", "plaza", "praça", "quai", "rd", "road", "rua", "rue", "sector",
    "square", "str", "straat", "strasse", "straße", "street", "suite", "tower", "unit", "viale", "weg",
  ]

  /// Words that companies, schools and offices call themselves by.
  private static let nouns: Set<String> = [
    "academy", "advisors", "advisory", "agency", "agentur", "airlines", "airways", "akademie", "analytics",
    "architects", "assicurazioni", "associates", "assurances", "automotive", "banca", "banco", "bank", "banque",
    "beratung", "bio", "biosciences", "biotech", "capital", "chemicals", "clinic", "college", "conseil", "consultancy",
    "consultants", "consulting", "diagnostics", "digital", "electric", "electronics", "energy", "enterprises", "ergo",
    "financial", "foods", "foundation", "gruppe", "groupe", "gruppo", "grupo", "healthcare", "hospital", "hotel",
    "hotels", "industrie", "industries", "infotech", "instituto", "institut", "institute", "insurance", "international",
    "klinik", "klinikum", "labs", "laboratories", "logistik", "logistique", "maschinenbau", "media", "medical",
    "motors", "networks", "partners", "personaldienstleistungen", "personalberatung", "pharma", "pharmaceuticals",
    "power", "productions", "railways", "retail", "robotics", "school", "seguros", "semiconductors", "services",
    "sistemi", "sistemas", "society", "software", "solutions", "startups", "stiftung", "studio", "studios", "systems",
    "systeme", "systèmes", "technologie", "technologies", "technology", "telecom", "textiles", "therapeutics",
    "universidad", "universidade", "universität", "universiteit", "university", "università", "université", "ventures",
    "verlag", "versicherung", "versicherungen", "werke", "wind", "works",
  ]

  /// Last words of departments.
  private static let departments: Set<String> = [
    "abteilung", "accounting", "accounts", "achats", "acquisition", "administration", "affairs", "audit",
    "buchhaltung", "communications", "compliance", "culture", "department", "dept", "desk", "development", "division",
    "einkauf", "engineering", "experience", "finance", "hr", "humaines", "humanos", "infrastructure", "it", "legal",
    "logistics",
    "marketing", "office", "operations", "personal", "personalabteilung", "personale", "personalwesen", "personnel",
    "planning", "platform", "procurement", "produktion", "purchasing", "recruiting", "recruitment", "relations",
    "research",
    "resources", "risk", "sales", "section", "selezione", "seleção", "selección", "staffing", "success", "support",
    "team", "trading", "treasury", "umane", "unit", "vertrieb", "ventes", "vendite",
  ]

  private static let departmentBeginnings: Set<String> = [
    "abteilung", "afdeling", "area", "bereich", "departamento", "department", "dept", "dipartimento", "dirección",
    "direction", "direzione", "division", "departement", "département", "equipe", "equipo", "fachbereich", "service",
    "team", "ufficio",
  ]

  /// First two words of departments that end like companies.
  private static let departmentStems: Set<String> = [
    "client services", "corporate services", "customer services", "financial services", "global services",
    "hr services", "human capital", "information systems", "information technology", "it services", "it solutions",
    "it systems", "legal services", "people services", "professional services", "shared services", "student services",
    "support services", "technical services", "trading support",
  ]

  /// Cities that stand alone in signatures, folded.
  private static let cities: Set<String> = [
    "abu dhabi", "ahmedabad", "amsterdam", "antwerp", "antwerpen", "athens", "atlanta", "auckland", "austin",
    "bangalore", "bangkok", "barcelona", "basel", "beijing", "belgrade", "bengaluru", "berlin", "bern", "bilbao",
    "birmingham", "bogota", "bologna", "bordeaux", "boston", "bremen", "brisbane", "bristol", "brussel", "brussels",
    "bruxelles", "bucharest", "budapest", "buenos aires", "cairo", "cambridge", "cape town", "cardiff", "chandigarh",
    "chennai", "chicago", "cologne", "copenhagen", "dallas", "delhi", "denver", "detroit", "doha", "dortmund",
    "dresden", "dubai", "dublin", "dusseldorf", "edinburgh", "eindhoven", "essen", "firenze", "florence", "frankfurt",
    "frankfurt am main", "geneve", "geneva", "genf", "genova", "ghent", "glasgow", "goa", "goteborg", "graz",
    "grenoble", "gurgaon", "gurugram", "hamburg", "hannover", "helsinki", "hong kong", "houston", "hyderabad", "indore",
    "istanbul", "jaipur", "jakarta", "johannesburg", "karlsruhe", "kathmandu", "kiev", "koln", "kobenhavn", "kochi",
    "kolkata", "krakow", "kuala lumpur", "kyiv", "lausanne", "leeds", "leipzig", "lille", "lima", "linz", "lisboa",
    "lisbon", "liverpool", "ljubljana", "london", "los angeles", "lucknow", "luxembourg", "lyon", "madrid", "malaga",
    "manchester", "manila", "mannheim", "marseille", "melbourne", "mexico city", "miami", "milan", "milano",
    "minneapolis", "montreal", "moscow", "mumbai", "munchen", "munich", "munster", "nagpur", "nairobi", "nantes",
    "napoli", "new delhi", "new york", "new york city", "newcastle", "nice", "noida", "nottingham", "nuremberg",
    "nurnberg", "oslo", "oxford", "paris", "perth", "philadelphia", "phoenix", "portland", "porto", "porto alegre",
    "prag", "prague", "praha", "pune", "reading", "reims", "rennes", "riga", "rio de janeiro", "riyadh", "roma", "rome",
    "rotterdam", "salzburg", "san diego", "san francisco", "santiago", "sao paulo", "seattle", "seoul", "sevilla",
    "shanghai", "sheffield", "singapore", "sofia", "southampton", "stockholm", "strasbourg", "stuttgart", "sydney",
    "tallinn", "tel aviv", "the hague", "den haag", "tokyo", "torino", "toronto", "toulouse", "turin", "utrecht",
    "valencia", "vancouver", "venezia", "verona", "vienna", "vilnius", "warsaw", "warszawa", "washington", "wien",
    "wroclaw", "wuppertal", "zagreb", "zaragoza", "zug", "zurich", "zuerich",
  ]
}
