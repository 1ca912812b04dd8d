// The truth file of an invented agency, kith-truth(5), as what a judge looks up.
import JSONLines

/// What is true: who is one person, who moved, who is to ask whom, who has something open.
public struct PlantedTruth {
  /// Somebody, by all addresses and identifiers that the data shows.
  struct Somebody {
    let name: String
    let keys: [String]
  }

  /// A change of company.
  struct Move {
    let person: Int
    let from: CompanyKey
    let to: CompanyKey
    let isOptional: Bool
  }

  /// Somebody worth asking about somebody or about a company.
  struct Ask {
    let play: String
    let asks: Set<Int>
    let targets: Set<Int>
    let names: Set<String>
    let company: CompanyKey
    let isOptional: Bool
    let text: String
  }

  /// Something open with somebody.
  struct Opening: Hashable {
    let person: Int
    let signal: String
  }

  private(set) var people: [Somebody] = []
  private(set) var moves: [Move] = []
  private(set) var asks: [Ask] = []
  private(set) var openings: [Opening] = []
  /// People with whom something is planted, so that they may lead.
  private(set) var planted: Set<Int> = []
  private var byKey: [String: Int] = [:]
  private var later: [Record] = []

  /// A truth without facts.
  public init() {}

  /// Takes one line of the file; facts about people may come before the people.
  public mutating func add(_ record: Record) {
    guard record.string("fact") == "same_person" else {
      later.append(record)
      return
    }
    let keys = record.strings("emails") + record.strings("ids")
    for key in keys { byKey[key] = people.count }
    people.append(Somebody(name: record.string("name") ?? "", keys: keys))
  }

  /// Reads the facts once all people are known.
  public mutating func settle() {
    for record in later { settle(record) }
    later = []
  }

  private mutating func settle(_ record: Record) {
    let person = record.strings("keys").compactMap { byKey[$0] }.first
    let isOptional = record.bool("optional") ?? false
    switch record.string("fact") {
    case "moved":
      guard let person else { return }
      moves.append(
        Move(
          person: person, from: CompanyKey(record.string("from")), to: CompanyKey(record.string("to")),
          isOptional: isOptional))
      planted.insert(person)
    case "opening", "stalled":
      guard let person, let signal = record.string("signal") else { return }
      openings.append(Opening(person: person, signal: signal))
      planted.insert(person)
    case "dormant", "placement": if let person { planted.insert(person) }
    case "referral": asks.append(ask(record, isOptional))
    default: break
    }
  }

  private func ask(_ record: Record, _ isOptional: Bool) -> Ask {
    Ask(
      play: record.string("play") ?? "", asks: Set(record.strings("asks").compactMap { byKey[$0] }),
      targets: Set(record.strings("targets").compactMap { byKey[$0] }),
      names: Set((record.strings("names") + record.strings("emails")).map { $0.lowercased() }),
      company: CompanyKey(record.string("company")),
      isOptional: isOptional, text: String(decoding: record.bytes, as: UTF8.self))
  }

  /// Who has an address or identifier.
  func person(_ key: String) -> Int? { byKey[key] }
}

/// A company's name without its legal form and spelling.
struct CompanyKey: Equatable {
  let words: [String]

  init(_ name: String?) {
    let lowered = (name ?? "").lowercased()
    words = lowered.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !Self.forms.contains($0) }
  }

  private static let forms: Set = [
    "a", "ag", "and", "aps", "co", "corp", "gmbh", "inc", "kg", "l", "limited", "llc", "ltd", "plc", "private", "pvt",
    "s", "sarl", "sas", "se", "the",
  ]

  /// The words as one text.
  var text: String { words.joined(separator: " ") }

  /// Whether both name the same company: one begins with all words of the other.
  func matches(_ other: CompanyKey) -> Bool {
    guard !words.isEmpty, !other.words.isEmpty else { return false }
    return words.starts(with: other.words) || other.words.starts(with: words)
  }
}
