import Bytes
import JSONLines
import Matching

/// A kind of records of which a state keeps what they are compared by, so that new ones can be matched with golden ones
/// that are not read again: how a record is read and kept, what is counted of all, and the model that compares some of
/// them as it would among all.
protocol KeptKind: SendableMetatype {
  /// What is known of one record.
  associatedtype Features
  /// How records are compared.
  associatedtype Model: EntityModel

  /// The kind that `model` is of.
  init(_ model: ModelFile, _ options: MatchingOptions)

  /// Is another number when records are read in another way, such as by other columns.
  var reading: UInt64 { get }
  /// Is another number when something changes beside the records that features are made of.
  var surroundings: UInt64 { get }
  /// The same for one record; 0 when its features are made of nothing else.
  func surroundings(of features: Features) -> UInt64
  /// How many tables of counted values there are.
  var tables: Int { get }
  /// Which blocks of so many records are compared.
  func limits(records: Int) -> BlockLimits

  /// What is known of `record`.
  mutating func read(_ record: Record) -> Features
  /// Writes what is known of a record.
  func encode(_ features: Features, to fields: inout FieldWriter)
  /// What `encode` wrote.
  mutating func decode(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> Features
  /// What is known of one of the records that a model compares.
  func features(_ record: Int, of model: Model) -> Features

  /// The values under which a record meets others.
  func keys(of features: Features) -> [BlockingKey]
  /// Calls `body` with each value whose uses are counted: the number of its table, its hash, and the hashes of its parts;
  /// of these the next table counts how many values have them.
  func forEachCounted(_ features: Features, _ body: (Int, UInt64, (() -> [UInt64])?) -> Void)
  /// The keys of values that different entities may turn out to share, and which then identify none.
  func identities(of features: Features) -> [UInt64]
  /// Whether the entities that have the value of `key` are different ones.
  func areDifferent(_ holders: [Features], sharing key: UInt64) -> Bool

  /// The model that compares so many records as it would among all; `features` says what is known of each.
  mutating func model(
    _ count: Int, among all: AllRecords, _ features: (Int, inout Self) throws(DamagedFields) -> Features
  ) throws(DamagedFields) -> Model

  /// Matches new records with golden ones: see `Addition`. All kinds do it in one way; as a requirement it is compiled for
  /// each kind apart, so that nothing is looked up for a pair.
  func match(
    _ records: RecordStore, _ known: KnownRecords, _ file: ModelFile, _ options: MatchingOptions
  ) throws -> (Matched, [Int?])
}

extension KeptKind {
  var surroundings: UInt64 { 0 }
  func surroundings(of features: Features) -> UInt64 { 0 }
  func identities(of features: Features) -> [UInt64] { [] }
  func areDifferent(_ holders: [Features], sharing key: UInt64) -> Bool { false }
}

/// What is known of all records together, of which only some are at hand.
struct AllRecords {
  /// How many there are.
  let count: Int
  /// How often values stand in them.
  let tally: Tally
  /// The keys of values that different entities share.
  let shared: Set<UInt64>
}

extension ModelFile {
  /// The kind of records that the model compares.
  func keptKind(_ options: MatchingOptions) -> any KeptKind {
    switch EntityKind(rawValue: entity) {
    case .person: KeptPeople(self, options)
    case .company: KeptCompanies(self, options)
    default: people == nil ? KeptRows(self, options) : KeptPeople(self, options)
    }
  }
}
