// All people and companies that a correspondence shows.
import Calendar
import Identity
import JSONLines
import Team

/// Gathers people from messages. It holds one entry for each address, phone number or profile, not the messages.
public struct ContactBook {
  /// Messages to more others than this make no relationship.
  public var mostOthers = 20
  /// Whether only people with messages both ways, or a meeting, become records.
  public var onlyTwoWay = false
  /// Whether people become records, too, whom mails only name.
  public var keepsMentions = false

  private let ours: Team
  private var contacts: [String: Contact] = [:]
  private var companies = CompanyTally()
  private var pending: [Pending] = []

  /// A statement about a third person, kept until everybody is known.
  private struct Pending {
    let statement: Statement
    let message: String
    let date: String
    let domain: String?
    let file: String?
  }

  /// An empty book of a firm whose own people are `ours`.
  public init(ours: Team) {
    self.ours = ours
  }

  /// How many people it holds.
  public var count: Int { contacts.count }

  /// Takes what `message` shows; false when it makes no relationship.
  public mutating func add(_ message: Message) -> Bool {
    if message.isAutomatic { return addAutomatic(message) }
    let others = message.everybody.filter { !ours.includes($0, on: message.day) }
    guard message.direction != .internal, others.count <= mostOthers + 1, !others.isEmpty else { return false }
    if let from = message.from, !ours.includes(from, on: message.day) {
      see(from, in: message, wrote: true)
      read(message, from: from)
    }
    for party in message.recipients { see(party, in: message, wrote: false) }
    return true
  }

  /// What an automatic message still tells: that its sender has left, and who comes next.
  private mutating func addAutomatic(_ message: Message) -> Bool {
    guard message.kind == "left_company", let from = message.from, let key = key(of: from, in: message) else {
      return false
    }
    see(from, in: message, wrote: false)
    let quote = Statements.find(in: message.text).first { $0.kind == .left || $0.kind == .writerLeaves }?.quote
    let evidence = Evidence(
      because: "automatic_reply", messageID: message.id, date: message.date, quote: quote ?? firstLine(message.text))
    depart(key, company: nil, evidence)
    if let successor = message.successor, successor.email != nil {
      see(successor, in: message, wrote: false)
      if let next = self.key(of: successor, in: message) {
        contacts[next]?.add(
          Evidence(because: "successor", messageID: message.id, date: message.date, quote: evidence.quote))
      }
    }
    return true
  }

  private func firstLine(_ text: String) -> String? {
    text.split(whereSeparator: \.isNewline).first.map { String($0.prefix(300)) }
  }

  /// The key of `party` when it can be a person outside: none of ours, no machine.
  private func key(of party: Party, in message: Message) -> String? {
    guard let key = party.key, !ours.includes(party, on: message.day) else { return nil }
    if let email = party.email {
      guard let address = EmailAddress(email), address.kind != .automatic else { return nil }
    }
    return message.isChat && party.email == nil && key.hasPrefix("name:") ? message.channel + ":" + key : key
  }

  private mutating func see(_ party: Party, in message: Message, wrote: Bool) {
    guard let key = key(of: party, in: message) else { return }
    contacts[key, default: Contact(key: key, party: party, message: message)].see(in: message, as: party, wrote: wrote)
  }

  /// Reads signature and statements of what somebody outside wrote.
  private mutating func read(_ message: Message, from: Party) {
    guard let key = key(of: from, in: message), let contact = contacts[key] else { return }
    let domain = contact.employer
    if !message.signature.isEmpty {
      let block = SignatureBlock(
        message.signature, writer: from.name ?? contact.names.best, domain: domain,
        mailbox: contact.address?.local)
      contacts[key]?.sign(block, in: message)
      if let company = block.company, let domain { companies.add(company, domain: domain, date: message.date) }
      for email in block.emails { announce(email, by: key, message, quote: nil) }
    }
    for statement in Statements.find(in: message.text) {
      switch statement.kind {
      case .newAddress:
        if let address = statement.address { announce(address, by: key, message, quote: statement.quote) }
      case .addressToUse:
        if let address = statement.address, spellsName(address, of: key) {
          announce(address, by: key, message, quote: statement.quote)
        }
      case .writerLeaves:
        let evidence = Evidence(
          because: "says_they_leave", messageID: message.id, date: message.date, quote: statement.quote)
        depart(key, company: statement.company, evidence)
      case .left, .role:
        if pending.count < 1 << 20 {
          pending.append(
            Pending(statement: statement, message: message.id, date: message.date, domain: domain, file: message.file))
        }
      }
    }
  }

  /// Whether an address spells the name of the person behind `key`, so that it may be theirs.
  private func spellsName(_ email: String, of key: String) -> Bool {
    guard let name = contacts[key]?.names.best, let local = EmailAddress(email)?.local else { return false }
    return SignatureOwner(name: nil, mailbox: local).isNamed(Substring(name))
  }

  /// Notes another address of the person behind `key`, unless it is one of ours, a machine's or a function's.
  private mutating func announce(_ email: String, by key: String, _ message: Message, quote: String?) {
    guard let address = EmailAddress(email), address.kind != .automatic, address.kind != .role,
      email != contacts[key]?.party.email, !ours.includes(Party(email: email), on: message.day),
      contacts[key]?.otherEmails.contains(email) == false
    else { return }
    contacts[key]?.otherEmails.append(email)
    contacts[key]?.add(Evidence(because: "announced_address", messageID: message.id, date: message.date, quote: quote))
  }

  private mutating func depart(_ key: String, company: String?, _ evidence: Evidence) {
    guard let contact = contacts[key], contact.departures.count < 20 else { return }
    let departure = Departure(company: company, domain: contact.employer, date: evidence.date, evidence: evidence)
    contacts[key]?.departures.append(departure)
    contacts[key]?.add(evidence)
  }

  /// The people, then the companies, as records, sorted by first sighting and id.
  public mutating func records() -> [JSONObject] {
    settle()
    let people = contacts.values.filter { !onlyTwoWay || $0.meetings > 0 || $0.inbound > 0 && $0.outbound > 0 }
      .sorted { ($0.firstSeen, $0.id) < ($1.firstSeen, $1.id) }
    for contact in people {
      if let domain = contact.employer { companies.see(domain, contact) }
      for domain in contact.otherEmails.compactMap(EmployerDomain.of) where domain != contact.employer {
        companies.see(domain, contact, announced: true)
      }
    }
    let names = companies
    return people.map { ContactRecord.person($0, companies: names) } + names.records()
  }

  /// Gives statements about third persons to those they are about: people of that name with the writer's employer, or
  /// the only one of that name.
  private mutating func settle() {
    let byName = namesInUse()
    for entry in pending {
      guard let name = entry.statement.name else { continue }
      let folded = Party.folded(name)
      let candidates = Set(byName[folded] ?? entry.domain.flatMap { byName[folded + "@" + $0] } ?? [])
      let colleagues = candidates.filter { entry.domain != nil && contacts[$0]?.employer == entry.domain }
      let only = colleagues.count == 1 ? colleagues.first : candidates.count == 1 ? candidates.first : nil
      if let only { settle(entry, on: only) } else if candidates.isEmpty { mention(entry, name) }
    }
    pending = []
  }

  /// Who bears a full name, or a given or family name among the people of a domain.
  private func namesInUse() -> [String: [String]] {
    var byName: [String: [String]] = [:]
    for (key, contact) in contacts {
      for name in contact.names.all {
        let folded = Party.folded(name)
        byName[folded, default: []].append(key)
        let words = folded.split(separator: " ")
        guard words.count > 1 else { continue }
        for word in [words[0], words[words.count - 1]] {
          byName[word + "@" + (contact.employer ?? ""), default: []].append(key)
        }
      }
    }
    return byName
  }

  private mutating func settle(_ entry: Pending, on key: String) {
    let statement = entry.statement
    let evidence = evidence(of: entry)
    if statement.kind == .left {
      depart(key, company: statement.company, evidence)
    } else {
      contacts[key]?.add(evidence)
      if contacts[key]?.title == nil { contacts[key]?.title = statement.title }
      if contacts[key]?.company == nil { contacts[key]?.company = statement.company }
    }
  }

  private func evidence(of entry: Pending) -> Evidence {
    Evidence(
      because: entry.statement.kind.rawValue, messageID: entry.message, date: entry.date, quote: entry.statement.quote)
  }

  /// Makes a record of somebody with a full name and a company whom no header names.
  private mutating func mention(_ entry: Pending, _ name: String) {
    guard keepsMentions, entry.statement.kind == .role, entry.statement.company != nil, name.contains(" ") else {
      return
    }
    let key = Contact.mentionKey(name, entry.statement.company)
    let evidence = evidence(of: entry)
    if contacts[key] == nil {
      contacts[key] = Contact(mention: entry.statement, name: name, evidence, file: entry.file)
    } else {
      contacts[key]?.add(evidence)
      let last = contacts[key]?.lastSeen ?? ""
      contacts[key]?.lastSeen = max(last, entry.date)
    }
  }
}
