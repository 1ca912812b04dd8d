import Bytes
import JSONLines
import Matching
import Transliteration

/// What one record of a table holds, prepared for comparing.
public struct TableRow: Sendable {
  /// The values of each column.
  let cells: [[ColumnValue]]

  /// Calls `body` with each value: the number of its column, its hash, and the hashes of its parts.
  public func forEachValue(_ body: (Int, UInt64, @escaping () -> [UInt64]) -> Void) {
    for (column, cell) in cells.enumerated() { for value in cell { body(column, value.hash) { value.parts } } }
  }

  /// Writes the row, to be read by `TableRowReader.decode`.
  public func encode(to fields: inout FieldWriter) {
    for cell in cells { fields.list(cell) { $1.encode(to: &$0) } }
  }
}

/// Reads single records of a table whose columns are known.
public struct TableRowReader {
  private let layout: TableLayout
  private let texts: RowTexts
  private let transliterator = Transliterator()

  /// A reader of the columns of `layout`, of records whose ids stand in the member `id`.
  public init(_ layout: TableLayout, without id: String) {
    self.layout = layout
    texts = RowTexts(layout.columns.map(\.path), without: id)
  }

  /// What `record` holds.
  public func read(_ record: Record) -> TableRow {
    TableRow(
      cells: zip(layout.columns, texts.texts(of: record)).map { column, texts in
        var seen: Set<UInt64> = []
        return texts.compactMap { ColumnValue($0, column.kind, transliterator) }.filter {
          seen.insert($0.hash).inserted
        }
      })
  }

  /// What `TableRow.encode` wrote.
  public func decode(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> TableRow {
    var cells: [[ColumnValue]] = []
    for column in layout.columns {
      cells.append(
        try fields.list(span) { (fields, span) throws(DamagedFields) in try ColumnValue(&fields, span, column.kind) })
      guard cells[cells.count - 1].count <= RecordTexts.mostValues else { throw DamagedFields() }
    }
    return TableRow(cells: cells)
  }

  /// The values under which a record meets others.
  public func keys(of row: TableRow) -> [BlockingKey] { TableBlocking.keys(of: row.cells, layout.turns) }
}
