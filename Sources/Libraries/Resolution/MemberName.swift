import Names

/// The name that one of the records has of a person, as good as it is.
struct MemberName {
  private let key: PersonNameKey
  /// 1 where the source is kept with care, 8 more where the name is whole, 4 where it is spelled as one writes it.
  private let trust, wholeness, spelling: Int
  /// How sure the order of its words is: the record says which is which, the given name is a known one.
  private let orderProof: Int

  /// The name of `member`; nil where it has none.
  init?(_ member: GoldenMember) {
    guard let text = member.string("name"), let name = PersonName(text) else { return nil }
    key = name.key
    trust = member.trust
    wholeness = !name.family.isEmpty && !name.isAbbreviated ? 8 : 0
    spelling = name.shown == text && text.hasSuffix(name.family) ? 4 : 0
    orderProof = (member.string("given_name") == nil ? 0 : 1) + (Nicknames.isKnown(key.given) ? 1 : 0)
  }

  /// How good the name is beside the others of the same person: whole, as one writes it, not a short form of another,
  /// trusted.
  func rank(among others: [MemberName?]) -> Int {
    var (isTurned, isShort) = (false, false)
    for case .some(let other) in others {
      isTurned = isTurned || isOtherWayRound(than: other)
      isShort = isShort || (other.key.given.count > key.given.count && Nicknames.areRelated(other.key.given, key.given))
    }
    return trust + wholeness + (isTurned ? 0 : spelling) + (isShort ? 0 : 2)
  }

  /// Whether a record that knows better has the words in the other order: `Frost Dana` beside `Dana Frost`.
  private func isOtherWayRound(than other: MemberName) -> Bool {
    other.orderProof > orderProof && other.key.given == key.family && other.key.family == key.given
  }
}
