// The table of options that drives parsing, help, completions and the check of the man page.

/// One option of a filter.
public struct Option: Sendable {
  /// The long name, without dashes.
  public let name: String
  /// The letter after a single dash.
  public let short: Character?
  /// What the argument is called in the help, such as `FILE`; nil for a flag.
  public let argument: String?
  /// One line of help.
  public let help: String
  /// Whether it may be given more than once.
  public let repeats: Bool
  /// The values that are allowed, for completion and checking; empty when free.
  public let choices: [String]

  /// An option `--name`.
  public init(
    _ name: String, short: Character? = nil, argument: String? = nil, choices: [String] = [], repeats: Bool = false,
    help: String
  ) {
    self.name = name
    self.short = short
    self.argument = argument
    self.choices = choices
    self.repeats = repeats
    self.help = help
  }
}

/// Options that many filters share, described once in kith(7).
public enum CommonOption: Sendable, CaseIterable {
  /// `--now`: the date that the run takes for today.
  case now
  /// `--zone`: the time zone of local times without one.
  case zone
  /// `--region`: the country of phone numbers without one.
  case region

  var option: Option {
    switch self {
    case .now:
      Option("now", argument: "DATE", help: "the instant taken for now (RFC 3339 or YYYY-MM-DD; default: the clock)")
    case .zone: Option("zone", argument: "ZONE", help: "the IANA zone of local times without one (default: UTC)")
    case .region: Option("region", argument: "CC", help: "the country of phone numbers that do not say theirs")
    }
  }

  /// The options that every filter has.
  static let always = [
    Option("jobs", short: "j", argument: "N", help: "work on N cores (default: what is worth it)"),
    Option("rejects", argument: "FILE", help: "write bad records to FILE and go on"),
    Option("counts", argument: "FILE", help: "append what went in and out to FILE"),
    Option("max-line", argument: "BYTES", help: "the longest line accepted (default 64M)"),
    Option("quiet", short: "q", help: "no warnings and no progress"),
    Option("help", short: "h", help: "print this help"),
    Option("version", help: "print the version"),
  ]
}
