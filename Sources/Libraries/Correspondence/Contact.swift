// One person as correspondence shows them: every sighting of one address, phone number or profile.
import Calendar
import Identity
import JSONLines

/// A piece of evidence, as a record's `why` holds it.
struct Evidence: Sendable, Equatable {
  let because: String
  let messageID: String
  let date: String
  let quote: String?

  func json(by filter: String) -> JSON {
    var object: JSONObject = ["by": .string(filter), "because": .string(because)]
    object.append("message_id", messageID)
    object.append("date", date)
    object.append("quote", quote)
    return .object(object)
  }
}

/// A departure that a mail tells of.
struct Departure: Sendable, Equatable {
  let company: String?
  let domain: String?
  let date: String
  let evidence: Evidence
}

/// A person in the making.
struct Contact: Sendable {
  let key: String
  let channel: String
  var party: Party
  var names = NameTally()
  var firstSeen = ""
  var lastSeen = ""
  var inbound = 0
  var outbound = 0
  var meetings = 0
  var file: String?
  var isLinkedIn = false
  var title: String?
  var company: String?
  var location: String?
  var linkedinURL: String?
  var phones: [String] = []
  var otherEmails: [String] = []
  var departures: [Departure] = []
  var evidence: [Evidence] = []
  /// The date of the signature that title and company come from.
  var roleDate = ""

  init(key: String, party: Party, message: Message) {
    self.key = key
    self.party = party
    channel = message.channel
    file = message.file
    isLinkedIn = message.channel == "linkedin"
  }

  /// Somebody whom a mail only names.
  init(mention statement: Statement, name: String, _ evidence: Evidence, file: String?) {
    key = Contact.mentionKey(name, statement.company)
    party = Party(name: name)
    channel = "email"
    self.file = file
    firstSeen = evidence.date
    lastSeen = evidence.date
    names.add(name, isOwn: false)
    title = statement.title
    company = statement.company
    self.evidence = [evidence]
  }

  /// The key of somebody whom mails only name: name and company.
  static func mentionKey(_ name: String, _ company: String?) -> String {
    "mention:" + Party.folded(name) + "@" + Party.folded(company ?? "")
  }

  var isMention: Bool { key.hasPrefix("mention:") }

  var address: EmailAddress? { party.email.flatMap { EmailAddress($0) } }
  var employer: String? { address?.employerDomain }

  /// The id that the person has by content.
  var id: String {
    if let email = party.email { return "mail:person:" + email }
    if let slug = party.linkedinURL.flatMap(Party.slug) { return "linkedin:" + slug }
    if let phone = party.phone { return "chat:person:" + phone }
    if isMention {
      return "mail:mention:" + key.dropFirst("mention:".count).split(separator: " ").joined(separator: "-")
    }
    let name = Party.folded(party.name ?? "").split(separator: " ").joined(separator: "-")
    return (isLinkedIn ? "linkedin" : "chat") + ":person:" + name
  }

  /// Notes that they wrote, or were written to, in `message`.
  mutating func see(in message: Message, as party: Party, wrote: Bool) {
    if firstSeen.isEmpty || message.date < firstSeen {
      firstSeen = message.date
      file = message.file
    }
    if message.date > lastSeen { lastSeen = message.date }
    if let name = party.name {
      names.add(name, isOwn: wrote)
      if self.party.email == nil, company == nil { company = HeaderName.addition(name) }
    }
    if let url = party.linkedinURL, linkedinURL == nil { linkedinURL = url }
    if let phone = party.phone { add(phone: phone) }
    if message.kind == "calendar" { meetings += 1 }
    if wrote, message.direction != .outbound {
      inbound += 1
    } else if !wrote, message.direction == .outbound {
      outbound += 1
    }
  }

  mutating func add(phone: String) {
    if phones.count < 8, !phones.contains(phone) { phones.append(phone) }
  }

  mutating func add(_ new: Evidence) {
    guard evidence.count < 40, !evidence.contains(where: { $0.because == new.because && $0.quote == new.quote }) else {
      return
    }
    evidence.append(new)
  }

  /// Takes over what a signature of theirs in `message` says; the latest one tells title and company.
  mutating func sign(_ block: SignatureBlock, in message: Message) {
    for phone in block.phones { add(phone: phone) }
    if let url = block.linkedinURL { linkedinURL = url }
    if let name = block.name { names.add(name, isOwn: true) }
    guard block.title != nil || block.company != nil, message.date >= roleDate else { return }
    roleDate = message.date
    if let new = block.title { title = new }
    if let new = block.company { company = new }
    if let new = block.location { location = new }
    if let quote = block.quote {
      add(Evidence(because: "signature", messageID: message.id, date: message.date, quote: quote))
    }
  }
}
