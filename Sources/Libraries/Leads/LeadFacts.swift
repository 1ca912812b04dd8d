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
  /// Whether they are said to have gone, nobody knows where.
  let hasLeft: Bool
  /// Their latest conversation, or the latest one that they take part in.
  let latest: ConversationFacts?

  init(_ person: PersonFacts, in dossier: Dossier) {
    self.dossier = dossier
    self.person = person
    openings = Openings(of: person.id, in: dossier)
    relationship = dossier.relationship(with: person.id)
    refusalMessage = dossier.refusalMessage(of: person.id)
    place = dossier.currentCompany(of: person.id)
    company = place?.entry?.facts
    client = dossier.clientState(of: person.id, at: place)
    email = dossier.email(of: person, at: place)
    moved = dossier.move(of: person.id)
    hasLeft = dossier.hasLeft(person.id)
    let conversations = dossier.conversations(of: person.id)
    latest =
      conversations.last { $0.lastSpeaker != nil && $0.personID.map(dossier.current) == person.id }
      ?? conversations.last { $0.lastSpeaker != nil }
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
    let refused = refusal.map { [$0.rawValue] } ?? []
    return hasLeft ? (refused + ["left"]).sorted() : refused
  }

  var kinds: [String] {
    let isCandidate = dossier.conversations(of: person.id).contains {
      $0.side == "candidate" && $0.personID.map(dossier.current) == person.id
    }
    var kinds = person.kinds
    if !dossier.jobs(of: person.id).isEmpty { kinds.append("spoc") }
    if isCandidate { kinds.append("candidate") }
    return kinds.count > 1 ? Set(kinds).sorted() : kinds
  }

  /// The last sign of life: of the conversations and the client database, else what the person's or company's row says.
  var lastSign: String? {
    let noted = dossier.interactions(of: person.id).last?.date
    let row = latest == nil ? person.lastContact ?? client.last : nil
    return later(later(latest?.last, noted), row)
  }

  private func later(_ one: String?, _ other: String?) -> String? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  /// What to do next; nothing with who opted out.
  var nextStep: NextStep? {
    guard refusal != .optOut else { return nil }
    if hasLeft {
      return NextStep(
        text: "Find out where \(person.displayName) went, and who came after", due: dossier.today)
    }
    let owed = latest?.owedBy == "us" ? latest?.last : nil
    return NextStep(
      person.displayName, openings, owedByUs: owed, movedTo: moved == nil ? nil : place?.name, client: client,
      today: dossier.today)
  }
}
