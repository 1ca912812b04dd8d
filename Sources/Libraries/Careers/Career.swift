// A person's employers, and what mail says of their leaving.
import Identity
import JSONLines
import Names

/// A departure that a mail tells of.
struct Departure: Sendable {
  /// The domain of the company that they left.
  let domain: String?
  /// The company that the words name.
  var company: CompanyName?
  let date: String
  let why: [JSON]

  /// Whether it is this employer that they left. The words count before the address: who writes from a new desk that they
  /// left another company did not leave the new one.
  func concerns(_ employer: Employer) -> Bool {
    if let company { return employer.bears(company) }
    return domain.map { employer.domains.contains($0) } ?? false
  }
}

/// What the records know of one person's career.
public struct Career: Sendable {
  /// The person's id.
  public let id: String
  let names: [PersonName]
  let kinds: Set<String>
  let emails: [String]
  let sightings: [Sighting]
  private(set) var departures: [Departure]
  let announcedAddress: [JSON]

  /// Reads a `person` record; nil when it is none.
  public init?(_ person: borrowing Record) {
    guard person.string("type") == "person", let id = person.string("id") else { return nil }
    self.id = id
    names = (person.strings("name") + person.strings("aliases").prefix(8)).compactMap { PersonName($0) }
    kinds = Set(person.strings("kinds"))
    emails = person.strings("emails")
    let positions = (person.json("positions")?.array ?? []) + (person.json("linkedin.positions")?.array ?? [])
    sightings = positions.prefix(500).compactMap { Sighting($0) }
    departures = (person.json("left")?.array ?? []).prefix(50).compactMap(Self.departure)
    announcedAddress = (person.json("why")?.array ?? []).filter { $0["because"]?.string == "announced_address" }
  }

  private static func departure(_ json: JSON) -> Departure? {
    guard let date = json["date"]?.string.flatMap({ Sighting.date($0, late: false) }) else { return nil }
    return Departure(
      domain: json["domain"]?.string.flatMap { DomainName.registrable($0) },
      company: json["company"]?.string.flatMap { CompanyName($0) }, date: date, why: json["why"]?.array ?? [])
  }

  /// The same career with departures that others tell of.
  func with(_ more: [Departure]) -> Career {
    var career = self
    let known = Set(departures.flatMap(\.why).compactMap { $0["message_id"]?.string })
    career.departures += more.filter { departure in
      !departure.why.contains { known.contains($0["message_id"]?.string ?? "") }
    }
    return career
  }

  /// The employers: sightings of one company put together.
  func employers(_ directory: CompanyDirectory, announced: [Sighting]) -> [Employer] {
    var found: [Employer] = []
    for sighting in sightings + announced {
      var employer = Employer(sighting, directory)
      for index in found.indices.reversed() where found[index].isSame(as: employer) {
        employer.merge(found.remove(at: index))
      }
      found.append(employer)
    }
    return found
  }
}
