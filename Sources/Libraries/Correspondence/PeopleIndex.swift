// Who is behind an address, a phone number, a profile or a name: people records by what messages call them.
import JSONLines

/// What a person record says about somebody who turns up in a message.
public struct KnownPerson: Sendable {
  public let id: String
  public let name: String?
  public let company: String?
  public let companyID: String?
  public let domain: String?
}

/// People by address, phone, profile and, where only one bears it, name.
public struct PeopleIndex: Sendable {
  private var people: [KnownPerson] = []
  private var byKey: [String: Int32] = [:]
  private var ambiguous: Set<String> = []

  /// An empty index.
  public init() {}

  /// How many people it holds.
  public var count: Int { people.count }

  /// Adds a `person` record; other records are left out.
  public mutating func add(_ record: Record) {
    guard record.string("type") ?? "person" == "person", let id = record.string("id") else { return }
    let number = Int32(truncatingIfNeeded: people.count)
    let name = record.string("name")
    people.append(
      KnownPerson(
        id: id, name: name, company: record.string("company"), companyID: record.string("company_id"),
        domain: record.string("domain")))
    for email in record.strings("emails") { claim(email.lowercased(), number) }
    for phone in record.strings("phones") { claim("tel:" + phone, number) }
    if let slug = record.string("linkedin_url").flatMap(Party.slug) { claim("in/" + slug, number) }
    for name in [name].compactMap({ $0 }) + record.strings("aliases") {
      let folded = Party.folded(name)
      if folded.contains(" ") { claim("name:" + folded, number) }
    }
    for id in [id] + record.strings("former_ids") {
      if let shown = PeopleIndex.shownName(id) { claim("shown:" + shown, number) }
    }
  }

  /// The folded name of a contact that its channel knows by name alone, such as `Dana Frost (Kestrel)` in somebody's
  /// phone: contacts of that kind bear it in their id, and the person whom they were united with keeps that id.
  private static func shownName(_ id: String) -> String? {
    for channel in ["chat:person:", "linkedin:person:"] where id.hasPrefix(channel) {
      let name = id.dropFirst(channel.count)
      return name.hasPrefix("+") ? nil : String(name)
    }
    return nil
  }

  private mutating func claim(_ key: String, _ number: Int32) {
    if let holder = byKey[key], holder != number {
      if key.hasPrefix("name:") { ambiguous.insert(key) }
    } else {
      byKey[key] = number
    }
  }

  /// The person that `party` is, by the surest of what it names; a name counts only when nothing else is known of it,
  /// and then as the contact that bears it before anybody else of that name.
  public func person(_ party: Party) -> KnownPerson? {
    var keys: [String] = []
    if let email = party.email { keys.append(email) }
    if let slug = party.linkedinURL.flatMap(Party.slug) { keys.append("in/" + slug) }
    if let phone = party.phone { keys.append("tel:" + phone) }
    for key in keys { if let number = byKey[key] { return people[Int(number)] } }
    guard keys.isEmpty || party.email == nil else { return nil }
    let folded = Party.folded(party.name ?? "")
    if let number = byKey["shown:" + folded.split(separator: " ").joined(separator: "-")] { return people[Int(number)] }
    let name = "name:" + folded
    guard !ambiguous.contains(name), let number = byKey[name] else { return nil }
    return people[Int(number)]
  }
}
