// How a filter can end, in one place (design: sysexits.h of 4.3BSD).

/// Exit codes.
public enum ExitCode: Int32, Sendable {
  /// Done.
  case done = 0
  /// The comparison or check that was asked for did not hold.
  case negative = 1
  /// Wrong usage.
  case usage = 64
  /// Bad data.
  case data = 65
  /// An input cannot be read.
  case noInput = 66
  /// A service is unavailable.
  case unavailable = 69
  /// An output cannot be created.
  case cantCreate = 73
  /// An error while reading or writing.
  case io = 74
  /// Try again later.
  case tryAgain = 75
  /// Bad configuration.
  case configuration = 78
}

/// Why a filter stops: the exit code and the sentence for standard error.
public struct Failure: Error, Sendable, Equatable {
  /// How the filter ends.
  public let code: ExitCode
  /// What is wrong, without the filter's name; empty when everything has been said.
  public let message: String

  /// A failure with `code` that says `message`.
  public init(_ code: ExitCode, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// Why one record is not taken; the run goes on when `--rejects` is given.
public struct BadRecord: Error, Sendable, Equatable {
  /// What is wrong.
  public let reason: String
  /// The column of the fault in the line, counted in bytes from 1.
  public let column: Int

  /// A record with a fault at `column`.
  public init(_ reason: String, column: Int = 1) {
    self.reason = reason
    self.column = column
  }
}
