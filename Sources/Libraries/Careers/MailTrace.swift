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
    let domain = email.flatMap { EmailAddress($0)?.employerDomain }
    if isDirect, let email {
      if writer >= 0 { note(email, id, date) }
      for number in departed(text, writer, domain, id, date) where !subjects.contains(number) {
        subjects.append(number)
      }
    }
    let finding = MoveStatements.find(in: text)
    let own = finding.addresses.filter { colleagues.owns(writer, $0) }.compactMap(\.employerDomain)
    for statement in finding.statements.prefix(20) {
      let named = colleague(in: statement, at: domain, but: writer, id, date)
      announce(statement, of: named.map { [$0] } ?? subjects, writer, own, isLeaving: finding.isLeaving, id, date)
    }
    for statement in finding.near.prefix(20) where subjects.isEmpty && !own.isEmpty {
      announce(statement, of: [], writer, own, isLeaving: false, id, date)
    }
  }

  private mutating func announce(
    _ statement: MoveStatement, of subjects: [Int], _ writer: Int, _ ownDomains: [String], isLeaving: Bool,
    _ id: String,
    _ date: String
  ) {
    guard let company = CompanyName(statement.company) else { return }
    let isSure = !subjects.isEmpty || isLeaving || ownDomains.contains { company.resembles(domain: $0) }
    let evidence = MessageEvidence(id: id, date: date, quote: statement.quote)
    for number in subjects.isEmpty ? [writer] : subjects {
      guard number >= 0, (announced[number]?.count ?? 0) < 40 else { continue }
      announced[number, default: []].append(Announcement(company: company, isSure: isSure, evidence: evidence))
    }
  }

  /// The one colleague of the writer whom a sentence names beside the company that is joined; that they left is
  /// remembered, unless the company is the writer's own.
  private mutating func colleague(
    in statement: MoveStatement, at domain: String?, but writer: Int, _ id: String, _ date: String
  ) -> Int? {
    guard let domain, CompanyName(statement.company)?.resembles(domain: domain) != true else { return nil }
    let found = Set(statement.names.compactMap { colleagues.person($0, at: domain, but: writer) })
    guard found.count == 1, let number = found.first else { return nil }
    remember(Departure(domain: domain, date: date, why: [Self.why(id, statement.quote)]), of: number)
    return number
  }

  private mutating func remember(_ departure: Departure, of number: Int) {
    if (departures[number]?.count ?? 0) < 20 { departures[number, default: []].append(departure) }
  }

  private static func why(_ id: String, _ quote: String) -> JSON {
    ["because": "left", "message_id": .string(id), "quote": .string(quote)]
  }

  /// The writer's colleagues who, by the text, have left; they are remembered.
  private mutating func departed(
    _ text: String, _ writer: Int, _ domain: String?, _ id: String, _ date: String
  ) -> [Int] {
    guard let domain else { return [] }
    var found: [Int] = []
    for statement in Statements.find(in: text) where statement.kind == .left {
      guard let name = statement.name, let number = colleagues.person(name, at: domain, but: writer) else { continue }
      remember(Departure(domain: domain, date: date, why: [Self.why(id, statement.quote)]), of: number)
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
