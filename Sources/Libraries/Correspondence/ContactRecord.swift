// What is known of a contact and of a company, as records.
import Identity
import JSONLines
import Names

/// Companies by domain, with the names that signatures give them.
struct CompanyTally: Sendable {
  private struct Entry: Sendable {
    var names: [String: Int] = [:]
    var firstSeen = ""
    var lastSeen = ""
    var file: String?
    var people = 0
  }

  private var entries: [String: Entry] = [:]

  mutating func add(_ name: String, domain: String, date: String) {
    guard entries[domain]?.names.count ?? 0 < 64 else { return }
    entries[domain, default: Entry()].names[name, default: 0] += 1
  }

  /// Notes that `contact` belongs to the owner of `domain`; `announced`, that they will.
  mutating func see(_ domain: String, _ contact: Contact, announced: Bool = false) {
    var entry = entries[domain] ?? Entry()
    let first = announced ? contact.lastSeen : contact.firstSeen
    if entry.firstSeen.isEmpty || first < entry.firstSeen {
      entry.firstSeen = first
      entry.file = contact.file
    }
    entry.lastSeen = max(entry.lastSeen, contact.lastSeen)
    entry.people += 1
    entries[domain] = entry
  }

  /// The name that most signatures give the owner of `domain`.
  func name(of domain: String) -> String? {
    entries[domain]?.names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  static func id(of domain: String) -> String { "mail:company:" + domain }

  func records() -> [JSONObject] {
    entries.filter { $0.value.people > 0 }.sorted { ($0.value.firstSeen, $0.key) < ($1.value.firstSeen, $1.key) }
      .map { domain, entry in
        var record: JSONObject = ["type": "company"]
        record.append("id", CompanyTally.id(of: domain))
        let name = name(of: domain)
        record.append("source", ContactRecord.source(entry.file, kind: "mail", isSure: name != nil))
        record.append("name", name ?? DomainLabel.name(of: domain))
        record.append("domains", [.string(domain)])
        record.append("technologies", [])
        record.append("keywords", [])
        record.append("first_seen", entry.firstSeen)
        record.append("last_seen", entry.lastSeen)
        return record
      }
  }
}

/// Writes contacts as `person` records.
enum ContactRecord {
  static let filter = "extract-contacts"

  static func source(_ file: String?, kind: String, isSure: Bool = true) -> JSON {
    var source = JSONObject()
    source.append("file", file)
    source.append("kind", kind)
    source.append("priority", kind == "mail" && isSure ? "high" : "medium")
    return .object(source)
  }

  static func person(_ contact: Contact, companies: CompanyTally) -> JSONObject {
    var record: JSONObject = ["type": "person"]
    let by = contact.party.email != nil || contact.isMention ? "mail" : contact.isLinkedIn ? "linkedin" : "chat"
    record.append("id", contact.id)
    record.append("source", source(contact.file, kind: by))
    appendName(contact, to: &record)
    record.append("emails", JSON(([contact.party.email].compactMap { $0 }) + contact.otherEmails))
    let phones = contact.phones.map { ($0, PhoneDigits.international($0)) }
    record.append("phones", JSON(phones.compactMap(\.1).uniqued()))
    let raw = phones.filter { $0.1 == nil }.map(\.0)
    if !raw.isEmpty { record.append("phones_raw", JSON(raw)) }
    let domain = contact.employer
    let company = company(of: contact, companies)
    record.append("title", contact.title)
    record.append("company", company)
    record.append("company_id", domain.map(CompanyTally.id(of:)))
    record.append("domain", domain)
    record.append("location", contact.location)
    record.append("linkedin_url", contact.linkedinURL)
    record.append("positions", .array(positions(contact, company, by: by, companies)))
    record.append("education", [])
    record.append("skills", [])
    record.append("kinds", contact.address?.kind == .role ? ["role_address"] : [])
    record.append("first_seen", contact.firstSeen)
    record.append("last_seen", contact.lastSeen)
    record.append("inbound", JSON(contact.inbound))
    record.append("outbound", JSON(contact.outbound))
    record.append("meetings", JSON(contact.meetings))
    record.append("left", .array(contact.departures.sorted { $0.date < $1.date }.map(departure)))
    record.append("why", .array(contact.evidence.sorted { $0.date < $1.date }.map { $0.json(by: filter) }))
    return record
  }

  /// The company of `contact`, as their signature or those of their colleagues call it; never their own name.
  private static func company(of contact: Contact, _ companies: CompanyTally) -> String? {
    [contact.company, contact.employer.flatMap(companies.name)].compactMap { $0 }.first {
      !SignatureOwner.isName($0, within: contact.names.all)
    }
  }

  private static func appendName(_ contact: Contact, to record: inout JSONObject) {
    let spellings = contact.names.all
    let isRole = contact.address?.kind == .role
    guard let best = completed(spellings.first, by: isRole ? nil : guess(contact)), !isRole || best.contains(" ") else {
      return
    }
    let parts = PersonName(best)
    let name = best.contains(where: \.isLowercase) ? best : parts?.shown ?? best
    record.append("name", name)
    if let parts, !parts.family.isEmpty {
      record.append("given_name", ([parts.given] + parts.middle).joined(separator: " "))
      record.append("family_name", parts.family)
    }
    var folded: Set = [Party.folded(name)]
    let others = spellings.filter { $0.contains(" ") && folded.insert(Party.folded($0)).inserted }
    if !others.isEmpty { record.append("aliases", JSON(Array(others.prefix(8)))) }
  }

  /// The name as headers show it, or as the address tells it when that is the same name in full.
  private static func completed(_ shown: String?, by guess: String?) -> String? {
    guard let shown, let guess, let short = PersonName(shown), let full = PersonName(guess) else {
      return shown ?? guess
    }
    if !shown.contains(" ") {
      return [full.given, full.family].contains { Party.folded($0) == Party.folded(shown) } ? guess : shown
    }
    return short.isAbbreviated && short.mayBeSame(as: full) ? guess : shown
  }

  /// A name that only the address tells, such as the one of jane.doe@; none from initials.
  private static func guess(_ contact: Contact) -> String? {
    guard let local = contact.address?.local, let name = PersonName(localPart: local), !name.isAbbreviated,
      name.family.count > 1
    else { return nil }
    return name.shown
  }

  private static func positions(_ contact: Contact, _ company: String?, by: String, _ companies: CompanyTally) -> [JSON]
  {
    var positions: [JSON] = []
    if company != nil || contact.employer != nil {
      var position = JSONObject()
      position.append("company", company)
      position.append("title", contact.title)
      position.append("company_id", contact.employer.map(CompanyTally.id(of:)))
      position.append("domain", contact.employer)
      position.append("first_seen", contact.firstSeen)
      position.append("last_seen", contact.lastSeen)
      position.append("by", by)
      positions.append(.object(position))
    }
    for email in contact.otherEmails {
      guard let domain = EmailAddress(email)?.employerDomain, domain != contact.employer else { continue }
      var position = JSONObject()
      position.append("company", companies.name(of: domain))
      position.append("company_id", CompanyTally.id(of: domain))
      position.append("domain", domain)
      position.append("first_seen", contact.lastSeen)
      position.append("by", by)
      positions.append(.object(position))
    }
    return positions
  }

  private static func departure(_ departure: Departure) -> JSON {
    var object = JSONObject()
    object.append("company", departure.company)
    object.append("domain", departure.domain)
    object.append("date", departure.date)
    object.append("why", .array([departure.evidence.json(by: filter)]))
    return .object(object)
  }
}

extension Array where Element: Hashable {
  /// The elements without repetition, in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
