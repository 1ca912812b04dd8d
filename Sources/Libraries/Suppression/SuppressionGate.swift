import JSONLines

/// The gate in front of everything that goes out: lets nobody through who is on the list, and no mention of them.
public struct SuppressionGate: Sendable {
  private var list: SuppressionList
  private let region: String?
  private let mark: String

  /// What becomes of a record.
  public enum Verdict: Sendable, Equatable {
    /// Nobody on the list is in it.
    case passes
    /// It is about or for somebody on the list.
    case suppressed(SuppressionList.Entry)
  }

  /// A gate with a list; `region` is the country of phone numbers that do not say theirs.
  public init(_ list: SuppressionList, region: String? = nil) {
    self.list = list
    self.region = region
    mark = "[withheld]"
  }

  /// A gate for one person with these contact points, whose mentions are replaced by `mark`.
  public init(_ points: Set<ContactPoint>, region: String?, mark: String) {
    list = SuppressionList(path: "", key: [])
    self.region = region
    self.mark = mark
    let entry = SuppressionList.Entry(kind: .id, hash: "", reason: "", date: "")
    for point in points { list.add(point, as: entry) }
  }

  /// Whoever this person record shows to be on the list is known from now on by everything else that it tells of them,
  /// their other addresses, their name and their ids. The list itself does not grow.
  public mutating func learn(_ person: borrowing Record) {
    guard person.string("type") == "person", case .suppressed(let entry) = verdict(on: person) else { return }
    for point in OptOut(person: person, region: region).points { list.add(point, as: entry) }
  }

  /// Whether the record may go out.
  public func verdict(on record: borrowing Record) -> Verdict {
    for party in Party.all(of: record, region: region) {
      for point in party.points {
        if let entry = list.entry(point) { return .suppressed(entry) }
      }
      if let entry = party.name.flatMap({ list.entry($0) }) { return .suppressed(entry) }
    }
    return .passes
  }

  /// Whether the record may go out; if so, mentions of others who are on the list are withheld in it.
  public func admits(_ record: inout Record) -> Bool {
    guard verdict(on: record) == .passes else { return false }
    _ = withholdMentions(in: &record)
    return true
  }

  /// Replaces every mention of somebody on the list in the record's texts by `[withheld]`; gives how many there were.
  public func withholdMentions(in record: inout Record) -> Int {
    if list.entries.isEmpty { return 0 }
    let mentions = MentionFinder(list)
    var count = 0
    for member in record.object.members where !Self.kept.contains(member.key) {
      var changed = 0
      let value = withheld(member.value, mentions, &changed)
      if changed > 0 { record.set(member.key, value) }
      count += changed
    }
    return count
  }

  /// Members that say who the record is about, which the verdict has looked at, or that hold no words.
  private static let kept: Set<String> = [
    "account", "ask", "bcc", "cc", "company", "company_id", "country", "domain", "domains", "email", "emails",
    "family_name", "from", "full_name", "given_name", "id", "kinds", "linkedin_url", "location", "name", "owner",
    "participants", "person_id", "phone", "phones", "phones_raw", "reply_to", "signals", "source", "sources", "stage",
    "tags", "target", "title", "to", "type",
  ]

  private func withheld(_ value: JSON, _ mentions: MentionFinder, _ count: inout Int) -> JSON {
    switch value {
    case .string(let text):
      guard let (kept, changed) = mentions.withheld(text, by: mark) else { return value }
      count += changed
      return .string(kept)
    case .array(let elements): return .array(elements.map { withheld($0, mentions, &count) })
    case .object(let object):
      return .object(JSONObject(object.members.map { (key: $0.key, value: withheld($0.value, mentions, &count)) }))
    default: return value
    }
  }
}
