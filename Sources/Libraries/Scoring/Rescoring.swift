// Which records are to be scored again.
import Calendar
import JSONLines

/// What a history says of the last score of each record by each model, held against models and records of today.
public struct Rescoring {
  /// Why a record is to be scored again.
  public enum Reason: String, Sendable, CaseIterable {
    /// Some model has never scored it.
    case new
    /// A model changed.
    case model
    /// The profile that a model asks about changed.
    case profile
    /// The record changed.
    case facts
    /// The last score is too old.
    case stale
  }

  private struct Last {
    let model: String
    let profile: String
    let facts: String
    let date: String
  }

  private let models: [ScoreModel]
  private let now: Instant
  private let limit: CalendarDuration?
  private var last: [String: [Last?]] = [:]

  /// A decision by these models; scores older than `limit` are stale.
  public init(_ models: [ScoreModel], now: Instant, limit: CalendarDuration?) {
    self.models = models
    self.now = now
    self.limit = limit
  }

  /// Takes a line of the history; a later one of the same record and model stands before an earlier one.
  public mutating func add(_ entry: Record) {
    guard let id = entry.string("record_id"), let name = entry.string("model"),
      let place = models.firstIndex(where: { $0.name == name })
    else { return }
    let date = entry.string("calculated_at") ?? ""
    var known = last[id] ?? Array(repeating: nil, count: models.count)
    if let earlier = known[place], earlier.date > date { return }
    known[place] = Last(
      model: entry.string("model_digest") ?? "", profile: entry.string("profile_digest") ?? "",
      facts: entry.string("facts_digest") ?? "", date: date)
    last[id] = known
  }

  /// The first reason to score a record again, or nil.
  public func reason(_ record: Record) -> Reason? {
    guard let id = record.string("id"), let known = last[id] else { return .new }
    let facts = FactsDigest.of(record)
    var reasons: Set<Reason> = []
    for (model, last) in zip(models, known) {
      guard let last else { return .new }
      if last.model != model.digest { reasons.insert(.model) }
      if last.profile != model.profileDigest { reasons.insert(.profile) }
      if last.facts != facts { reasons.insert(.facts) }
      guard let limit, let date = try? Instant(dateOrTime: last.date) else { continue }
      if date.isOlder(than: limit, at: now) { reasons.insert(.stale) }
    }
    return Reason.allCases.first(where: reasons.contains)
  }
}
