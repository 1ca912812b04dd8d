// What messages show of people's employers: when they wrote from which address, and what they announced.
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

  private var personOfAddress: [String: Int] = [:]
  private var peopleOfMessage: [String: [Int]] = [:]
  /// The addresses from which somebody wrote.
  private(set) var written: [String: Address] = [:]
  /// For each person the companies that they are said to join.
  private(set) var announced: [Int: [(isJoining: Bool, company: CompanyName, evidence: MessageEvidence)]] = [:]

  /// A trace of these people.
  init(_ people: [Career]) {
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
    let writer = message.string("from.email").flatMap { personOfAddress[$0] } ?? -1
    let leaving = peopleOfMessage[id] ?? []
    guard writer >= 0 || !leaving.isEmpty else { return }
    let kind = message.string("kind") ?? "direct"
    if writer >= 0, kind == "direct", let email = message.string("from.email") { note(email, id, date) }
    guard kind == "direct" || !leaving.isEmpty, let text = message.string("text") else { return }
    for statement in MoveStatements.find(in: text).prefix(20) {
      guard let company = CompanyName(statement.company) else { continue }
      let evidence = MessageEvidence(id: id, date: date, quote: statement.quote)
      for number in Set(leaving + (writer >= 0 && leaving.isEmpty ? [writer] : [])) {
        guard (announced[number]?.count ?? 0) < 40 else { continue }
        announced[number, default: []].append((statement.isJoining || !leaving.isEmpty, company, evidence))
      }
    }
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
