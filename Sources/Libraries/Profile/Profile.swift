/// What a saved page says about a person, each value as the page shows it.
public struct Profile: Equatable, Sendable {
  /// A role at a company.
  public struct Position: Equatable, Sendable {
    /// The role's title.
    public var title: String?
    /// The company's name.
    public var company: String?
    /// The company's name or number in LinkedIn's addresses.
    public var companySlug: String?
    /// When, as far as the page says.
    public var dates: DateRange?
    /// For how many months, counting the first and the last, as far as the page says.
    public var months: Int?
    /// Where.
    public var location: String?
  }

  /// A school.
  public struct School: Equatable, Sendable {
    /// The school's name.
    public var school: String
    /// The degree alone.
    public var degree: String?
    /// The field of study.
    public var field: String?
    /// Degree and field where the page runs them together.
    public var degreeText: String?
    /// When.
    public var dates: DateRange?
  }

  /// The layout that read the page.
  public var layout: String
  /// The full name.
  public var name: String
  /// The given name, where the page sets it apart.
  public var givenName: String?
  /// The family name, where the page sets it apart.
  public var familyName: String?
  /// The line below the name.
  public var headline: String?
  /// Where the person lives.
  public var location: String?
  /// The profile's address in its one spelling.
  public var url: String?
  /// How many connections the page shows, such as `500+`.
  public var connections: String?
  /// The employer that the top card names.
  public var currentCompany: String?
  /// The career, latest first as the page has it.
  public var positions: [Position] = []
  /// Whether all positions are there; nil when the page does not say.
  public var positionsComplete: Bool?
  /// The schools.
  public var education: [School] = []
  /// The skills, in the page's order.
  public var skills: [String] = []
  /// For each value found, the expression that found it.
  public var places: [(value: String, place: String)] = []

  /// The first position that goes on.
  public var current: Position? { positions.first { $0.dates?.isCurrent == true } }

  /// The month in which the page was read, `YYYY-MM`: a position that goes on tells when it began and for how long it lasts.
  public var monthRead: String? {
    for position in positions where position.dates?.isCurrent == true {
      guard let months = position.months, let start = position.dates?.start, start.utf8.count == 7,
        let year = Int(start.prefix(4)), let month = Int(start.suffix(2))
      else { continue }
      let index = year * 12 + month - 1 + months - 1
      return "\(index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)"
    }
    return nil
  }

  /// Profiles are equal when they say the same, wherever it was found.
  public static func == (one: Profile, other: Profile) -> Bool {
    one.layout == other.layout && one.name == other.name && one.headline == other.headline
      && one.location == other.location && one.url == other.url && one.positions == other.positions
      && one.education == other.education && one.skills == other.skills
  }
}

/// Why a page gives no profile.
public struct PageRefusal: Error, Equatable, Sendable {
  /// A word for programs: `auth_wall`, `profile_not_found`, `private_profile`, `not_a_profile`, `unsupported_layout`.
  public let reason: String
  /// A few words for people.
  public let says: String
}
