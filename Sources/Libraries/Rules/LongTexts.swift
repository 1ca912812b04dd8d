import Synchronization

/// Counts the texts that are too long to be judged as a whole, from any number of threads.
public final class LongTexts: Sendable {
  private let number = Atomic<Int>(0)

  /// None yet.
  public init() {}

  /// How many there were.
  public var count: Int { number.load(ordering: .relaxed) }

  func add() { number.wrappingAdd(1, ordering: .relaxed) }
}
