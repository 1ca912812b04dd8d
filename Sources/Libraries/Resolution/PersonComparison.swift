import Matching

/// What is compared of two people, and what is believed of each kind of agreement before the data taught better.
enum PersonComparison: Int, CaseIterable {
  case family, given, middle, email, workMailbox, phone, slug, employer, career, title, place

  /// The comparisons in the order of their numbers.
  static let all: [Comparison] = allCases.map { Comparison($0.name, $0.levels) }

  private var name: String {
    switch self {
    case .workMailbox: "mailbox"
    case .slug: "page"
    default: "\(self)"
    }
  }

  private var levels: [Comparison.Level] {
    switch self {
    case .family:
      [
        .init("different", match: 0.03, random: 0.985), .init("similar", match: 0.02, random: 0.006),
        .init("part", match: 0.03, random: 0.0006), .init("misspelt", match: 0.03, random: 0.0008),
        .init("equal", match: 0.89, random: 0.006),
      ]
    case .given:
      [
        .init("different", match: 0.015, random: 0.965), .init("similar", match: 0.015, random: 0.012),
        .init("initial", match: 0.05, random: 0.008), .init("nickname", match: 0.05, random: 0.002),
        .init("misspelt", match: 0.03, random: 0.0015), .init("equal", match: 0.84, random: 0.012),
      ]
    case .middle: [.init("different", match: 0.06, random: 0.9), .init("equal", match: 0.94, random: 0.1)]
    case .email:
      [
        .init("different", match: 0.4, random: 0.998), .init("handle", match: 0.02, random: 2e-6),
        .init("misspelt", match: 0.03, random: 4e-6), .init("equal", match: 0.55, random: 1e-6),
      ]
    case .workMailbox:
      [
        .init("different", match: 0.15, random: 0.9985), .init("misspelt", match: 0.04, random: 0.001),
        .init("equal", match: 0.81, random: 0.0005),
      ]
    case .phone:
      [
        .init("different", match: 0.25, random: 0.999),
        .init("misdialled", match: 0.03, random: 2e-5), .init("equal", match: 0.7, random: 1e-5),
      ]
    case .slug:
      [
        .init("different", match: 0.03, random: 0.9999), .init("compatible", match: 0.04, random: 2e-5),
        .init("equal", match: 0.93, random: 1e-6),
      ]
    case .employer:
      [
        .init("different", match: 0.3, random: 0.98), .init("similar", match: 0.05, random: 0.002),
        .init("equal", match: 0.65, random: 0.01),
      ]
    case .career: [.init("side by side", match: 0.06, random: 0.5), .init("in turn", match: 0.94, random: 0.5)]
    case .title: [.init("different", match: 0.55, random: 0.95), .init("equal", match: 0.45, random: 0.05)]
    case .place:
      [
        .init("another country", match: 0.04, random: 0.4), .init("another city", match: 0.2, random: 0.45),
        .init("same country", match: 0.3, random: 0.1), .init("same city", match: 0.46, random: 0.05),
      ]
    }
  }
}
