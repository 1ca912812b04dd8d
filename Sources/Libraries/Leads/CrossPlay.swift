// The door beside the closed one: a colleague of somebody with whom something lies open.
import JSONLines

extension ReferralFinder {
  /// Asks a colleague of `person` about what lies open with them: the one who knows us best of those with whom nothing
  /// lies open itself, so that two people are asked about each other only where nobody else is left.
  mutating func crossReferral(to person: String) -> Referral? {
    // First what most have not, and what costs least to know.
    let pending = openings(with: person)
    guard let opening = pending.first, let facts = self.person(person), standing(person).refusal != .optOut,
      !standing(person).hasLeft, let id = dossier(person).currentCompany(of: person)?.id
    else { return nil }
    guard let target = target(person) else { return nil }
    let staff = staff(of: id)
    guard let colleague = staff.free ?? staff.willing.first(where: { $0 != person }), let ask = asked(colleague) else {
      return overTwo(to: facts, target, at: id, pending)
    }
    guard let friend = self.person(colleague) else { return nil }
    let sentence = AskWords(asked: friend, now: source.now).reviving(opening, with: facts)
    return Referral(
      play: .crossSPOC, ask: ask, target: target, sentence: sentence, date: opening.date,
      weight: weight(.crossSPOC, ask: colleague, on: opening.date),
      why: pending.map(evidence) + [reason(colleague)],
      path: IntroPath(ask, strength: standing(colleague).strength).then(.colleagues, target))
  }

  /// Where nobody at the company can be asked: somebody we know who worked with one of those who are there now.
  private mutating func overTwo(
    to person: PersonFacts, _ target: Referral.Side, at company: String, _ pending: [Opening]
  ) -> Referral? {
    for between in staff(of: company).all where between != person.id && standing(between).hasMoved {
      guard standing(between).refusal == nil, let move = dossier(between).move(of: between), move.confidence >= 0.5,
        let old = source.book.company(at: move.from), old.id != company, let link = self.target(between),
        let middle = self.person(between)
      else { continue }
      guard let friend = friend(of: between, at: old.id, on: move.date), let facts = self.person(friend),
        let ask = asked(friend), let opening = pending.first
      else { continue }
      let sentence = AskWords(asked: facts, now: source.now)
        .bridging(to: middle, from: old.name, colleagueOf: person, at: target.company, opening)
      return Referral(
        play: .formerColleagues, ask: ask, target: target, sentence: sentence, date: opening.date,
        weight: weight(.formerColleagues, ask: friend, on: opening.date) / 2,
        why: pending.map(evidence) + [reason(friend)],
        path: IntroPath(ask, strength: standing(friend).strength).then(.workedTogether, link).then(.colleagues, target))
    }
    return nil
  }

  /// What a colleague can bring back to life: openings that were judged as such, a silence with intent, else a loose end.
  func openings(with person: String) -> [Opening] {
    let all = Openings(of: person, in: dossier(person)).list.filter { $0.conversationID != nil }
    if let best = all.first(where: { SignalTable.revivable.contains($0.signal) }) {
      return [best] + all.filter { $0.signal != best.signal }
    }
    if let silent = all.first(where: { $0.signal == "stalled" }) { return [silent] }
    return looseEnd(with: person).map { [$0] } ?? []
  }

  /// The latest question without an answer at the place where somebody works now, if nothing was concluded there since.
  private func looseEnd(with person: String) -> Opening? {
    let dossier = dossier(person)
    let conversations = dossier.conversations(of: person).filter { Openings.counts($0, for: person, in: dossier) }
    let closed = conversations.filter { !SignalTable.closing.isDisjoint(with: $0.signals) }.map(\.last).max() ?? ""
    let since = max(closed, dossier.move(of: person)?.date ?? "")
    let told = Set(dossier.moves(of: person).flatMap(\.why).compactMap { $0["message_id"]?.string })
    for conversation in conversations.reversed() where conversation.signals.isEmpty {
      guard let end = conversation.looseEnd, end.date > since, !told.contains(end.messageID) else { continue }
      if end.kind == .unanswered, conversations.contains(where: { $0.answered(after: end.date) }) { continue }
      return Opening(
        signal: end.kind == .unanswered ? "unanswered" : "stalled", date: end.date, due: nil,
        conversationID: conversation.id, messageID: end.messageID, quote: end.quote,
        isUnanswered: end.kind == .unanswered)
    }
    return nil
  }

  private func evidence(_ opening: Opening) -> JSON {
    var object: JSONObject = ["by": .string(Self.filter), "signal": .string(opening.signal)]
    if opening.signal == "unanswered" { object.append("because", "they asked and nobody of us answered") }
    object.append("conversation_id", opening.conversationID)
    object.append("message_id", opening.messageID)
    object.append("date", opening.date)
    object.append("quote", opening.quote)
    return .object(object)
  }
}
