/// What is wrong in a rule or model file, and where: file, line, column, member, and what was expected there.
public struct RuleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file as the user named it.
  public var file: String
  /// Line, from 1.
  public var line: Int
  /// Column in bytes, from 1.
  public var column: Int
  /// Path of the member, such as `rules[3].when.matches`; empty for the whole file.
  public var member: String
  /// What was expected there.
  public var expected: String

  /// An error at a place.
  public init(file: String, line: Int, column: Int, member: String, expected: String) {
    self.file = file
    self.line = line
    self.column = column
    self.member = member
    self.expected = expected
  }

  /// `FILE:LINE:COLUMN: MEMBER: expected …`.
  public var description: String {
    let place = "\(file):\(line):\(column): "
    return place + (member.isEmpty ? "" : "\(member): ") + "expected \(expected)"
  }
}
