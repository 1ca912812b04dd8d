// Which messages belong together: sets of message ids that are joined as references are met.

/// Disjoint sets of message ids, those of messages that nobody holds included (JWZ's empty containers).
public struct ThreadIndex: Sendable {
  private var numbers: [String: Int32] = [:]
  private var ids: [String] = []
  private var parent: [Int32] = []

  /// An empty index.
  public init() {}

  /// The number of `id`, new ones being added on their own.
  public mutating func number(of id: String) -> Int {
    if let number = numbers[id] { return Int(number) }
    let number = Int32(truncatingIfNeeded: parent.count)
    numbers[id] = number
    ids.append(id)
    parent.append(number)
    return Int(number)
  }

  /// The id that `number` was given for.
  public func id(of number: Int) -> String { ids[number] }

  /// The number that stands for the set of `number`; equal for two numbers exactly when they are joined.
  public mutating func root(of number: Int) -> Int {
    var root = number
    while Int(parent[root]) != root { root = Int(parent[root]) }
    var step = number
    while Int(parent[step]) != root {
      let next = Int(parent[step])
      parent[step] = Int32(truncatingIfNeeded: root)
      step = next
    }
    return root
  }

  /// Joins the sets of two numbers; the lower root stands for both.
  public mutating func join(_ one: Int, _ other: Int) {
    let first = root(of: one)
    let second = root(of: other)
    guard first != second else { return }
    parent[max(first, second)] = Int32(truncatingIfNeeded: min(first, second))
  }
}
