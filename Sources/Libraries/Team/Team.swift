// Who belongs to us: the file team.jsonl, which every filter reads that cares for direction or ownership.
import Calendar
import Identity
import JSONLines

/// Our own people, domains and shared inboxes.
public struct Team: Sendable {
  /// Our people in the order of the file.
  public private(set) var members: [Member] = []
  /// Our domains, lower case.
  public private(set) var domains: Set<String> = []
  /// Addresses that several of us read, lower case.
  public private(set) var sharedInboxes: Set<String> = []
  private var byEmail: [String: [Int]] = [:]
  private var byPhone: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byLinkedIn: [String: [Int]] = [:]
  private var byCRMUser: [String: Int] = [:]

  /// Nobody: then no direction is known.
  public init() {}

  /// Whether the team says nothing.
  public var isEmpty: Bool { members.isEmpty && domains.isEmpty && sharedInboxes.isEmpty }

  /// Adds one line of team.jsonl; a record of another type is no line of it.
  public mutating func add(_ record: borrowing Record) throws(TeamError) {
    switch record.string("type") {
    case "member": try addMember(record)
    case "domain":
      guard let domain = record.string("domain") else { throw TeamError("a domain line without \"domain\"") }
      domains.insert(domain.lowercased())
    case "shared_inbox":
      guard let email = record.string("email") else { throw TeamError("a shared_inbox line without \"email\"") }
      sharedInboxes.insert(Self.key(email: email))
    default: throw TeamError("expected the type member, domain or shared_inbox")
    }
  }

  private mutating func addMember(_ record: borrowing Record) throws(TeamError) {
    guard let id = record.string("id") else { throw TeamError("a member without \"id\"") }
    var member = Member(id: id)
    member.name = record.string("name")
    member.aliases = record.strings("aliases")
    member.emails = record.strings("emails").map(Self.key(email:))
    member.phones = record.strings("phones")
    member.chatNames = record.strings("chat_names")
    member.linkedInURL = record.string("linkedin_url")
    member.crmUser = record.string("crm_user")
    member.from = try Self.date(record.string("from"), "from")
    member.until = try Self.date(record.string("until"), "until")
    index(member)
  }

  private static func date(_ text: String?, _ name: String) throws(TeamError) -> CalendarDate? {
    guard let text else { return nil }
    do {
      return try CalendarDate(text)
    } catch {
      throw TeamError("\(name): \(error)")
    }
  }

  private mutating func index(_ member: Member) {
    let number = members.count
    members.append(member)
    for email in member.emails { byEmail[email, default: []].append(number) }
    for phone in member.phones {
      if let key = PhoneDigits.key(phone) { byPhone[key, default: []].append(number) }
    }
    for name in member.chatNames + member.aliases + [member.name].compactMap({ $0 }) {
      byName[Self.key(name: name), default: []].append(number)
    }
    if let slug = member.linkedInURL.flatMap({ LinkedInAddress.personSlug($0) }) {
      byLinkedIn[slug, default: []].append(number)
    }
    if let user = member.crmUser { byCRMUser[user.lowercased()] = number }
  }

  private static func key(email: String) -> String {
    EmailAddress(email)?.description ?? email.lowercased()
  }

  private static func key(name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Team {
  /// The member who used `email` while with us on `date`.
  public func member(email: String, on date: CalendarDate? = nil) -> Member? {
    pick(byEmail[Self.key(email: email)], date)
  }

  /// The member with this phone number on `date`, however it is written.
  public func member(phone: String, on date: CalendarDate? = nil) -> Member? {
    PhoneDigits.key(phone).flatMap { pick(byPhone[$0], date) }
  }

  /// The member whom a chat or a text calls `name`: by chat name, full name or alias, whatever the case.
  public func member(name: String, on date: CalendarDate? = nil) -> Member? {
    pick(byName[Self.key(name: name)], date)
  }

  /// The member with this LinkedIn address on `date`.
  public func member(linkedIn address: String, on date: CalendarDate? = nil) -> Member? {
    LinkedInAddress.personSlug(address).flatMap { pick(byLinkedIn[$0], date) }
  }

  /// The member that the client database calls `user`: by CRM user, id, address or name.
  public func member(crmUser user: String) -> Member? {
    if let number = byCRMUser[user.lowercased()] { return members[number] }
    return member(id: user) ?? member(email: user) ?? member(name: user)
  }

  /// The member with this id.
  public func member(id: String) -> Member? {
    members.first { $0.id == id }
  }

  /// Whether `email` is one of our shared inboxes.
  public func isSharedInbox(_ email: String) -> Bool {
    sharedInboxes.contains(Self.key(email: email))
  }

  /// Whether `domain` is ours or lies below one that is.
  public func owns(domain: String) -> Bool {
    var rest = domain.lowercased()[...]
    while true {
      if domains.contains(String(rest)) { return true }
      guard let dot = rest.utf8.firstIndex(of: 0x2E) else { return false }
      rest = rest[rest.utf8.index(after: dot)...]
    }
  }

  /// Whether mail from or to `email` on `date` is ours: a member's address while with us, a shared inbox, our domain.
  public func isOurs(_ email: String, on date: CalendarDate? = nil) -> Bool {
    if member(email: email, on: date) != nil || isSharedInbox(email) { return true }
    guard let at = email.utf8.lastIndex(of: 0x40) else { return false }
    return owns(domain: String(email[email.utf8.index(after: at)...]))
  }

  /// Of several who share a key, the one who was with us on `date`.
  private func pick(_ numbers: [Int]?, _ date: CalendarDate?) -> Member? {
    let candidates = (numbers ?? []).map { members[$0] }.filter { $0.isWithUs(on: date) }
    guard let date else { return candidates.first }
    return candidates.first { $0.from.map { $0 <= date } ?? true } ?? candidates.first
  }
}
