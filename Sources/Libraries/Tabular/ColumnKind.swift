import Matching

/// What the values of a column are, told by how they look.
public enum ColumnKind: String, Sendable, CaseIterable {
  /// Words: names, titles, addresses, descriptions.
  case text
  /// Names of companies: words, of which legal forms say nothing.
  case company
  /// One word with digits: postcodes, customer and article numbers, identifiers.
  case code
  /// Quantities, years, coordinates.
  case number
  /// Calendar dates.
  case date
  /// E-mail addresses.
  case email
  /// Telephone numbers.
  case phone
  /// Web addresses.
  case link

  /// Whether values are compared by their words.
  var isWords: Bool { self == .text || self == .company }

  /// The ways in which two values agree that name entities and stand again and again in many spellings.
  ///
  /// These beliefs are held: the likelihood ratios of sets of company names that differ much in how many names an entity
  /// has are nearly the same.
  static let nameLevels: [Comparison.Level] = [
    .init("different", match: 0.01, random: 0.6), .init("distant", match: 0.01, random: 0.3),
    .init("related", match: 0.01, random: 0.08), .init("half", match: 0.03, random: 0.015),
    .init("akin", match: 0.05, random: 0.003), .init("part", match: 0.08, random: 3e-4),
    .init("similar", match: 0.1, random: 2e-4), .init("misspelt", match: 0.15, random: 1e-5),
    .init("turned", match: 0.05, random: 1e-6), .init("equal", match: 0.5, random: 1e-6),
  ]

  /// The ways in which two values agree, from 1 on, with what is believed of each before the data taught better.
  public var levels: [Comparison.Level] {
    switch self {
    case .text, .company:
      [
        .init("different", match: 0.05, random: 0.9), .init("distant", match: 0.03, random: 0.05),
        .init("related", match: 0.04, random: 0.02), .init("half", match: 0.05, random: 0.01),
        .init("akin", match: 0.06, random: 0.005), .init("part", match: 0.07, random: 0.004),
        .init("similar", match: 0.08, random: 0.002), .init("misspelt", match: 0.12, random: 0.001),
        .init("turned", match: 0.05, random: 0.0005), .init("equal", match: 0.45, random: 0.005),
      ]
    case .code:
      [
        .init("different", match: 0.12, random: 0.98), .init("related", match: 0.04, random: 0.01),
        .init("part", match: 0.04, random: 0.002), .init("misspelt", match: 0.1, random: 0.001),
        .init("equal", match: 0.7, random: 0.001),
      ]
    case .number:
      [
        .init("far", match: 0.08, random: 0.7), .init("same region", match: 0.05, random: 0.2),
        .init("close", match: 0.07, random: 0.05), .init("misspelt", match: 0.05, random: 0.03),
        .init("near", match: 0.1, random: 0.01), .init("equal", match: 0.65, random: 0.01),
      ]
    case .date:
      [
        .init("different", match: 0.05, random: 0.95), .init("same year", match: 0.03, random: 0.02),
        .init("near", match: 0.04, random: 0.02), .init("two parts", match: 0.08, random: 0.005),
        .init("misspelt", match: 0.1, random: 0.003), .init("equal", match: 0.7, random: 0.001),
      ]
    case .email:
      [
        .init("different", match: 0.2, random: 0.99), .init("same domain", match: 0.08, random: 0.005),
        .init("same mailbox", match: 0.06, random: 1e-3), .init("misspelt", match: 0.11, random: 1e-4),
        .init("equal", match: 0.55, random: 1e-4),
      ]
    case .phone:
      [
        .init("different", match: 0.2, random: 0.95), .init("same area", match: 0.05, random: 0.04),
        .init("misdialled", match: 0.05, random: 1e-4), .init("equal", match: 0.7, random: 1e-4),
      ]
    case .link:
      [
        .init("different", match: 0.15, random: 0.9), .init("same host", match: 0.05, random: 0.09),
        .init("similar", match: 0.1, random: 1e-3), .init("equal", match: 0.7, random: 1e-4),
      ]
    }
  }

  /// Whether values are told apart by how far they lie from each other.
  public var isQuantity: Bool { self == .number || self == .date }

  /// The quantity or day that a part of a value stands for, see `TableRow.forEachValue`; nil when it stands for none.
  public static func quantity(ofPart part: UInt64) -> Double? { ColumnValue.quantity(part) }
}
