// Contacts who were at one company at the same time.
import Bytes
import Calendar
import JSONLines

/// Several people who worked at one company at the same time, of whom at least one has left it.
public struct Acquaintance {
  /// Somebody's time at the company.
  struct Stay {
    let person: Int
    var start: String
    var end: String
    var isOver: Bool
  }

  let company: CareerSignal.Place
  private let key: String
  private let stays: [Stay]
  private let people: [Career]

  /// Days for which two people must have been there together.
  private static let least = 90
  /// Most pairs that the evidence names.
  private static let mostPairs = 10

  /// All of them, by the names of the companies.
  static func all(_ people: [Career], _ directory: CompanyDirectory) -> [Acquaintance] {
    var byCompany: [String: (place: CareerSignal.Place, stays: [Stay])] = [:]
    for (number, person) in people.enumerated() {
      for sighting in person.sightings where sighting.origin == .linkedin {
        guard let (key, place) = employer(sighting, directory), let stay = stay(number, sighting) else { continue }
        byCompany[key, default: (place, [])].stays.append(stay)
      }
    }
    return byCompany.sorted { $0.key < $1.key }.flatMap { key, entry in
      circles(merged(entry.stays)).map { Acquaintance(company: entry.place, key: key, stays: $0, people: people) }
    }
  }

  private static func employer(_ sighting: Sighting, _ directory: CompanyDirectory) -> (String, CareerSignal.Place)? {
    if let (number, entry) = directory.entry(of: sighting) {
      return (
        "#\(number)",
        CareerSignal.Place(company: entry.name ?? sighting.company?.text, companyID: entry.id, domain: entry.domain)
      )
    }
    guard let name = sighting.company, name.compactKey.utf8.count >= 4 else { return nil }
    return (
      name.compactKey, CareerSignal.Place(company: name.text, companyID: sighting.companyID, domain: sighting.domain)
    )
  }

  private static func stay(_ person: Int, _ sighting: Sighting) -> Stay? {
    guard let start = sighting.start, let end = sighting.end ?? sighting.asOf ?? sighting.lastSeen, start <= end else {
      return nil
    }
    return Stay(person: person, start: start, end: end, isOver: sighting.end != nil)
  }

  /// One stay for each person, over all their roles there.
  private static func merged(_ stays: [Stay]) -> [Stay] {
    var byPerson: [Int: Stay] = [:]
    for stay in stays {
      guard var known = byPerson[stay.person] else {
        byPerson[stay.person] = stay
        continue
      }
      known.start = min(known.start, stay.start)
      known.end = max(known.end, stay.end)
      known.isOver = known.isOver && stay.isOver
      byPerson[stay.person] = known
    }
    return byPerson.values.sorted { ($0.start, $0.person) < ($1.start, $1.person) }
  }

  /// Groups in which everybody was there for some months with somebody else of it.
  private static func circles(_ stays: [Stay]) -> [[Stay]] {
    var (found, circle, end): ([[Stay]], [Stay], String) = ([], [], "")
    for stay in stays {
      if !circle.isEmpty, CareerReading.shifted(stay.start, by: least) > min(end, stay.end) {
        guard CareerReading.shifted(stay.start, by: least) > end else { continue }
        found.append(circle)
        (circle, end) = ([], "")
      }
      circle.append(stay)
      end = max(end, stay.end)
    }
    found.append(circle)
    return found.filter { $0.count > 1 && $0.contains(where: \.isOver) }
  }

  /// The `signal` record `met_at_employer`. Its id depends on the company and on who came first.
  public var record: JSONObject {
    let ids = stays.map { people[$0.person].id }
    var record: JSONObject = ["type": "signal"]
    record.append("id", "signal:" + SHA256.hex("met_at_employer\u{1F}\(key)\u{1F}\(ids.first ?? "")", digits: 16))
    record.append("sources", [["kind": "linkedin", "priority": "medium"]])
    record.append("signal", "met_at_employer")
    record.append("company_id", company.companyID)
    record.append("people", JSON(ids))
    record.append("from", company.json)
    record.append("date", stays.dropFirst().map(\.start).min())
    record.append("confidence", JSON(confidence))
    record.append("why", .array(why))
    return record
  }

  /// How sure: that two people of one company met is the less sure the larger their circle is.
  public var confidence: Double { stays.count <= 10 ? 0.8 : 0.6 }

  private var why: [JSON] {
    var found: [JSON] = []
    for (number, one) in stays.enumerated() {
      for other in stays.dropFirst(number + 1) where found.count < Self.mostPairs {
        let (start, end) = (max(one.start, other.start), min(one.end, other.end))
        guard CareerReading.shifted(start, by: Self.least) <= end else { continue }
        found.append(because(one, other, start, end))
      }
    }
    return found
  }

  private func because(_ one: Stay, _ other: Stay, _ start: String, _ end: String) -> JSON {
    let names = [one, other].map { people[$0.person].names.first?.shown ?? people[$0.person].id }
    let text =
      "\(names[0]) and \(names[1]) were both at \(company.company ?? "one company") from \(start.prefix(7)) to \(end.prefix(7))"
    return ["by": "detect-moves", "signal": "met_at_employer", "because": .string(text)]
  }
}
