// Records through a function on several cores: blocks of lines go to threads, results come back in order, so that the
// output is the same, byte for byte, whatever the number of threads.
import Bytes
import JSONLines

/// What one thread makes of one block; written to the output in the order of the blocks.
public struct MapOutput {
  fileprivate var bytes: [UInt8] = []
  fileprivate var lines = 0
  fileprivate var rejects: [(bad: BadRecord, line: Int, raw: [UInt8])] = []
  fileprivate var warnings: [String] = []
  fileprivate var failure: (any Error)?
  /// What went where; records read and kept are counted by the loop.
  public var counts = Counts()

  /// Writes a record and a line feed.
  public mutating func write(_ record: borrowing Record) {
    write(line: record.bytes)
  }

  /// Writes what `writer` holds, one record, and a line feed.
  public mutating func write(_ writer: JSONWriter) {
    write(line: writer.bytes)
  }

  /// Writes an object and a line feed.
  public mutating func write(_ object: JSONObject) {
    object.write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    lines += 1
  }

  /// Writes a line, to which a line feed is added.
  public mutating func write(line: [UInt8]) {
    bytes.append(contentsOf: line)
    bytes.append(UInt8(ascii: "\n"))
    lines += 1
  }

  /// Says something on standard error, in the order of the records.
  public mutating func warn(_ message: String) {
    warnings.append(message)
  }
}

/// `@unchecked Sendable` is sound because an output is handed over whole, from the thread that filled it to the main one.
private struct Parcel: @unchecked Sendable {
  var output: MapOutput
}

extension Run {
  /// Calls `body` with each record of the inputs, on as many threads as `-j` says; what it writes comes out in the
  /// order of the input. Each thread has a state of its own.
  public func mapRecords<State>(
    worker makeState: @escaping @Sendable () -> State,
    _ body: @escaping @Sendable (inout State, inout Record, inout MapOutput) throws -> Void
  ) throws {
    try forEachInput { handle in
      let file = handle.name
      let rejecting = takesRejects
      let transform: @Sendable (inout State, LineBlock) -> MapOutput = { state, block in
        map(block, file, rejecting, &state, body)
      }
      try mapBlocks(of: handle, makeState, transform)
    }
  }

  /// As the other `mapRecords`, without a state.
  public func mapRecords(_ body: @escaping @Sendable (inout Record, inout MapOutput) throws -> Void) throws {
    let makeNothing: @Sendable () -> Void = {}
    try mapRecords(worker: makeNothing) { (_: inout Void, record, output) in try body(&record, &output) }
  }

  /// Runs blocks through `transform`: here while there is only one or one thread is asked for, else on threads.
  private func mapBlocks<State>(
    of handle: FileHandle, _ makeState: @escaping @Sendable () -> State,
    _ transform: @escaping @Sendable (inout State, LineBlock) -> MapOutput
  ) throws {
    var state = makeState()
    var workers: OrderedWorkers<LineBlock, Parcel>?
    defer { workers?.finish() }
    var isFirst = true
    try eachBlock(of: handle) { block in
      if isFirst || jobs == 1 {
        isFirst = false
        try take(transform(&state, block), handle.name)
        return
      }
      let pool = workers ?? Self.startWorkers(jobs, makeState, transform)
      workers = pool
      if pool.underWay >= 2 * jobs { try take(pool.next().output, handle.name) }
      pool.submit(block)
    }
    while let pool = workers, pool.underWay > 0 { try take(pool.next().output, handle.name) }
  }

  private static func startWorkers<State>(
    _ count: Int, _ makeState: @escaping @Sendable () -> State,
    _ transform: @escaping @Sendable (inout State, LineBlock) -> MapOutput
  ) -> OrderedWorkers<LineBlock, Parcel> {
    OrderedWorkers(count: count) {
      var state = makeState()
      return { Parcel(output: transform(&state, $0)) }
    }
  }

  /// Writes one block's output and keeps its books; throws what stopped the block.
  private func take(_ result: MapOutput, _ file: String) throws {
    try output.write(bytes: result.bytes[...], lines: result.lines)
    counts.add(result.counts)
    for message in result.warnings { warn(message) }
    for (bad, line, raw) in result.rejects {
      counts.rejected -= 1  // counted by the thread already
      try reject(bad, origin: Origin(file: file, line: line), raw: raw)
    }
    if let failure = result.failure {
      guard let bad = badRecord(failure) else { throw failure }
      throw Failure(.data, bad.reason)
    }
    try output.flush()
  }
}

/// One block through `body`; stops at the first bad record unless `rejecting`.
private func map<State>(
  _ block: LineBlock, _ file: String, _ rejecting: Bool, _ state: inout State,
  _ body: (inout State, inout Record, inout MapOutput) throws -> Void
) -> MapOutput {
  var output = MapOutput()
  output.bytes.reserveCapacity(block.bytes.count + block.bytes.count / 4)
  var record = Record()
  do {
    try block.forEachLine { range, line in
      output.counts.read += 1
      let elsewhere = output.counts.elsewhere
      do {
        try record.fill(block, range, Origin(file: file, line: line))
        try body(&state, &record, &output)
      } catch {
        guard let bad = badRecord(error) else { throw error }
        guard rejecting else { throw Failure(.data, "\(file):\(line):\(bad.column): \(bad.reason)") }
        output.counts.rejected += 1
        output.rejects.append((bad, line, Array(block.bytes[range])))
      }
      if output.counts.elsewhere == elsewhere { output.counts.kept += 1 }
    }
  } catch {
    output.failure = error
  }
  return output
}
