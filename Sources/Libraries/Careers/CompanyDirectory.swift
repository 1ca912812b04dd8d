// Companies by id, domain and name, so that different spellings of one company are one employer.
import Identity
import JSONLines
import Names

/// The companies that a set of records knows.
public struct CompanyDirectory {
  private var byID: [String: Int] = [:]
  private var byDomain: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var entries: [Entry] = []

  /// What is known of one company.
  struct Entry: Sendable {
    let id: String?
    let name: String?
    var domains: Set<String> = []
    /// The domain that its record names first.
    var domain: String?
  }
  /// Stands for names and domains that belong to several companies.
  private static let shared = -1

  /// An empty directory.
  public init() {}

  /// Adds a `company` record.
  public mutating func add(_ company: borrowing Record) {
    let number = entries.count
    entries.append(Entry(id: company.string("id"), name: company.string("name")))
    let ids = company.strings("id") + company.strings("former_ids") + company.strings("sources[].id")
    for id in ids { byID[id] = number }
    for domain in company.strings("domains") {
      guard let registrable = DomainName.registrable(domain), !FreeMail.contains(registrable) else { continue }
      entries[number].domains.insert(registrable)
      entries[number].domain = entries[number].domain ?? registrable
      byDomain[registrable] = byDomain[registrable].map { $0 == number ? number : Self.shared } ?? number
    }
    for name in company.strings("name") + company.strings("aliases") + company.strings("names") {
      guard let key = CompanyName(name)?.key else { continue }
      byName[key] = byName[key].map { $0 == number ? number : Self.shared } ?? number
    }
  }

  /// The one company that an id, else a domain, else a name stands for.
  func company(id: String?, domain: String?, key: String?) -> Int? {
    if let number = id.flatMap({ byID[$0] }) { return number }
    if let number = domain.flatMap({ byDomain[$0] }), number != Self.shared { return number }
    if let number = key.flatMap({ byName[$0] }), number != Self.shared { return number }
    return nil
  }

  /// The company that a sighting stands for.
  func entry(of sighting: Sighting) -> (number: Int, entry: Entry)? {
    company(id: sighting.companyID, domain: sighting.domain, key: sighting.company?.key).map { ($0, entries[$0]) }
  }

  /// The domains of the company that a sighting stands for, and its own.
  func domains(of sighting: Sighting) -> Set<String> {
    (entry(of: sighting)?.entry.domains ?? []).union([sighting.domain].compactMap { $0 })
  }
}
