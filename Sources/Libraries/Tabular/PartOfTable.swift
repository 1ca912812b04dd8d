/// Values of which each is kept once: those that are spelt differently and say the same are one.
struct DistinctValues {
  private(set) var values: [ColumnValue] = []
  private(set) var hashes: [UInt64] = []
  private var known: [UInt64: Int32] = [:]

  /// The number of a value, which is the same for equal values.
  mutating func number(_ value: ColumnValue) -> Int32 {
    let hash = value.hash
    if let number = known[hash] { return number }
    known[hash] = Int32(values.count)
    values.append(value)
    hashes.append(hash)
    return Int32(values.count - 1)
  }
}

/// A column of records that are a part of all.
struct PartOfColumn {
  private(set) var distinct = DistinctValues()
  /// The numbers of each record's values, and where they begin.
  private(set) var numbers: [Int32] = []
  private(set) var starts = [0]

  mutating func append(_ cell: [ColumnValue]) {
    for value in cell { numbers.append(distinct.number(value)) }
    starts.append(numbers.count)
  }
}

/// Rows of a table that are a part of all, column by column.
public struct PartOfTable {
  let layout: TableLayout
  private(set) var columns: [PartOfColumn]
  private(set) var count = 0

  /// No rows yet.
  public init(_ layout: TableLayout) {
    self.layout = layout
    columns = Array(repeating: PartOfColumn(), count: layout.columns.count)
  }

  /// Adds the next row.
  public mutating func append(_ row: TableRow) {
    for index in columns.indices { columns[index].append(row.cells[index]) }
    count += 1
  }
}
