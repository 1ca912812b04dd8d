/// Words that stand around or inside names, folded.
enum PersonNameTable {
  /// In front of a name: courtesy, office and degree, in the languages of our mail.
  static let titles: Set<String> = [
    "arq", "capt", "col", "dame", "dhr", "dipl", "diplom", "diplomingenieur", "dipling", "don", "dona", "dott",
    "dottoressa", "dottssa", "dr", "dra", "drs", "eng", "frau", "fraulein", "frl", "fru", "gen", "herr", "herrn", "hon",
    "ing", "ir", "lady", "lic", "lord", "lt", "mag", "maitre", "maj", "mevr", "miss", "mlle", "mme", "monsieur", "mr",
    "mrs", "ms", "msgr", "mw", "mx", "pan", "pani", "phdr", "prof", "professor", "rev", "sgt", "shri", "sig", "signor",
    "signora", "sigra", "sir", "smt", "sr", "sra", "srta",
  ]

  /// Behind a name: generation, degree, order, certificate.
  static let suffixes: Set<String> = [
    "acca", "ba", "bba", "bcom", "beng", "bs", "bsc", "btech", "ca", "cbe", "ccie", "cfa", "cima", "cipd", "cissp",
    "cpa", "cphr", "csm", "dba", "dds", "edd", "esq", "esquire", "fca", "gphr", "ii", "iii", "iv", "jd", "jr", "junior",
    "llb", "llm", "ma", "mba", "mbe", "mcipd", "mcom", "md", "meng", "mph", "ms", "msc", "msw", "mtech", "obe", "pe",
    "phd", "phr", "pmp", "psm", "rn", "senior", "shrmcp", "shrmscp", "sphr", "sr",
  ]

  /// In front of a family name and part of it, though not of what it is compared by.
  static let particles: Set<String> = [
    "af", "al", "av", "bin", "bint", "da", "dal", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos",
    "du", "el", "het", "ibn", "la", "las", "le", "los", "mac", "op", "san", "st", "t", "ten", "ter", "und", "van",
    "vande", "vanden", "vander", "vom", "von", "y", "zu", "zum", "zur",
  ]
}
