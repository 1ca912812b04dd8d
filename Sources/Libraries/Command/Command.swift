// What a filter is: its name, its options, and the one place where it begins and ends.
import Bytes
import Glibc
import JSONLines

/// A filter's description, from which its command line, help and completions follow.
///
///     let command = Command(name: "tag", summary: "add a tag", options: [Option("tag", argument: "T", help: "the tag")])
///     command.main { run in
///       let tag = try run.required("tag")
///       try run.mapRecords { record, out in
///         record.set("tag", .string(tag))
///         out.write(record)
///       }
///     }
public struct Command: Sendable {
  /// The version that `--version` prints.
  public static let version = "0.1.0"

  /// The name of the executable.
  public let name: String
  /// What it does, as one phrase without capital and full stop; the man page's NAME line.
  public let summary: String
  /// What its operands are, such as `[file ...]`.
  public let operands: String
  /// Its own options.
  public let options: [Option]
  /// The shared options that it takes beside those of every filter.
  public let common: [CommonOption]

  /// Describes a filter.
  public init(
    name: String, summary: String, operands: String = "[file ...]", options: [Option] = [], common: [CommonOption] = []
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options
    self.common = common
  }

  /// All options: its own, the shared ones it takes, and those of every filter.
  var allOptions: [Option] { options + common.map(\.option) + CommonOption.always }

  /// Runs the filter with the words of the command line, and ends the process.
  public func main(_ body: (Run) throws -> Void) -> Never {
    // A reader that goes away ends the filter quietly, whatever the parent has set.
    signal(SIGPIPE, SIG_DFL)
    exit(execute(Array(CommandLine.arguments.dropFirst()), body).rawValue)
  }

  private func execute(_ words: [String], _ body: (Run) throws -> Void) -> ExitCode {
    do {
      if words.count == 2, words[0] == "--completions" { return try complete(words[1]) }
      let run = Run(self, try Arguments(words, options: allOptions))
      if run.flag("help") { return try say(Help.text(self)) }
      if run.flag("version") { return try say("\(name) (kith) \(Self.version)\n") }
      return try execute(run, body)
    } catch {
      return report(error)
    }
  }

  /// Runs the body; what was written before a failure reaches the output first.
  private func execute(_ run: Run, _ body: (Run) throws -> Void) throws -> ExitCode {
    do {
      try run.begin()
      try body(run)
    } catch {
      try run.output.flush()
      run.progress.end()
      throw error
    }
    return try run.finish()
  }

  private func complete(_ shell: String) throws -> ExitCode {
    guard let script = Completions.script(self, shell: shell) else {
      throw Failure(.usage, "completions are made for bash, zsh and fish, not '\(shell)'")
    }
    return try say(script)
  }

  private func say(_ text: String) throws -> ExitCode {
    try FileHandle.standardOutput.write(Array(text.utf8))
    return .done
  }

  /// Says what went wrong, and how the process ends.
  private func report(_ error: any Error) -> ExitCode {
    let failure = Failure(translating: error)
    if !failure.message.isEmpty {
      let hint = failure.code == .usage ? "\nTry '\(name) --help'." : ""
      try? FileHandle.standardError.write(Array("\(name): \(failure.message)\(hint)\n".utf8))
    }
    return failure.code
  }
}

extension Failure {
  /// The failure that `error` amounts to.
  init(translating error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as SystemError:
      self.init(error.isMissingInput ? .noInput : .io, "\(error.subject): \(error.reason)")
    case let error as BadRecord: self.init(.data, error.reason)
    case let error as JSONError: self.init(.data, "column \(error.column): \(error.reason)")
    default: self.init(.data, "\(error)")
    }
  }
}
