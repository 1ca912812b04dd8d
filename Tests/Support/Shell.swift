// What tests need of the world outside: the built filters, a shell, files.
import Bytes
import Glibc

/// Runs shell scripts with the built filters on PATH.
public enum Shell {
  /// What a script did.
  public struct Outcome: Sendable {
    /// Its standard output.
    public let output: [UInt8]
    /// Its standard error.
    public let error: [UInt8]
    /// Its exit code.
    public let code: Int32
    /// Its standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The folder of the built filters, which lie beside the running tests.
  public static let filters: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }()

  /// Runs `script` by sh in `folder`, with the locale C, no time zone, and nothing on standard input.
  public static func run(_ script: String, in folder: String) throws -> Outcome {
    let results = try Scratch()
    try Files.write(Array(script.utf8), to: "\(results.path)/script")
    let status = system(
      """
      cd \(quoted(folder)) && unset TZ NO_COLOR && LC_ALL=C PATH=\(quoted(filters)):"$PATH" sh \(results.path)/script \
      >\(results.path)/out 2>\(results.path)/err </dev/null
      """)
    return Outcome(
      output: try Files.read("\(results.path)/out"), error: try Files.read("\(results.path)/err"),
      code: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F)
  }

  /// `text` as one word of sh.
  public static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

/// A folder that is removed when the last reference goes.
public final class Scratch {
  /// The folder.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    var template = Array("/tmp/kith-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(code: errno, subject: "/tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    _ = system("rm -rf \(Shell.quoted(path))")
  }
}

/// Whole files.
public enum Files {
  /// The bytes of the file at `path`.
  public static func read(_ path: String) throws -> [UInt8] {
    let handle = try FileHandle.reading(path)
    var bytes: [UInt8] = []
    while try handle.read(into: &bytes, count: 1 << 16) > 0 {}
    return bytes
  }

  /// The text of the file at `path`.
  public static func text(_ path: String) throws -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  /// Writes `bytes` as the file at `path`.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    try FileHandle.writing(path).write(bytes)
  }
}

/// Where the sources of the project lie.
public enum Project {
  /// The root of the checkout, which this file knows its own place in.
  public static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
}
