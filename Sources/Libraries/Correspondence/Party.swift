// One side of a message: whoever wrote it or was written to.
import JSONLines
import Names

/// A person or mailbox as a message names it.
public struct Party: Sendable, Equatable, Hashable {
  /// The display name, as the source gives it.
  public var name: String?
  /// The address in lower case.
  public var email: String?
  /// The phone number, E.164.
  public var phone: String?
  /// The LinkedIn profile.
  public var linkedinURL: String?

  /// A party of known parts.
  public init(name: String? = nil, email: String? = nil, phone: String? = nil, linkedinURL: String? = nil) {
    self.name = name
    self.email = email
    self.phone = phone
    self.linkedinURL = linkedinURL
  }

  /// The party that a record's `{"name"?, "email"?, "phone"?, "linkedin_url"?}` describes; nil when it says nothing.
  public init?(_ json: JSON?) {
    guard let object = json?.object else { return nil }
    self.init(
      name: object["name"]?.string, email: object["email"]?.string?.lowercased(), phone: object["phone"]?.string,
      linkedinURL: object["linkedin_url"]?.string)
    guard key != nil else { return nil }
  }

  /// What tells this party from others: its address, else its profile, its phone, its name.
  public var key: String? {
    if let email, !email.isEmpty { return email }
    if let slug = linkedinURL.flatMap(Party.slug) { return "in/" + slug }
    if let phone, !phone.isEmpty { return "tel:" + phone }
    let words = Party.folded(name ?? "")
    return words.isEmpty ? nil : "name:" + words
  }

  /// The party as a record writes it.
  public var json: JSONObject {
    var object = JSONObject()
    object.append("name", name)
    object.append("email", email)
    object.append("phone", phone)
    object.append("linkedin_url", linkedinURL)
    return object
  }

  /// The last part of a profile's address, in lower case.
  public static func slug(_ url: String) -> String? {
    let lower = url.lowercased()
    let path = lower.split(separator: "?").first ?? ""
    let parts = path.split(separator: "/")
    guard let place = parts.firstIndex(where: { $0 == "in" || $0 == "pub" }), place + 1 < parts.count else {
      return nil
    }
    return String(parts[place + 1])
  }

  /// A name in lower case without accents and marks, its words apart by one blank: what names are compared by.
  public static func folded(_ name: String) -> String { FoldedText(name).text }
}
