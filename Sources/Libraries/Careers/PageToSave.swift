// One profile whose page is worth saving, with the reasons.
import CCareerTables
import Calendar
import JSONLines

/// How much each reason is worth, which is data: `pipelines/config/careers/pages-to-save.json`.
public struct PageWeights: Sendable {
  let freshDays: Int
  let staleMonths: Int
  let silentDays: Int
  private let points: [String: Int]
  private let also: [String: Int]

  /// The built-in weights.
  public static let builtIn: PageWeights = {
    // Sound: the embedded bytes live as long as the program.
    let bytes = Array(UnsafeBufferPointer(start: kith_pages_to_save(), count: kith_pages_to_save_size()))
    return PageWeights((try? JSON(parsing: bytes)) ?? .null)
  }()

  /// Reads weights; what is missing counts nothing.
  public init(_ json: JSON) {
    freshDays = json["fresh_days"]?.int ?? 90
    staleMonths = json["stale_months"]?.int ?? 12
    silentDays = json["silent_days"]?.int ?? 180
    points = Self.numbers(json["points"])
    also = Self.numbers(json["also"])
  }

  private static func numbers(_ json: JSON?) -> [String: Int] {
    Dictionary((json?.object?.members ?? []).map { ($0.key, $0.value.int ?? 0) }) { $1 }
  }

  func points(_ reason: String) -> Int { points[reason] ?? 0 }
  func also(_ reason: String) -> Int { also[reason] ?? 0 }
}

/// A profile whose page is worth saving next.
public struct PageToSave {
  let slug: String
  /// What a new page is worth.
  public private(set) var points = 0
  private let state: ProfileState
  private var reasons: [String] = []
  private var why: [JSON] = []
  private var kinds: Set<String> = ["linkedin"]

  /// Nil when the page is fresh and nothing happened since, or nothing speaks for a new one.
  init?(
    _ state: ProfileState, _ placed: String?, _ letters: LetterTrace, _ weights: PageWeights, _ titles: Titles,
    _ now: CalendarDate
  ) {
    self.state = state
    slug = state.slug
    addGone(letters, weights)
    let age = state.asOf.flatMap { try? CalendarDate($0) }.map { $0.days(to: now) }
    if let age, age < weights.freshDays, reasons.isEmpty { return nil }
    addAge(age, weights)
    addSilence(letters, weights, now)
    if let placed {
      kinds.insert("crm")
      add("placed", "we placed them\(placed.isEmpty ? "" : " on \(placed)")", weights)
    }
    guard !reasons.isEmpty else { return nil }
    if !state.isComplete { add("incomplete", "the saved page shows only some of the positions", weights) }
    if let title = state.title, titles.hires(title) {
      count(weights.also("hires"), "\(title) is a title of people who hire")
    }
  }

  /// Mail to them fails, or says that they left, and the saved page is not younger than that.
  private mutating func addGone(_ letters: LetterTrace, _ weights: PageWeights) {
    for email in state.emails {
      guard let gone = letters.gone[email], gone.date > state.asOf ?? "", gone.date > letters.lastDate[email] ?? ""
      else { continue }
      kinds.insert("mail")
      let words =
        gone.isBounce
        ? "mail to \(email) came back on \(gone.date)" : "\(email) answered on \(gone.date) that they left"
      add(gone.isBounce ? "bounced" : "left", words, weights, message: gone.id)
    }
    for departure in state.departures where departure["date"]?.string ?? "" > state.asOf ?? "" {
      let entry = departure["why"]?.array?.first
      kinds.insert("mail")
      let place = departure["company"]?.string ?? departure["domain"]?.string
      add(
        "left", "mail says that they left\(place.map { " \($0)" } ?? "")", weights,
        message: entry?["message_id"]?.string, quote: entry?["quote"]?.string)
    }
  }

  private mutating func addAge(_ age: Int?, _ weights: PageWeights) {
    guard let age, let asOf = state.asOf else { return add("never_saved", "no page was saved yet", weights) }
    guard age * 12 >= weights.staleMonths * 365 else { return }
    add("stale", "the saved page is of \(asOf)", weights)
    let years = (age * 12 - weights.staleMonths * 365) / (12 * 365)
    count(min(years * weights.also("stale_year"), weights.also("stale_most")), "\(years) years more than a page holds")
  }

  private mutating func addSilence(_ letters: LetterTrace, _ weights: PageWeights, _ now: CalendarDate) {
    let dates = state.emails.compactMap { letters.lastDate[$0] } + [state.lastSeen].compactMap { $0 }
    guard let last = dates.max(), let date = try? CalendarDate(last), date.days(to: now) >= weights.silentDays else {
      return
    }
    kinds.insert(state.lastSeen == last ? "crm" : "mail")
    add("silent", "nothing was heard since \(last)", weights)
  }

  /// Adds a reason; the same one counts once, however often it is evident.
  private mutating func add(
    _ reason: String, _ because: String, _ weights: PageWeights, message: String? = nil, quote: String? = nil
  ) {
    let isNew = !reasons.contains(reason)
    if isNew { reasons.append(reason) }
    guard why.count < 20 else { return }
    var entry: JSONObject = ["by": "pages-to-save", "signal": .string(reason), "because": .string(because)]
    if isNew {
      points += weights.points(reason)
      entry.append("points", JSON(weights.points(reason)))
    }
    entry.append("message_id", message)
    entry.append("quote", quote)
    why.append(.object(entry))
  }

  private mutating func count(_ more: Int, _ because: String) {
    guard more != 0 else { return }
    points += more
    why.append(["by": "pages-to-save", "because": .string(because), "points": JSON(more)])
  }

  /// The `page_to_save` record.
  public var record: JSONObject {
    let sources: [JSON] = kinds.sorted().map {
      ["kind": .string($0), "priority": $0 == "linkedin" ? "medium" : "high"]
    }
    var record: JSONObject = ["type": "page_to_save", "id": .string("page:\(slug)"), "sources": .array(sources)]
    record.append("person_id", state.person)
    record.append("name", state.name)
    record.append("company", state.company)
    record.append("linkedin_url", state.url)
    record.append("as_of", state.asOf)
    record.append("points", JSON(points))
    record.append("reasons", JSON(reasons))
    record.append("why", .array(why))
    return record
  }
}
