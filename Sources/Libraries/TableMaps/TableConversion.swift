// One table on its way from rows to lines of JSON, its blocks shared among threads.
import Bytes
import CSV
import Command
import JSONLines

/// Turns one table into plain objects or, through a map, into records.
public struct TableConversion {
  private let run: Run
  /// The file's name.
  private let name: String
  private let map: TableMap?
  private let context: MapContext

  /// A conversion of the table in the file called `name`.
  public init(_ run: Run, name: String, map: TableMap?, context: MapContext) {
    self.run = run
    self.name = name
    self.map = map
    self.context = context
  }

  /// Reads the table of `input` and writes what its rows give.
  public func convert(_ input: PeekedInput) throws {
    var reader = TableReader(try run.tableOptions(map)) { buffer, count in try input.read(into: &buffer, count: count) }
    try convert(&reader)
  }

  private func convert(_ reader: inout TableReader) throws {
    let isThere = try failing { try reader.open() }
    for note in reader.notes { run.warn("\(name): \(note)") }
    guard isThere else {
      if run.value("columns") != nil { return }
      throw Failure(.data, "\(name):1:1: the table is empty: no header")
    }
    try failing { try rows(&reader) }
    if reader.repairs > 0 { run.warn("\(name): repaired \(reader.repairs) character\(reader.repairs == 1 ? "" : "s")") }
    if let note = reader.encodingNote { run.warn("\(name): \(note)") }
  }

  /// Turns a fault of the table as a whole into the failure of the run.
  private func failing<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as TableError {
      throw Failure(.data, "\(name):\(error.line):\(error.column): \(error.reason)")
    }
  }

  private func rows(_ reader: inout TableReader) throws {
    var books = TableBooks()
    if let map, map.holdsRows(context) {
      try heldRecords(&reader, map, &books)
    } else {
      try sharedRows(&reader, &books)
    }
    let passed = books.passedOver
    if passed > 0 {
      run.warn("\(name): passed over \(passed) row\(passed == 1 ? "" : "s") in which the map finds nobody")
    }
    for text in books.unread.entries {
      let many = text.count == 1 ? "a text" : "\(text.count) texts"
      run.warn("\(name): column '\(text.column)': \(many) where \(text.expected) was expected, such as '\(text.first)'")
    }
  }

  /// Rows whose records need what later rows say: they are held until the table ends.
  private func heldRecords(_ reader: inout TableReader, _ map: TableMap, _ books: inout TableBooks) throws {
    var worker = RowConverter(reader.blockReader, recordMaker(map, reader.names), rejecting: run.takesRejects)
    while let block = try reader.nextBlock(forSeveral: false) {
      let result = worker.convert(block)
      try write(result, &books)
      if let rest = result.rest { reader.putBack(rest) }
    }
    try write(worker.heldRecords(), &books)
  }

  /// Blocks go to threads; a block that turns out to begin within a row is read again behind the one before it.
  private func sharedRows(_ reader: inout TableReader, _ books: inout TableBooks) throws {
    let make = workerMaker(reader)
    var own = make()
    var seam = BlockSeam()
    var underWay = 0
    var table = reader
    defer { reader = table }
    try run.mapJobs(worker: make) {
      if underWay == 0, let rest = seam.take() { table.putBack(rest) }
      let before = table.position
      guard let block = try table.nextBlock(forSeveral: run.jobs > 1) else { return nil }
      run.progress.advance(bytes: table.position - before, records: run.counts.read)
      underWay += 1
      return block
    } _: { worker, block in
      worker.convert(block)
    } take: { result in
      underWay -= 1
      guard seam.isOpen else {
        try write(result, &books)
        seam.leave(result.rest)
        if seam.isOpen { table.missedBoundary() }
        return
      }
      guard let block = seam.join(result.block) else { return }
      let result = own.convert(block)
      try write(result, &books)
      seam.leave(result.rest)
    }
  }

  private func workerMaker(_ reader: borrowing TableReader) -> @Sendable () -> RowConverter {
    let blocks = reader.blockReader
    let rejecting = run.takesRejects
    guard let map else {
      let rows = PlainRows(
        reader.names, dialect: reader.dialect, binary: run.values("base64"),
        padsShortRows: run.value("ragged") == TableOptions.Ragged.pad.rawValue)
      return { RowConverter(blocks, rows, rejecting: rejecting) }
    }
    let maker = recordMaker(map, reader.names)
    return { RowConverter(blocks, maker, rejecting: rejecting) }
  }

  private func recordMaker(_ map: TableMap, _ names: [String]) -> RecordMaker {
    let types = run.values("type")
    return RecordMaker(map, names: names, file: name, context: context, types: types.isEmpty ? nil : Set(types))
  }

  /// Writes what a block gave, and keeps its books; throws what stopped the block.
  private func write(_ result: BlockResult, _ books: inout TableBooks) throws {
    var result = result
    books.settle(&result)
    try run.output.write(bytes: result.bytes[...], lines: result.lines)
    run.counts.add(result.counts)
    for fault in result.faults {
      run.counts.read += 1
      try run.reject(
        source: ["file": .string(name), "line": JSON(fault.line), "column": JSON(fault.column)],
        position: "\(name):\(fault.line):\(fault.column)", reason: fault.reason, raw: fault.raw)
    }
    if let failure = result.failure { throw failure }
  }
}

/// What is known of a table as a whole while its blocks come in.
private struct TableBooks {
  var unread = UnreadTexts()
  var passedOver = 0
  private var equals = EqualCounter()

  /// Adds a block's part, and tells its records from their equals in earlier blocks.
  mutating func settle(_ result: inout BlockResult) {
    unread.add(result.unread)
    passedOver += result.passedOver
    for item in result.countedIDs {
      let range = item.offset..<(item.offset + item.length)
      let digest = String(decoding: result.bytes[range], as: UTF8.self)
      guard let id = equals.id(item.key, digest: digest) else { continue }
      result.bytes.replaceSubrange(range, with: id.utf8)
    }
  }
}
