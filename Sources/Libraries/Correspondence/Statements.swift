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
  }

  public let kind: Kind
  public let name: String?
  public let company: String?
  public let title: String?
  public let address: String?
  /// The sentence, as written.
  public let quote: String
}

/// Finds statements in prose, in English, German, French, Spanish and Hinglish.
public enum Statements {
  static let table = PhraseTable([
    Phrase("left", "{name} is|has no !longer with|at|employed|working|associated *"),
    Phrase("left", "{name} is no !more with|at *"),
    Phrase("left", "{name} no !longer works|work *"),
    Phrase("left", "{name} doesn't !work here|there any|anymore *"),
    Phrase("left", "{name} has recently? !left us|the|our|{org}"),
    Phrase("left", "{name} has !left"),
    Phrase("left", "{name} !left us|the"),
    Phrase("left", "{name} left {org} !in|last|at"),
    Phrase("left", "{name} has !moved on"),
    Phrase("left", "{name} !moved on"),
    Phrase("left", "{name} has !superannuated|retired|resigned"),
    Phrase("left", "{name} !put in his|her|their papers"),
    Phrase("left", "{name} arbeitet|ist nicht !mehr *"),
    Phrase("left", "{name} hat uns|das|die|{org} !verlassen"),
    Phrase("left", "{name} hat unser|das|die * !verlassen"),
    Phrase("left", "{name} ne travaille !plus *"),
    Phrase("left", "{name} n'est !plus chez|dans|parmi *"),
    Phrase("left", "{name} a !quitté *"),
    Phrase("left", "{name} ya no !trabaja *"),
    Phrase("left", "{name} ya no !está *"),
    Phrase("left", "{name} ha !dejado *"),
    Phrase("left", "{name} !chhod diya|di *"),
    Phrase("left", "{name} ab yahan !nahi|nahin *"),
    Phrase("left", "{name} non lavora !più *"),
    Phrase("left", "{name} ha !lasciato *"),
    Phrase("left", "{name} não trabalha !mais *"),
    Phrase("left", "{name} já !não trabalha *"),
    Phrase("left", "{name} werkt niet !meer *"),
    Phrase("left", "{name} heeft ons|{org} !verlaten"),
    Phrase("left", "{name} har !slutat|sluttet *"),
    Phrase("writer_leaves", "my !last working? day at|in|with|here {org}"),
    Phrase("writer_leaves", "my !last working? day"),
    Phrase("writer_leaves", "i've|i have !left {org}"),
    Phrase("writer_leaves", "have !left {org}"),
    Phrase("writer_leaves", "i !left {org}"),
    Phrase("writer_leaves", "i'm|i am !leaving {org}"),
    Phrase("writer_leaves", "am !leaving {org}"),
    Phrase("writer_leaves", "no !longer with|at|work {org}"),
    Phrase("writer_leaves", "habe {org} !verlassen"),
    Phrase("writer_leaves", "j'ai !quitté {org}"),
    Phrase("writer_leaves", "he !dejado {org}"),
    Phrase("role", "!meet {name} ,? who heads|leads|runs {title} at {org}"),
    Phrase("role", "!meet {name} ,? our|the|my {title} at {org}"),
    Phrase("role", "!introduce you to {name} ,? our|the|my {title} at {org}"),
    Phrase("role", "!introduce you to {name} from|of|at {org}"),
    Phrase("role", "!meet {name} from|of|at {org}"),
    Phrase("role", "!introducing {name} from|of|at {org}"),
    Phrase("role", "!introducing {name} ,? {title} at {org}"),
    Phrase("role", "!connect you to|with {name} from|of|at {org}"),
    Phrase("role", "ihnen|dir|euch {name} ,? {title} bei {org} ,? !vorstellen"),
    Phrase("role", "!vorstellen :? {name} ,? {title} bei {org}"),
    Phrase("role", "!présente {name} ,? {title} chez {org}"),
    Phrase("role", "!presento a? {name} ,? {title} de|en|di|presso {org}"),
    Phrase("role", "!apresento a|o? {name} ,? {title} da|do|na|no {org}"),
    Phrase("role", "{name} se !miliye|milo|mil ,? jo {org}"),
    Phrase("role", "{name} ,? who !heads|leads|runs {title} at {org}"),
    Phrase("role", "{name} ,? is|as|our the|our? new? !head|director|vp|manager|lead of {title} at {org}"),
    Phrase("new_address", "my !new email|e-mail|mail|address is|will|address|id * {address}"),
    Phrase("new_address", "!nuovo indirizzo|email * {address}"),
    Phrase("new_address", "!novo email|e-mail|endereço * {address}"),
    Phrase("new_address", "!nieuwe adres|e-mailadres|mailadres * {address}"),
    Phrase("new_address", "!naya email|mail|id * {address}"),
    Phrase("new_address", "!reach me at|on|under {address}"),
    Phrase("new_address", "reach me * at|on|under !{address}"),
    Phrase("new_address", "!reach me * {address}"),
    Phrase("new_address", "!write|email|mail me at|on|to {address}"),
    Phrase("new_address", "my !personal email|mail|e-mail|address|id is? * {address}"),
    Phrase("new_address", "!neue adresse|e-mail|mail|e-mail-adresse|mailadresse * {address}"),
    Phrase("new_address", "!nouvelle adresse * {address}"),
    Phrase("new_address", "!nuevo correo|email|mail * {address}"),
  ])

  /// What `text` states, in order.
  public static func find(in text: String) -> [Statement] {
    let prose = Prose(text)
    return table.matches(in: prose).compactMap { match in
      guard let kind = Statement.Kind(rawValue: match.label) else { return nil }
      func fill(_ gap: PhraseGap) -> String? { match.gaps[gap].map { prose.text(words: $0) } }
      let sentence = prose.sentence(around: match.words.lowerBound)
      return Statement(
        kind: kind, name: fill(.name), company: fill(.org), title: fill(.title), address: fill(.address)?.lowercased(),
        quote: prose.text(words: sentence))
    }
  }
}
