// Whom to ask for whom.
import Calendar
import Correspondence
import JSONLines

/// Finds referrals among people of whom all is known.
struct ReferralFinder {
  static let filter = "find-referrals"
  let source: any DossierSource
  private var standings: [String: Standing] = [:]

  /// A finder among the people of `source`.
  init(_ source: any DossierSource) {
    self.source = source
  }

  /// How somebody stands with us; kept of many, so it holds little.
  struct Standing: Sendable {
    /// In thousandths.
    let strength: Int32
    let member: String?
    let refusal: Refusal?
    let hasLeft: Bool
    /// Anything passed between us; messages went both ways.
    let isMet: Bool
    let isAnswered: Bool

    /// Whether a favour may be asked: they did not leave, object or complain.
    var isWilling: Bool { refusal == nil && !hasLeft }
  }

  mutating func standing(_ person: String) -> Standing {
    if let known = standings[person] { return known }
    let dossier = dossier(person)
    let relationship = dossier.relationship(with: person)
    let all = relationship.all
    let standing = Standing(
      strength: Int32(Strength(all, now: source.now).thousandths),
      member: dossier.owner(relationship, at: dossier.currentCompany(of: person)),
      refusal: dossier.refusal(of: person), hasLeft: dossier.hasLeft(person), isMet: all.first != "",
      isAnswered: all.inbound > 0 && all.outbound > 0)
    standings[person] = standing
    return standing
  }

  /// All that is known of a person.
  func dossier(_ person: String) -> Dossier { source.dossier(of: person) }

  /// What the record of a person says.
  func person(_ id: String) -> PersonFacts? { dossier(id).person(id) }

  /// Where somebody works.
  func workplace(_ person: String) -> Dossier.Workplace? { dossier(person).currentCompany(of: person) }

  /// A referral that has been found, and where its line waits.
  private struct Found {
    let weight: Double
    let date: String
    let id: String
    let place: Spool.Place
  }

  /// Calls `body` with the lines of the `most` most promising referrals, the best first; at most one for each play, target
  /// and asked person.
  mutating func forEachLine(most: Int = .max, _ body: ([UInt8]) throws -> Void) throws {
    let spool = Spool()
    var found: [Found] = []
    func keep(_ referrals: [Referral]) throws {
      for referral in referrals {
        let id = referral.id
        let place = try spool.add { referral.record(id).write(to: &$0) }
        found.append(Found(weight: referral.weight, date: referral.date, id: id, place: place))
      }
    }
    for id in source.peopleWithHistory {
      try keep(moves(of: id))
      if let referral = crossReferral(to: id) { try keep([referral]) }
    }
    try keep(mentions())
    if let failure = source.failure { throw failure }
    found.sort { ($1.weight, $1.date, $0.id) < ($0.weight, $0.date, $1.id) }
    var seen: Set<String> = []
    for referral in found where seen.count < most && seen.insert(referral.id).inserted {
      try body(spool.piece(referral.place))
    }
  }

  /// Those who work at `company` now, by how well they know us; with `date`, those who were there on that day.
  mutating func colleagues(at company: String, except person: String, on date: String? = nil) -> [String] {
    let people = source.people(at: company).filter { id in
      guard id != person, let date, let move = dossier(id).move(of: id) else { return id != person }
      return move.date <= date
    }
    var ranked: [(id: String, strength: Int32)] = []
    for id in people { ranked.append((id, standing(id).strength)) }
    return ranked.sorted { ($1.strength, $0.id) < ($0.strength, $1.id) }.map(\.id)
  }

  /// Somebody as the one who is asked.
  mutating func asked(_ person: String) -> Referral.Side? {
    let dossier = dossier(person)
    guard let facts = dossier.person(person) else { return nil }
    let place = dossier.currentCompany(of: person)
    return Referral.Side(
      personID: person, name: facts.displayName, email: dossier.email(of: facts), company: place?.name,
      companyID: place?.id, member: standing(person).member)
  }

  /// Somebody as the goal.
  func target(_ person: String) -> Referral.Side? {
    let dossier = dossier(person)
    guard let facts = dossier.person(person) else { return nil }
    let place = dossier.currentCompany(of: person)
    return Referral.Side(
      personID: person, name: facts.displayName, email: dossier.email(of: facts), company: place?.name,
      companyID: place?.id)
  }

  /// What speaks for asking `person`.
  mutating func reason(_ person: String) -> JSON {
    let all = dossier(person).relationship(with: person).all
    var object: JSONObject = ["by": .string(Self.filter)]
    let words = CountText.of(all)
    object.append("because", words.isEmpty ? "known from the client database" : words)
    object.append("date", all.last)
    return .object(object)
  }

  /// How promising an ask is: how well they know us, what kind it is, how fresh the occasion.
  mutating func weight(_ play: Play, ask person: String, on date: String) -> Double {
    let known = Double(standing(person).strength + 50)
    let age = (try? Instant(dateOrTime: date)).map { max(0, $0.days(to: source.now)) } ?? 3650
    return known * play.factor * (365.0 / (365.0 + Double(age)))
  }
}
