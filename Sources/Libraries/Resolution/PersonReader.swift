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
  var given = Interner(keepingTexts: true)
  var family = Interner(keepingTexts: true)
  var phones = Interner()
  var employers = Interner(keepingTexts: true)
  // The same spellings come again and again: what each comes to is kept.
  private var givenKeys = Remembered<PersonNameKey>()
  private var familyKeys = Remembered<PersonNameKey>()
  private var domains = Remembered<Domain>()
  private var companyLabels = Remembered<[UInt8]>()
  private var hostLabels = Remembered<[UInt8]?>()
  private var titles = Remembered<UInt64>()
  private var cities = Remembered<UInt64>()

  /// Values of one member that are looked at.
  private static let limit = 32

  /// A reader that knows the names of `companies`.
  init(_ companies: CompanyLabels = CompanyLabels()) {
    self.companies = companies
  }

  mutating func read(_ record: Record) -> PersonFeatures {
    var features = PersonFeatures()
    let addresses = record.strings(Members.emails).prefix(Self.limit).compactMap { address($0) }
    features.name = name(record, addresses)
    if !features.name.given.isEmpty { features.givenNumber = given.number(features.name.given) }
    if !features.name.family.isEmpty { features.familyNumber = family.number(features.name.family) }
    features.mailboxes = addresses.filter(\.isPersons).map(\.mailbox)
    if features.name.given.isEmpty && features.name.family.isEmpty {
      features.handles = features.mailboxes.map { $0.local.filter { (0x61...0x7A).contains($0) } }.filter {
        $0.count > 3
      }
    }
    readPhones(record, into: &features)
    features.slugs = (record.strings(Members.linkedinUrl) + record.strings(Members.linkedinUrls)).prefix(Self.limit)
      .compactMap { LinkedInAddress.personSlug($0).map { Array($0.utf8) } }
    readEmployers(record, addresses, into: &features)
    if let title = record.string(Members.title) { features.title = titles.value(of: title, Self.titleHash) }
    readPlace(record, into: &features)
    return features
  }

  private static func titleHash(_ title: String) -> UInt64 {
    let words = FoldedText(title).words
    return words.isEmpty ? 0 : ContentHash.of(Array(words.joined()))
  }

  /// The name as given, with what the address tells where the name has only an initial or nothing.
  private mutating func name(_ record: Record, _ addresses: [Address]) -> PersonNameKey {
    let given = record.string(Members.givenName) ?? ""
    let family = record.string(Members.familyName) ?? ""
    var whole: PersonName?
    let key: PersonNameKey
    if !given.isEmpty || !family.isEmpty {
      let transliterator = transliterator
      key = PersonNameKey(
        given: givenKeys.value(of: given) { PersonName(given: transliterator.latin($0), family: "").key },
        family: familyKeys.value(of: family) { PersonName(given: "", family: transliterator.latin($0)).key })
    } else {
      let name = record.string(Members.name).flatMap { PersonName(transliterator.latin($0)) }
      whole = name ?? PersonName(given: "", family: "")
      key = name?.key ?? PersonNameKey(PersonName(given: "", family: ""))
    }
    guard key.given.count < 2 || key.family.isEmpty else { return key }
    // Only now it matters what the addresses tell.
    var name = whole ?? PersonName(given: transliterator.latin(given), family: transliterator.latin(family))
    for address in addresses where address.isPersons {
      guard let guess = PersonName(localPart: address.local) else { continue }
      NameCompletion.complete(&name, with: guess)
    }
    return name.key
  }

  /// What an address tells.
  private struct Address {
    let local: String
    let mailbox: PersonFeatures.Mailbox
    /// Whether it is one person's.
    let isPersons: Bool
    /// What its employer is called; nil where the provider gives mailboxes to anybody.
    let employer: [UInt8]?
  }

  /// What is known of the domain of an address.
  private struct Domain {
    let isFreeMail: Bool
    let hash: UInt64
    let employer: [UInt8]?

    init(_ address: EmailAddress) {
      isFreeMail = address.isFreeMail
      let registrable = address.registrableDomain
      hash = ContentHash.of(Array((registrable ?? address.domain).utf8))
      employer = isFreeMail ? nil : registrable.map(EmployerLabel.ofDomain)
    }
  }

  private mutating func address(_ text: String) -> Address? {
    guard let address = EmailAddress(text) else { return nil }
    let domain = domains.value(of: address.domain) { _ in Domain(address) }
    let kind = address.kind(isFreeMail: domain.isFreeMail)
    let key = Array(address.matchKey.utf8)
    let local = Array(key.prefix { $0 != UInt8(ascii: "@") })
    let hasDigit = local.contains { (0x30...0x39).contains($0) }
    let mailbox = PersonFeatures.Mailbox(
      key: BlockingKey(rule: 0, key).number, local: local, domain: domain.hash,
      isDistinctive: hasDigit && local.count >= 6, isWork: !domain.isFreeMail)
    return Address(
      local: address.local, mailbox: mailbox, isPersons: kind == .work || kind == .personal, employer: domain.employer)
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
    _ record: Record, _ addresses: [Address], into features: inout PersonFeatures
  ) {
    var main = labels(record.string(Members.company), record.string(Members.domain), record.string(Members.companyId))
    main += addresses.compactMap(\.employer)
    var seen: Set<UInt64> = []
    func add(_ labels: [[UInt8]]) {
      for label in labels where !label.isEmpty {
        let key = ContentHash.of(label)
        if seen.insert(key).inserted { features.employers.append((employers.number(label), key, label)) }
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
    let transliterator = transliterator
    if let company {
      let label = companyLabels.value(of: company) { name in
        CompanyName(transliterator.latin(name)).map { Array($0.words.joined()) } ?? []
      }
      if !label.isEmpty { labels.append(label) }
    }
    if let domain, let label = hostLabels.value(of: domain, EmployerLabel.ofHost) { labels.append(label) }
    if let id, !id.isEmpty { labels += [EmployerLabel.ofId(id)] + companies.labels(of: id) }
    return labels
  }

  private mutating func readPlace(_ record: Record, into features: inout PersonFeatures) {
    if let location = record.string(Members.location) {
      features.city = cities.value(of: location) { location in
        let city = FoldedText(location.prefix { $0 != "," }).comparable.joined()
        return city.isEmpty ? 0 : ContentHash.of(Array(city))
      }
    }
    if let country = record.string(Members.country).flatMap({ Country.code(for: $0) }) {
      features.country = ContentHash.of(Array(country.utf8))
    }
  }
}

/// What was made of texts before.
private struct Remembered<Value> {
  private var values: [String: Value] = [:]

  /// What `make` gives for `text`, now or before.
  mutating func value(of text: String, _ make: (String) -> Value) -> Value {
    if let known = values[text] { return known }
    let value = make(text)
    values[text] = value
    return value
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

  static func isId(_ label: [UInt8]) -> Bool { isId(label.span) }

  static func isId(_ label: Span<UInt8>) -> Bool { !label.isEmpty && label[0] == mark }

  /// The id that a label was made of.
  static func id(_ label: [UInt8]) -> String? {
    isId(label) ? String(decoding: label.dropFirst(), as: UTF8.self) : nil
  }

  private static let mark = UInt8(ascii: "#")

  /// The name in the domain of a host or page; nil when that is none or one that gives mailboxes to anybody.
  static func ofHost(_ text: String) -> [UInt8]? {
    guard let domain = DomainName(of: text)?.registrable, !FreeMail.contains(domain) else { return nil }
    return ofDomain(domain)
  }

  /// The first label of a registrable domain as a company's name would be folded.
  static func ofDomain(_ domain: String) -> [UInt8] {
    CompanyName(domain.prefix { $0 != "." }).map { Array($0.words.joined()) } ?? []
  }
}
