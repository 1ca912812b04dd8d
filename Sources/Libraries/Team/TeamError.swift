/// What is wrong with a line of team.jsonl.
public struct TeamError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was expected.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
