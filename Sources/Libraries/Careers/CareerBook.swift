// People, companies and messages in; changes of careers out.
import JSONLines
import Names

/// Gathers what records know of careers, then tells what changed.
///
/// It holds the careers and one entry for each address, about 1 KB a person; messages are not kept.
public struct CareerBook {
  private var directory = CompanyDirectory()
  private var people: [Career] = []
  private var trace: MailTrace?
  private let titles: Titles

  /// An empty book that judges titles by these rules.
  public init(titles: Titles = .builtIn) {
    self.titles = titles
  }

  /// Takes a record by its type; false for a person that comes after the first message.
  public mutating func add(_ record: borrowing Record) -> Bool {
    switch record.string("type") {
    case "company": directory.add(record)
    case "message":
      if trace == nil { trace = MailTrace(people, directory) }
      trace?.add(record)
    case "person":
      guard trace == nil else { return false }
      if let career = Career(record) { people.append(career) }
    default: break
    }
    return true
  }

  /// All changes, person after person in the order in which they were added.
  public func signals() -> [CareerSignal] {
    people.indices.flatMap { number in
      let person = people[number].with(trace?.departures[number] ?? [])
      return CareerReading(person, announced(number), directory, trace?.written ?? [:], titles).signals()
    }
  }

  /// The contacts who met at one employer.
  public func acquaintances() -> [Acquaintance] { Acquaintance.all(people, directory) }

  /// The companies that a person is said to join, as far as something else speaks for it.
  private func announced(_ number: Int) -> [Sighting] {
    let person = people[number]
    var taken: [Sighting] = []
    for announcement in trace?.announced[number] ?? [] {
      let sighting = Sighting(joining: announcement.company, domain: nil, announcement.evidence)
      let employer = Employer(sighting, directory)
      let seen = person.sightings.filter { Employer($0, directory).isSame(as: employer) }
      let isOld = seen.contains { !$0.isHistory && ($0.firstSeen ?? $0.lastSeen ?? "9") < announcement.evidence.date }
      let isFirst = !taken.contains { $0.message?.id == announcement.evidence.id }
      if !isOld, !seen.isEmpty || (announcement.isSure && isFirst) { taken.append(sighting) }
    }
    return taken
  }
}
