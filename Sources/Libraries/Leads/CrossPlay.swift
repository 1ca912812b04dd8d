// The door beside the closed one: a colleague of somebody with whom something lies open.
import JSONLines

extension ReferralFinder {
  /// Asks a colleague of `person` about what lies open with them.
  mutating func crossReferral(to person: String) -> Referral? {
    guard let facts = dossier.people[person], standing(person).refusal != .optOut, !dossier.hasLeft(person),
      let company = dossier.currentCompany(of: person), let id = company.id
    else { return nil }
    let openings = Openings(of: person, in: dossier).list.filter { $0.conversationID != nil }
    guard let opening = openings.first(where: { SignalTable.revivable.contains($0.signal) }) else { return nil }
    guard let colleague = colleagues(at: id, except: person).first(where: { canAsk($0) }), let ask = asked(colleague),
      let target = target(person)
    else { return nil }
    let who = facts.name ?? facts.displayName
    let about = CrossWords.about[opening.signal] ?? "a conversation that fell silent"
    let sentence =
      "Hi \(dossier.people[colleague]?.givenName ?? "there"), \(who) and I had \(about)"
      + " (\(opening.date.prefix(10))). Would you ask \(facts.givenName) whether it is still of interest, or tell me"
      + " whom to talk to?"
    return Referral(
      play: .crossSPOC, ask: ask, target: target, sentence: sentence, date: opening.date,
      weight: weight(.crossSPOC, ask: colleague, on: opening.date),
      why: openings.map(evidence) + [reason(colleague)])
  }

  private func evidence(_ opening: Opening) -> JSON {
    var object: JSONObject = ["by": .string(Self.filter), "signal": .string(opening.signal)]
    object.append("conversation_id", opening.conversationID)
    object.append("message_id", opening.messageID)
    object.append("date", opening.date)
    object.append("quote", opening.quote)
    return .object(object)
  }
}

/// What lies open, in words.
private enum CrossWords {
  static let about = [
    "inbound_request": "a request for help with hiring", "jd_shared": "a role to fill",
    "keep_in_touch": "said that we would keep in touch", "negotiation": "terms to agree on",
    "proposal_sent": "a proposal on the table", "reconnect_later": "agreed to talk again later",
  ]
}
