import JSONLines

/// What may be said of a conversation to somebody who took part in it.
public struct SharedHistory: Sendable {
  private struct Thread: Sendable {
    var subject: String?
    var addresses: Set<String>
    var people: Set<String>
  }

  private var threads: [String: Thread] = [:]

  /// No conversations known: nothing may be cited but dates.
  public init() {}

  /// Whether no conversation is known.
  public var isEmpty: Bool { threads.isEmpty }

  /// Remembers a conversation's subject and who took part in it: some 300 bytes each.
  public mutating func add(_ record: borrowing Record) {
    guard record.string("type") == "conversation", let id = record.string("id") else { return }
    let people = record.strings("participants[].person_id") + record.strings("person_id")
    threads[id] = Thread(
      subject: record.string("subject"), addresses: Set(record.strings("participants[].email")), people: Set(people))
  }

  /// Whether the person took part in the conversation; nil when it is not known.
  func took(part id: String, email: String?, person: String?) -> Bool? {
    guard let thread = threads[id] else { return nil }
    return email.map { thread.addresses.contains($0) } ?? false || person.map { thread.people.contains($0) } ?? false
  }

  /// What the conversation was about, from its subject, if that is fit to be cited: a short phrase with the word of a
  /// role or search, no amounts, nothing about money or candidates.
  func topic(of id: String) -> String? {
    guard let subject = threads[id]?.subject else { return nil }
    var words = subject.split(separator: " ")
    while let first = words.first, Self.isPrefix(first) { words.removeFirst() }
    for phrase in Self.phrases(of: words).map(Self.withoutLead) {
      let bytes = phrase.utf8
      guard (4...50).contains(bytes.count), bytes.allSatisfy({ $0 >= 0x20 && !(0x30...0x39).contains($0) }) else {
        continue
      }
      let parts = phrase.lowercased().split { !$0.isLetter }.map { String($0) }
      let isPrivate = parts.contains(where: Self.privateWords.contains)
      if isPrivate || phrase.contains(where: { "$€£¥%@".contains($0) }) { continue }
      if parts.allSatisfy(Self.emptyWords.contains) { continue }
      if parts.contains(where: Self.roleWords.contains) { return trimmed(phrase) }
    }
    return nil
  }

  /// A phrase without what leads to the role: `your search for a General Manager` is about a General Manager.
  private static func withoutLead(_ phrase: String) -> String {
    phrase.split(separator: " ").drop { leadWords.contains($0.lowercased()) }.joined(separator: " ")
  }

  private static let leadWords: Set<String> = [
    "a", "an", "de", "description", "fiche", "for", "hiring", "job", "looking", "offre", "of", "our", "poste", "profil",
    "search", "the", "your",
  ]

  private static func isPrefix(_ word: Substring) -> Bool {
    let word = word.lowercased()
    return prefixes.contains(word) || word.hasSuffix(":") && prefixes.contains(String(word.dropLast()))
  }

  /// The parts of a subject between dashes, colons, bars and commas.
  private static func phrases(of words: [Substring]) -> [String] {
    var phrases: [[Substring]] = [[]]
    for word in words {
      if ["-", "–", "—", "|", "/", "·"].contains(word) {
        phrases.append([])
      } else if let last = word.last, last == ":" || last == "," {
        phrases[phrases.count - 1].append(word.dropLast())
        phrases.append([])
      } else {
        phrases[phrases.count - 1].append(word)
      }
    }
    return phrases.map { $0.joined(separator: " ") }
  }

  /// Marks of answers, and words for a job description in front of the role's name.
  private static let prefixes: Set<String> = [
    "anforderungsprofil", "aw:", "fw:", "fwd:", "jd", "jd:", "jobprofil", "re:", "rv:", "stellenausschreibung",
    "stellenbeschreibung", "stellenprofil", "sv:", "tr:", "vs:", "wg:",
  ]

  /// Words that alone tell nothing of a role.
  private static let emptyWords: Set<String> = [
    "a", "and", "another", "for", "half", "help", "hire", "hires", "hiring", "job", "more", "new", "next", "of", "open",
    "our",
    "position", "positions", "recruitment", "role", "roles", "scope", "search", "team", "the", "three", "two", "us",
    "vacancies", "vacancy", "with",
  ]

  /// Words that tell of money or of candidates.
  private static let privateWords: Set<String> = [
    "agreement", "budget", "candidate", "candidates", "commission", "compensation", "contract", "cv", "cvs", "discount",
    "fee", "fees", "interview", "interviews", "invoice", "margin", "offer", "package", "payment", "placement", "price",
    "pricing", "profile", "profiles", "quote", "rate", "rates", "rebate", "reference", "references", "refund", "resume",
    "resumes", "salaries", "salary", "shortlist", "terms", "wage",
  ]

  /// Words that tell of a role or a search for one.
  private static let roleWords: Set<String> = [
    "accountant", "administrator", "analyst", "architect", "assistant", "backend", "consultant", "controller",
    "coordinator", "designer", "developer", "developers", "devops", "director", "engineer", "engineers", "engineering",
    "executive", "frontend", "head", "hire", "hires", "hiring", "lead", "manager", "managers", "nurse", "officer",
    "position", "positions", "recruitment", "role", "roles", "sales", "scientist", "search", "specialist", "support",
    "team", "technician", "tester", "vacancies", "vacancy",
  ]
}
