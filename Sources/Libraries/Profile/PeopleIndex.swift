import Identity
import JSONLines
import Names

/// Finds the person whom a page shows: by address, then by name together with a company. It never guesses.
///
/// Names and companies are compared as people write them in one file and in another: without accents, titles and legal
/// forms. The people are added in the order of their file, then the pages placed, then asked for in the same order.
public final class PeopleIndex {
  /// What became of a page.
  public enum Placement: Equatable {
    /// It shows one of the people.
    case placed
    /// It shows none of them, or one of several: the reason, and the ids of those who come into question.
    case unplaced(String, candidates: [String])
  }

  private var bySlug: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var companies: [Set<String>] = []
  private var hasURL: [Bool] = []
  private var ids: [String] = []
  private var knownTo: [String?] = []
  private var pages: [Int: ProfileRecord] = [:]
  private var asked = 0

  /// Most ids that a placement names.
  private static let mostCandidates = 20

  /// An empty index.
  public init() {}

  /// Adds a person.
  public func add(_ person: borrowing Record) {
    let number = companies.count
    let slug = person.string("linkedin_url").flatMap { LinkedInAddress.personSlug($0) }
    if let slug { bySlug[slug, default: []].append(number) }
    hasURL.append(slug != nil)
    ids.append(person.string("id") ?? "")
    if let name = person.string("name") { byName[Self.nameKey(name), default: []].append(number) }
    let employers = person.strings("company") + person.strings("positions[].company")
    companies.append(Set(employers.map(Self.companyKey)))
    knownTo.append(person.string("linkedin.as_of"))
  }

  /// Finds the person of a page. Of two pages of one person the later one stays, also against what the person has.
  public func place(_ page: ProfileRecord) -> Placement {
    switch found(page) {
    case .failure(let reason):
      return .unplaced(reason.text, candidates: reason.candidates.prefix(Self.mostCandidates).map { ids[$0] })
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
    var candidates: [Int] = []
  }

  private func found(_ page: ProfileRecord) -> Result<Int, Reason> {
    if let url = page.profile.url, let numbers = LinkedInAddress.personSlug(url).flatMap({ bySlug[$0] }) {
      return numbers.count == 1
        ? .success(numbers[0])
        : .failure(Reason(text: "\(numbers.count) people have the address \(url)", candidates: numbers))
    }
    let employers = Set(page.profile.positions.compactMap(\.company).map(Self.companyKey))
    let named = (byName[Self.nameKey(page.profile.name)] ?? []).filter { page.profile.url == nil || !hasURL[$0] }
    let colleagues = named.filter { !companies[$0].isDisjoint(with: employers) }
    if colleagues.count == 1 { return .success(colleagues[0]) }
    if named.isEmpty { return .failure(Reason(text: "nobody has this address or name")) }
    if colleagues.isEmpty {
      return .failure(Reason(text: "the name is known but no company is shared", candidates: named))
    }
    return .failure(Reason(text: "\(colleagues.count) people fit", candidates: colleagues))
  }

  private static func nameKey(_ name: String) -> String { PersonName(name)?.key.text ?? name.lowercased() }

  private static func companyKey(_ name: String) -> String { CompanyName(name)?.key ?? name.lowercased() }
}

extension ProfileRecord {
  /// The person of a page that found no place, with the reason and who comes into question, for somebody to decide.
  public func review(_ reason: String, candidates: [String]) -> JSONObject {
    var record = person
    record.append("review", ["reason": .string(reason), "candidates": JSON(candidates)])
    return record
  }
}
