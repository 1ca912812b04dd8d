// One run of a filter: what the command line said, where records go, what was counted.
import Bytes
import Calendar
import Glibc
import JSONLines

/// The run that a filter's body is given. It belongs to the main thread.
public final class Run {
  /// The filter that runs.
  public let command: Command
  /// The operands; no operand means standard input.
  public let operands: [String]
  /// Records on standard output.
  public let output = Output(.standardOutput)
  /// What went where.
  public var counts = Counts()
  /// The display of how far the run has come.
  public let progress: Progress
  /// The longest line accepted, in bytes.
  public private(set) var maxLine = 64 << 20
  /// How many cores the user asked for; nil leaves it to the filter.
  public private(set) var requestedJobs: Int?
  private let arguments: Arguments
  private var rejects: Rejects?
  private var missingInput = false

  init(_ command: Command, _ arguments: Arguments) {
    self.command = command
    self.arguments = arguments
    operands = arguments.operands
    progress = Progress(name: command.name, quiet: arguments.values["quiet"] != nil)
  }

  /// The value of `--option`, or nil when it was not given.
  public func value(_ option: String) -> String? { arguments.values[option]?.last }

  /// The values of an option that may be repeated.
  public func values(_ option: String) -> [String] { arguments.values[option] ?? [] }

  /// Whether the flag was given.
  public func flag(_ option: String) -> Bool { arguments.values[option] != nil }

  /// The value of an option without which the filter cannot run.
  public func required(_ option: String) throws(Failure) -> String {
    guard let value = value(option) else { throw Failure(.usage, "option '--\(option)' is required") }
    return value
  }

  /// The whole number given with `option`, at least `minimum`; nil when the option was not given.
  public func int(_ option: String, minimum: Int = 0) throws(Failure) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), number >= minimum else {
      throw Failure(.usage, "option '--\(option)' takes a whole number from \(minimum), not '\(text)'")
    }
    return number
  }

  /// The size in bytes given with `option`, such as `64M`; nil when the option was not given.
  public func size(_ option: String) throws(Failure) -> Int? {
    guard let text = value(option) else { return nil }
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? text[...] : text.dropLast()
    let (size, overflow) = (Int(digits) ?? -1).multipliedReportingOverflow(by: unit ?? 1)
    guard size > 0, !overflow else {
      throw Failure(.usage, "option '--\(option)' takes a size such as 1000000, 64M or 2G, not '\(text)'")
    }
    return size
  }

  /// The instant taken for now: `--now`, else the clock.
  public private(set) lazy var now = Instant(seconds: Int64(time(nil)))

  /// The zone given with `--zone`, or nil.
  public private(set) var zone: Zone?

  /// Whether the user wants neither warnings nor progress.
  public var quiet: Bool { flag("quiet") }

  /// How many cores to use where work is worth sharing.
  public var jobs: Int { requestedJobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Says something on standard error, unless `--quiet` was given.
  public func warn(_ message: String) {
    if !quiet { say(message) }
  }

  /// Says something on standard error.
  public func say(_ message: String) {
    try? FileHandle.standardError.write(Array("\(command.name): \(message)\n".utf8))
  }

  /// Says that an input cannot be read; the run goes on and ends with 66.
  public func missing(_ error: SystemError) {
    missing(error.subject, error.reason)
  }

  /// Notes that an input cannot be read, for `reason`; the run goes on and ends with 66.
  public func missing(_ input: String, _ reason: String) {
    say("\(input): \(reason)")
    missingInput = true
  }

  /// Whether bad records are written to a file while the run goes on.
  public var takesRejects: Bool { rejects != nil }

  /// Writes a bad record to `--rejects`, or ends the run with 65 when that was not given.
  ///
  /// - Parameters:
  ///   - source: the record's `source` member.
  ///   - position: where the fault is, as `file:line:column`, for the message.
  ///   - raw: the bytes that were not taken.
  public func reject(source: JSON, position: String, reason: String, raw: [UInt8]?) throws {
    guard let rejects else { throw Failure(.data, "\(position): \(reason)") }
    try rejects.write(filter: command.name, source: source, reason: reason, raw: raw)
    counts.rejected += 1
  }

  /// Keeps a value to the end of the process. What was gathered from millions of records would else be given back piece by
  /// piece, just before the process gives back all at once.
  public func keepToTheEnd(_ value: AnyObject) {
    // Sound: a reference that is never released only keeps the value.
    _ = Unmanaged.passRetained(value)
  }

  func begin() throws {
    if let text = value("jobs") {
      guard let number = Int(text), (1...1024).contains(number) else {
        throw Failure(.usage, "option '--jobs' takes a number from 1 to 1024, not '\(text)'")
      }
      requestedJobs = number
    }
    maxLine = min(try size("max-line") ?? maxLine, 1 << 30)
    do {
      if let text = value("now") { now = try Instant(dateOrTime: text) }
      if let text = value("zone") { zone = try Zone(named: text) }
    } catch {
      throw Failure(.usage, "\(error)")
    }
    if let path = value("rejects") { rejects = try Rejects(path) }
  }

  /// Flushes, closes the books, and says how the process ends.
  func finish() throws -> ExitCode {
    progress.end()
    try output.flush()
    if let rejects {
      try rejects.flush()
      if counts.rejected > 0 { warn("\(counts.rejected) of \(counts.read) records rejected, see \(rejects.path)") }
    }
    if let path = value("counts") { try appendCounts(to: path) }
    return missingInput ? .noInput : .done
  }

  private func appendCounts(to path: String) throws {
    let others = operands.count > 1 ? " and \(operands.count - 1) more" : ""
    let source = (operands.first ?? "<stdin>") + others
    var line: [UInt8] = []
    counts.line(filter: command.name, source: source).write(to: &line)
    let handle = try creating { () throws(SystemError) in try FileHandle.appending(path) }
    try handle.write(line + [UInt8(ascii: "\n")])
  }
}

/// What `body` gives; an error becomes exit code 73.
func creating<Value>(_ body: () throws(SystemError) -> Value) throws(Failure) -> Value {
  do throws(SystemError) {
    return try body()
  } catch {
    throw Failure(.cantCreate, "\(error.subject): \(error.reason)")
  }
}
