/// What of a table is compared, and where it stands.
public struct TableLayout: Sendable {
  /// For each comparison, where its values stand.
  public let columns: [ColumnSpecification]
  let turns: [TurnedColumns]

  /// The columns, and by their numbers those whose values are put into each other now and then.
  public init(columns: [ColumnSpecification], turned: [(Int, Int)]) {
    self.columns = columns
    turns = turned.map { TurnedColumns(first: $0, second: $1) }
  }

  /// Pairs of columns whose values are put into each other now and then.
  public var turned: [(Int, Int)] { turns.map { ($0.first, $0.second) } }
}

/// Where the values of a column stand in a record, and what they are.
public struct ColumnSpecification: Sendable, Equatable {
  /// The members that lead to the values.
  public let path: [String]
  /// What they are.
  public let kind: ColumnKind

  /// Values of `kind` at `path`.
  public init(path: [String], kind: ColumnKind) {
    self.path = path
    self.kind = kind
  }
}
