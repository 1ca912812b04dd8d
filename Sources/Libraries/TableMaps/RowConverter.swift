// From a block of rows to lines of JSON: what one thread does.
import Bytes
import CSV
import Command
import JSONLines

/// What the rows of one block gave.
struct BlockResult: Sendable {
  /// The block.
  let block: TableBlock
  /// The part of a row at its end.
  var rest: TableBlock?
  /// Records, a line each.
  var bytes: [UInt8] = []
  /// How many.
  var lines = 0
  /// Where in `bytes` ids stand that equal rows share, and the texts they are hashes of.
  var countedIDs: [(offset: Int, length: Int, key: String)] = []
  /// Rows that went where.
  var counts = Counts()
  /// Rows in which the map finds nobody.
  var passedOver = 0
  /// Texts that are not what the map says.
  var unread = UnreadTexts()
  /// Bad rows that are passed over.
  var faults: [TableError] = []
  /// What ends the run here.
  var failure: (any Error)?

  init(_ block: TableBlock) {
    self.block = block
  }

  mutating func add(_ record: MadeRecord) {
    let start = bytes.count
    record.object.write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    lines += 1
    guard let key = record.key, let id = record.object["id"]?.string, let type = record.object["type"]?.string else {
      return
    }
    // {"type":"TYPE","id":"ID": both are plain ASCII.
    countedIDs.append((start + 9 + type.utf8.count + 8, id.utf8.count, key))
  }

  /// Keeps a bad row that is passed over; throws one that ends the run.
  mutating func note(_ fault: TableError, _ rejecting: Bool) throws {
    guard rejecting, fault.raw != nil else { throw fault }
    faults.append(fault)
  }

  /// Counts the records of one row, and adds them.
  mutating func add(_ records: [MadeRecord]) {
    if records.isEmpty { counts.suppressed += 1 } else { counts.kept += 1 }
    counts.derived += max(0, records.count - 1)
    for record in records { add(record) }
  }
}

/// Turns blocks into plain objects or, where it has a maker of records, into those.
struct RowConverter {
  private var reader: BlockReader
  private var rows: PlainRows?
  private var maker: RecordMaker?
  /// Whether bad rows are passed over.
  private let rejecting: Bool

  init(_ reader: BlockReader, _ rows: PlainRows, rejecting: Bool) {
    self.reader = reader
    self.rows = rows
    self.rejecting = rejecting
  }

  init(_ reader: BlockReader, _ maker: RecordMaker, rejecting: Bool) {
    self.reader = reader
    self.maker = maker
    self.rejecting = rejecting
  }

  /// What the rows of `block` give.
  mutating func convert(_ block: TableBlock) -> BlockResult {
    var result = BlockResult(block)
    do {
      if var maker {
        self.maker = nil
        defer { self.maker = maker }
        try records(&maker, &result)
      } else if var rows {
        self.rows = nil
        defer { self.rows = rows }
        try plainRows(&rows, &result)
      }
    } catch {
      result.failure = error
    }
    return result
  }

  private mutating func plainRows(_ rows: inout PlainRows, _ result: inout BlockResult) throws {
    defer {
      result.lines = rows.count
      result.counts.read += rows.count
      result.counts.kept += rows.count
      result.bytes = rows.take()
    }
    let rejecting = rejecting
    result.rest = try reader.read(result.block) { bytes, row in
      rows.append(row, of: bytes)
    } fault: {
      try result.note($0, rejecting)
    }
  }

  private mutating func records(_ maker: inout RecordMaker, _ result: inout BlockResult) throws {
    defer { result.unread = maker.takeUnread() }
    let dialect = reader.dialect
    let rejecting = rejecting
    result.rest = try reader.read(result.block) { bytes, row in
      result.counts.read += 1
      switch maker.records(row, of: bytes, dialect: dialect) {
      case .nothing:
        result.counts.suppressed += 1
        result.passedOver += 1
      case .held: break
      case .records(let records): result.add(records)
      }
    } fault: {
      try result.note($0, rejecting)
    }
  }

  /// The records of all rows that were held.
  mutating func heldRecords() -> BlockResult {
    var result = BlockResult(TableBlock.end)
    maker?.heldRecords { result.add($0) }
    result.unread = maker?.takeUnread() ?? UnreadTexts()
    return result
  }
}
