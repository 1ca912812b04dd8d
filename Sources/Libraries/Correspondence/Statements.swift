// What people say of each other and of themselves in mail: who left, who is new, who is introduced, which address is next.

/// Something that a text states about a person.
public struct Statement: Sendable, Equatable {
  /// What is stated.
  public enum Kind: String, Sendable {
    /// Somebody named no longer works where they did.
    case left
    /// The writer no longer works, or soon will not work, where they did.
    case writerLeaves = "writer_leaves"
    /// Somebody named does something at a company.
    case role
    /// The writer's address or another's will be, or is, a new one.
    case newAddress = "new_address"
    /// An address that is to be used from now on, perhaps another person's.
    case addressToUse = "address_to_use"
  }

  public let kind: Kind
  public let name: String?
  public let company: String?
  public let title: String?
  public let address: String?
  /// The sentence, as written.
  public let quote: String
}

/// Finds statements in prose, in English, German, French, Spanish, Portuguese, Italian, Dutch and Hinglish.
public enum Statements {
  static let table = PhraseTable(departures + ownDepartures + areas + introductions + newAddresses)

  private static let departures = [
    "{name} is|has no !longer with|at|employed|working|associated *", "{name} is no !more with|at *",
    "{name} no !longer works|work *", "{name} doesn't !work here|there any|anymore *",
    "{name} does not !work here|there|anymore", "{name} doesn't|does not? !work for|with us",
    "{name} has recently? !left us|the|our|{org}", "{name} has !left", "{name} !left us|the",
    "{name} left {org} !in|last|at|to", "{name} has !moved on", "{name} !moved on",
    "{name} has? already|recently|just? !superannuated|retired|resigned", "{name} !put in his|her|their papers",
    "{name} !last working? day was|is|will|with *", "{name} is|will be? !leaving us|the *",
    "{name} is|will be? !leaving {org}", "{name} arbeitet|ist nicht !mehr *", "{name} hat uns|das|die|{org} !verlassen",
    "{name} hat unser|das|die * !verlassen", "{name} !verlässt uns|das|die *", "{name} ist * !ausgeschieden",
    "{name} !scheidet * aus", "{name} ne travaille !plus *", "{name} n'est !plus chez|dans|parmi *",
    "{name} ne fait plus !partie de *", "{name} nous a !quittés", "{name} a !quitté *", "{name} ya no !trabaja *",
    "{name} ya no !está *", "{name} ya no !forma parte *", "{name} ha !dejado *", "{name} se !fue de *",
    "{name} ne? company|job|hum|humein|{org} !chhod|chod diya|di *", "{name} !chhod|chod diya|di *",
    "{name} ab yahan|hamare|humare saath? !nahi|nahin|nhi *", "{name} non lavora !più *",
    "{name} non è !più in|con|presso *",
    "{name} ha !lasciato *", "{name} não trabalha !mais *", "{name} já !não trabalha *", "{name} !saiu da|do *",
    "{name} werkt hier? niet !meer *", "{name} is niet !meer *", "{name} is uit !dienst",
    "{name} heeft ons|{org} !verlaten",
    "{name} har !slutat|sluttet *",
  ].map { Phrase("left", $0) }

  private static let ownDepartures = [
    "my !last working? day at|in|with|here {org}", "my !last working? day", "i've|i have !left {org}",
    "have !left {org}",
    "i !left {org}", "i'm|i am !leaving {org}", "am !leaving {org}", "no !longer with|at|work {org}",
    "habe {org} !verlassen", "j'ai !quitté {org}", "he !dejado {org}",
  ].map { Phrase("writer_leaves", $0) }

  /// Words that stand between those who bring people together and a name.
  private static let verbs =
    "!meet|introduce|introducing|welcome|contact|adding|including|looping|copying|cc|cc'ing|ccing|connecting|connect"
    + "|présente|presento|apresento|vorstellen|introduceer"
  private static let beforeName =
    "in? you? to|with|a|o|:? my|our|meine|meinen|mon|ma? colleague|kollegin|kollegen|collègue?"
  private static let at = "at|of|from|with|for|bei|von|chez|en|de|du|di|da|do|na|no|presso|bij|van"

  private static let introductions =
    [
      "\(verbs) \(beforeName) {name} at|of|from|bei|von|chez|de|di|da|van {org}",
      "\(verbs) \(beforeName) {name} ,? our|the|my|a|die|der|la|le|il? new|neue|neuer? {title} \(at) der|the? {org}",
      "{name} !vorstellen ,? {title} bei|von {org}", "ihnen|dir|euch {name} ,? {title} bei {org} ,? !vorstellen",
      "!relation avec {name} ,? {title} chez|de {org}", "!contacto con {name} ,? {title} de|en {org}",
      "!contatto con {name} ,? {title} di|presso|in {org}",
      "!contato|contacto com {name} ,? {title} da|do|na|no|de {org}",
      "!voorstellen aan {name} ,? {title} bij|van {org}", "!talk|speak to|with {name} at|from|of {org}",
      "{name} ,? is|as|our the|our|my? new? !head|director|vp|manager|lead of {title} at {org}",
      "{name} is the|our|my|now? !new {title} at {org}",
      "{name} , our|the|my? new? {title} !at|bei|chez|bij|presso {org}",
      "{name} ,? has|who? just|recently|now? !joined|joins {org} as *", "{name} has|just|recently|now !joined {org}",
      "{name} is|has? now !works|working for|at|with {org}", "{name} has !moved to {org}",
    ].map { Phrase("role", $0) }

  /// What somebody heads is no title, but what they do.
  private static let areas = [
    "\(verbs) \(beforeName) {name} ,? who heads|leads|runs|manages|oversees {title} at|for {org}",
    "{name} ,? who !heads|leads|runs|manages|oversees {title} at|for {org}",
    "{name} !heads|leads|runs|oversees {title} at|for {org}",
    "{name} !vorstellen ,? sie|er|die|der leitet|führt|verantwortet {title} bei {org}",
    "{name} se !miliye|milo|mil ,? jo {org}",
  ].map { Phrase("area", $0) }

  private static let newAddresses =
    [
      "my !new|personal|private|other|work email|e-mail|mail|address|id|account|contact * {address}",
      "{address} ,? my !new|personal|private|other|work work? email|e-mail|mail|address|id",
      "my email|e-mail|mail|address * !changed to {address}", "!update my|meine|mon * {address}",
      "!nuovo indirizzo|email * {address}", "!novo email|e-mail|endereço * {address}",
      "!nieuwe adres|e-mailadres|mailadres * {address}", "!naya email|mail|id * {address}",
      "!reach me at|on|under {address}", "reach me * at|on|under !{address}", "!reach me * {address}",
      "!write|email|mail me at|on|to {address}", "!neue adresse|e-mail|mail|e-mail-adresse|mailadresse * {address}",
      "!nouvelle adresse * {address}", "!nuevo correo|email|mail * {address}", "!erreichen sie? mich * unter {address}",
      "ich * !unter {address} erreichbar", "me !joindre|écrire|contacter * {address}",
      "!escríbanme|escríbeme|contáctenme a {address}",
      "!escribirme|scrivermi|contattarmi * {address}", "!escreva-me|contacte-me * {address}",
    ].map { Phrase("new_address", $0) }
    + [Phrase("address_to_use", "!use {address} from|instead|going|as|for")]

  /// What `text` states, in order.
  public static func find(in text: String) -> [Statement] {
    let prose = Prose(text)
    return table.matches(in: prose).compactMap { match in
      guard let kind = match.label == "area" ? .role : Statement.Kind(rawValue: match.label) else { return nil }
      func fill(_ gap: PhraseGap) -> String? { match.gaps[gap].map { prose.text(words: $0) } }
      let sentence = prose.sentence(around: match.words.lowerBound)
      let statement = Statement(
        kind: kind, name: fill(.name).map(bareName), company: fill(.org), title: fill(.title),
        address: fill(.address)?.lowercased(), quote: prose.text(words: sentence))
      return kind != .role || match.label == "area" || isRole(statement) ? statement : nil
    }
  }

  /// A name without courtesy and the ending of a possessive: `Frau Dana Frost's`.
  private static func bareName(_ name: String) -> String {
    let isPossessive = name.hasSuffix("'s") || name.hasSuffix("\u{2019}s")
    return HeaderName.withoutCourtesy(isPossessive ? String(name.dropLast(2)) : name)
  }

  /// Whether what fills the gaps can be somebody's role: a title, or a full name and a company that is no place.
  private static func isRole(_ statement: Statement) -> Bool {
    if let title = statement.title, !title.lowercased().hasPrefix("talent") {
      return JobTitle.isTitle(title) || isOffice(statement)
    }
    guard let name = statement.name, let company = statement.company else { return false }
    return name.contains(" ") && !JobTitle.isTitle(name) && !CompanyShape.isPlace(company)
  }

  /// Whether the sentence itself names the office that a title stands behind: `head of engineering`.
  private static func isOffice(_ statement: Statement) -> Bool {
    guard let title = statement.title, let start = statement.quote.range(ofWord: title) else { return false }
    return statement.quote[..<start].hasSuffix(" of ")
  }
}
