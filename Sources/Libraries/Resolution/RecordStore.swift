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

  /// Makes room for so many more records of so many bytes in all.
  mutating func reserve(_ records: Int, bytes count: Int) {
    bytes.reserveCapacity(bytes.count + count)
    starts.reserveCapacity(starts.count + records)
    order.reserveCapacity(order.count + records)
  }

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
    for start in stride(from: 0, to: order.count, by: 64) {
      let lines = order[start...].prefix(64).map { starts[Int($0)]..<starts[Int($0) + 1] }
      // Both ends of each are looked at first, so that they come from memory together and not one by one.
      let ends = lines.reduce(UInt8(0)) { $0 | bytes[$1.lowerBound] | bytes[$1.upperBound - 1] }
      precondition(ends < 0x80, "a record begins and ends with a brace or a blank")
      for line in lines { body(bytes.span.bytes, line) }
    }
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
    let heads = Self.heads(of: ids)
    return ids.indices.map { (head: heads.isEmpty ? 0 : heads[$0], position: $0) }.sorted { first, second in
      if first.head != second.head { return first.head < second.head }
      let (left, right) = (first.position, second.position)
      return ids[left] != ids[right] ? ids[left] < ids[right] : line(left).lexicographicallyPrecedes(line(right))
    }.map(\.position)
  }

  /// The first eight bytes of each id as a number, by which most ids are put in order; none unless all ids are ASCII, since
  /// others are not ordered by their bytes.
  private static func heads(of ids: [String]) -> [UInt64] {
    var heads: [UInt64] = []
    heads.reserveCapacity(ids.count)
    for id in ids {
      var (head, count) = (UInt64(0), 0)
      for byte in id.utf8 {
        guard byte < 0x80 else { return [] }
        if count < 8 { head |= UInt64(byte) << UInt64(56 - 8 * count) }
        count += 1
      }
      heads.append(head)
    }
    return heads
  }

  /// The same records in the order of `positions`.
  func inOrder(_ positions: [Int]) -> RecordStore {
    var store = self
    store.order = positions.map { order[$0] }
    return store
  }
}
