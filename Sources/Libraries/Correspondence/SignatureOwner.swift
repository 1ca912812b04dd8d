// Whose signature it is, and which words of it are their name.
import Names

/// The writer of a mail, as far as its header tells.
struct SignatureOwner: Sendable, Equatable {
  /// Their name, when a header shows one.
  let name: String?
  /// The part of their address before the `@`.
  let mailbox: String?

  /// Whether `text` is their name: it shares words with the name that headers show, or with the address.
  func isNamed(_ text: Substring) -> Bool {
    if let name { return SignatureOwner.shares(text, name) }
    return mailbox.map { SignatureOwner.isSpelt(text, in: $0) } ?? false
  }

  /// Whether `text` is the name of another person than the one that headers show.
  func isSomebodyElse(_ text: Substring) -> Bool {
    guard let name, CompanyShape.isPerson(name, unlisted: true), CompanyShape.isPerson(text) else { return false }
    let known = Set(Party.folded(name).split(separator: " "))
    let isSpelt = mailbox.map { SignatureOwner.isSpelt(text, in: $0) } ?? false
    return !isSpelt && !Party.folded(String(text)).split(separator: " ").contains(where: known.contains)
  }

  /// Whether `line` shares at least half of its words with a name, and is short.
  private static func shares(_ line: Substring, _ name: String) -> Bool {
    let words = Party.folded(String(line)).split(separator: " ")
    guard !words.isEmpty, words.count <= 5 else { return false }
    let known = Set(Party.folded(name).split(separator: " "))
    let shared = words.count { known.contains($0) }
    return shared > 0 && shared * 2 >= words.count && !JobTitle.isTitle(line)
      && !CompanyShape.matches(line, domain: nil)
  }

  /// Whether `line` looks like a name, and the part of an address before the `@` holds one of its words, or the
  /// first four letters of a longer one.
  private static func isSpelt(_ line: Substring, in mailbox: String) -> Bool {
    guard (1...4).contains(line.split(separator: " ").count), CompanyShape.isName(line), !JobTitle.isTitle(line),
      CompanyShape.rank(line, domain: nil) == .none, line.allSatisfy({ $0.isLetter || " .-'\u{2019}".contains($0) })
    else { return false }
    let letters = CompanyShape.letters(mailbox)
    let umlauts: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"]
    let spelt = line.lowercased().map { umlauts[$0] ?? String($0) }.joined()
    return [Party.folded(String(line)), Party.folded(spelt)].contains { name in
      let words = name.split(separator: " ")
      return words.contains { $0.count >= 3 && letters.contains($0) }
        || words.count > 1 && words.contains { $0.count >= 5 && letters.contains(String($0.prefix(4))) }
    }
  }

  /// Whether `text` is nothing but words of the owner's name, or of `shown`, the name that the signature gives: such a
  /// text is never a company, even where the domain is spelt like it.
  func isOwnName(_ text: Substring, shown: String?) -> Bool {
    SignatureOwner.isName(text, within: [name, shown].compactMap { $0 })
  }

  /// Whether all words of `text` stand in one of the names.
  static func isName(_ text: some StringProtocol, within names: [String]) -> Bool {
    let words: [Substring] = Party.folded(String(text)).split(separator: " ").filter { $0.count > 1 }
    guard !words.isEmpty else { return false }
    return names.contains { name in
      let known: Set<Substring> = Set(Party.folded(name).split(separator: " "))
      return words.allSatisfy { known.contains($0) }
    }
  }
}
