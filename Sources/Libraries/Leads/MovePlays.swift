// What a move opens: the new company, the old one, and the way to somebody through those who stayed.
import Correspondence
import JSONLines

extension ReferralFinder {
  /// The referrals that the latest move of `person` makes.
  mutating func moves(of person: String) -> [Referral] {
    let dossier = dossier(person)
    guard let facts = dossier.person(person), let move = dossier.move(of: person), move.confidence >= 0.5 else {
      return []
    }
    let isKnown = standing(person).isMet || facts.isInCRM
    guard isKnown else { return [] }
    var referrals: [Referral] = []
    if standing(person).refusal == nil, let ask = asked(person) {
      referrals.append(contentsOf: newCompany(ask, facts, move))
      referrals.append(contentsOf: oldCompany(ask, facts, move))
    }
    if let referral = formerColleague(facts, move) { referrals.append(referral) }
    return referrals
  }

  private func evidence(_ move: MoveFacts) -> [JSON] {
    var object: JSONObject = ["by": .string(Self.filter), "signal": .string(move.signal)]
    object.append("from", move.from.company)
    object.append("to", move.to.company)
    object.append("date", move.date)
    return [.object(object)] + move.why
  }

  /// Asks who moved about the new company.
  private mutating func newCompany(_ ask: Referral.Side, _ facts: PersonFacts, _ move: MoveFacts) -> [Referral] {
    guard let company = source.book.company(at: move.to)?.name ?? move.to.company else { return [] }
    let target = Referral.Side(
      personID: facts.id, name: company, company: company, companyID: source.book.company(at: move.to)?.id)
    let left = isAcquainted(facts.id) ? move.from.company.flatMap { facts.isCalled($0) ? nil : $0 } : nil
    let sentence = AskWords(asked: facts, now: source.now).arriving(at: company, from: left, on: move.date)
    return [
      Referral(
        play: .moved, ask: ask, target: target, sentence: sentence, date: move.date,
        weight: weight(.moved, ask: facts.id, on: move.date), why: evidence(move) + [reason(facts.id)],
        path: IntroPath(ask, strength: standing(facts.id).strength).then(.worksThere, target))
    ]
  }

  /// Whether we have more than a name: messages went both ways, or somebody was hired through us.
  private mutating func isAcquainted(_ person: String) -> Bool {
    let all = dossier(person).relationship(with: person).all
    return all.isTwoWay || all.placements > 0
  }

  /// Asks who moved about those they left behind.
  private mutating func oldCompany(_ ask: Referral.Side, _ facts: PersonFacts, _ move: MoveFacts) -> [Referral] {
    let old = source.book.company(at: move.from)
    guard let name = old?.name ?? move.from.company, !facts.isCalled(name) else { return [] }
    let successor = self.successor(of: facts, at: old?.id)
    let known = successor.flatMap { person($0)?.name }
    let target = Referral.Side(
      personID: successor, name: known ?? name,
      email: successor.flatMap { id in person(id).flatMap { dossier(id).email(of: $0) } },
      company: name, companyID: old?.id)
    let sentence = AskWords(asked: facts, now: source.now)
      .leavingBehind(name, for: ask.company, successor: known)
    return [
      Referral(
        play: .reverse, ask: ask, target: target, sentence: sentence, date: move.date,
        weight: weight(.reverse, ask: facts.id, on: move.date), why: evidence(move) + [reason(facts.id)],
        path: IntroPath(ask, strength: standing(facts.id).strength)
          .then(successor == nil ? .workedThere : .workedTogether, target))
    ]
  }

  /// Who knows us best of those who stayed and did not ask to be left alone.
  private mutating func successor(of facts: PersonFacts, at company: String?) -> String? {
    guard let company else { return nil }
    return staff(of: company).all.first { id in
      guard id != facts.id, case let standing = standing(id) else { return false }
      return !standing.hasLeft && standing.refusal != .optOut
    }
  }

  /// Asks the one who stayed and knows us best about the one who left.
  private mutating func formerColleague(_ facts: PersonFacts, _ move: MoveFacts) -> Referral? {
    guard let old = source.book.company(at: move.from),
      let company = source.book.company(at: move.to)?.name ?? move.to.company,
      standing(facts.id).refusal != .optOut
    else { return nil }
    guard let friend = friend(of: facts.id, at: old.id, on: move.date), let stayed = person(friend),
      let ask = asked(friend), var target = target(facts.id)
    else { return nil }
    target.company = company
    let sentence = AskWords(asked: stayed, now: source.now)
      .recommending(facts, from: old.name, title: move.to.title, at: company)
    return Referral(
      play: .formerColleagues, ask: ask, target: target, sentence: sentence, date: move.date,
      weight: weight(.formerColleagues, ask: friend, on: move.date), why: evidence(move) + [reason(friend)],
      path: IntroPath(ask, strength: standing(friend).strength).then(.workedTogether, target))
  }
}

extension PersonFacts {
  /// Whether a company is only called after them: mail programs that know no company write the name once more.
  fileprivate func isCalled(_ company: String) -> Bool { name.map(Party.folded) == Party.folded(company) }
}
