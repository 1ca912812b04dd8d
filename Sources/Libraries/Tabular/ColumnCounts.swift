/// What is counted of a column in all records, of which those at hand may be a part.
public struct ColumnCounts: Sendable {
  /// How many records have the value with a hash.
  public var uses: @Sendable (UInt64) -> Int32
  /// How many different values have the part with a hash in common, such as a word.
  public var holders: @Sendable (UInt64) -> Int32
  /// How many different values there are.
  public var values: Int
  /// How many values all records have, and the sum of the squares of the uses.
  public var total, squares: Double
  /// The quantities or days of all different values.
  public var numbers: [Double]

  /// The counts of a column.
  public init(
    uses: @escaping @Sendable (UInt64) -> Int32, holders: @escaping @Sendable (UInt64) -> Int32, values: Int,
    total: Double, squares: Double, numbers: [Double]
  ) {
    self.uses = uses
    self.holders = holders
    self.values = values
    (self.total, self.squares) = (total, squares)
    self.numbers = numbers
  }
}
