import Bytes
import Identity
import JSONLines
import WebPage

/// A profile with the page that it was read from, as the members of a `person` record.
public struct ProfileRecord {
  /// What the page says.
  public let profile: Profile
  /// The file's path as given.
  public let file: String
  /// The file's size.
  public let bytes: Int
  /// How the page was saved.
  public let saved: SavedPage
  /// The date to which the page is true, `YYYY-MM-DD`.
  public let asOf: String?
  /// What told `asOf` when the file does not name it: `duration` (of the present position) or `file` (its own date).
  public let asOfFrom: String?

  /// A record of one page; `fileDate` is used when the page names no date of its own.
  public init(profile: Profile, file: String, bytes: Int, saved: SavedPage, fileDate: String?) {
    self.profile = profile
    self.file = file
    self.bytes = bytes
    self.saved = saved
    if let own = saved.savedAt {
      (asOf, asOfFrom) = (String(own.prefix(10)), nil)
    } else if let month = profile.monthRead, fileDate?.hasPrefix(month) != true {
      (asOf, asOfFrom) = (month + "-01", "duration")
    } else {
      (asOf, asOfFrom) = (fileDate, fileDate == nil ? nil : "file")
    }
  }

  /// `linkedin:SLUG`, or a hash of the content when the page names no address.
  public var id: String {
    if let slug = profile.url.flatMap({ LinkedInAddress.personSlug($0) }) { return "linkedin:\(slug)" }
    let roles = profile.positions.map { "\($0.title ?? "")\u{1F}\($0.company ?? "")" }
    let content = ([profile.name, profile.headline ?? ""] + roles).joined(separator: "\u{1E}")
    return "linkedin:" + SHA256.hex(content, digits: 16)
  }

  /// The whole `person` record.
  public var person: JSONObject {
    var record: JSONObject = ["type": "person", "id": .string(id), "source": .object(source)]
    for (key, value) in members.members { record.append(key, value) }
    record.append("emails", [])
    record.append("phones", [])
    record.append("kinds", [])
    record.append("why", [["by": "enrich-linkedin-html", "because": .string("page layout \(profile.layout)")]])
    return record
  }

  /// What a matched person gets as the member `linkedin`.
  public var enrichment: JSONObject {
    var object: JSONObject = ["id": .string(id), "source": .object(source)]
    for (key, value) in members.members { object.append(key, value) }
    return object
  }

  private var source: JSONObject {
    ["file": .string(file), "bytes": JSON(bytes), "kind": "linkedin", "priority": "medium"]
  }

  private var members: JSONObject {
    var object: JSONObject = ["name": .string(profile.name)]
    object.append("given_name", profile.givenName)
    object.append("family_name", profile.familyName)
    object.append("headline", profile.headline)
    object.append("title", profile.current?.title)
    object.append("company", profile.current?.company ?? (profile.positions.isEmpty ? profile.currentCompany : nil))
    object.append("location", profile.location)
    object.append("linkedin_url", profile.url)
    object.append("connections", profile.connections)
    object.append("positions", .array(profile.positions.map { .object(position($0)) }))
    if let complete = profile.positionsComplete { object.append("positions_complete", .bool(complete)) }
    object.append("education", .array(profile.education.map { .object(school($0)) }))
    object.append("skills", JSON(profile.skills))
    object.append("as_of", asOf)
    object.append("as_of_from", asOfFrom)
    object.append("saved_url", saved.url)
    object.append("saved_at", saved.savedAt)
    object.append("layout", .string(profile.layout))
    object.append("places", .object(JSONObject(profile.places.map { (key: $0.value, value: JSON.string($0.place)) })))
    return object
  }

  private func position(_ position: Profile.Position) -> JSONObject {
    var object = JSONObject()
    object.append("company", position.company)
    object.append("title", position.title)
    object.append("start", position.dates?.start)
    object.append("end", position.dates?.end)
    if position.dates?.isCurrent == true { object.append("current", true) }
    object.append("location", position.location)
    object.append("company_linkedin", position.companySlug)
    object.append("by", "linkedin")
    object.append("as_of", asOf)
    return object
  }

  private func school(_ school: Profile.School) -> JSONObject {
    var object: JSONObject = ["school": .string(school.school)]
    object.append("degree", school.degree)
    object.append("field", school.field)
    object.append("degree_text", school.degreeText)
    object.append("start", school.dates?.start)
    object.append("end", school.dates?.end)
    return object
  }
}
