/// What is wrong with a map file, and where.
public struct MapError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The member at fault, such as `records[0].members.emails[]`.
  public let place: String
  /// What was expected.
  public let reason: String

  /// One sentence for a message.
  public var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
