// What messages show of people's employers: when they wrote from which address, what they and their colleagues announced.
import Correspondence
import Identity
import JSONLines
import Names

/// Gathers from messages what concerns a set of people. It holds one entry for each of their addresses.
struct MailTrace {
  /// What one address wrote.
  struct Address {
    var first: MessageEvidence
    var lastWritten: String
  }

  /// A company that somebody is said to join.
  struct Announcement {
    let company: CompanyName
    /// Whether the words themselves speak of a change: joining, a departure, a new address.
    let isSure: Bool
    let evidence: MessageEvidence
  }

  private var personOfAddress: [String: Int] = [:]
  private var peopleOfMessage: [String: [Int]] = [:]
  private let colleagues: Colleagues
  /// The addresses from which somebody wrote.
  private(set) var written: [String: Address] = [:]
  /// For each person the companies that they are said to join.
  private(set) var announced: [Int: [Announcement]] = [:]
  /// For each person the departures of which colleagues tell.
  private(set) var departures: [Int: [Departure]] = [:]

  /// A trace of these people.
  init(_ people: [Career], _ directory: CompanyDirectory) {
    colleagues = Colleagues(people, directory)
    for (number, person) in people.enumerated() {
      for email in person.emails { personOfAddress[email] = personOfAddress[email] == nil ? number : -1 }
      for why in person.departures.flatMap(\.why) {
        if let id = why["message_id"]?.string { peopleOfMessage[id, default: []].append(number) }
      }
    }
  }

  /// Takes a `message` record.
  mutating func add(_ message: borrowing Record) {
    guard let id = message.string("id"), let date = message.string("date").flatMap({ Sighting.date($0, late: false) })
    else { return }
    let email = message.string("from.email")
    let writer = email.flatMap { personOfAddress[$0] } ?? -1
    var subjects = peopleOfMessage[id] ?? []
    let isDirect = (message.string("kind") ?? "direct") == "direct" && message.string("direction") != "outbound"
    guard isDirect || !subjects.isEmpty, let text = message.string("text") else { return }
    if isDirect, let email {
      if writer >= 0 { note(email, id, date) }
      for number in departed(text, writer, email, id, date) where !subjects.contains(number) { subjects.append(number) }
    }
    guard writer >= 0 || !subjects.isEmpty else { return }
    announce(MoveStatements.find(in: text), by: writer, of: subjects, id, date)
  }

  private mutating func announce(
    _ finding: MoveStatements.Finding, by writer: Int, of subjects: [Int], _ id: String, _ date: String
  ) {
    for statement in finding.statements.prefix(20) {
      guard let company = CompanyName(statement.company) else { continue }
      let hasAddress = finding.domains.contains { company.resembles(domain: $0) }
      let isSure = hasAddress || !subjects.isEmpty || finding.isLeaving
      let evidence = MessageEvidence(id: id, date: date, quote: statement.quote)
      for number in subjects.isEmpty ? [writer] : subjects {
        guard number >= 0, (announced[number]?.count ?? 0) < 40 else { continue }
        announced[number, default: []].append(Announcement(company: company, isSure: isSure, evidence: evidence))
      }
    }
  }

  /// The writer's colleagues who, by the text, have left; they are remembered.
  private mutating func departed(
    _ text: String, _ writer: Int, _ email: String, _ id: String, _ date: String
  ) -> [Int] {
    guard let domain = EmailAddress(email)?.employerDomain else { return [] }
    var found: [Int] = []
    for statement in Statements.find(in: text) where statement.kind == .left {
      guard let name = statement.name, let number = colleagues.person(name, at: domain, but: writer) else { continue }
      let why: JSON = ["because": "left", "message_id": .string(id), "quote": .string(statement.quote)]
      departures[number, default: []].append(Departure(domain: domain, date: date, why: [why]))
      found.append(number)
    }
    return found
  }

  private mutating func note(_ email: String, _ id: String, _ date: String) {
    guard var address = written[email] else {
      written[email] = Address(first: MessageEvidence(id: id, date: date, quote: nil), lastWritten: date)
      return
    }
    if date < address.first.date { address.first = MessageEvidence(id: id, date: date, quote: nil) }
    address.lastWritten = max(address.lastWritten, date)
    written[email] = address
  }
}
