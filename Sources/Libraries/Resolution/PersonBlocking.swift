import Matching
import Names

/// The values under which people's records meet, the most telling first.
enum PersonBlocking {
  static let rules = [
    "email", "phone", "LinkedIn page", "handle", "full name", "family, initial and employer", "given name and employer",
    "given name and beginning of family name", "family name and initial", "parts of the family name and given name",
    "page's name", "mailbox without last letters",
    "name as a mailbox spells it",
  ]

  /// The rule of telephones.
  static let phoneRule: UInt8 = 1

  /// Mailbox, telephone and page identify.
  static let limits = {
    var limits = BlockLimits(records: 150)
    limits.identifyingRules = [0, 1, 2]
    return limits
  }()

  static func keys(of record: PersonFeatures) -> [BlockingKey] {
    var keys: [BlockingKey] = []
    keys.reserveCapacity(24)
    for mailbox in record.mailboxes {
      keys.append(BlockingKey(number: mailbox.key))
      if mailbox.isDistinctive { keys.append(BlockingKey(rule: 3, mailbox.local)) }
      if mailbox.local.count >= 6 {
        keys.append(BlockingKey(rule: 11, mailbox.local.suffix(5), hash: mailbox.domain))
        keys.append(BlockingKey(rule: 11, mailbox.local.prefix(5), hash: mailbox.domain))
      }
    }
    for handle in record.handles { keys.append(BlockingKey(rule: 12, handle)) }
    for phone in record.phones { keys.append(BlockingKey(number: phone.key)) }
    for slug in record.slugs {
      keys.append(BlockingKey(rule: 2, slug))
      keys.append(BlockingKey(rule: 10, SlugAgreement.stem(slug)))
    }
    addNames(record.name, record.employers, to: &keys)
    return keys
  }

  private static func addNames(
    _ name: PersonNameKey, _ employers: [(number: Int32, key: UInt64, label: [UInt8])], to keys: inout [BlockingKey]
  ) {
    let (given, family) = (name.given, name.family)
    guard !given.isEmpty || !family.isEmpty else { return }
    keys.append(unordered(given, family))
    for full in Nicknames.fullNames(of: given) { keys.append(unordered(full, family)) }
    for employer in employers.prefix(8) {
      if !family.isEmpty { keys.append(BlockingKey(rule: 5, family[...], given.prefix(1), hash: employer.key)) }
      if given.count > 1 { keys.append(BlockingKey(rule: 6, given[...], hash: employer.key)) }
    }
    guard !family.isEmpty, !given.isEmpty else { return }
    let (whole, initial) = (given[...], given.prefix(1))
    keys.append(BlockingKey(rule: 12, joining: whole, family[...]))
    keys.append(BlockingKey(rule: 12, joining: family[...], whole))
    keys.append(BlockingKey(rule: 12, joining: initial, family[...]))
    keys.append(BlockingKey(rule: 12, joining: family[...], initial))
    if given.count > 1 { keys.append(BlockingKey(rule: 7, given[...], family.prefix(3))) }
    keys.append(BlockingKey(rule: 8, family[...], given.prefix(1)))
    for part in name.familyParts where part.count > 2 { keys.append(BlockingKey(rule: 9, part[...], given[...])) }
  }

  /// A name and the same name turned round meet under their sorted parts.
  private static func unordered(_ given: [UInt8], _ family: [UInt8]) -> BlockingKey {
    given.lexicographicallyPrecedes(family)
      ? BlockingKey(rule: 4, given[...], family[...]) : BlockingKey(rule: 4, family[...], given[...])
  }
}
