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
  private var names = NameReader()
  private var places: [ValuePlace] = []
  // The same spellings come again and again: what each comes to is kept.
  private var domains = Remembered<Domain>()
  private var companyLabels = Remembered<Employer?>()
  private var hostLabels = Remembered<Employer?>()
  private var titles = Remembered<UInt64>()
  private var cities = Remembered<UInt64>()
  private var countries = Remembered<UInt64>()

  /// An employer's number, and the label by which it is known with its hash.
  typealias Employer = (number: Int32, key: UInt64, label: [UInt8])

  /// Values of one member that are looked at.
  private static let limit = 32

  /// A reader that knows the names of `companies`.
  init(_ companies: CompanyLabels = CompanyLabels()) {
    self.companies = companies
  }

  mutating func read(_ record: Record) -> PersonFeatures {
    PersonMember.table.find(in: record, into: &places)
    return read(record.bytes.span.bytes)
  }

  /// Reads the record that lies in `range` of `json`.
  mutating func read(_ json: RawSpan, _ range: Range<Int>) -> PersonFeatures {
    let start = json.firstOffset(of: UInt8(ascii: "{"), in: range) ?? range.lowerBound
    PersonMember.table.find(in: json, start..<range.upperBound, into: &places)
    return read(json)
  }

  /// Reads what stands at `places` in `json`.
  private mutating func read(_ json: RawSpan) -> PersonFeatures {
    var features = PersonFeatures()
    let addresses = self[.emails].strings(in: json).prefix(Self.limit).compactMap { address($0) }
    readName(json, addresses, into: &features)
    features.mailboxes = addresses.filter(\.isPersons).map(\.mailbox)
    if features.name.given.isEmpty && features.name.family.isEmpty {
      features.handles = features.mailboxes.map { $0.local.filter { (0x61...0x7A).contains($0) } }.filter {
        $0.count > 3
      }
    }
    readPhones(json, into: &features)
    features.slugs = (self[.linkedinUrl].strings(in: json) + self[.linkedinUrls].strings(in: json)).prefix(Self.limit)
      .compactMap { LinkedInAddress.personSlug($0).map { Array($0.utf8) } }
    readEmployers(json, addresses, into: &features)
    features.title = titles.value(self[.title], in: json, Self.titleHash) ?? 0
    readPlace(json, into: &features)
    return features
  }

  private subscript(member: PersonMember) -> ValuePlace { places[member.rawValue] }

  private static func titleHash(_ title: String) -> UInt64 {
    let words = FoldedText(title).words
    return words.isEmpty ? 0 : ContentHash.of(Array(words.joined()))
  }

  /// The name as given, with what the address tells where the name has only an initial or nothing.
  private mutating func readName(_ json: RawSpan, _ addresses: [Address], into features: inout PersonFeatures) {
    var name = names.key(given: self[.givenName], family: self[.familyName], whole: self[.name], in: json)
    if name.given.count < 2 || name.family.isEmpty {
      for address in addresses where address.isPersons {
        guard let guess = PersonName(localPart: address.local) else { continue }
        NameCompletion.complete(&name, with: guess.key)
      }
    }
    features.name = name
    if !name.given.isEmpty { features.givenNumber = given.number(name.given) }
    if !name.family.isEmpty { features.familyNumber = family.number(name.family) }
  }

  /// What an address tells.
  private struct Address {
    let local: String
    let mailbox: PersonFeatures.Mailbox
    /// Whether it is one person's.
    let isPersons: Bool
    /// What its employer is called; nil where the provider gives mailboxes to anybody.
    let employer: Employer?
  }

  /// What is known of the domain of an address.
  private struct Domain {
    let isFreeMail: Bool
    let hash: UInt64
    let employer: Employer?
  }

  private mutating func domain(_ address: EmailAddress) -> Domain {
    let hash = ContentHash.of(Array(address.domain.utf8))
    if let known = domains[hash] { return known }
    let (isFreeMail, registrable) = (address.isFreeMail, address.registrableDomain)
    let domain = Domain(
      isFreeMail: isFreeMail, hash: registrable.map { ContentHash.of(Array($0.utf8)) } ?? hash,
      employer: isFreeMail ? nil : registrable.flatMap { employer(EmployerLabel.ofDomain($0)) })
    domains[hash] = domain
    return domain
  }

  private mutating func address(_ text: String) -> Address? {
    guard let address = EmailAddress(text) else { return nil }
    let domain = domain(address)
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

  private mutating func readPhones(_ json: RawSpan, into features: inout PersonFeatures) {
    for text in (self[.phones].strings(in: json) + self[.phonesRaw].strings(in: json)).prefix(Self.limit) {
      guard let found = PhoneDigits.key(text), case let digits = Array(found.utf8),
        !features.phones.contains(where: { $0.digits == digits })
      else { continue }
      let key = BlockingKey(rule: 1, digits).number
      features.phones.append((phones.number(hash: key), key, digits))
    }
  }

  private mutating func readEmployers(_ json: RawSpan, _ addresses: [Address], into features: inout PersonFeatures) {
    var main = [employer(company: self[.company], in: json), employer(host: self[.domain], in: json)]
    if let id = self[.companyId].string(in: json) { main += employers(ofId: id) }
    main += addresses.map(\.employer)
    add(main, to: &features)
    let isKnown = !features.employers.isEmpty
    for position in self[.positions].json(in: json)?.array?.prefix(Self.limit) ?? [] {
      guard let position = position.object else { continue }
      let found = employers(of: position)
      add(found, to: &features)
      if !found.isEmpty, let spell = Spell(position) { features.spells.append(spell) }
    }
    if isKnown, let from = Spell.day(self[.firstSeen].string(in: json)),
      let until = Spell.day(self[.lastSeen].string(in: json)), let spell = Spell(from: from, until: until)
    {
      features.spells.append(spell)
    }
  }

  /// Adds those of `found` that the record has not named before.
  private mutating func add(_ found: [Employer?], to features: inout PersonFeatures) {
    for case let employer? in found {
      if EmployerLabel.isId(employer.label) { features.hasEmployerId = true } else { features.hasEmployerName = true }
      guard !features.employers.contains(where: { $0.number == employer.number }) else { continue }
      employers.count(employer.number)
      features.employers.append(employer)
    }
  }

  private mutating func employer(company place: ValuePlace, in json: RawSpan) -> Employer? {
    guard let hash = place.textHash(in: json) else { return nil }
    if let known = companyLabels[hash] { return known }
    let found = employer(company: place.string(in: json))
    companyLabels[hash] = .some(found)
    return found
  }

  private mutating func employer(host place: ValuePlace, in json: RawSpan) -> Employer? {
    guard let hash = place.textHash(in: json) else { return nil }
    if let known = hostLabels[hash] { return known }
    let found = employer(host: place.string(in: json))
    hostLabels[hash] = .some(found)
    return found
  }

  private mutating func employer(company name: String?) -> Employer? {
    guard let name = name.flatMap({ CompanyName(transliterator.latin($0)) }) else { return nil }
    return employer(Array(name.words.joined()))
  }

  private mutating func employer(host: String?) -> Employer? {
    host.flatMap(EmployerLabel.ofHost).flatMap { employer($0) }
  }

  private mutating func employers(ofId id: String) -> [Employer?] {
    id.isEmpty ? [] : ([EmployerLabel.ofId(id)] + companies.labels(of: id)).map { employer($0) }
  }

  private mutating func employers(of position: JSONObject) -> [Employer?] {
    let ofId = (position["company_id"]?.string).map { employers(ofId: $0) } ?? []
    let named = [employer(company: position["company"]?.string), employer(host: position["domain"]?.string)]
    return (named + ofId).filter { $0 != nil }
  }

  /// The employer that is known by `label`, not counted yet; nil for an empty one.
  private mutating func employer(_ label: [UInt8]) -> Employer? {
    guard !label.isEmpty else { return nil }
    let number = employers.number(label, counting: false)
    return (number, employers.hash(number), label)
  }

  private mutating func readPlace(_ json: RawSpan, into features: inout PersonFeatures) {
    features.city =
      cities.value(self[.location], in: json) { location in
        let city = FoldedText(location.prefix { $0 != "," }).comparable.joined()
        return city.isEmpty ? 0 : ContentHash.of(Array(city))
      } ?? 0
    features.country =
      countries.value(self[.country], in: json) { country in
        Country.code(for: country).map { ContentHash.of(Array($0.utf8)) } ?? 0
      } ?? 0
  }
}

/// The members of a record that are read, and where they stand; found in one pass, since every record is asked for each.
private enum PersonMember: Int, CaseIterable {
  case emails, linkedinUrl, linkedinUrls, title, givenName, familyName, name, phones, phonesRaw, company, domain
  case companyId, positions, firstSeen, lastSeen, location, country

  /// Slots are in the order of the cases.
  static let table = PathTable(allCases.map(\.path))

  private var path: JSONPath {
    switch self {
    case .linkedinUrl: "linkedin_url"
    case .linkedinUrls: "linkedin_urls"
    case .givenName: "given_name"
    case .familyName: "family_name"
    case .phonesRaw: "phones_raw"
    case .companyId: "company_id"
    case .firstSeen: "first_seen"
    case .lastSeen: "last_seen"
    default: JSONPath("\(self)")
    }
  }
}
