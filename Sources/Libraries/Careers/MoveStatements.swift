// What people write about a change of company: which one they, or a colleague, join.
import Correspondence
import Identity

/// A sentence that names the company that somebody joins.
struct MoveStatement: Equatable {
  /// The company, as written.
  let company: String
  /// The sentence.
  let quote: String
  /// The capitalised words of the sentence but the company's, which may name somebody.
  let names: [String]
}

/// Finds such sentences in English, German, French, Spanish and Hinglish.
enum MoveStatements {
  private static let table = PhraseTable([
    Phrase("leaves", "i !leave {org}"),
    Phrase("leaves", "!leaving {org}"),
    Phrase("leaves", "!leave|leaving here|us|them"),
    Phrase("leaves", "!last working? day here|at|in|with|is|was|on"),
    Phrase("leaves", "my !last working? day"),
    Phrase("leaves", "handed in|given my !notice"),
    Phrase("leaves", "!resigned from|as"),
    Phrase("leaves", "i'm|am !off"),
    Phrase("leaves", "!accepted an|the|another * offer"),
    Phrase("leaves", "!verlasse ich|{org}"),
    Phrase("leaves", "!letzter tag|arbeitstag"),
    Phrase("leaves", "!dejo {org}"),
    Phrase("leaves", "!último día"),
    Phrase("leaves", "!quitte {org}"),
    Phrase("leaves", "!dernier jour"),
    Phrase("joins", "!join|joins|joined|joining {org}"),
    Phrase("joins", "!offer from|at|with {org}"),
    Phrase("joins", "{org} !made me an offer"),
    Phrase("joins", "!go|goes|going|went|move|moves|moving|moved|switch|switching|switched|off|on to {org}"),
    Phrase("joins", "!start|starts|started|starting|begin|beginning|began at|with|in {org}"),
    Phrase("joins", "!left * for {org}"),
    Phrase("joins", "!gone|over|across to {org}"),
    Phrase("joins", "!works|working|work for|at|with {org}"),
    Phrase("joins", "!hired|poached|snatched by {org}"),
    Phrase("joins", "{org} has|have !hired|poached|asked me|him|her"),
    Phrase("joins", "!look|looks after * at {org}"),
    Phrase("joins", "new !employer|firm|company * {org}"),
    Phrase("joins", "!parti|partie|passé|passée chez {org}"),
    Phrase("joins", "!fichado por {org}"),
    Phrase("joins", "!ido a {org}"),
    Phrase("joins", "!wechsle|wechsele|wechselt|wechselte ich|er|sie? zu {org}"),
    Phrase("joins", "!zu {org} gewechselt|wechseln"),
    Phrase("joins", "!fange|fängt|beginne|starte|startet ich|er|sie * bei {org}"),
    Phrase("joins", "!incorporo|incorporaré|incorporado a {org}"),
    Phrase("joins", "!rejoindre|rejoins|rejoint {org}"),
    Phrase("joins", "!with|at|for {org} now|these|since"),
    Phrase("joins", "!be|been with|at {org}"),
    Phrase("joins", "new !role|job|position|post|desk|home at|with|is {org}"),
    Phrase("joins", "!team at|in {org}"),
    Phrase("joins", "!manager at|in {org}"),
    Phrase("joins", "!now with|at|in|for {org}"),
    Phrase("joins", "!now {org}"),
    Phrase("joins", "!landed at|with {org}"),
    Phrase("joins", "!greetings from {org}"),
    Phrase("joins", "!kurzem|neuestem bei {org}"),
    Phrase("joins", "!inzwischen leite ich bei {org}"),
    Phrase("joins", "!jetzt|nun bei|für {org}"),
    Phrase("joins", "!ahora estoy|trabajo|trabaja|está en|para {org}"),
    Phrase("joins", "!trabaja ahora en|para {org}"),
    Phrase("joins", "!maintenant|désormais chez|pour {org}"),
    Phrase("near", "!: {org}"),
    Phrase("near", "!at|with|bei|chez {org}"),
  ])

  /// What a text says.
  struct Finding {
    /// The companies that are joined, in the order of the text.
    var statements: [MoveStatement] = []
    /// Whether the writers say that they leave where they are.
    var isLeaving = false
    /// The companies that merely stand behind a word such as `at`.
    var near: [MoveStatement] = []
    /// The addresses at companies that stand in the text.
    var addresses: [EmailAddress] = []
  }

  /// Reads a text. Where somebody leaves and nothing says more, companies that are merely near count as joined.
  static func find(in text: String) -> Finding {
    let prose = Prose(text)
    var finding = Finding()
    for match in table.matches(in: prose) {
      if match.label == "leaves" { finding.isLeaving = true }
      guard match.label != "leaves", let company = match.gaps[.org] else { continue }
      let statement = statement(prose, company)
      if match.label == "joins" {
        finding.statements.append(statement)
      } else if company.count > 1 {
        finding.near.append(statement)
      }
    }
    if finding.isLeaving, finding.statements.isEmpty { finding.statements = finding.near }
    finding.addresses = prose.words.filter { $0.kind == .address }.prefix(20)
      .compactMap { EmailAddress(prose.text($0.range)) }.filter { $0.employerDomain != nil }
    return finding
  }

  private static func statement(_ prose: Prose, _ company: Range<Int>) -> MoveStatement {
    let sentence = prose.sentence(around: company.lowerBound)
    var names: [String] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      var end = index
      while end < sentence.upperBound, !company.contains(end), isNamePart(prose.words[end]) { end += 1 }
      if end > index, end - index <= 5 { names.append(prose.text(words: index..<end)) }
      index = max(end, index + 1)
    }
    return MoveStatement(
      company: prose.text(words: company), quote: prose.text(words: sentence), names: names)
  }

  private static func isNamePart(_ word: Word) -> Bool { word.kind == .word && word.isCapital }
}
