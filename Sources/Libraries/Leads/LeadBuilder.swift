// Which people are leads, and what a lead's record says.
import Correspondence
import JSONLines

/// Makes lead records from a settled dossier.
struct LeadBuilder {
  private let dossier: Dossier
  static let contactKinds: Set<String> = ["client", "hiring_manager", "spoc"]

  /// A builder over what `dossier` knows.
  init(_ dossier: Dossier) {
    self.dossier = dossier
  }

  /// Writes the lead that a person is; false when they are none.
  func write(_ id: String, to writer: inout JSONWriter) -> Bool {
    guard let person = dossier.person(id), isLead(id) else { return false }
    LeadFacts(person, in: dossier).write(to: &writer)
    return true
  }

  /// Whether somebody is on the client side: the client database knows them as a contact, a client's conversation is
  /// theirs, or they hire now.
  private func isLead(_ id: String) -> Bool {
    guard let person = dossier.person(id), !isOurs(person) else { return false }
    if person.kinds.contains(where: LeadBuilder.contactKinds.contains) { return true }
    if !dossier.jobs(of: id).isEmpty || !dossier.interactions(of: id).isEmpty { return true }
    if person.isInCRM, !person.kinds.contains("candidate") { return true }
    let conversations = dossier.conversations(of: id)
    if conversations.contains(where: { isClients($0, id) }) { return true }
    let hires = dossier.moves(of: id).contains {
      $0.signal == "candidate_now_hiring" || $0.signal == "now_hiring_role"
    }
    return hires && !conversations.isEmpty
  }

  private func isOurs(_ person: PersonFacts) -> Bool {
    !dossier.team.isEmpty && person.emails.contains { dossier.team.isOurs($0, on: dossier.now.date) }
  }

  /// Whether a conversation makes somebody in it a lead: a client's, and they wrote or it is theirs.
  private func isClients(_ conversation: ConversationFacts, _ id: String) -> Bool {
    let takesPart =
      conversation.personID.map(dossier.current) == id
      || conversation.isWritten(by: id, in: dossier)
    guard takesPart else { return false }
    if conversation.side == "client" || conversation.isHiringSide { return true }
    guard conversation.side == "unknown", let company = dossier.currentCompany(of: id)?.id else { return false }
    return dossier.book.company(company)?.isClient ?? false
  }
}
