/// What can be resolved.
public enum EntityKind: String, Sendable, CaseIterable {
  /// People.
  case person
  /// Companies.
  case company
  /// Copies of messages.
  case message
}
