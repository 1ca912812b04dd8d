// JSON-LD about a person.
import JSONLines

/// A `Person` of schema.org as LinkedIn's public pages embed it.
///
/// Source: schema.org's Person, Organization and OrganizationRole: `jobTitle`, `worksFor`, `alumniOf`, and in each
/// organization the `member` with `startDate` and `endDate`.
struct LinkedData {
  private let json: JSON

  /// The persons that a document is about: those at its top or in its graph, never an author or a reviewer inside another thing.
  static func persons(_ document: JSON) -> [LinkedData] {
    let things = document["@graph"]?.array ?? document.array ?? [document]
    return things.prefix(200).filter { types($0).contains("Person") }.map(LinkedData.init)
  }

  /// The person as a profile; nil without a name.
  var profile: Profile? {
    guard let name = shown(json["name"]) else { return nil }
    var profile = Profile(layout: "json_ld", name: name)
    profile.location = shown(json["address"]?["addressLocality"])
    let addresses = (json["url"]?.strings ?? []) + (json["sameAs"]?.strings ?? []) + (json["@id"]?.strings ?? [])
    profile.url = addresses.lazy.compactMap(ProfileAddress.normal).first
    profile.positions = positions
    profile.education = schools
    let place = "script[@type='application/ld+json'] Person"
    profile.places = ["name", "location", "linkedin_url"].map { ($0, place) }
    profile.places += [("positions", "\(place).worksFor, alumniOf"), ("education", "\(place).alumniOf")]
    return profile
  }

  /// The titles stand apart from the employers; they belong together when there are as many.
  private var positions: [Profile.Position] {
    let employers = Self.list(json["worksFor"])
    let titles = Self.list(json["jobTitle"]).map(shown)
    let former = Self.list(json["alumniOf"]).filter { !Self.types($0).contains("EducationalOrganization") }
    var found: [Profile.Position] = []
    for (number, employer) in employers.enumerated() {
      let title = titles.count == employers.count ? titles[number] : nil
      if let position = position(employer, title, isCurrent: true) { found.append(position) }
    }
    return found + former.compactMap { position($0, nil, isCurrent: false) }
  }

  private func position(_ organization: JSON, _ title: String?, isCurrent: Bool) -> Profile.Position? {
    let company = shown(organization["name"])
    guard company != nil || title != nil else { return nil }
    let (start, end) = dates(organization)
    return Profile.Position(
      title: title, company: company,
      companySlug: organization["url"]?.string.flatMap(CompanyAddress.slug),
      dates: DateRange(start: start, end: end, isCurrent: isCurrent && end == nil),
      location: shown(organization["location"]))
  }

  private var schools: [Profile.School] {
    Self.list(json["alumniOf"]).filter { Self.types($0).contains("EducationalOrganization") }.compactMap { school in
      guard let name = shown(school["name"]) else { return nil }
      let (start, end) = dates(school)
      return Profile.School(school: name, dates: DateRange(start: start, end: end, isCurrent: false))
    }
  }

  private func dates(_ organization: JSON) -> (start: String?, end: String?) {
    let member = Self.list(organization["member"]).first
    return (Self.date(member?["startDate"]), Self.date(member?["endDate"]))
  }

  /// A year or a month, written as a number or a text.
  private static func date(_ json: JSON?) -> String? {
    let text = json?.int.map { "\($0)" } ?? json?.string ?? ""
    let parts = text.prefix(10).split(separator: "-").map { Int($0) ?? 0 }
    guard let year = parts.first, (1900...2199).contains(year) else { return nil }
    guard parts.count > 1, (1...12).contains(parts[1]) else { return "\(year)" }
    return "\(year)-\(parts[1] < 10 ? "0" : "")\(parts[1])"
  }

  private func shown(_ json: JSON?) -> String? {
    guard let text = json?.string, LayoutReading.isShown(text) else { return nil }
    return text
  }

  private static func list(_ json: JSON?) -> [JSON] {
    guard let json, json != .null else { return [] }
    return Array((json.array ?? [json]).prefix(200))
  }

  private static func types(_ json: JSON) -> [String] { json["@type"]?.strings ?? [] }
}
