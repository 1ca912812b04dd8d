/// Words of company names that are written in several ways, or carry nothing.
enum CompanyWords {
  /// Abbreviations, and what they stand for.
  static let full: [String: String] = [
    "assoc": "associates", "assocs": "associates", "assn": "association", "bldg": "building", "bros": "brothers",
    "cie": "company", "cons": "consulting", "const": "construction", "consult": "consulting", "ctr": "center",
    "centre": "center", "dept": "department", "dev": "development", "dist": "distribution", "eng": "engineering",
    "engr": "engineering", "ent": "enterprises", "entertain": "entertainment", "equip": "equipment", "fin": "finance",
    "gp": "group", "gr": "group", "grp": "group", "gruppe": "group", "groupe": "group", "hldg": "holding",
    "hldgs": "holding", "holdings": "holding", "hosp": "hospital", "ind": "industries", "inds": "industries",
    "ins": "insurance", "inst": "institute", "intl": "international", "int": "international", "inter": "international",
    "internat": "international", "labs": "laboratories", "lab": "laboratories", "laboratory": "laboratories",
    "log": "logistics", "manuf": "manufacturing", "mfg": "manufacturing", "mfr": "manufacturing", "mgmt": "management",
    "mgt": "management", "mktg": "marketing", "natl": "national", "org": "organization", "organisation": "organization",
    "partn": "partners", "pharm": "pharma", "prod": "products", "prods": "products", "rsch": "research",
    "sci": "science", "serv": "services", "service": "services", "sol": "solutions", "soln": "solutions",
    "solns": "solutions", "svc": "services", "svcs": "services", "sys": "systems", "system": "systems",
    "tech": "technologies", "techn": "technologies", "technology": "technologies", "techs": "technologies",
    "telecom": "telecommunications", "trans": "transport", "univ": "university", "universitat": "university",
  ]

  /// Joining words and articles.
  static let ignored: Set<String> = ["and", "et", "the", "und", "y"]
}
