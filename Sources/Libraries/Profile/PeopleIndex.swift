import Identity
import JSONLines

/// Finds the person whom a page shows: by address, then by name together with a company. It never guesses.
///
/// The people are added in the order of their file, then the pages placed, then asked for in the same order.
public final class PeopleIndex {
  /// What became of a page.
  public enum Placement: Equatable {
    /// It shows one of the people.
    case placed
    /// It shows none of them, or one of several.
    case unplaced(String)
  }

  private var bySlug: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var companies: [Set<String>] = []
  private var hasURL: [Bool] = []
  private var knownTo: [String?] = []
  private var pages: [Int: ProfileRecord] = [:]
  private var asked = 0

  /// An empty index.
  public init() {}

  /// Adds a person.
  public func add(_ person: borrowing Record) {
    let number = companies.count
    let slug = person.string("linkedin_url").flatMap { LinkedInAddress.personSlug($0) }
    if let slug { bySlug[slug, default: []].append(number) }
    hasURL.append(slug != nil)
    if let name = person.string("name") { byName[Self.key(name), default: []].append(number) }
    let employers = person.strings("company") + person.strings("positions[].company")
    companies.append(Set(employers.map(Self.key)))
    knownTo.append(person.string("linkedin.as_of"))
  }

  /// Finds the person of a page. Of two pages of one person the later one stays, also against what the person has.
  public func place(_ page: ProfileRecord) -> Placement {
    switch found(page) {
    case .failure(let reason): return .unplaced(reason.text)
    case .success(let number):
      let known = pages[number]?.asOf ?? knownTo[number]
      if known == nil || (page.asOf ?? "") >= known ?? "" { pages[number] = page }
      return .placed
    }
  }

  /// The page of the next person, in the order in which they were added.
  public func next() -> ProfileRecord? {
    defer { asked += 1 }
    return pages[asked]
  }

  private struct Reason: Error {
    let text: String
  }

  private func found(_ page: ProfileRecord) -> Result<Int, Reason> {
    if let url = page.profile.url, let numbers = LinkedInAddress.personSlug(url).flatMap({ bySlug[$0] }) {
      return numbers.count == 1
        ? .success(numbers[0]) : .failure(Reason(text: "\(numbers.count) people have the address \(url)"))
    }
    let employers = Set(page.profile.positions.compactMap(\.company).map(Self.key))
    let named = (byName[Self.key(page.profile.name)] ?? []).filter { page.profile.url == nil || !hasURL[$0] }
    let colleagues = named.filter { !companies[$0].isDisjoint(with: employers) }
    if colleagues.count == 1 { return .success(colleagues[0]) }
    if named.isEmpty { return .failure(Reason(text: "nobody has this address or name")) }
    let problem = colleagues.isEmpty ? "the name is known but no company is shared" : "\(colleagues.count) people fit"
    return .failure(Reason(text: problem))
  }

  private static func key(_ name: String) -> String { name.lowercased() }
}
