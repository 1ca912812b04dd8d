// Whose name an address spells.
import Identity
import Names

/// How much of somebody's name an address spells. A namesake's address is united with them more easily the less it spells.
enum AddressSpelling: Int, Comparable {
  /// None of it: a shared mailbox, or somebody else's address.
  case nobody
  /// The family name, perhaps with an initial.
  case family
  /// The given name or a nickname of it.
  case given

  /// How much of one of these names stands before the `@`.
  init(_ email: String, of names: [PersonName]) {
    guard let local = EmailAddress(email)?.local else {
      self = .nobody
      return
    }
    let whole = PersonName(given: local, family: "").key.given
    let words = local.split { !$0.isLetter }.map { PersonName(given: String($0), family: "").key.given }
    let spelt = names.map(\.key).map { key in
      if Self.holds(whole, key.given) || words.contains(where: { Self.isNickname($0, of: key.given) }) {
        return AddressSpelling.given
      }
      return Self.holds(whole, key.family) ? .family : .nobody
    }
    self = spelt.max() ?? .nobody
  }

  static func < (one: AddressSpelling, other: AddressSpelling) -> Bool { one.rawValue < other.rawValue }

  private static func isNickname(_ word: [UInt8], of given: [UInt8]) -> Bool {
    word.count >= 3 && given.count >= 3 && PersonNameKey.agreement(word, given) >= .nickname
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard part.count >= 3, text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }
}
