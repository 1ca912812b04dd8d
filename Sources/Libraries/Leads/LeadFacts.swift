// What is known of one lead, gathered from the dossier.
import Correspondence
import JSONLines

/// A person on the client side with all that a lead's record tells.
struct LeadFacts {
  let dossier: Dossier
  let person: PersonFacts
  let openings: Openings
  let relationship: RelationshipFacts
  let client: ClientFacts
  let refusalMessage: MessageFacts?
  let place: Dossier.Workplace?
  let email: String?
  /// The company where they work, as far as the records know it.
  let company: CompanyFacts?
  let moved: MoveFacts?
  /// Their latest conversation, or the latest one that they take part in.
  let latest: ConversationFacts?

  init(_ person: PersonFacts, in dossier: Dossier) {
    self.dossier = dossier
    self.person = person
    openings = Openings(of: person.id, in: dossier)
    relationship = dossier.relationship(with: person.id)
    refusalMessage = dossier.refusalMessage(of: person.id)
    place = dossier.currentCompany(of: person.id)
    company = place?.id.flatMap(dossier.book.company)
    client = dossier.clientState(of: person.id, at: place)
    email = dossier.email(of: person, at: place)
    moved = dossier.move(of: person.id)
    let spoken = dossier.conversations(of: person.id).filter { $0.lastSpeaker != nil }
    latest = spoken.last { $0.personID.map(dossier.current) == person.id } ?? spoken.last
  }

  var refusal: Refusal? { refusalMessage?.refusal }

  var stage: String {
    let hasPlacement = relationship.all.placements > 0 || person.isInCRM && moved == nil && client.placements > 0
    return refusal == .optOut ? "none" : openings.stage(hasPlacement: hasPlacement)
  }

  func status(_ stage: String) -> String {
    if refusal == .optOut { return "bad_fit" }
    if relationship.all.placements > 0 { return "converted" }
    if stage == "middle" { return "qualified" }
    if relationship.all.inbound > 0 { return "replied" }
    return relationship.all.outbound > 0 ? "contacted" : "new"
  }

  var tags: [String] {
    ((refusal.map { [$0.rawValue] } ?? []) + (dossier.hasLeft(person.id) ? ["left"] : [])).sorted()
  }

  var kinds: [String] {
    var kinds = Set(person.kinds)
    if dossier.jobsByPerson[person.id] != nil { kinds.insert("spoc") }
    for conversation in dossier.conversations(of: person.id) where conversation.side == "candidate" {
      if conversation.personID.map(dossier.current) == person.id { kinds.insert("candidate") }
    }
    return kinds.sorted()
  }

  /// The last sign of life: of the conversations and the client database, else what the person's or company's row says.
  var lastSign: String? {
    let noted = dossier.interactionsByPerson[person.id]?.last?.date
    let row = latest == nil ? person.lastContact ?? client.last : nil
    return [latest?.last, noted, row].compactMap { $0 }.max()
  }

  /// What to do next; nothing with who opted out.
  var nextStep: JSON? {
    guard refusal != .optOut else { return nil }
    if dossier.hasLeft(person.id) {
      return [
        "text": .string("Find out where \(person.displayName) went, and who came after"),
        "due": .string(dossier.now.date.description),
      ]
    }
    let owed = latest?.owedBy == "us" ? latest?.last : nil
    return NextStep(
      person.displayName, openings, owedByUs: owed, movedTo: moved == nil ? nil : place?.name, client: client,
      now: dossier.now)?.json
  }
}
