// The two loops of the toolkit: records one after the other, and records shared among threads in order.
import Bytes
import JSONLines

extension Run {
  /// Calls `body` with each operand opened, or with standard input when there is none. A file that cannot be opened is
  /// reported, the others are read, and the run ends with 66.
  public func forEachInput(_ body: (FileHandle) throws -> Void) throws {
    for path in operands.isEmpty ? ["-"] : operands {
      do {
        let handle = path == "-" ? FileHandle.standardInput : try FileHandle.reading(path)
        progress.total = handle.regularSize()
        try body(handle)
      } catch let error as SystemError where error.isMissingInput {
        missing(error)
      }
    }
  }

  /// Calls `body` with each record of the inputs, in order. A record that is no valid JSON, or for which `body` throws
  /// `BadRecord`, ends the run with 65 or goes to `--rejects`. The record's storage is reused: keep a copy, not the variable.
  public func forEachRecord(_ body: (inout Record) throws -> Void) throws {
    var record = Record()
    try forEachInput { handle in
      try eachBlock(of: handle) { block in
        try block.forEachLine { range, line in
          try countOne { try takeLine(block, range, line, handle.name, &record, body) }
        }
        try output.flush()
      }
    }
  }

  /// Calls `body` with each record of one side file, such as `--people FILE`; a bad line ends the run with 65.
  public func readRecords(file path: String, _ body: (inout Record) throws -> Void) throws {
    let handle = path == "-" ? FileHandle.standardInput : try FileHandle.reading(path)
    var reader = LineReader(handle, maxLine: maxLine)
    var record = Record()
    while let item = try reader.next() {
      guard case .lines(let block) = item else { throw overlong(item, handle.name) }
      try block.forEachLine { range, line in
        do {
          try record.fill(block, range, Origin(file: handle.name, line: line))
          try body(&record)
        } catch {
          throw badRecord(error).map { Failure(.data, "\(handle.name):\(line):\($0.column): \($0.reason)") } ?? error
        }
      }
    }
  }

  /// The whole of a file, at most `limit` bytes.
  public func readFile(_ path: String, limit: Int = 64 << 20) throws -> [UInt8] {
    let handle = path == "-" ? FileHandle.standardInput : try FileHandle.reading(path)
    var bytes: [UInt8] = []
    while try handle.read(into: &bytes, count: LineReader.blockSize) > 0 {
      if bytes.count > limit { throw Failure(.data, "\(path): larger than \(limit) bytes") }
    }
    return bytes
  }

  /// The whole content of the files that an option names as `NAME=FILE`, by name; the last one of a name counts.
  public func namedFiles(_ option: String, limit: Int = 64 << 20) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for value in values(option) {
      let parts = value.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { throw Failure(.usage, "option '--\(option)' takes NAME=FILE, not '\(value)'") }
      files[String(parts[0])] = try readFile(String(parts[1]), limit: limit)
    }
    return files
  }

  /// Calls `body` with each block of lines of `handle`; lines that are too long are rejected.
  func eachBlock(of handle: FileHandle, _ body: (LineBlock) throws -> Void) throws {
    var reader = LineReader(handle, maxLine: maxLine)
    var done = 0
    while let item = try reader.next() {
      if case .lines(let block) = item { try body(block) } else { try rejectOverlong(item, handle.name) }
      progress.advance(bytes: reader.position - done, records: counts.read)
      done = reader.position
    }
  }

  /// Counts one record that was read: as kept, unless `body` has counted it as something else.
  private func countOne(_ body: () throws -> Void) rethrows {
    counts.read += 1
    let elsewhere = counts.elsewhere
    try body()
    if counts.elsewhere == elsewhere { counts.kept += 1 }
  }

  func rejectOverlong(_ item: LineReader.Item, _ file: String) throws {
    guard case .overlong(let line, let offset, let bytes) = item else { return }
    counts.read += 1
    let source: JSON = ["file": .string(file), "line": JSON(line), "offset": JSON(offset), "bytes": JSON(bytes)]
    guard takesRejects else { throw overlong(item, file) }
    try reject(source: source, position: "", reason: "line longer than \(maxLine) bytes", raw: nil)
  }

  private func overlong(_ item: LineReader.Item, _ file: String) -> Failure {
    guard case .overlong(let line, _, let bytes) = item else { return Failure(.data, file) }
    return Failure(
      .data, "\(file):\(line):\(maxLine + 1): line of \(bytes) bytes is longer than --max-line allows (\(maxLine))")
  }

  private func takeLine(
    _ block: LineBlock, _ range: Range<Int>, _ line: Int, _ file: String, _ record: inout Record,
    _ body: (inout Record) throws -> Void
  ) throws {
    do {
      try record.fill(block, range, Origin(file: file, line: line))
      try body(&record)
    } catch {
      guard let bad = badRecord(error) else { throw error }
      try reject(bad, origin: Origin(file: file, line: line), raw: Array(block.bytes[range]))
    }
  }

  func reject(_ bad: BadRecord, origin: Origin, raw: [UInt8]) throws {
    try reject(
      source: ["file": .string(origin.file), "line": JSON(origin.line), "column": JSON(bad.column)],
      position: "\(origin.file):\(origin.line):\(bad.column)", reason: bad.reason, raw: raw)
  }
}

/// The fault of one record that `error` tells of, or nil when it is about something else.
func badRecord(_ error: any Error) -> BadRecord? {
  switch error {
  case let error as JSONError: BadRecord(error.reason, column: error.column)
  case let error as BadRecord: error
  default: nil
  }
}
