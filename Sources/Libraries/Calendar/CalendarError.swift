/// Why a date, time, duration or zone could not be read: what was expected, and the text that was there.
public struct CalendarError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What the text should have been, such as `a date YYYY-MM-DD`.
  public let expected: String
  /// What it was, cut to 80 bytes.
  public let found: String

  init(expected: String, found: some StringProtocol) {
    self.expected = expected
    self.found = String(decoding: found.utf8.prefix(80), as: UTF8.self)
  }

  /// One sentence for a message.
  public var description: String { "expected \(expected), found \"\(found)\"" }
}
