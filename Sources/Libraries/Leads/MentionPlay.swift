// Third persons named in mail as those to talk to.
import Correspondence
import JSONLines

extension ReferralFinder {
  /// The referrals that mentions of third persons make.
  mutating func mentions() -> [Referral] {
    var referrals: [Referral] = []
    source.forEachPointer { conversation in
      guard conversation.side != "internal", conversation.side != "vendor" else { return }
      for evidence in conversation.evidence where evidence.signal == "referral_mention" {
        guard let message = conversation.messages.first(where: { $0.id == evidence.messageID }),
          message.direction != .outbound, !message.isAutomatic
        else { continue }
        referrals.append(contentsOf: mention(evidence, message, conversation))
      }
      if conversation.side != "candidate" {
        for message in conversation.messages where message.text != nil && message.direction == .inbound {
          let found = addressed(message, conversation)
          referrals.append(contentsOf: found.isEmpty ? answered(message, conversation) : found)
        }
      }
    }
    return referrals
  }

  /// Somebody of another employer who is named together with their address, though nothing judged it a pointer.
  private mutating func addressed(_ message: MessageFacts, _ conversation: ConversationFacts) -> [Referral] {
    guard let text = message.text, !conversation.evidence.contains(where: { $0.signal == "referral_mention" }),
      let quote = NameSpotter.addressLine(text)
    else { return [] }
    let evidence = pointer("names somebody with an address", quote, in: message)
    let employer = message.from.flatMap { workplace(source.current($0)) }?.domain
    return mention(evidence, message, conversation).filter { referral in
      guard let email = referral.target.email, let domain = EmployerDomain.of(email), domain != employer else {
        return false
      }
      return NameSpotter.fits(referral.target.name, String(email.prefix { $0 != "@" }))
        && !conversation.people.contains(referral.target.personID ?? "")
    }
  }

  /// Somebody of another employer who is named with it in answer to a question of ours, though nothing judged it a
  /// pointer.
  private mutating func answered(_ message: MessageFacts, _ conversation: ConversationFacts) -> [Referral] {
    guard message.answersUs, let text = message.text, let person = message.from.map(source.current),
      !conversation.evidence.contains(where: { $0.signal == "referral_mention" })
    else { return [] }
    var spotter = NameSpotter(text: text, quote: "", writer: self.person(person)?.name ?? "")
    let team = source.team
    spotter.exclude { name, email in
      email.map { team.isOurs($0) } ?? false || name.map { team.member(name: $0) != nil } ?? false
    }
    guard let found = spotter.pair else { return [] }
    let evidence = pointer("names somebody in answer to our question", found.quote, in: message)
    return mention(evidence, message, conversation).filter { !conversation.people.contains($0.target.personID ?? "") }
  }

  private func pointer(_ because: String, _ quote: String, in message: MessageFacts) -> EvidenceFacts {
    var json: JSONObject = ["by": .string(Self.filter), "because": .string(because)]
    json.append("message_id", message.id)
    json.append("date", message.date)
    json.append("quote", quote)
    return EvidenceFacts(
      signal: "referral_mention", messageID: message.id, date: message.date, due: nil, quote: quote,
      raw: Array(JSON.object(json).text.utf8))
  }

  private mutating func mention(
    _ evidence: EvidenceFacts, _ message: MessageFacts, _ conversation: ConversationFacts
  ) -> [Referral] {
    guard let person = (message.from ?? conversation.personID).map(source.current), let facts = self.person(person),
      !standing(person).hasLeft, standing(person).refusal == nil, let ask = asked(person), let text = message.text
    else { return [] }
    var strangers = NameSpotter(text: text, quote: evidence.quote ?? "", writer: facts.name ?? "")
    let team = source.team
    strangers.exclude { name, email in
      if let email { return team.isOurs(email) || facts.emails.contains(email) }
      return name.map { team.member(name: $0) != nil } ?? false
    }
    guard let found = strangers.best else { return [] }
    let target = side(found)
    let own = ask.company.map(Dossier.key)
    guard target.personID != person, target.personID != nil || target.email != nil || found.name != nil,
      own == nil || target.company.map(Dossier.key) != own && Dossier.key(target.name) != own
    else { return [] }
    let place = target.company == target.name ? nil : target.company
    let sentence = AskWords(asked: facts, now: source.now).following(to: target.name, at: place)
    return [
      Referral(
        play: .mention, ask: ask, target: target, sentence: sentence, date: evidence.date,
        weight: weight(.mention, ask: person, on: evidence.date), why: [evidence.json, reason(person)],
        path: IntroPath(ask, strength: standing(person).strength).then(.named, target))
    ]
  }

  /// A person or company that a text names, joined with whom we know by that address, or by that name.
  private func side(_ found: NameSpotter.Stranger) -> Referral.Side {
    let known = source.person(email: found.email, name: found.name)
    let place = known.flatMap { workplace($0.id) }
    let company = found.company ?? place?.name
    let companyID = place?.id ?? source.book.company(named: company, domain: found.email.flatMap(EmployerDomain.of))?.id
    let name = found.name ?? known?.name ?? company ?? found.email ?? ""
    return Referral.Side(
      personID: known?.id, name: name, email: found.email ?? known.flatMap { dossier($0.id).email(of: $0) },
      company: company,
      companyID: companyID)
  }
}
