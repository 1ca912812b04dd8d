import JSONLines

/// Labels that people gave to records by their ids.
public struct Corrections: Sendable {
  private var labels: [String: [String]] = [:]
  /// Ids that no labelled record bore.
  public private(set) var missing: Set<String> = []

  /// No corrections.
  public init() {}

  /// Takes a correction: `{"id":…,"label":…}`, or with `labels` where several may hold; false when it lacks one of the two.
  /// The last one of an id counts.
  public mutating func add(_ record: Record) -> Bool {
    guard let id = record.string("id"), let borne = Self.label(of: record) ?? Self.labels(of: record) else {
      return false
    }
    labels[id] = borne
    missing.insert(id)
    return true
  }

  /// The label that a correction gives to the record, or else its own.
  public mutating func label(of record: Record) -> String? {
    (correction(of: record) ?? Self.label(of: record))?.first
  }

  /// The same where several labels may hold, or none.
  public mutating func labels(of record: Record) -> [String]? { correction(of: record) ?? Self.labels(of: record) }

  private mutating func correction(of record: Record) -> [String]? {
    guard let id = record.string("id") else { return nil }
    missing.remove(id)
    return labels[id]
  }

  private static func label(of record: Record) -> [String]? { record.string("label").map { [$0] } }

  /// Labels stand as strings, or as objects that prove them.
  private static func labels(of record: Record) -> [String]? {
    record.json("labels")?.array?.compactMap { $0.string ?? $0["label"]?.string }
  }
}
