import Bytes
import Identity
import JSONLines
import Matching
import Names
import Transliteration

/// Reads person records into features.
struct PersonReader {
  private let transliterator = Transliterator()
  private let companies: CompanyLabels
  var given = Interner()
  var family = Interner()
  var phones = Interner()
  var employers = Interner()
  /// What companies and domains are called, by their spelling: the same ones come again and again.
  private var companyLabels: [String: [UInt8]] = [:]
  private var domainLabels: [String: [UInt8]] = [:]

  /// Values of one member that are looked at.
  private static let limit = 32

  /// A reader that knows the names of `companies`.
  init(_ companies: CompanyLabels = CompanyLabels()) {
    self.companies = companies
  }

  mutating func read(_ record: Record) -> PersonFeatures {
    var features = PersonFeatures()
    let addresses = record.strings(Members.emails).prefix(Self.limit).compactMap { EmailAddress($0) }
    let name = fullName(record, addresses)
    features.name = name.key
    if !features.name.given.isEmpty { features.givenNumber = given.number(features.name.given) }
    if !features.name.family.isEmpty { features.familyNumber = family.number(features.name.family) }
    readMailboxes(addresses, into: &features)
    if features.name.given.isEmpty && features.name.family.isEmpty {
      features.handles = features.mailboxes.map { $0.local.filter { (0x61...0x7A).contains($0) } }.filter {
        $0.count > 3
      }
    }
    readPhones(record, into: &features)
    features.slugs = (record.strings(Members.linkedinUrl) + record.strings(Members.linkedinUrls)).prefix(Self.limit)
      .compactMap { LinkedInAddress.personSlug($0).map { Array($0.utf8) } }
    readEmployers(record, addresses, into: &features)
    if let title = record.string(Members.title), case let folded = FoldedText(title), !folded.words.isEmpty {
      features.title = ContentHash.of(Array(folded.words.joined()))
    }
    readPlace(record, into: &features)
    return features
  }

  /// The name as given, with what the address tells where the name has only an initial or nothing.
  private func fullName(_ record: Record, _ addresses: [EmailAddress]) -> PersonName {
    var name = PersonName(given: "", family: "")
    let given = record.string(Members.givenName) ?? ""
    let family = record.string(Members.familyName) ?? ""
    if !given.isEmpty || !family.isEmpty {
      name = PersonName(given: transliterator.latin(given), family: transliterator.latin(family))
    } else if let text = record.string(Members.name), let parsed = PersonName(transliterator.latin(text)) {
      name = parsed
    }
    for address in addresses where address.kind == .work || address.kind == .personal {
      guard let guess = PersonName(localPart: address.local) else { continue }
      NameCompletion.complete(&name, with: guess)
    }
    return name
  }

  private mutating func readMailboxes(_ addresses: [EmailAddress], into features: inout PersonFeatures) {
    for address in addresses where address.kind == .work || address.kind == .personal {
      let key = Array(address.matchKey.utf8)
      let local = Array(key.prefix { $0 != UInt8(ascii: "@") })
      let hasDigit = local.contains { (0x30...0x39).contains($0) }
      features.mailboxes.append(
        PersonFeatures.Mailbox(
          key: BlockingKey(rule: 0, key).number, local: local,
          domain: ContentHash.of(Array((address.registrableDomain ?? address.domain).utf8)),
          isDistinctive: hasDigit && local.count >= 6, isWork: !address.isFreeMail))
    }
  }

  private mutating func readPhones(_ record: Record, into features: inout PersonFeatures) {
    var seen: Set<[UInt8]> = []
    for text in (record.strings(Members.phones) + record.strings(Members.phonesRaw)).prefix(Self.limit) {
      guard let found = PhoneDigits.key(text), case let digits = Array(found.utf8), seen.insert(digits).inserted else {
        continue
      }
      let key = BlockingKey(rule: 1, digits).number
      features.phones.append((phones.number(hash: key), key, digits))
    }
  }

  private mutating func readEmployers(
    _ record: Record, _ addresses: [EmailAddress], into features: inout PersonFeatures
  ) {
    var main = labels(record.string(Members.company), record.string(Members.domain), record.string(Members.companyId))
    for domain in addresses.compactMap(\.employerDomain) { main.append(label(ofDomain: domain)) }
    var seen: Set<UInt64> = []
    func add(_ labels: [[UInt8]]) {
      for label in labels where !label.isEmpty {
        let key = ContentHash.of(label)
        if seen.insert(key).inserted { features.employers.append((employers.number(hash: key), key, label)) }
        if EmployerLabel.isId(label) { features.hasEmployerId = true } else { features.hasEmployerName = true }
      }
    }
    add(main)
    for position in record.json(Members.positions)?.array?.prefix(Self.limit) ?? [] {
      guard let position = position.object else { continue }
      let labels = labels(position["company"]?.string, position["domain"]?.string, position["company_id"]?.string)
      add(labels)
      if labels.contains(where: { !$0.isEmpty }), let spell = Spell(position) { features.spells.append(spell) }
    }
    if main.contains(where: { !$0.isEmpty }), let from = Spell.day(record.string(Members.firstSeen)),
      let until = Spell.day(record.string(Members.lastSeen)), let spell = Spell(from: from, until: until)
    {
      features.spells.append(spell)
    }
  }

  /// The texts by which an employer is known.
  private mutating func labels(_ company: String?, _ domain: String?, _ id: String?) -> [[UInt8]] {
    var labels: [[UInt8]] = []
    if let company, case let label = label(ofCompany: company), !label.isEmpty { labels.append(label) }
    if let host = domain.flatMap({ DomainName(of: $0)?.registrable }), !FreeMail.contains(host) {
      labels.append(label(ofDomain: host))
    }
    if let id, !id.isEmpty { labels += [EmployerLabel.ofId(id)] + companies.labels(of: id) }
    return labels
  }

  private mutating func label(ofCompany text: String) -> [UInt8] {
    if let known = companyLabels[text] { return known }
    let label = CompanyName(transliterator.latin(text)).map { Array($0.words.joined()) } ?? []
    companyLabels[text] = label
    return label
  }

  private mutating func label(ofDomain domain: String) -> [UInt8] {
    if let known = domainLabels[domain] { return known }
    let label = EmployerLabel.ofDomain(domain)
    domainLabels[domain] = label
    return label
  }

  private func readPlace(_ record: Record, into features: inout PersonFeatures) {
    if let location = record.string(Members.location) {
      let city = FoldedText(location.prefix { $0 != "," }).comparable.joined()
      if !city.isEmpty { features.city = ContentHash.of(Array(city)) }
    }
    if let country = record.string(Members.country).flatMap({ Country.code(for: $0) }) {
      features.country = ContentHash.of(Array(country.utf8))
    }
  }
}

/// Where the values stand; made once, since every record is asked for each.
private enum Members {
  static let emails: JSONPath = "emails"
  static let linkedinUrl: JSONPath = "linkedin_url"
  static let linkedinUrls: JSONPath = "linkedin_urls"
  static let title: JSONPath = "title"
  static let givenName: JSONPath = "given_name"
  static let familyName: JSONPath = "family_name"
  static let name: JSONPath = "name"
  static let phones: JSONPath = "phones"
  static let phonesRaw: JSONPath = "phones_raw"
  static let company: JSONPath = "company"
  static let domain: JSONPath = "domain"
  static let companyId: JSONPath = "company_id"
  static let positions: JSONPath = "positions"
  static let firstSeen: JSONPath = "first_seen"
  static let lastSeen: JSONPath = "last_seen"
  static let location: JSONPath = "location"
  static let country: JSONPath = "country"
}

/// What a domain and a company's name have in common.
enum EmployerLabel {
  /// The id of a company record as a label that no name is equal to.
  static func ofId(_ id: String) -> [UInt8] { [mark] + Array(id.utf8) }

  static func isId(_ label: [UInt8]) -> Bool { label.first == mark }

  /// The id that a label was made of.
  static func id(_ label: [UInt8]) -> String? {
    isId(label) ? String(decoding: label.dropFirst(), as: UTF8.self) : nil
  }

  private static let mark = UInt8(ascii: "#")

  /// The first label of a registrable domain as a company's name would be folded.
  static func ofDomain(_ domain: String) -> [UInt8] {
    CompanyName(domain.prefix { $0 != "." }).map { Array($0.words.joined()) } ?? []
  }
}
