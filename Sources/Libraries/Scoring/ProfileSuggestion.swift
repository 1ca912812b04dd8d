// A customer profile read off the clients that hired: what they have in common.
import JSONLines

/// Gathers companies, the people there and what is known of both, and tells what the won ones share.
public struct ProfileSuggestion {
  private struct Company {
    var industry: String?
    var employees: Int?
    var country: String?
    var fundingStage: String?
    var technologies: Set<String> = []
    var placements = 0
    var titles: Set<String> = []
    var signals: Set<String> = []
  }

  /// A value with how many of the won, and how many of all companies have it.
  struct Share {
    let value: String
    let won: Int
    let all: Int
  }

  private var companies: [String: Company] = [:]
  private let least: Int

  /// A suggestion that takes a value for common when at least `least` won clients have it.
  public init(least: Int = 2) { self.least = least }

  /// Takes a `company`, `person` or `lead`; false when it is none of these or belongs to no company.
  public mutating func add(_ record: Record) -> Bool {
    switch record.string("type") {
    case "company":
      guard let id = record.string("id") else { return false }
      note(record, at: id, "", placements: record.int("client.placements"))
    case "lead":
      guard let id = record.string("company_id") ?? record.string("company") else { return false }
      note(record, at: id, "account.", placements: record.int("account.placements"))
      if let title = record.string("title") { companies[id]?.titles.insert(title) }
      companies[id]?.signals.formUnion(record.strings("signals"))
    case "person":
      guard let id = record.string("company_id"), let title = record.string("title") else { return false }
      companies[id, default: Company()].titles.insert(title)
    default: return false
    }
    return true
  }

  private mutating func note(_ record: Record, at id: String, _ prefix: String, placements: Int?) {
    func text(_ name: String) -> String? { record.string(JSONPath(prefix + name)) }
    var company = companies[id] ?? Company()
    company.industry = company.industry ?? text("industry")
    company.employees = company.employees ?? record.int(JSONPath(prefix + "employees"))
    company.country = company.country ?? text("country")
    company.fundingStage = company.fundingStage ?? text("funding_stage")
    company.technologies.formUnion(record.strings(JSONPath(prefix + "technologies")))
    company.placements = max(company.placements, placements ?? 0)
    companies[id] = company
  }

  /// How many companies hired through us.
  public var wonCount: Int { won.count }

  private var won: [Company] { companies.values.filter { $0.placements > 0 } }

  /// The values that enough won clients share, those of most first; what is rarer among them than among all is left out.
  private func shares(_ values: (Company) -> [String]) -> [Share] {
    var counts: [String: (spelling: String, won: Int, all: Int)] = [:]
    for (_, company) in companies.sorted(by: { $0.key < $1.key }) {
      for value in Set(values(company).map { $0.lowercased() }).sorted() where !value.isEmpty {
        let spelling = values(company).filter { $0.lowercased() == value }.min() ?? value
        counts[value, default: (spelling, 0, 0)].all += 1
        if company.placements > 0 { counts[value]?.won += 1 }
      }
    }
    let (wonCount, allCount) = (won.count, companies.count)
    return counts.values.filter {
      $0.won >= least && $0.won * 10 >= wonCount && $0.won * allCount * 5 >= $0.all * wonCount * 4
    }
    .sorted { ($1.won, $0.spelling) < ($0.won, $1.spelling) }.prefix(12)
    .map { Share(value: $0.spelling, won: $0.won, all: $0.all) }
  }

  /// What the won clients share, by the member of the profile.
  private var common: [(member: String, heading: String, shares: [Share])] {
    [
      ("industries", "Industry", shares { [$0.industry].compactMap { $0 } }),
      ("funding_stages", "Funding stage", shares { [$0.fundingStage].compactMap { $0 } }),
      ("technologies", "Technology", shares { $0.technologies.sorted() }),
      ("countries", "Country", shares { [$0.country].compactMap { $0 } }),
      ("decision_makers", "Title of those we know there", shares { $0.titles.sorted() }),
      // A hire is what made them won ones.
      ("signals", "Signal", shares { $0.signals.subtracting(["placement"]).sorted() }),
    ]
  }

  /// From the tenth to the ninetieth hundredth of the won clients' sizes; nil when none is known.
  private var sizes: (low: Int, high: Int)? {
    let sizes = won.compactMap(\.employees).sorted()
    guard !sizes.isEmpty else { return nil }
    return (sizes[(sizes.count - 1) / 10], sizes[(sizes.count - 1) * 9 / 10 + ((sizes.count - 1) * 9 % 10 > 0 ? 1 : 0)])
  }

  /// The profile as a record that `score --icp` reads.
  public func record(name: String) -> JSONObject {
    var record: JSONObject = ["type": "icp", "id": .string("icp:" + name), "name": .string(name)]
    record.append("about", "From \(won.count) clients that hired through us, of \(companies.count) companies")
    let common = common
    if let industries = common.first, !industries.shares.isEmpty {
      record.append("industries", JSON(industries.shares.map(\.value)))
    }
    if let sizes { record.append("employees", [JSON(sizes.low), JSON(sizes.high)]) }
    for (member, _, shares) in common.dropFirst() where !shares.isEmpty {
      record.append(member, JSON(shares.map(\.value)))
    }
    var evidence: JSONObject = ["won": JSON(won.count), "all": JSON(companies.count)]
    for (member, _, shares) in common where !shares.isEmpty {
      evidence.append(
        member, .array(shares.map { ["value": .string($0.value), "won": JSON($0.won), "all": JSON($0.all)] }))
    }
    record.append("evidence", .object(evidence))
    return record
  }

  /// The profile as a page in Markdown.
  public func markdown(name: String) -> String {
    var text = "# Ideal customer profile: \(Self.escaped(name))\n\n"
    text += "From \(won.count) clients that hired through us, of \(companies.count) companies.\n"
    if let sizes { text += "\nEight in ten of them have \(sizes.low) to \(sizes.high) employees.\n" }
    for (_, heading, shares) in common where !shares.isEmpty {
      text += "\n| \(heading) | won clients | all companies |\n| --- | ---: | ---: |\n"
      for share in shares { text += "| \(Self.escaped(share.value)) | \(share.won) | \(share.all) |\n" }
    }
    return text
  }

  /// A value that cannot break out of a table's cell.
  private static func escaped(_ value: String) -> String {
    String(value.map { $0.isNewline ? " " : $0 }).replacing("\\", with: "\\\\").replacing("|", with: "\\|")
      .replacing("<", with: "&lt;")
  }
}
