// Which people are leads, and what a lead's record says.
import Calendar
import Correspondence
import JSONLines

/// Makes lead records from a settled dossier.
public struct LeadBuilder {
  static let filter = "build-leads"
  private let dossier: Dossier

  /// A builder over what `dossier` knows.
  public init(_ dossier: Dossier) {
    self.dossier = dossier
  }

  /// Calls `body` with the leads, by the id of the person.
  public func forEachLead(_ body: (JSONObject) throws -> Void) rethrows {
    for id in dossier.people.keys.sorted() where isLead(id) {
      if let person = dossier.people[id] { try body(record(person)) }
    }
  }

  /// Whether somebody is on the client side: the client database knows them as a contact, a client's conversation is
  /// theirs, or they hire now.
  private func isLead(_ id: String) -> Bool {
    guard let person = dossier.people[id], !isOurs(person) else { return false }
    let contactKinds: Set<String> = ["client", "hiring_manager", "spoc"]
    if person.kinds.contains(where: contactKinds.contains) { return true }
    if dossier.jobsByPerson[id] != nil || dossier.interactionsByPerson[id] != nil { return true }
    if person.isInCRM, !person.kinds.contains("candidate") { return true }
    let conversations = dossier.conversations(of: id)
    if conversations.contains(where: { isClients($0, id) }) { return true }
    let hires = dossier.movesByPerson[id]?.contains {
      $0.signal == "candidate_now_hiring" || $0.signal == "now_hiring_role"
    }
    return hires ?? false && !conversations.isEmpty
  }

  private func isOurs(_ person: PersonFacts) -> Bool {
    person.emails.contains { dossier.team.isOurs($0, on: dossier.now.date) }
  }

  /// Whether a conversation makes somebody in it a lead: a client's, and they wrote or it is theirs.
  private func isClients(_ conversation: ConversationFacts, _ id: String) -> Bool {
    let takesPart =
      conversation.personID.map(dossier.current) == id
      || conversation.messages.contains { !$0.isAutomatic && $0.from.map(dossier.current) == id }
    guard takesPart else { return false }
    if conversation.side == "client" || conversation.isHiringSide { return true }
    guard conversation.side == "unknown", let company = dossier.currentCompany(of: id)?.id else { return false }
    return dossier.companies[company]?.isClient ?? false
  }

  private func record(_ person: PersonFacts) -> JSONObject {
    let id = person.id
    let openings = Openings(of: id, in: dossier)
    let relationship = dossier.relationship(with: id)
    let client = dossier.clientState(of: id)
    let refusal = dossier.refusal(of: id)
    let place = dossier.currentCompany(of: id)
    let moved = dossier.move(of: id)
    var record: JSONObject = ["type": "lead", "id": .string("lead:" + id), "person_id": .string(id)]
    record.append("source", ["kind": .string(person.isInCRM ? "crm" : "mail"), "priority": "high"])
    record.append("name", person.name)
    record.append("email", dossier.email(of: person))
    record.append("phone", person.phones.first)
    record.append("company", place?.name)
    record.append("company_id", place?.id)
    record.append("domain", place?.domain ?? company(place?.id)?.domains.first)
    record.append("title", place?.title)
    record.append("linkedin_url", person.linkedinURL)
    record.append("location", person.location)
    record.append("country", person.country)
    record.append("account", .object(account(place?.id, client)))
    let hasPlacement = relationship.all.placements > 0 || person.isInCRM && moved == nil && client.placements > 0
    let stage = refusal == .optOut ? "none" : openings.stage(hasPlacement: hasPlacement)
    record.append("status", status(relationship, stage, refusal))
    record.append("owner", dossier.owner(of: id, relationship))
    record.append("tags", JSON(tags(person, refusal)))
    record.append("notes", [])
    record.append("kinds", JSON(kinds(person)))
    record.append("client_state", client.state.rawValue)
    record.append("relationship", .object(self.relationship(relationship, client.placements, place?.id)))
    record.append("opportunities", .array(openings.list.map(\.json)))
    record.append("stage", stage)
    record.append("signals", JSON(openings.signals))
    appendTurn(person, openings, client, moved, refusal, to: &record)
    record.append("activity", .array(Activity.latest(of: id, in: dossier)))
    record.append("why", .array(LeadEvidence.list(person, openings, relationship, client, dossier)))
    return record
  }

  private func company(_ id: String?) -> CompanyFacts? { id.flatMap { dossier.companies[$0] } }

  private func account(_ id: String?, _ client: (state: ClientState, last: String?, placements: Int)) -> JSONObject {
    var account = JSONObject(company(id)?.account ?? [])
    let people = id.flatMap { dossier.peopleByCompany[$0] } ?? []
    account.append("contacts", JSON(people.count))
    account.append("placements", JSON(client.placements))
    account.append("open_roles", JSON((id.flatMap { dossier.jobsByCompany[$0] } ?? []).count(where: \.isOpen)))
    account.append("last_engagement", client.last)
    return account
  }

  private func status(_ relationship: RelationshipFacts, _ stage: String, _ refusal: Refusal?) -> String {
    if refusal == .optOut { return "bad_fit" }
    if relationship.all.placements > 0 { return "converted" }
    if stage == "middle" { return "qualified" }
    if relationship.all.inbound > 0 { return "replied" }
    return relationship.all.outbound > 0 ? "contacted" : "new"
  }

  private func tags(_ person: PersonFacts, _ refusal: Refusal?) -> [String] {
    ((refusal.map { [$0.rawValue] } ?? []) + (dossier.hasLeft(person.id) ? ["left"] : [])).sorted()
  }

  private func kinds(_ person: PersonFacts) -> [String] {
    var kinds = Set(person.kinds)
    if dossier.jobsByPerson[person.id] != nil { kinds.insert("spoc") }
    for conversation in dossier.conversations(of: person.id) where conversation.side == "candidate" {
      if conversation.personID.map(dossier.current) == person.id { kinds.insert("candidate") }
    }
    return kinds.sorted()
  }

  private func relationship(_ facts: RelationshipFacts, _ accountPlacements: Int, _ company: String?) -> JSONObject {
    var object = facts.all.json
    if let revenue = self.company(company)?.revenue, Double(revenue) != nil {
      object.append("revenue", .number(revenue))
    }
    var by = JSONObject()
    for member in facts.ranked { by.append(member, .object(facts.by[member]?.json ?? JSONObject())) }
    object.append("by", .object(by))
    return object
  }

  /// Who spoke last, whose turn it is, how long ago, where they went, and what to do.
  private func appendTurn(
    _ person: PersonFacts, _ openings: Openings, _ client: (state: ClientState, last: String?, placements: Int),
    _ moved: MoveFacts?, _ refusal: Refusal?, to record: inout JSONObject
  ) {
    let spoken = dossier.conversations(of: person.id).filter { $0.lastSpeaker != nil }
    let latest = spoken.last { $0.personID.map(dossier.current) == person.id } ?? spoken.last
    let noted = dossier.interactionsByPerson[person.id]?.last?.date
    record.append("last_speaker", latest?.lastSpeaker)
    record.append("owed_by", latest?.owedBy)
    let last = [latest?.last, noted, latest == nil ? person.lastContact ?? client.last : nil].compactMap { $0 }.max()
    if let last, let when = try? Instant(dateOrTime: last) {
      record.append("days_silent", JSON(max(0, when.days(to: dossier.now))))
    }
    if let moved, moved.signal == "moved" || moved.from.isKnown {
      var object = JSONObject()
      object.append("from", moved.from.json)
      object.append("to", moved.to.json)
      object.append("date", moved.date)
      record.append("moved", .object(object))
    }
    guard refusal != .optOut else { return }
    let owed = latest?.owedBy == "us" ? latest?.last : nil
    if dossier.hasLeft(person.id) {
      record.append(
        "next_step",
        [
          "text": .string("Find out where \(person.displayName) went, and who came after"),
          "due": .string(dossier.now.date.description),
        ])
    } else if let step = NextStep(
      person.displayName, openings, owedByUs: owed, moved: moved, state: client.state, now: dossier.now)
    {
      record.append("next_step", step.json)
    }
  }
}
