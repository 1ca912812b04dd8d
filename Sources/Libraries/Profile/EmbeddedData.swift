// Data that a page embeds beside its markup, as far as it speaks of the person whom the page shows.
import JSONLines
import WebPage

/// Fills what the markup leaves open from the page's JSON-LD and from the answers of the web client's own interface.
///
/// Both may speak of somebody else: of the reader, or of the profile looked at before. They are believed only when they
/// name the address of the page, and only for what the markup does not show.
struct EmbeddedData {
  private let linkedData = XPath(written: "//script[@type='application/ld+json']") { $0 }
  private let answers = XPath(written: "//code") { $0 }

  /// Most embedded texts of a page that are looked at, and most bytes of one.
  private static let mostTexts = 500
  private static let mostBytes = 4_000_000

  /// The person of a page whose markup no layout knows: a JSON-LD `Person` with the address of a profile.
  func person(_ page: WebPage, savedFrom: String?) -> Profile? {
    let address = savedFrom.flatMap(ProfileAddress.normal)
    for person in persons(page) {
      guard let profile = person.profile, let url = profile.url, address == nil || address == url else { continue }
      return profile
    }
    return nil
  }

  /// Fills the gaps of a profile that was read from the markup.
  func fill(_ profile: inout Profile, from page: WebPage) {
    guard profile.positions.isEmpty || profile.education.isEmpty || profile.url == nil else { return }
    if let embedded = persons(page).lazy.compactMap(\.profile).first(where: { Self.isSame($0, profile) }) {
      profile.fill(from: embedded)
    }
    guard let url = profile.url, profile.positions.isEmpty || profile.education.isEmpty else { return }
    let texts = page.all(answers).prefix(Self.mostTexts).map(\.rawText)
    if let answered = ClientAnswers(texts.lazy.compactMap(Self.json), url)?.profile { profile.fill(from: answered) }
  }

  private static func isSame(_ embedded: Profile, _ profile: Profile) -> Bool {
    if let one = embedded.url, let other = profile.url { return one == other }
    return embedded.name == profile.name
  }

  private func persons(_ page: WebPage) -> [LinkedData] {
    page.all(linkedData).prefix(Self.mostTexts).compactMap { Self.json($0.rawText) }.flatMap(LinkedData.persons)
  }

  /// A JSON text; saved pages break lines inside its strings.
  private static func json(_ text: String) -> JSON? {
    guard text.utf8.count <= mostBytes, let first = text.utf8.first(where: { $0 > 32 }), first == 123 || first == 91
    else { return nil }
    return try? JSON(parsing: text.utf8.map { $0 < 32 ? 32 : $0 })
  }
}

extension Profile {
  /// Takes from another reading of the same page what this one lacks.
  mutating func fill(from other: Profile) {
    func take<Value>(_ path: WritableKeyPath<Profile, Value?>, _ key: String) {
      guard self[keyPath: path] == nil, let value = other[keyPath: path] else { return }
      self[keyPath: path] = value
      note(key, other)
    }
    take(\.location, "location")
    take(\.url, "linkedin_url")
    if positions.isEmpty, !other.positions.isEmpty {
      positions = other.positions
      positionsComplete = positionsComplete ?? other.positionsComplete
      note("positions", other)
    }
    if education.isEmpty, !other.education.isEmpty {
      education = other.education
      note("education", other)
    }
    if skills.isEmpty, !other.skills.isEmpty {
      skills = other.skills
      note("skills", other)
    }
  }

  private mutating func note(_ key: String, _ other: Profile) {
    guard let place = other.places.first(where: { $0.value == key })?.place else { return }
    places.append((key, place))
  }
}
