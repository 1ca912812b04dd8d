// A card as a record: a person, or the company that it is for.
import Bytes
import Identity
import JSONLines
import Names
import Phones
import VCard

/// What a card says, whoever wrote it.
public struct CardFacts: Sendable {
  var name: String?
  var given: String?
  var family: String?
  var emails: [String] = []
  var phones: [String] = []
  var title: String?
  var company: String?
  var department: String?
  var webs: [String] = []
  var linkedIn: String?
  var location: String?
  var country: String?
  var tags: [String] = []
  var notes: String?
  var uid: String?
  var revised: String?
  /// Whether the card is that of a company.
  var isCompany = false

  /// Whether nobody is named, nor can be reached.
  public var isEmpty: Bool { name == nil && emails.isEmpty && phones.isEmpty && company == nil }
}

extension CardFacts {
  /// What the properties of `card` say.
  public init(_ card: Card) {
    func texts(_ name: String) -> [String] { card.properties(name).map { $0.text.oneLine }.filter { !$0.isEmpty } }
    let parts = card.properties("N").first?.components.map(\.oneLine) ?? []
    family = parts.first.flatMap(\.filled)
    given = parts.count > 1 ? parts[1].filled : nil
    name =
      texts("FN").first
      ?? [parts.count > 3 ? parts[3] : "", given ?? "", family ?? ""].joined(separator: " ").oneLine.filled
    emails = texts("EMAIL").map { $0.withoutScheme("mailto:") }
    phones = card.properties("TEL").filter { !$0.isFax }.map { $0.text.oneLine.withoutScheme("tel:") }.filter {
      !$0.isEmpty
    }
    title = texts("TITLE").first ?? texts("ROLE").first
    let organization = card.properties("ORG").first?.components.map(\.oneLine) ?? []
    company = organization.first.flatMap(\.filled)
    department = organization.count > 1 ? organization[1].filled : nil
    webs = texts("URL")
    let profiles = webs + ["X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP", "X-LINKEDIN"].flatMap(texts)
    linkedIn = profiles.lazy.compactMap { LinkedInAddress($0)?.description }.first
    takeAddress(card)
    tags = card.properties("CATEGORIES").flatMap(\.list).map(\.oneLine).filter { !$0.isEmpty }
    notes = card.properties("NOTE").lazy.compactMap { $0.text.filled }.first
    uid = texts("UID").first.map { $0.withoutScheme("urn:uuid:") }
    revised = texts("REV").first.flatMap(Self.day)
    let kind = (texts("KIND") + texts("X-ADDRESSBOOKSERVER-KIND")).first?.lowercased()
    let isNameless = given == nil && family == nil && name != nil && name == company
    isCompany = kind == "org" || texts("X-ABSHOWAS").first?.uppercased() == "COMPANY" || isNameless
    if company == nil, isCompany { company = name }
  }

  /// Place and country of the first address (RFC 6350, 6.3.1: box, extension, street, locality, region, code, country).
  private mutating func takeAddress(_ card: Card) {
    guard let parts = card.properties("ADR").first?.components.map(\.oneLine), parts.count >= 7 else { return }
    country = parts[6].filled
    location = [parts[3], parts[6]].filter { !$0.isEmpty }.joined(separator: ", ").filled
  }

  /// `2024-03-02` of `20240302T101500Z` or `2024-03-02T10:15:00Z`.
  private static func day(_ text: String) -> String? {
    let digits = Array(text.filter { $0 != "-" }.prefix(8))
    guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
  }

  /// The record of the card, which stands in `file` on `line`; `region` is the country of phone numbers without one.
  public func record(file: String, line: Int, region: String?) -> JSONObject {
    let country = country.flatMap { Country.code(for: $0) }
    let numbers = phones.compactMap { PhoneNumber.e164($0, region: country ?? region) }
    let addresses = emails.compactMap { EmailAddress($0)?.description }
    let domain = emails.lazy.compactMap { EmailAddress($0)?.employerDomain }.first
    var record: JSONObject = ["type": .string(isCompany ? "company" : "person"), "id": .string(id)]
    record.append(
      "source", ["file": .string(file), "line": JSON(line), "kind": "crm", "priority": "medium"] as JSON)
    record.append("name", isCompany ? company : name ?? joinedName)
    if isCompany {
      let domains = ([domain].compactMap { $0 } + webs.compactMap(Self.domain)).unique
      record.append("domains", JSON(domains))
      record.append("emails", JSON(addresses.unique))
      record.append("phones", JSON(numbers.unique))
    } else {
      addPerson(&record, domain: domain, addresses.unique, numbers.unique)
    }
    record.append("phones_raw", JSON(phones.unique))
    record.append("location", location)
    record.append("country", country)
    record.append("linkedin_url", linkedIn)
    if !tags.isEmpty { record.append("tags", JSON(tags.unique)) }
    record.append("notes", notes)
    return record
  }

  private func addPerson(_ record: inout JSONObject, domain: String?, _ emails: [String], _ phones: [String]) {
    record.append("given_name", given ?? name.flatMap { PersonName($0)?.given })
    record.append("family_name", family ?? name.flatMap { PersonName($0)?.family })
    record.append("emails", JSON(emails))
    record.append("phones", JSON(phones))
    record.append("title", title)
    record.append("company", company)
    record.append("department", department)
    record.append("domain", domain ?? webs.lazy.compactMap(Self.domain).first)
    var positions: [JSON] = []
    if company != nil || title != nil {
      var position: JSONObject = [:]
      position.append("company", company)
      position.append("title", title)
      position.append("by", "crm")
      position.append("as_of", revised)
      positions.append(.object(position))
    }
    record.append("positions", .array(positions))
    record.append("kinds", ["contact"])
  }

  private var joinedName: String? { [given, family].compactMap { $0 }.joined(separator: " ").filled }

  /// The registrable domain of a web address that is no network's.
  private static func domain(_ web: String) -> String? {
    guard LinkedInAddress(web) == nil, let name = DomainName(of: web) else { return nil }
    return name.registrable ?? name.text
  }

  /// The card's own id, else a hash of what it says of the person.
  private var id: String {
    if let uid { return "vcard:\(uid)" }
    let key = ["vcard", name ?? joinedName ?? "", company ?? ""] + emails.map { $0.lowercased() } + phones
    return SHA256.hex(key.joined(separator: "\u{1F}"), digits: 16)
  }
}

extension Card.Property {
  fileprivate var isFax: Bool { parameter("TYPE").contains { $0.uppercased().contains("FAX") } }
}

extension [String] {
  /// Each once, in order.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// With every run of white space turned into one space, and none at the ends.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Itself, nil when it is empty.
  var filled: String? { isEmpty ? nil : self }

  fileprivate func withoutScheme(_ scheme: String) -> String {
    lowercased().hasPrefix(scheme) ? String(dropFirst(scheme.count)) : self
  }
}
