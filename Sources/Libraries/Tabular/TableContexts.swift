import Bytes
import Matching

extension TableModel {
  /// The company that each record keeps, where a column names the entities: the words of the name, and beside it the
  /// things of lists and values that are no quantities.
  public var contexts: [Context] {
    guard let naming = training.naming, columns.count > 1 else { return [] }
    let neighbours = columns.indices.filter { $0 != naming && columns[$0].tellsNeighbours }
    guard !neighbours.isEmpty else { return [] }
    return (0..<recordCount).map { record in
      Context(
        words: columns[naming].cell(record).flatMap { $0.words.map { ContentHash.of($0) } },
        neighbours: neighbours.flatMap { column in
          columns[column].neighbours(of: record).map { ContentHash.of($0, UInt64(column)) }
        })
    }
  }
}

extension Column {
  /// Whether records of one entity may have values in common that others have not.
  var tellsNeighbours: Bool { kind != .number && kind != .date }

  /// Numbers of the things that a record lists, or of its values.
  func neighbours(of record: Int) -> [UInt64] {
    values(of: record).flatMap { number in isList ? items[Int(number)] : [values[Int(number)].hash] }
  }
}
