import Bytes
import JSONLines
import Matching
import Tabular

/// People, and rows of tables of people with employers.
struct KeptPeople: KeptKind {
  /// What is counted of people, since an agreement on something rare tells more.
  private enum Counted: Int, CaseIterable {
    case given, family, employer, phone
  }

  private var reader: PersonReader
  private let companies: CompanyLabels
  private let columns: PeopleColumns.RowReader?
  let reading: UInt64

  init(_ model: ModelFile, _ options: MatchingOptions) {
    companies = options.companies
    reader = PersonReader(options.companies)
    columns = model.people.map { PeopleColumns.RowReader($0, without: options.idMember) }
    reading = model.reading(options)
  }

  var surroundings: UInt64 { companies.fingerprint }

  /// What the companies are called whose ids the record names, as one number.
  func surroundings(of features: PersonFeatures) -> UInt64 {
    features.employers.reduce(0) { sum, employer in
      guard let id = EmployerLabel.id(employer.label) else { return sum }
      return sum &+ (companies.check(of: id) | 1)
    }
  }

  var tables: Int { Counted.allCases.count }

  func limits(records: Int) -> BlockLimits { PersonBlocking.limits }

  mutating func read(_ record: Record) -> PersonFeatures { reader.read(columns?.person(record) ?? record) }

  func encode(_ features: PersonFeatures, to fields: inout FieldWriter) { features.encode(to: &fields) }

  mutating func decode(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> PersonFeatures {
    try PersonFeatures(&fields, span, &reader)
  }

  func features(_ record: Int, of model: PersonModel) -> PersonFeatures { model.people.features(of: record) }

  func keys(of features: PersonFeatures) -> [BlockingKey] { PersonBlocking.keys(of: features) }

  func forEachCounted(_ features: PersonFeatures, _ body: (Int, UInt64, (() -> [UInt64])?) -> Void) {
    func count(_ value: Counted, _ hash: UInt64) { body(value.rawValue, hash, nil) }
    if !features.name.given.isEmpty { count(.given, ContentHash.of(features.name.given)) }
    if !features.name.family.isEmpty { count(.family, ContentHash.of(features.name.family)) }
    for employer in features.employers { count(.employer, employer.key) }
    for phone in features.phones { count(.phone, phone.key) }
  }

  func identities(of features: PersonFeatures) -> [UInt64] { features.identities }

  func areDifferent(_ holders: [PersonFeatures], sharing key: UInt64) -> Bool {
    SharedValues.contradict(
      holders.map(\.name), familyMayAgree: BlockingKey(number: key).rule == PersonBlocking.phoneRule)
  }

  mutating func model(
    _ count: Int, among all: AllRecords,
    _ features: (Int, inout KeptPeople) throws(DamagedFields) -> PersonFeatures
  ) throws(DamagedFields) -> PersonModel {
    var people = PersonTable()
    for number in 0..<count { people.append(try features(number, &self)) }
    let rarity = [
      all.tally.rarity(Counted.given.rawValue, &reader.given),
      all.tally.rarity(Counted.family.rawValue, &reader.family),
      all.tally.rarity(Counted.employer.rawValue, &reader.employers),
      all.tally.rarity(Counted.phone.rawValue, &reader.phones),
    ]
    return PersonModel(reader, people, rarity, shared: all.shared)
  }
}

extension PersonFeatures {
  /// The blocking keys of mailboxes and telephones.
  var identities: [UInt64] { mailboxes.map(\.key) + phones.map(\.key) }
}
