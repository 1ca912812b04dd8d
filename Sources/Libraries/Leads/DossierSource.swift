// Where a search among all people gets its dossiers.
import Calendar
import Team

/// The people of a run: all in one dossier, which is plain and holds everything in memory, or in a store, which puts together
/// the dossier of whoever is asked for.
protocol DossierSource: AnyObject {
  var team: Team { get }
  var now: Instant { get }
  var book: CompanyBook { get }

  /// The ids of those with whom something passed or of whom something changed; perhaps of others too.
  var peopleWithHistory: [String] { get }

  /// Whether it is known at once that nothing passed between us and somebody, and that nothing of them changed.
  func isStranger(_ person: String) -> Bool

  /// A dossier that holds all that is known of a person.
  func dossier(of person: String) -> Dossier

  /// The id that `id` has now, after merges.
  func current(_ id: String) -> String

  /// Those who work at a company now, by id.
  func people(at company: String) -> [String]

  /// The person with that address, else the only one of that name.
  func person(email: String?, name: String?) -> PersonFacts?

  /// Calls `body` with the conversations that may point to a third person, by their last message.
  func forEachPointer(_ body: (ConversationFacts) -> Void)

  /// What went wrong while something was looked up.
  var failure: (any Error)? { get }
}

extension Dossier: DossierSource {
  var peopleWithHistory: [String] { people.keys.sorted() }
  var failure: (any Error)? { nil }
  func isStranger(_ person: String) -> Bool { false }
  func dossier(of person: String) -> Dossier { self }
  func people(at company: String) -> [String] { peopleByCompany[company] ?? [] }
  func forEachPointer(_ body: (ConversationFacts) -> Void) { conversations.forEach(body) }
}
