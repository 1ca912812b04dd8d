// Whom to ask for whom.
import Calendar
import Correspondence
import JSONLines

/// Finds referrals among people of whom all is known.
struct ReferralFinder {
  static let filter = "find-referrals"
  let source: any DossierSource
  private var standings: [String: Standing] = [:]
  /// The staff of the companies that were asked for last.
  private var staffs: [String: Staff] = [:]

  /// A finder among the people of `source`.
  init(_ source: any DossierSource) {
    self.source = source
  }

  /// How somebody stands with us; kept of many, so it holds little.
  struct Standing: Sendable {
    /// In thousandths.
    var strength: Int32 = 0
    var refusal: Refusal?
    var hasLeft = false
    var hasMoved = false
    /// Anything passed between us; messages went both ways.
    var isMet = false
    var isAnswered = false

    /// Whether somebody may be asked for a favour about others: messages went both ways, and they did not leave, object
    /// or complain.
    var canBeAsked: Bool { refusal == nil && !hasLeft && isAnswered }
  }

  mutating func standing(_ person: String) -> Standing {
    // Of most people nothing is told, and to look them up would be most of the work.
    if source.isStranger(person) { return Standing() }
    if let known = standings[person] { return known }
    let dossier = dossier(person)
    let all = dossier.relationship(with: person).all
    let standing = Standing(
      strength: Int32(Strength(all, now: source.now).thousandths), refusal: dossier.refusal(of: person),
      hasLeft: dossier.hasLeft(person), hasMoved: dossier.move(of: person) != nil, isMet: all.first != "",
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

  /// Those who work at a company now, by how well they know us.
  struct Staff: Sendable {
    let all: [String]
    /// Those of them who may be asked for a favour.
    let willing: [String]
    /// The first of the willing with whom nothing lies open.
    let free: String?
  }

  /// The staff of a company; people are gone through by company, so that few need be remembered at a time.
  mutating func staff(of company: String) -> Staff {
    if let known = staffs[company] { return known }
    var ranked: [(id: String, standing: Standing)] = []
    for id in source.people(at: company) { ranked.append((id, standing(id))) }
    ranked.sort { ($1.standing.strength, $0.id) < ($0.standing.strength, $1.id) }
    let willing = ranked.filter(\.standing.canBeAsked).map(\.id)
    let staff = Staff(
      all: ranked.map(\.id), willing: willing, free: willing.first { openings(with: $0).isEmpty })
    if staffs.count >= 256 { staffs.removeAll(keepingCapacity: true) }
    staffs[company] = staff
    return staff
  }

  /// Who may be asked about `person` and knows us best, of those at `company` who were there on `date`.
  mutating func friend(of person: String, at company: String, on date: String) -> String? {
    staff(of: company).willing.first { id in
      guard id != person else { return false }
      guard standing(id).hasMoved, let move = dossier(id).move(of: id) else { return true }
      return move.date <= date
    }
  }

  /// Somebody as the one who is asked.
  func asked(_ person: String) -> Referral.Side? {
    let dossier = dossier(person)
    guard let facts = dossier.person(person) else { return nil }
    let place = dossier.currentCompany(of: person)
    return Referral.Side(
      personID: person, name: facts.displayName, email: dossier.email(of: facts), company: place?.name,
      companyID: place?.id, member: dossier.owner(dossier.relationship(with: person), at: place))
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
