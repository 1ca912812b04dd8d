// Whom to ask for whom.
import Calendar
import Correspondence
import JSONLines

/// Finds referrals in a settled dossier.
public struct ReferralFinder {
  static let filter = "find-referrals"
  let dossier: Dossier
  private var standings: [String: Standing] = [:]

  /// A finder over what `dossier` knows.
  public init(_ dossier: Dossier) {
    self.dossier = dossier
  }

  /// How somebody stands with us.
  struct Standing: Sendable {
    let relationship: RelationshipFacts
    /// In thousandths.
    let strength: Int
    let member: String?
    let refusal: Refusal?
    let hasLeft: Bool

    /// Whether a favour may be asked: they did not leave, object or complain.
    var isWilling: Bool { refusal == nil && !hasLeft }
  }

  mutating func standing(_ person: String) -> Standing {
    if let known = standings[person] { return known }
    let relationship = dossier.relationship(with: person)
    let standing = Standing(
      relationship: relationship, strength: Strength(relationship.all, now: dossier.now).thousandths,
      member: dossier.owner(relationship, at: dossier.currentCompany(of: person)),
      refusal: dossier.refusal(of: person), hasLeft: dossier.hasLeft(person))
    standings[person] = standing
    return standing
  }

  /// All referrals, the most promising first; at most one for each play, target and asked person.
  public mutating func records() -> [JSONObject] {
    var referrals: [Referral] = []
    for id in dossier.people.keys.sorted() {
      referrals.append(contentsOf: moves(of: id))
      if let referral = crossReferral(to: id) { referrals.append(referral) }
    }
    referrals.append(contentsOf: mentions())
    var seen: Set<String> = []
    return referrals.sorted { ($1.weight, $1.date, $0.id) < ($0.weight, $0.date, $1.id) }
      .filter { seen.insert($0.id).inserted }.map(\.record)
  }

  /// Those who work at `company` now, by how well they know us; with `date`, those who were there on that day.
  mutating func colleagues(at company: String, except person: String, on date: String? = nil) -> [String] {
    let people = (dossier.peopleByCompany[company] ?? []).filter { id in
      guard id != person, let date, let move = dossier.move(of: id) else { return id != person }
      return move.date <= date
    }
    var ranked: [(id: String, strength: Int)] = []
    for id in people { ranked.append((id, standing(id).strength)) }
    return ranked.sorted { ($1.strength, $0.id) < ($0.strength, $1.id) }.map(\.id)
  }

  /// Somebody as the one who is asked.
  mutating func asked(_ person: String) -> Referral.Side? {
    guard let facts = dossier.people[person] else { return nil }
    let place = dossier.currentCompany(of: person)
    return Referral.Side(
      personID: person, name: facts.displayName, email: dossier.email(of: facts), company: place?.name,
      companyID: place?.id, member: standing(person).member)
  }

  /// Somebody as the goal.
  func target(_ person: String) -> Referral.Side? {
    guard let facts = dossier.people[person] else { return nil }
    let place = dossier.currentCompany(of: person)
    return Referral.Side(
      personID: person, name: facts.displayName, email: dossier.email(of: facts), company: place?.name,
      companyID: place?.id)
  }

  /// What speaks for asking `person`.
  mutating func reason(_ person: String) -> JSON {
    let all = standing(person).relationship.all
    var object: JSONObject = ["by": .string(Self.filter)]
    let words = CountText.of(all)
    object.append("because", words.isEmpty ? "known from the client database" : words)
    object.append("date", all.last)
    return .object(object)
  }

  /// How promising an ask is: how well they know us, what kind it is, how fresh the occasion.
  mutating func weight(_ play: Play, ask person: String, on date: String) -> Double {
    let known = Double(standing(person).strength + 50)
    let age = (try? Instant(dateOrTime: date)).map { max(0, $0.days(to: dossier.now)) } ?? 3650
    return known * play.factor * (365.0 / (365.0 + Double(age)))
  }
}
