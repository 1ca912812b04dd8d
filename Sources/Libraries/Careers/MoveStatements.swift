// What people write about a change of company: which one they, or a colleague, join.
import Correspondence

/// A sentence that names the company that somebody joins.
struct MoveStatement: Equatable {
  /// Whether the words speak of joining, rather than of being at the company.
  let isJoining: Bool
  /// The company, as written.
  let company: String
  /// The sentence.
  let quote: String
}

/// Finds such sentences in English, German, French, Spanish and Hinglish.
enum MoveStatements {
  private static let table = PhraseTable([
    Phrase("joins", "!join|joins|joined|joining {org}"),
    Phrase("joins", "!offer from|at|with {org}"),
    Phrase("joins", "{org} !made me an offer"),
    Phrase("joins", "!go|goes|going|went|move|moves|moving|moved|switch|switching|switched|off|on to {org}"),
    Phrase("joins", "!start|starts|started|starting|begin|beginning|began at|with|in {org}"),
    Phrase("joins", "!left * for {org}"),
    Phrase("joins", "!wechsle|wechsele|wechselt|wechselte|gewechselt zu {org}"),
    Phrase("joins", "!zu {org} gewechselt"),
    Phrase("joins", "!fange|fängt|beginne|starte|startet ich|er|sie * bei {org}"),
    Phrase("joins", "!incorporo|incorporaré|incorporado a {org}"),
    Phrase("joins", "!rejoindre|rejoins|rejoint {org}"),
    Phrase("works", "!with|at|for {org} now|these|since"),
    Phrase("works", "!be|been with|at {org}"),
    Phrase("works", "new !role|job|position|post|desk|home at|with|is {org}"),
    Phrase("works", "!team at|in {org}"),
    Phrase("works", "!manager at|in {org}"),
    Phrase("works", "!now with|at|in|for {org}"),
    Phrase("works", "!now {org}"),
    Phrase("works", "!landed at|with {org}"),
    Phrase("works", "!greetings from {org}"),
    Phrase("works", "!kurzem|neuestem bei {org}"),
    Phrase("works", "!inzwischen leite ich bei {org}"),
    Phrase("works", "!jetzt|nun bei|für {org}"),
    Phrase("works", "!ahora estoy|trabajo|trabaja|está en|para {org}"),
    Phrase("works", "!trabaja ahora en|para {org}"),
    Phrase("works", "!maintenant|désormais chez|pour {org}"),
  ])

  /// What `text` says, in its order.
  static func find(in text: String) -> [MoveStatement] {
    let prose = Prose(text)
    return table.matches(in: prose).compactMap { match in
      guard let company = match.gaps[.org] else { return nil }
      return MoveStatement(
        isJoining: match.label == "joins", company: prose.text(words: company),
        quote: prose.text(words: prose.sentence(around: company.lowerBound)))
    }
  }
}
