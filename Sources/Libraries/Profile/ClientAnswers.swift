// What LinkedIn's web client was answered and keeps in the page for itself.
import JSONLines

/// The answers of the web client's interface that a signed-in page carries in `code` elements.
///
/// They come as a flat list of things that refer to each other by their URN. A page holds answers about several people;
/// the one whose `publicIdentifier` is the page's owns those things that carry the id of that profile in their URN.
struct ClientAnswers {
  private var things: [String: JSON] = [:]
  private var owned: [JSON] = []
  private let person: JSON

  /// Most things of all answers together.
  private static let most = 50_000

  /// Gathers what belongs to the profile with this address; nil when no answer names it.
  init?(_ answers: some Sequence<JSON>, _ url: String) {
    var all: [JSON] = []
    for answer in answers {
      all += (answer["included"]?.array ?? []).prefix(Self.most - all.count)
    }
    let named = all.filter {
      $0["publicIdentifier"]?.string.flatMap { ProfileAddress.normal("/in/\($0)") } == url && $0["firstName"] != nil
    }
    guard let person = named.first, let owner = named.lazy.compactMap({ Self.owner($0) }).first else { return nil }
    self.person = person
    for thing in all {
      guard let urn = thing["entityUrn"]?.string ?? thing["$id"]?.string ?? thing["*id"]?.string,
        Self.holds(urn, owner)
      else { continue }
      things[urn] = things[urn] ?? thing
      owned.append(thing)
    }
  }

  /// The id at the end of a profile's URN: `urn:li:fsd_profile:ACoAAB…`.
  private static func owner(_ profile: JSON) -> String? {
    guard let urn = profile["entityUrn"]?.string, let id = urn.split(separator: ":").last, id.utf8.count >= 8 else {
      return nil
    }
    return String(id)
  }

  private static func holds(_ urn: String, _ owner: String) -> Bool {
    urn.split { "(),:".contains($0) }.contains { $0 == owner }
  }

  /// What they say.
  var profile: Profile {
    let name = [person["firstName"], person["lastName"]].compactMap { text($0) }.joined(separator: " ")
    var profile = Profile(layout: "client_answers", name: name)
    profile.positions = distinct("Position").compactMap(position).sorted(by: Self.isLater)
    profile.education = distinct("Education").compactMap(school)
    profile.skills = distinct("Skill").compactMap { text($0["name"]) }
    profile.places = [("positions", "Position"), ("education", "Education"), ("skills", "Skill")].map {
      ($0.0, "code: \($0.1) of the page's publicIdentifier")
    }
    return profile
  }

  /// The things whose type ends in a word, each URN once.
  private func distinct(_ kind: String) -> [JSON] {
    var seen: Set<String> = []
    return owned.filter { thing in
      guard thing["$type"]?.string?.split(separator: ".").last == Substring(kind) else { return false }
      return seen.insert(thing["entityUrn"]?.string ?? "").inserted
    }.prefix(1_000).map { $0 }
  }

  private func position(_ thing: JSON) -> Profile.Position? {
    let (title, company) = (text(thing["title"]), text(thing["companyName"]))
    guard title != nil || company != nil else { return nil }
    let number = thing["companyUrn"]?.string?.split(separator: ":").last.map(String.init)
    return Profile.Position(
      title: title, company: company, companySlug: number, dates: dates(thing),
      location: text(thing["locationName"]) ?? text(thing["geoLocationName"]))
  }

  private func school(_ thing: JSON) -> Profile.School? {
    guard let school = text(thing["schoolName"]) else { return nil }
    return Profile.School(
      school: school, degree: text(thing["degreeName"]), field: text(thing["fieldOfStudy"]), dates: dates(thing))
  }

  private func dates(_ thing: JSON) -> DateRange? {
    let range = resolved(thing["dateRange"] ?? thing["timePeriod"])
    let (start, end) = (date(range?["start"] ?? range?["startDate"]), date(range?["end"] ?? range?["endDate"]))
    return DateRange(start: start, end: end, isCurrent: start != nil && end == nil)
  }

  private func date(_ json: JSON?) -> String? {
    guard let date = resolved(json), let year = date["year"]?.int, (1900...2199).contains(year) else { return nil }
    guard let month = date["month"]?.int, (1...12).contains(month) else { return "\(year)" }
    return "\(year)-\(month < 10 ? "0" : "")\(month)"
  }

  /// The thing itself, or the one that its URN stands for.
  private func resolved(_ json: JSON?) -> JSON? { json?.string.map { things[$0] } ?? json }

  private func text(_ json: JSON?) -> String? {
    guard let text = json?.string else { return nil }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return LayoutReading.isShown(line) ? line : nil
  }

  private static func isLater(_ one: Profile.Position, _ other: Profile.Position) -> Bool {
    let (mine, theirs) = (one.dates?.isCurrent == true, other.dates?.isCurrent == true)
    return mine != theirs ? mine : (one.dates?.start ?? "") > (other.dates?.start ?? "")
  }
}
