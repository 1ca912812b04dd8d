import Bytes
import JSONLines
import Matching
import Tabular

/// Rows of a table of any kind. Of each column two tables are counted: its values, and what these have in common.
struct KeptRows: KeptKind {
  private let layout: TableLayout
  private let reader: TableRowReader
  let reading: UInt64

  init(_ model: ModelFile, _ options: MatchingOptions) {
    layout = model.layout
    reader = TableRowReader(model.layout, without: options.idMember)
    reading = model.reading(options)
  }

  var tables: Int { 2 * layout.columns.count }

  func limits(records: Int) -> BlockLimits { TableModel.limits(records) }

  func read(_ record: Record) -> TableRow { reader.read(record) }

  func encode(_ features: TableRow, to fields: inout FieldWriter) { features.encode(to: &fields) }

  func decode(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> TableRow {
    try reader.decode(&fields, span)
  }

  func features(_ record: Int, of model: TableModel) -> TableRow { model.row(record) }

  func keys(of features: TableRow) -> [BlockingKey] { reader.keys(of: features) }

  func forEachCounted(_ features: TableRow, _ body: (Int, UInt64, (() -> [UInt64])?) -> Void) {
    features.forEachValue { column, hash, parts in body(2 * column, hash, parts) }
  }

  mutating func model(
    _ count: Int, among all: AllRecords, _ features: (Int, inout KeptRows) throws(DamagedFields) -> TableRow
  ) throws(DamagedFields) -> TableModel {
    var part = PartOfTable(layout)
    for number in 0..<count { part.append(try features(number, &self)) }
    let counts = layout.columns.indices.map { column in
      let (values, parts) = (2 * column, 2 * column + 1)
      let sums = all.tally.sums(values)
      return ColumnCounts(
        uses: { [tally = all.tally] in tally.uses(values, $0) },
        holders: { [tally = all.tally] in tally.uses(parts, $0) }, values: sums.values, total: sums.total,
        squares: sums.squares,
        numbers: layout.columns[column].kind.isQuantity ? all.tally.numbers(parts, atMost: sums.values) : [])
    }
    return TableModel(part, counts)
  }
}

extension Tally {
  /// The quantities that the values of a column have, as often as values have them, of which there are `limit`.
  fileprivate func numbers(_ table: Int, atMost limit: Int) -> [Double] {
    var numbers: [Double] = []
    forEach(table) { hash, count in
      guard let number = ColumnKind.quantity(ofPart: hash) else { return }
      numbers += repeatElement(number, count: min(limit - numbers.count, Int(count)))
    }
    return numbers
  }
}
