// Who bears an address or a name.
import Correspondence

/// Finds people by address and by name; only hashes of both are kept.
struct Directory {
  private var emails = IDIndex()
  private var names = IDIndex()
  private var namesakes: Set<UInt64> = []

  /// Adds a person; of several with one address the first counts, and of several with one name none.
  mutating func add(_ person: PersonFacts, _ number: Int32) {
    for email in person.emails {
      let hash = IDIndex.hash(email)
      if emails.number(hash) == nil { emails.insert(hash, number) }
    }
    guard let name = person.name else { return }
    let hash = IDIndex.hash(Party.folded(name))
    if names.number(hash) == nil { names.insert(hash, number) } else { namesakes.insert(hash) }
  }

  /// The number of the person with that address, else of the only one of that name.
  func number(email: String?, name: String?) -> Int32? {
    if let email, let number = emails.number(IDIndex.hash(email)) { return number }
    guard let name, case let folded = Party.folded(name), folded.contains(" ") else { return nil }
    let hash = IDIndex.hash(folded)
    return namesakes.contains(hash) ? nil : names.number(hash)
  }
}
