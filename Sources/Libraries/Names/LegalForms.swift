/// Legal forms of companies, folded, as they end (rarely begin) a company's name.
enum LegalForms {
  /// Forms of several words, longest first where one begins another.
  static let phrases: [[String]] = [
    ["gesellschaft", "mit", "beschrankter", "haftung"], ["gesellschaft", "mbh"], ["gmbh", "and", "co", "kg"],
    ["gmbh", "co", "kg"], ["ag", "and", "co", "kg"], ["se", "and", "co", "kg"], ["and", "co", "kg"], ["co", "kg"],
    ["public", "limited", "company"], ["limited", "liability", "company"], ["private", "limited"], ["pvt", "ltd"],
    ["pte", "ltd"], ["pty", "ltd"], ["sdn", "bhd"], ["co", "ltd"], ["company", "limited"], ["sp", "z", "oo"],
    ["spolka", "z", "oo"], ["sp", "zoo"], ["s", "r", "o"], ["spol", "sro"], ["spol", "s", "r", "o"], ["s", "p", "a"],
    ["s", "r", "l"], ["s", "a", "r", "l"], ["s", "a", "s"], ["s", "a"], ["b", "v"], ["n", "v"], ["a", "s"], ["k", "k"],
    ["de", "cv"], ["sa", "de", "cv"], ["c", "v"], ["l", "l", "c"], ["l", "l", "p"], ["p", "l", "c"], ["e", "v"],
    ["e", "u"], ["e", "k"], ["d", "o", "o"], ["and", "co"], ["and", "company"], ["societe", "anonyme"],
    ["naamloze", "vennootschap"], ["besloten", "vennootschap"], ["societa", "per", "azioni"], ["sociedad", "anonima"],
    ["ug", "haftungsbeschrankt"], ["kabushiki", "kaisha"], ["a", "g"], ["k", "g"],
  ]

  /// The phrases by their last words, in the same order.
  static let phrasesByEnd = Dictionary(grouping: phrases) { $0[$0.count - 1] }

  /// Forms of one word.
  static let words: Set<String> = [
    "ab", "ag", "aktiebolag", "aktiengesellschaft", "aps", "as", "asa", "bhd", "bv", "bvba", "co", "company", "corp",
    "corporation", "cv", "doo", "dd", "eg", "eingetragen", "ek", "eood", "esop", "eu", "eurl", "ev", "gbr", "gesmbh",
    "gie", "gmbh", "ggmbh", "hb", "hf", "inc", "incorporated", "jsc", "jv", "kb", "kft", "kg", "kgaa", "kk",
    "kommanditgesellschaft", "lda",
    "limitada", "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh", "nv", "nyrt", "oao", "og", "ohg", "ood", "ooo",
    "oy",
    "oyj", "pao", "pc", "pjsc", "plc", "pllc", "pte", "pty", "pvt", "rt", "sa", "sagl", "sarl", "sas", "sasu", "sca",
    "scs", "sce", "scrl", "se", "sl", "slu", "slp", "snc", "sp", "spa", "sprl", "srl", "sro", "stg", "tbk", "uab", "ug",
    "unlimited", "vof", "zao", "zrt",
  ]
}
