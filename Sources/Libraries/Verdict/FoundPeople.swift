// The people that a run made of the raw data, looked up by what the truth knows them by.
import JSONLines

/// The golden people of a run.
struct FoundPeople {
  /// The planted keys that each record holds.
  private(set) var keys: [[String]] = []
  private var byID: [String: Int] = [:]
  private var byKey: [String: [Int]] = [:]

  /// Takes a person record.
  mutating func add(_ record: Record, _ truth: PlantedTruth) {
    let index = keys.count
    var all = record.strings("emails").map { $0.lowercased() }
    let ids = [record.string("id")].compactMap { $0 } + record.strings("former_ids") + record.strings("sources[].id")
    for id in ids { byID[id] = byID[id] ?? index }
    all += ids
    if let url = record.string("linkedin_url"), let slug = Self.slug(url) { all.append("linkedin:" + slug) }
    let known = all.filter { truth.person($0) != nil }
    keys.append(Array(Set(known)).sorted())
    for key in Set(known) { byKey[key, default: []].append(index) }
  }

  private static func slug(_ url: String) -> String? {
    guard let range = url.firstRange(of: "/in/") else { return nil }
    return String(url[range.upperBound...].prefix { $0 != "/" && $0 != "?" }).lowercased()
  }

  /// The record with an id.
  func index(of id: String) -> Int? { byID[id] }

  /// The records that hold a key.
  func indexes(_ key: String) -> [Int] { byKey[key] ?? [] }

  /// Whom of the truth a record of the run is: by most of its keys.
  func person(_ index: Int, _ truth: PlantedTruth) -> Int? {
    var votes: [Int: Int] = [:]
    for key in keys[index] { if let person = truth.person(key) { votes[person, default: 0] += 1 } }
    return votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}
