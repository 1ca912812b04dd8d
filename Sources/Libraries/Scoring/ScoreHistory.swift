// What was scored when, by which model, on which facts: a line for each record and model.
import Bytes
import Calendar
import JSONLines

/// Makes the lines of a score history, kith-records(5), type `score`.
public struct ScoreHistory: Sendable {
  private let models: [ScoreModel]
  private let now: String

  /// A history of scores that these models give at `now`.
  public init(_ models: [ScoreModel], now: Instant) {
    self.models = models
    self.now = now.description
  }

  /// One line for each model, of a record that was scored; `facts` is the digest of the record before.
  public func entries(_ scored: Record, facts: String) -> [JSONObject] {
    guard let id = scored.string("id"), let scores = scored.json("scores") else { return [] }
    return models.compactMap { model in
      guard let score = scores[model.name]?.object else { return nil }
      var entry: JSONObject = [
        "type": "score", "id": .string(SHA256.hex("\(id)\n\(model.name)\n\(now)", digits: 16)),
        "record_id": .string(id),
      ]
      entry.append("name", scored.string("name"))
      entry.append("model", model.name)
      for member in ["value", "tier", "coverage"] { if let value = score[member] { entry.append(member, value) } }
      var parts = JSONObject()
      for part in score["breakdown"]?.array ?? [] {
        if let name = part["part"]?.string, let points = part["points"] { parts.append(name, points) }
      }
      entry.append("parts", .object(parts))
      entry.append("calculated_at", now)
      entry.append("model_digest", model.digest)
      entry.append("profile_digest", model.profileDigest)
      entry.append("facts_digest", facts)
      return entry
    }
  }
}

/// What a score depends on besides the model: the record without what scores wrote and without what every day changes.
public enum FactsDigest {
  private static let left: Set<String> = [
    "activity", "coverage", "days_silent", "next_step", "score", "scores", "tier", "why",
  ]

  /// The digest of a record's facts.
  public static func of(_ record: Record) -> String {
    var digest = SHA256()
    for name in record.memberNames where !left.contains(name) {
      digest.update(Array(name.utf8))
      digest.update(record.raw(JSONPath(member: name)) ?? [])
    }
    return String(SHA256.hexadecimal(digest.finish()).prefix(16))
  }
}
