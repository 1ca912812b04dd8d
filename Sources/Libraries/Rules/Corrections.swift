import JSONLines

/// Labels that people gave to records by their ids.
public struct Corrections: Sendable {
  private var labels: [String: String] = [:]
  /// Ids that no labelled record bore.
  public private(set) var missing: Set<String> = []

  /// No corrections.
  public init() {}

  /// Takes a correction: `{"id":…,"label":…}`; false when it lacks one of the two. The last one of an id counts.
  public mutating func add(_ record: Record) -> Bool {
    guard let id = record.string("id"), let label = record.string("label") else { return false }
    labels[id] = label
    missing.insert(id)
    return true
  }

  /// The label that a correction gives to the record, or else its own.
  public mutating func label(of record: Record) -> String? {
    let id = record.string("id")
    if let id { missing.remove(id) }
    return id.flatMap { labels[$0] } ?? record.string("label")
  }
}
