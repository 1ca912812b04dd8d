import Names

/// Fills a name's gaps from what its owner's e-mail address spells.
enum NameCompletion {
  /// Takes the given name from `guess` where `name` has only its initial, and the whole where `name` is empty, provided
  /// the two do not contradict each other.
  static func complete(_ name: inout PersonNameKey, with guess: PersonNameKey) {
    if name.given.isEmpty && name.family.isEmpty {
      name = guess
    } else if name.family.isEmpty, name.given == guess.given, guess.given.count > 1 {
      name = PersonNameKey(
        given: name.given, middleInitials: name.middleInitials, familyParts: guess.familyParts)
    } else if name.given.count <= 1, name.familyParts.contains(guess.family) || name.family == guess.family,
      guess.given.count > 1, name.given.isEmpty || name.given.first == guess.given.first
    {
      name = PersonNameKey(given: guess.given, middleInitials: name.middleInitials, familyParts: name.familyParts)
    }
  }
}
