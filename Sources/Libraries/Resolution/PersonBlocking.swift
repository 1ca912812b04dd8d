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

  /// Mailbox, telephone and page identify.
  static let limits = {
    var limits = BlockLimits(records: 150)
    limits.identifyingRules = [0, 1, 2]
    return limits
  }()

  static func keys(of record: PersonFeatures) -> [BlockingKey] {
    var keys: [BlockingKey] = []
    func add(_ rule: UInt8, _ parts: [UInt8]...) {
      keys.append(BlockingKey(rule: rule, parts.joined(separator: CollectionOfOne(0x1F))))
    }
    for mailbox in record.mailboxes {
      add(0, Array(String(mailbox.number).utf8))
      if mailbox.isDistinctive { add(3, mailbox.local) }
      if mailbox.local.count >= 6 {
        add(11, Array(String(mailbox.domain).utf8), Array(mailbox.local.suffix(5)))
        add(11, Array(String(mailbox.domain).utf8), Array(mailbox.local.prefix(5)))
      }
    }
    for handle in record.handles { add(12, handle) }
    for phone in record.phones { add(1, phone.digits) }
    for slug in record.slugs {
      add(2, slug)
      add(10, SlugAgreement.stem(slug))
    }
    addNames(record.name, record.employers.map(\.label), add)
    return keys
  }

  private static func addNames(
    _ name: PersonNameKey, _ employers: [[UInt8]], _ add: (UInt8, [UInt8]...) -> Void
  ) {
    let (given, family) = (name.given, name.family)
    guard !given.isEmpty || !family.isEmpty else { return }
    // A name and the same name turned round meet under their sorted parts.
    let sorted = given.lexicographicallyPrecedes(family) ? (given, family) : (family, given)
    add(4, sorted.0, sorted.1)
    for full in Nicknames.fullNames(of: String(decoding: given, as: UTF8.self)).sorted() {
      let full = Array(full.utf8)
      let pair = full.lexicographicallyPrecedes(family) ? (full, family) : (family, full)
      add(4, pair.0, pair.1)
    }
    for employer in employers.prefix(8) {
      if !family.isEmpty { add(5, family, Array(given.prefix(1)), employer) }
      if given.count > 1 { add(6, given, employer) }
    }
    guard !family.isEmpty, !given.isEmpty else { return }
    for spelt in [given + family, family + given, given.prefix(1) + family, family + given.prefix(1)] { add(12, spelt) }
    if given.count > 1 { add(7, given, Array(family.prefix(3))) }
    add(8, family, Array(given.prefix(1)))
    for part in name.familyParts where part.count > 2 { add(9, part, given) }
  }
}
