/// Records of one kind and how they are compared; each is known by its number, from 0 on.
public protocol EntityModel: Sendable {
  /// How many records there are.
  var recordCount: Int { get }
  /// What is compared, with the weights believed before any data was seen.
  var comparisons: [Comparison] { get }
  /// The names of the blocking rules, by their number.
  var blockingRules: [String] { get }
  /// Which blocks are compared.
  var limits: BlockLimits { get }
  /// How the weights are learnt.
  var training: TrainingOptions { get }
  /// The values under which a record meets others.
  func keys(of record: Int) -> [BlockingKey]
  /// How two records agree.
  func compare(_ left: Int, _ right: Int) -> Agreement
  /// How two records agree; nil when they can't be one entity, which a model may find out before all is compared.
  func compare(_ left: Int, _ right: Int, by bound: WeightBound) -> Agreement?
  /// How many bits the rarity of a value can add to a comparison.
  var highestRarity: Float { get }
  /// Looks at what is known of the records that are compared next.
  func fetch(_ pairs: [RecordPair])
  /// How much a record counts when weights are learnt; the products of two of them are what pairs count.
  func say(_ record: Int) -> Float
  /// What stands beside the names of all records; empty where that proves nothing.
  var contexts: [Context] { get }
}

/// Two records, the smaller number first.
public typealias RecordPair = (left: Int, right: Int)

extension EntityModel {
  /// Compares all there is to compare.
  public func compare(_ left: Int, _ right: Int, by bound: WeightBound) -> Agreement? { compare(left, right) }

  /// Not known.
  public var highestRarity: Float { .infinity }

  /// Nothing: of few records all is near at hand.
  public func fetch(_ pairs: [RecordPair]) {}

  /// All records count the same.
  public func say(_ record: Int) -> Float { 1 }

  /// No record keeps any company.
  public var contexts: [Context] { [] }
}
