import Matching

/// How two mailboxes agree. Two at one employer are judged apart from others: colleagues have one each.
struct MailboxAgreement {
  static let equal = 4
  static let equalAtWork = 3

  /// Level of the comparison `email`; 0 when the mailboxes are at one employer.
  private(set) var level = 0
  /// Level of the comparison `mailbox`; 0 unless they are at one employer.
  private(set) var workLevel = 0

  init(_ left: PersonFeatures.Mailbox, _ right: PersonFeatures.Mailbox) {
    let isMisspelt =
      left.domain == right.domain && min(left.local.count, right.local.count) >= 6
      && Self.isMisspelt(left.local, right.local)
    if left.domain == right.domain, left.isWork {
      workLevel = left.key == right.key ? Self.equalAtWork : isMisspelt ? 2 : 1
    } else if left.key == right.key {
      level = Self.equal
    } else if isMisspelt {
      level = 3
    } else {
      level = left.isDistinctive && left.local == right.local ? 2 : 1
    }
  }

  /// One typing error, but not in a digit: `jane84` and `jane85` are two people.
  private static func isMisspelt(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    func digits(_ text: [UInt8]) -> [UInt8] { text.filter { (0x30...0x39).contains($0) } }
    return digits(left) == digits(right) && left.first == right.first && EditDistance.osa(left, right) == 1
  }
}

/// How two lists of LinkedIn slugs agree.
enum SlugAgreement {
  static let different = 1
  static let equal = 3

  static func level(_ left: [[UInt8]], _ right: [[UInt8]]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    if left.contains(where: right.contains) { return equal }
    let compatible = left.contains { first in
      right.contains { second in
        let stems = (stem(first), stem(second))
        return stems.0 == stems.1 && (stems.0.count == first.count || stems.1.count == second.count)
      }
    }
    return compatible ? 2 : different
  }

  /// The slug without the code that LinkedIn adds to a name that is taken (`jane-doe-4b1a2`).
  static func stem(_ slug: [UInt8]) -> [UInt8] {
    guard let dash = slug.lastIndex(of: UInt8(ascii: "-")) else { return slug }
    let code = slug[(dash + 1)...]
    let hasDigit = code.contains { (0x30...0x39).contains($0) }
    return hasDigit && code.count >= 3 ? Array(slug[..<dash]) : slug
  }
}

/// How two employers agree whose folded names differ.
enum EmployerAgreement {
  static func areSimilar(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let shorter = min(left.count, right.count)
    guard shorter >= 5 else { return false }
    if left.starts(with: right) || right.starts(with: left) { return true }
    guard abs(left.count - right.count) <= 2 else { return false }
    return EditDistance.isOSA(left, right, atMost: shorter >= 8 ? 2 : 1)
  }
}

/// How two places agree, known by hashes of their names, 0 when unknown: level 1 another country, 2 another city, 3 the same country, 4 the same city.
enum PlaceAgreement {
  static func level(_ left: (city: UInt64, country: UInt64), _ right: (city: UInt64, country: UInt64)) -> Int {
    let citiesKnown = left.city != 0 && right.city != 0
    if citiesKnown, left.city == right.city { return 4 }
    if left.country != 0, right.country != 0 {
      if left.country != right.country { return 1 }
      return citiesKnown ? 2 : 3
    }
    return citiesKnown ? 2 : 0
  }
}
