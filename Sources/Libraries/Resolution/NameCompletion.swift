import Names

/// Fills a name's gaps from what its owner's e-mail address spells.
enum NameCompletion {
  /// Takes the given name from `guess` where `name` has only its initial, and the whole where `name` is empty, provided
  /// the two do not contradict each other.
  static func complete(_ name: inout PersonName, with guess: PersonName) {
    let known = name.key
    let other = guess.key
    if known.given.isEmpty && known.family.isEmpty {
      name = guess
    } else if known.family.isEmpty, known.given == other.given, other.given.count > 1 {
      name.family = guess.family
    } else if known.given.count <= 1, known.familyParts.contains(other.family) || known.family == other.family,
      other.given.count > 1, known.given.isEmpty || known.given.first == other.given.first
    {
      name.given = guess.given
    }
  }
}
