// Records through a function on several cores: blocks of lines go to threads, results come back in order, so that the
// output is the same, byte for byte, whatever the number of threads.
import Bytes
import JSONLines

/// What one thread makes of one block; written to the output in the order of the blocks.
public struct MapOutput {
  fileprivate var bytes: [UInt8] = []
  fileprivate var passed: PassedLines?
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

  /// Writes the line that `body` adds to the text, and a line feed.
  public mutating func write(adding body: (inout [UInt8]) -> Void) {
    body(&bytes)
    bytes.append(UInt8(ascii: "\n"))
    lines += 1
  }

  /// Empties the output for another block; memory that was good for one is good for the next.
  fileprivate mutating func restart() {
    var bytes: [UInt8] = []
    swap(&bytes, &self.bytes)
    bytes.removeAll(keepingCapacity: true)
    self = MapOutput()
    swap(&bytes, &self.bytes)
  }

  /// Says something on standard error, in the order of the records.
  public mutating func warn(_ message: String) {
    warnings.append(message)
  }
}

/// Lines of a block that go through unchanged, as ranges of its bytes: most blocks are one range.
private struct PassedLines {
  let block: LineBlock
  /// Ranges, and whether a line feed must be added to each.
  private(set) var ranges: [(range: Range<Int>, needsLineFeed: Bool)] = []

  init(_ block: LineBlock) {
    self.block = block
  }

  /// Adds the line in `range`, with its line feed where that follows at once.
  mutating func add(_ range: Range<Int>) {
    let isFollowed = range.upperBound < block.bytes.count && block.bytes[range.upperBound] == UInt8(ascii: "\n")
    let whole = range.lowerBound..<range.upperBound + (isFollowed ? 1 : 0)
    if let last = ranges.last, !last.needsLineFeed, last.range.upperBound == whole.lowerBound {
      ranges[ranges.count - 1] = (last.range.lowerBound..<whole.upperBound, !isFollowed)
    } else {
      ranges.append((whole, !isFollowed))
    }
  }
}

/// An item of the input on its way to a thread and what the thread makes of it on its way back. `@unchecked Sendable` is
/// sound because a parcel is handed over whole, from the main thread to one that fills its output and back: one thread at a
/// time holds it.
private final class Parcel: @unchecked Sendable {
  var item: LineReader.Item
  var output = MapOutput()

  init(_ item: LineReader.Item) { self.item = item }
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
      let transform: @Sendable (inout State, LineBlock, inout MapOutput) -> Void = { state, block, output in
        map(block, file, rejecting, &state, &output, body)
      }
      try mapBlocks(of: handle, makeState, transform)
    }
  }

  /// As the other `mapRecords`, without a state.
  public func mapRecords(_ body: @escaping @Sendable (inout Record, inout MapOutput) throws -> Void) throws {
    let makeNothing: @Sendable () -> Void = {}
    try mapRecords(worker: makeNothing) { (_: inout Void, record, output) in try body(&record, &output) }
  }

  /// Passes those lines of the inputs through, byte for byte, in which `fault` finds no fault; it is called on as many
  /// threads as `-j` says, with the bytes of a block and the range of a line. Each thread has a state of its own.
  public func passLines<State>(
    worker makeState: @escaping @Sendable () -> State,
    _ fault: @escaping @Sendable (inout State, RawSpan, Range<Int>) -> BadRecord?
  ) throws {
    try forEachInput { handle in
      let file = handle.name
      let rejecting = takesRejects
      let transform: @Sendable (inout State, LineBlock, inout MapOutput) -> Void = { state, block, output in
        pass(block, file, rejecting, &state, &output, fault)
      }
      try mapBlocks(of: handle, makeState, transform)
    }
  }

  /// Runs the blocks of an input through `transform`, on threads where that is worth it.
  private func mapBlocks<State>(
    of handle: FileHandle, _ makeState: @escaping @Sendable () -> State,
    _ transform: @escaping @Sendable (inout State, LineBlock, inout MapOutput) -> Void
  ) throws {
    var reader = LineReader(handle, maxLine: maxLine)
    var done = 0
    var spare: [Parcel] = []
    try mapJobs(worker: makeState) {
      guard let item = try reader.next() else { return nil }
      progress.advance(bytes: reader.position - done, records: counts.read)
      done = reader.position
      let parcel = spare.popLast() ?? Parcel(item)
      parcel.item = item
      return parcel
    } _: { (state: inout State, parcel: Parcel) -> Parcel in
      if case .lines(let block) = parcel.item { transform(&state, block, &parcel.output) }
      return parcel
    } take: { parcel in
      // A line that is too long goes the way of the blocks, so that it is told in its turn.
      if case .lines = parcel.item {
        try take(parcel.output, handle.name)
      } else {
        try rejectOverlong(parcel.item, handle.name)
      }
      parcel.output.restart()
      spare.append(parcel)
    }
  }

  /// Writes one block's output and keeps its books; throws what stopped the block.
  private func take(_ result: MapOutput, _ file: String) throws {
    try output.write(bytes: result.bytes[...], lines: result.lines)
    if let passed = result.passed {
      for (range, needsLineFeed) in passed.ranges {
        try output.write(bytes: passed.block.bytes[range], lines: 0)
        if needsLineFeed { try output.write(text: "\n") }
      }
    }
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
  _ block: LineBlock, _ file: String, _ rejecting: Bool, _ state: inout State, _ output: inout MapOutput,
  _ body: (inout State, inout Record, inout MapOutput) throws -> Void
) {
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
}

/// The lines of one block in which `fault` finds no fault; stops at the first bad one unless `rejecting`.
private func pass<State>(
  _ block: LineBlock, _ file: String, _ rejecting: Bool, _ state: inout State, _ output: inout MapOutput,
  _ fault: (inout State, RawSpan, Range<Int>) -> BadRecord?
) {
  var passed = PassedLines(block)
  do {
    try block.forEachLine { range, line in
      output.counts.read += 1
      guard let bad = fault(&state, block.bytes.span.bytes, range) else {
        output.counts.kept += 1
        return passed.add(range)
      }
      guard rejecting else { throw Failure(.data, "\(file):\(line):\(bad.column): \(bad.reason)") }
      output.counts.rejected += 1
      output.rejects.append((bad, line, Array(block.bytes[range])))
    }
  } catch {
    output.failure = error
  }
  output.passed = passed
}
