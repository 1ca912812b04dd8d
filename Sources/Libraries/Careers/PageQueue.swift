// People, what came of writing to them, and how old their saved pages are in; the pages worth saving next out.
import Calendar
import Identity
import JSONLines

/// Gathers what tells that a saved LinkedIn page is missing or out of date, then lists the profiles in the order of what a
/// new page would be worth.
///
/// The order of the records is free. It holds one entry for each address that wrote or failed and for each profile, about
/// 500 bytes each.
public struct PageQueue {
  private let weights: PageWeights
  private let now: CalendarDate
  private let titles: Titles
  private var profiles: [ProfileState] = []
  private var bySlug: [String: Int] = [:]
  private var byPerson: [String: Int] = [:]
  private var letters = LetterTrace()
  private var placements: [String: String] = [:]

  /// An empty queue for the day `now`.
  public init(weights: PageWeights = .builtIn, now: CalendarDate, titles: Titles = .builtIn) {
    self.weights = weights
    self.now = now
    self.titles = titles
  }

  /// Takes a record by its type; false when it says nothing here: another type, or a person without a profile's address.
  public mutating func add(_ record: borrowing Record) -> Bool {
    switch record.string("type") {
    case "person": return add(person: record)
    case "message": return letters.add(record)
    case "lead": return add(lead: record)
    case "job":
      guard let person = record.string("placed.person_id") else { return false }
      place(person, record.string("closed") ?? record.string("opened"))
      return true
    case "interaction":
      guard record.string("kind") == "placement", let person = record.string("person_id") else { return false }
      place(person, record.string("date"))
      return true
    default: return false
    }
  }

  private mutating func add(person: borrowing Record) -> Bool {
    guard let url = person.string("linkedin_url") ?? person.string("linkedin.linkedin_url"),
      let slug = LinkedInAddress.personSlug(url)
    else { return false }
    let number = bySlug[slug] ?? profiles.count
    if number == profiles.count {
      profiles.append(ProfileState(slug: slug, url: LinkedInAddress(url)?.description ?? url))
      bySlug[slug] = number
    }
    profiles[number].take(person)
    for id in person.strings("id") + person.strings("former_ids") { byPerson[id] = number }
    return true
  }

  private mutating func add(lead: borrowing Record) -> Bool {
    guard let last = lead.string("relationship.last").flatMap({ Sighting.date($0, late: false) }) else { return false }
    guard let email = lead.string("email") else { return false }
    letters.note(email, last)
    return true
  }

  private mutating func place(_ person: String, _ date: String?) {
    placements[person] = max(placements[person] ?? "", date ?? "")
  }

  /// The pages to save, most worth first.
  public func pages() -> [PageToSave] {
    var placed: [Int: String] = [:]
    for (person, date) in placements {
      if let number = byPerson[person] { placed[number] = max(placed[number] ?? "", date) }
    }
    let found = profiles.indices.compactMap { number in
      PageToSave(profiles[number], placed[number], letters, weights, titles, now)
    }
    return found.sorted { ($1.points, $0.slug) < ($0.points, $1.slug) }
  }
}

/// What the records know of one profile.
struct ProfileState: Sendable {
  let slug: String
  let url: String
  private(set) var person: String?
  private(set) var name: String?
  private(set) var company: String?
  private(set) var title: String?
  private(set) var emails: [String] = []
  private(set) var kinds: Set<String> = []
  /// The date of the latest saved page.
  private(set) var asOf: String?
  private(set) var isComplete = true
  /// The last date for which the client database or the mail vouches.
  private(set) var lastSeen: String?
  private(set) var departures: [JSON] = []

  init(slug: String, url: String) { (self.slug, self.url) = (slug, url) }

  /// Takes what a `person` record says: a page itself, or somebody whom a page was added to.
  mutating func take(_ record: borrowing Record) {
    let isPage = record.string("source.kind") == "linkedin" && record.string("layout") != nil
    if !isPage { person = person ?? record.string("id") }
    name = name ?? record.string("name")
    company = company ?? record.string("company")
    title = title ?? record.string("title")
    emails += record.strings("emails").filter { !emails.contains($0) }.prefix(50)
    kinds.formUnion(record.strings("kinds"))
    departures += (record.json("left")?.array ?? []).prefix(20)
    let seen = (record.strings("last_seen") + record.strings("last_contact")).compactMap {
      Sighting.date($0, late: false)
    }
    if !isPage { lastSeen = [lastSeen, seen.max()].compactMap { $0 }.max() }
    page(
      isPage ? record.string("as_of") : record.string("linkedin.as_of"),
      isPage ? record.bool("positions_complete") : record.bool("linkedin.positions_complete"))
    for position in (record.json("positions")?.array ?? []).prefix(500)
    where position["by"]?.strings.first == "linkedin" {
      page(position["as_of"]?.string, nil)
    }
  }

  private mutating func page(_ date: String?, _ complete: Bool?) {
    guard let date = date.flatMap({ Sighting.date($0, late: false) }) else { return }
    if date >= asOf ?? "", let complete { isComplete = complete }
    asOf = max(asOf ?? "", date)
  }
}

/// What mail tells of addresses: when they last wrote, and which of them no longer exist.
struct LetterTrace: Sendable {
  private(set) var lastDate: [String: String] = [:]
  /// For each address the last message that says it is gone: a hard bounce, or an answer that its owner left.
  private(set) var gone: [String: (id: String, date: String, isBounce: Bool)] = [:]

  mutating func note(_ email: String, _ date: String) { lastDate[email] = max(lastDate[email] ?? "", date) }

  /// Takes a `message` record; false when it tells nothing of an address.
  mutating func add(_ message: borrowing Record) -> Bool {
    guard let id = message.string("id"), let date = message.string("date").flatMap({ Sighting.date($0, late: false) })
    else { return false }
    switch message.string("kind") ?? "direct" {
    case "bounce":
      guard let email = message.string("bounce.recipient")?.lowercased(), message.bool("bounce.hard") != false else {
        return false
      }
      lose(email, id, date, isBounce: true)
    case "left_company":
      guard let email = message.string("from.email") else { return false }
      lose(email, id, date, isBounce: false)
    case "direct":
      guard message.string("direction") != "outbound", let email = message.string("from.email") else { return false }
      note(email, date)
    default: return false
    }
    return true
  }

  private mutating func lose(_ email: String, _ id: String, _ date: String, isBounce: Bool) {
    if date >= gone[email]?.date ?? "" { gone[email] = (id, date, isBounce) }
  }
}
