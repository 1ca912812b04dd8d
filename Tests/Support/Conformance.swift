// Suites and data that others wrote, which are no part of this repository.
import Bytes
import Glibc

/// Finds them through the environment variable KITH_CONFORMANCE.
public enum Conformance {
  /// Why tests are skipped that have no data.
  public static let hint = "set KITH_CONFORMANCE to the folder of the conformance suites"

  /// What the variable says; an empty one counts as none, as it does in the Makefile.
  // Sound: getenv's text is NUL-terminated, and nothing here changes the environment.
  private static let base = getenv("KITH_CONFORMANCE").map { String(cString: $0) } ?? ""

  /// Whether the variable is set; when it is, data that is not there is a failure.
  public static let isAvailable = !base.isEmpty

  /// The folder of the suite called `name`, such as `json/test_parsing`.
  public static func folder(_ name: String) throws -> String {
    let root = base.hasPrefix("/") ? base : "\(Project.root)/\(base)"
    let path = "\(root)/\(name)"
    guard FileSystem.isDirectory(path) else { throw SystemError(code: ENOENT, subject: path) }
    return path
  }
}
