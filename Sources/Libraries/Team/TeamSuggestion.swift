// Who seems to belong to us, from the mail that we sent and got.
import Calendar
import Identity
import JSONLines

/// Proposes the lines of team.jsonl from message records. Memory grows with the number of addresses.
public struct TeamSuggestion {
  /// What was seen of one address.
  struct Sightings {
    /// Messages from it, and those of them in a folder of sent mail.
    var written = 0
    var sent = 0
    /// Messages delivered to it.
    var delivered = 0
    /// The names that it wrote under.
    var names: [String: Int] = [:]
    /// When it wrote first, when last, and when mail was delivered to it last.
    var first: CalendarDate?
    var last: CalendarDate?
    var lastDelivered: CalendarDate?
  }

  /// An address counts as the owner of a mailbox when so many messages were delivered to it.
  private static let deliveredAtLeast = 3
  /// Someone who has neither written nor got mail for so many days before the end of the archive seems to have left.
  private static let silentDays = 180

  private var addresses: [String: Sightings] = [:]
  private var newest: CalendarDate?

  /// A suggestion without evidence.
  public init() {}

  /// Takes the evidence of one record; those of other types and drafts have none, for which this is false.
  public mutating func add(_ record: borrowing Record) -> Bool {
    guard record.string("type") == "message", record.string("kind") != "draft" else { return false }
    let date = record.string("date").flatMap { try? CalendarDate(String($0.prefix(10))) }
    let from = record.json("from")
    if let email = Self.address(from?["email"]?.string) {
      let isSent = record.strings("labels").contains(where: SentFolders.contains)
      note(written: email, name: from?["name"]?.string, isSent: isSent, date)
    }
    for delivered in record.strings("delivered_to") {
      if let email = Self.address(delivered) { note(delivered: email, date) }
    }
    if let date, newest.map({ $0 < date }) ?? true { newest = date }
    return true
  }

  private mutating func note(written email: String, name: String?, isSent: Bool, _ date: CalendarDate?) {
    var seen = addresses[email] ?? Sightings()
    seen.written += 1
    if isSent { seen.sent += 1 }
    if let name, seen.names.count < 50 || seen.names[name] != nil { seen.names[name, default: 0] += 1 }
    if let date {
      seen.first = min(seen.first ?? date, date)
      seen.last = max(seen.last ?? date, date)
    }
    addresses[email] = seen
  }

  private mutating func note(delivered email: String, _ date: CalendarDate?) {
    var seen = addresses[email] ?? Sightings()
    seen.delivered += 1
    if let date { seen.lastDelivered = max(seen.lastDelivered ?? date, date) }
    addresses[email] = seen
  }

  private static func address(_ text: String?) -> String? {
    guard let text, let address = EmailAddress(text), address.kind != .automatic else { return nil }
    return address.description
  }

  /// The proposed lines in a fixed order: members, domains, shared inboxes, each with its evidence in `why`.
  public func lines() -> [JSONObject] {
    let owners = addresses.filter { $0.value.sent > 0 || $0.value.delivered >= Self.deliveredAtLeast }
    let domains = domains(of: owners)
    var people: [String: Sightings] = [:]
    var inboxes: [String: Sightings] = [:]
    for (email, seen) in addresses {
      guard let address = EmailAddress(email) else { continue }
      let isOurs = address.employerDomain.map { domains[$0] != nil } ?? false
      guard owners[email] != nil && address.isFreeMail || isOurs else { continue }
      if address.kind == .role || isShared(seen) { inboxes[email] = seen } else { people[email] = seen }
    }
    let members = TeamMembers(people, newest: newest, silentDays: Self.silentDays)
    return members.lines()
      + domains.sorted { $0.key < $1.key }.map { domain, evidence in
        JSONObject([("type", "domain"), ("domain", .string(domain)), TeamEvidence.why([evidence])])
      }
      + inboxes.sorted { $0.key < $1.key }.map { email, seen in
        JSONObject([
          ("type", "shared_inbox"), ("email", .string(email)), TeamEvidence.why(TeamEvidence.list(email, seen)),
        ])
      }
  }

  /// The employers' domains of the owners, with what speaks for each.
  private func domains(of owners: [String: Sightings]) -> [String: String] {
    var evidence: [String: (mailboxes: Int, sent: Int, delivered: Int)] = [:]
    for (email, seen) in owners {
      guard let domain = EmailAddress(email)?.employerDomain else { continue }
      var known = evidence[domain] ?? (0, 0, 0)
      known = (known.mailboxes + 1, known.sent + seen.sent, known.delivered + seen.delivered)
      evidence[domain] = known
    }
    return evidence.mapValues { seen in
      "mailboxes: \(seen.mailboxes), in their sent mail: \(seen.sent), delivered to them: \(seen.delivered)"
    }
  }

  /// Whether three people or more write from an address.
  private func isShared(_ seen: Sightings) -> Bool {
    Set(seen.names.filter { $0.value > 1 }.keys.map(TeamMembers.key).filter { $0.contains(" ") }).count >= 3
  }
}

/// The words of `why`.
enum TeamEvidence {
  static func list(_ email: String, _ seen: TeamSuggestion.Sightings) -> [String] {
    var list: [String] = []
    if seen.sent > 0 { list.append("in sent mail from \(email): \(seen.sent)") }
    if seen.delivered > 0 { list.append("delivered to \(email): \(seen.delivered)") }
    if seen.written > seen.sent { list.append("written from \(email): \(seen.written)") }
    return list
  }

  static func why(_ because: [String]) -> (String, JSON) {
    ("why", .array(because.map { .object(JSONObject([("by", "suggest-team"), ("because", .string($0))])) }))
  }
}
