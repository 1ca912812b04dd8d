// Holds what a run found against what was planted.
import JSONLines

/// The judge of one run over an invented agency.
public struct Verdict {
  private let truth: PlantedTruth
  private var people = FoundPeople()
  private var foundMoves: Set<Int> = []
  private var foundAsks: Set<Int> = []
  private var foundOpenings: Set<PlantedTruth.Opening> = []
  private var leads: [(score: Double, order: Int, isPlanted: Bool, name: String)] = []

  /// Counts of each kind.
  public private(set) var identities = Tally()
  /// Changes of company.
  public private(set) var moves = Tally()
  /// Who is to ask whom.
  public private(set) var referrals = Tally()
  /// Openings that leads bear.
  public private(set) var openings = Tally()
  /// What was missed and what was wrong, a line each.
  public private(set) var complaints: [String] = []

  /// A judge who knows the truth.
  public init(truth: PlantedTruth) { self.truth = truth }

  /// Takes a golden person; all of them come before what refers to them.
  public mutating func add(person: Record) { people.add(person, truth) }

  /// Takes a signal of detect-moves; only those of a move count.
  public mutating func add(move: Record) {
    guard move.string("signal") == "moved" else { return }
    let person = who(id: move.string("person_id"), email: nil)
    let target = CompanyKey(move.string("to.company"))
    let hits = truth.moves.indices.filter { truth.moves[$0].person == person && truth.moves[$0].to.matches(target) }
    foundMoves.formUnion(hits)
    if hits.isEmpty {
      moves.wrong += 1
      complaints.append(
        "wrong move: \(name(person) ?? move.string("person_id") ?? "?") to \(move.string("to.company") ?? "?")")
    } else {
      moves.right += 1
    }
  }

  /// Takes a referral.
  public mutating func add(referral: Record) {
    let hits = truth.asks.indices.filter { matches(referral, truth.asks[$0]) }
    foundAsks.formUnion(hits)
    if hits.isEmpty {
      referrals.wrong += 1
      complaints.append(
        "wrong referral: \(referral.string("play") ?? "?"): ask \(referral.string("ask.name") ?? "?") about "
          + "\(referral.string("target.name") ?? "?") (\(referral.string("target.company") ?? "?"))")
    } else {
      referrals.right += 1
    }
  }

  private func matches(_ record: Record, _ ask: PlantedTruth.Ask) -> Bool {
    guard record.string("play") == ask.play,
      let asked = who(id: record.string("ask.person_id"), email: record.string("ask.email")), ask.asks.contains(asked)
    else { return false }
    let target = who(id: record.string("target.person_id"), email: record.string("target.email"))
    if let target, ask.targets.contains(target) { return true }
    for name in [record.string("target.name"), record.string("target.email")] {
      if let name = name?.lowercased(), ask.names.contains(name) { return true }
    }
    return CompanyKey(record.string("target.company") ?? record.string("target.name")).matches(ask.company)
      && (ask.play == "moved" || ask.play == "reverse" || ask.play == "mention")
  }

  /// Takes a lead.
  public mutating func add(lead: Record) {
    let person = who(id: lead.string("person_id") ?? lead.string("id"), email: lead.string("email"))
    let name = lead.string("name") ?? lead.string("email") ?? "?"
    leads.append((lead.double("score") ?? 0, leads.count, person.map(truth.planted.contains) ?? false, name))
    for signal in Set(lead.strings("opportunities[].signal") + lead.strings("signals")) {
      guard let person else { continue }
      let opening = PlantedTruth.Opening(person: person, signal: signal)
      if truth.openings.contains(opening) {
        foundOpenings.insert(opening)
        openings.right += 1
      } else if Self.openSignals.contains(signal) {
        openings.wrong += 1
        complaints.append("wrong opening: \(signal) of \(name)")
      }
    }
  }

  private static let openSignals: Set = [
    "inbound_request", "jd_shared", "proposal_sent", "negotiation", "reconnect_later", "keep_in_touch",
    "referral_mention", "job_change", "candidate_now_hiring", "stalled",
  ]

  private func who(id: String?, email: String?) -> Int? {
    if let id {
      if let index = people.index(of: id), let person = people.person(index, truth) { return person }
      if let person = truth.person(id) { return person }
    }
    guard let email = email?.lowercased() else { return nil }
    return truth.person(email) ?? people.indexes(email).lazy.compactMap { people.person($0, truth) }.first
  }

  private func name(_ person: Int?) -> String? { person.map { truth.people[$0].name } }

  /// Counts what is left to count, once everything was taken.
  public mutating func finish() {
    countIdentities()
    for (index, move) in truth.moves.enumerated() where !move.isOptional {
      if foundMoves.contains(index) {
        moves.found += 1
      } else {
        moves.missed += 1
        complaints.append("missed move: \(truth.people[move.person].name) from \(move.from.text) to \(move.to.text)")
      }
    }
    for (index, ask) in truth.asks.enumerated() where !ask.isOptional {
      if foundAsks.contains(index) {
        referrals.found += 1
      } else {
        referrals.missed += 1
        complaints.append("missed referral: \(ask.text)")
      }
    }
    for opening in Set(truth.openings) {
      if foundOpenings.contains(opening) { openings.found += 1 } else { openings.missed += 1 }
    }
    for opening in truth.openings where !foundOpenings.contains(opening) {
      complaints.append("missed opening: \(opening.signal) of \(truth.people[opening.person].name)")
    }
  }

  private mutating func countIdentities() {
    for somebody in truth.people {
      for (position, key) in somebody.keys.enumerated() {
        for other in somebody.keys[..<position] {
          if Set(people.indexes(key)).isDisjoint(with: people.indexes(other)) {
            identities.missed += 1
            complaints.append("missed identity: \(somebody.name): \(other) = \(key)")
          } else {
            identities.found += 1
          }
        }
      }
    }
    for keys in people.keys {
      for (position, key) in keys.enumerated() {
        for other in keys[..<position] {
          if truth.person(key) == truth.person(other) {
            identities.right += 1
          } else {
            identities.wrong += 1
            complaints.append("wrong identity: \(other) = \(key)")
          }
        }
      }
    }
  }

  /// The first leads by score, in their order among equals, with whether something was planted with them.
  public func best(_ count: Int) -> [(name: String, score: Double, isPlanted: Bool)] {
    leads.sorted { ($1.score, $0.order) < ($0.score, $1.order) }.prefix(count).map { ($0.name, $0.score, $0.isPlanted) }
  }

  /// Whether the bars are reached: 95 % found and 90 % planted for people, moves and referrals, and ten planted leads.
  public var passes: Bool {
    [identities, moves, referrals].allSatisfy { $0.reaches(recall: 0.95, precision: 0.9) }
      && best(10).allSatisfy(\.isPlanted) && !leads.isEmpty
  }
}
