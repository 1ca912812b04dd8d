// Referrals from more records than memory holds.
import Calendar
import JSONLines
import Team

/// Gathers records in any order, then finds referrals.
public final class ReferralStream {
  private let store: DossierStore

  /// A stream for the firm `team`, for a run at `now`.
  public init(team: Team, now: Instant) {
    store = DossierStore(team: team, now: now, keepsTexts: true)
  }

  /// Takes in a record by its type; false when the type is none that matters here.
  public func add(_ record: Record) throws -> Bool { try store.add(record) }

  /// Calls `body` with the lines of the `most` most promising referrals, the best first.
  public func forEachReferral(most: Int = .max, _ body: ([UInt8]) throws -> Void) throws {
    try store.settle()
    var finder = ReferralFinder(store)
    try finder.forEachLine(most: most, body)
  }
}
