import Matching

/// How two mailboxes agree. Two at one employer are judged apart from others: colleagues have one each.
struct MailboxAgreement {
  static let equal = 4
  static let equalAtWork = 3

  /// Level of the comparison `email`; 0 when the mailboxes are at one employer.
  private(set) var level = 0
  /// Level of the comparison `mailbox`; 0 unless they are at one employer.
  private(set) var workLevel = 0

  /// How two mailboxes of a table agree, whose local parts stand in `texts`.
  init(_ left: PersonTable.Mailbox, _ right: PersonTable.Mailbox, _ texts: Span<UInt8>) {
    if left.domain == right.domain, left.isWork {
      workLevel = left.key == right.key ? Self.equalAtWork : Self.isMisspelt(left, right, texts) ? 2 : 1
    } else if left.key == right.key {
      level = Self.equal
    } else if Self.isMisspelt(left, right, texts) {
      level = 3
    } else {
      level = left.isDistinctive && left.isLocalPart(of: right, texts) ? 2 : 1
    }
  }

  /// One typing error, but not in a digit: `jane84` and `jane85` are two people.
  private static func isMisspelt(
    _ left: PersonTable.Mailbox, _ right: PersonTable.Mailbox, _ texts: Span<UInt8>
  ) -> Bool {
    guard left.domain == right.domain, min(left.local.count, right.local.count) >= 6 else { return false }
    let (first, second) = (texts.extracting(left.local.range), texts.extracting(right.local.range))
    return first[0] == second[0] && EditDistance.isOneEdit(first, second) && haveSameDigits(first, second)
  }

  private static func haveSameDigits(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    var (i, j) = (0, 0)
    while true {
      while i < left.count, !(0x30...0x39).contains(left[i]) { i += 1 }
      while j < right.count, !(0x30...0x39).contains(right[j]) { j += 1 }
      guard i < left.count, j < right.count else { return i == left.count && j == right.count }
      guard left[i] == right[j] else { return false }
      i += 1
      j += 1
    }
  }
}

extension PersonTable.Mailbox {
  /// Whether both have the same local part.
  fileprivate func isLocalPart(of other: PersonTable.Mailbox, _ texts: Span<UInt8>) -> Bool {
    local.count == other.local.count
      && texts.extracting(local.range).isEqual(texts.extracting(other.local.range))
  }
}

/// How two LinkedIn slugs agree.
enum SlugAgreement {
  static let different = 1
  static let equal = 3

  static func level(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    if left.isEqual(right) { return equal }
    let (first, second) = (stemCount(left), stemCount(right))
    let isCompatible =
      (first == left.count || second == right.count)
      && left.extracting(first: first).isEqual(right.extracting(first: second))
    return isCompatible ? 2 : different
  }

  /// The slug without the code that LinkedIn adds to a name that is taken (`jane-doe-4b1a2`).
  static func stem(_ slug: [UInt8]) -> [UInt8] { Array(slug[..<stemCount(slug.span)]) }

  private static func stemCount(_ slug: Span<UInt8>) -> Int {
    var dash = slug.count - 1
    var hasDigit = false
    while dash >= 0, slug[dash] != UInt8(ascii: "-") {
      if (0x30...0x39).contains(slug[dash]) { hasDigit = true }
      dash -= 1
    }
    return dash >= 0 && hasDigit && slug.count - dash > 3 ? dash : slug.count
  }
}

/// How two employers agree whose folded names differ.
enum EmployerAgreement {
  /// Labels shorter than this are alike when they are equal only.
  static let shortest = 5

  static func areSimilar(_ left: Span<UInt8>, _ right: Span<UInt8>, _ overlap: LetterOverlap) -> Bool {
    let shorter = min(left.count, right.count)
    guard shorter >= shortest else { return false }
    if left.extracting(first: shorter).isEqual(right.extracting(first: shorter)) { return true }
    return EditDistance.isOSA(left, right, atMost: shorter >= 8 ? 2 : 1, overlap)
  }
}

/// How two places agree, known by hashes or numbers of their names, 0 when unknown: level 1 another country, 2 another
/// city, 3 the same country, 4 the same city.
enum PlaceAgreement {
  static func level<Name: BinaryInteger>(
    _ left: (city: Name, country: Name), _ right: (city: Name, country: Name)
  ) -> Int {
    let citiesKnown = left.city != 0 && right.city != 0
    if citiesKnown, left.city == right.city { return 4 }
    if left.country != 0, right.country != 0 {
      if left.country != right.country { return 1 }
      return citiesKnown ? 2 : 3
    }
    return citiesKnown ? 2 : 0
  }
}
