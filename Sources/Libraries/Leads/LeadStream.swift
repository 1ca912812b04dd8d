// Leads from more records than memory holds.
import Calendar
import JSONLines
import Team

/// Gathers records in any order, then makes leads, one after the other.
public final class LeadStream {
  private let store: DossierStore

  /// A stream for the firm `team`, for a run at `now`.
  public init(team: Team, now: Instant) {
    store = DossierStore(team: team, now: now)
  }

  /// Takes in a record by its type; false when the type is none that matters here.
  public func add(_ record: Record) throws -> Bool { try store.add(record) }

  /// Calls `body` with the leads, by the id of the person.
  public func forEachLead(_ body: (JSONWriter) throws -> Void) throws {
    try store.settle()
    var found: [(id: String, number: Int32)] = []
    for (number, entry) in store.roll.entries.enumerated() where entry.isKnown {
      let ties = store.roll.ties[number]
      guard entry.isContact || ties.hasMove || ties.hasHistory else { continue }
      if let id = try store.id(of: number) { found.append((id, Int32(number))) }
    }
    found.sort { $0.id < $1.id }
    var writer = JSONWriter()
    for (id, number) in found {
      writer.reset()
      guard let dossier = try store.dossier(of: Int(number)) else { continue }
      if LeadBuilder(dossier).write(id, to: &writer) { try body(writer) }
    }
  }
}
