import Bytes
import JSONLines

/// Many records in memory with nothing but their bytes, in an order of one's own.
public struct RecordStore: Sendable, RandomAccessCollection {
  private var bytes: [UInt8] = []
  private var starts = [0]
  /// The numbers of the records, as they were added, in the order in which they are handed out.
  private var order: [Int32] = []

  /// No records.
  public init() {}

  /// Adds a record at the end.
  public mutating func append(_ record: borrowing Record) { append(line: record.bytes[...]) }

  /// Adds the records of another store at the end.
  public mutating func append(_ other: RecordStore) {
    for position in other.indices { append(line: other.line(position)) }
  }

  /// Adds a record by its bytes.
  mutating func append(line: ArraySlice<UInt8>) {
    order.append(Int32(starts.count - 1))
    bytes += line
    starts.append(bytes.count)
  }

  /// Adds the record that stands in `range` of `span`.
  mutating func append(_ span: RawSpan, _ range: Range<Int>) {
    order.append(Int32(starts.count - 1))
    bytes.append(span, range)
    starts.append(bytes.count)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { order.count }

  /// The record at `position`, found anew in its bytes.
  public subscript(position: Int) -> Record {
    // What was added was a record, so that it is one still.
    (try? Record(Array(line(position)))) ?? Record()
  }

  /// The bytes of the record at `position`.
  func line(_ position: Int) -> ArraySlice<UInt8> {
    let place = Int(order[position])
    return bytes[starts[place]..<starts[place + 1]]
  }

  /// Calls `body` with the bytes of all records and where each lies in them.
  func forEachLine(_ body: (RawSpan, Range<Int>) -> Void) {
    for place in order { body(bytes.span.bytes, starts[Int(place)]..<starts[Int(place) + 1]) }
  }

  /// The id of each record, which `member` holds; empty where it holds none.
  func ids(_ member: JSONPath) -> [String] {
    let table = PathTable([member])
    var places: [ValuePlace] = []
    var ids: [String] = []
    ids.reserveCapacity(count)
    forEachLine { json, line in
      let start = json.firstOffset(of: UInt8(ascii: "{"), in: line) ?? line.lowerBound
      table.find(in: json, start..<line.upperBound, into: &places)
      ids.append(places.first.flatMap { $0.string(in: json) ?? $0.number(in: json) } ?? "")
    }
    return ids
  }

  /// The positions in the order of the records' ids; those of one id by their bytes.
  func order(ids: [String]) -> [Int] {
    ids.indices.sorted { left, right in
      ids[left] != ids[right] ? ids[left] < ids[right] : line(left).lexicographicallyPrecedes(line(right))
    }
  }

  /// The same records in the order of `positions`.
  func inOrder(_ positions: [Int]) -> RecordStore {
    var store = self
    store.order = positions.map { order[$0] }
    return store
  }
}
