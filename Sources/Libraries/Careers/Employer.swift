// All that the sources show of a person at one company.
import Names

/// One company in a person's career, whatever its spellings.
struct Employer: Sendable {
  private(set) var sightings: [Sighting]
  private var marks: Set<String>
  private var companies: Set<Int>
  private var entry: CompanyDirectory.Entry?
  /// The domains of its mail, as its people and the directory show them.
  private(set) var domains: Set<String>

  /// The employer of one sighting.
  init(_ sighting: Sighting, _ directory: CompanyDirectory) {
    sightings = [sighting]
    let known = directory.entry(of: sighting)
    companies = known.map { [$0.number] } ?? []
    entry = known?.entry
    domains = directory.domains(of: sighting)
    let id = sighting.companyID.map { "id:" + $0 }
    let domain = sighting.domain.map { "domain:" + $0 }
    let name = sighting.company.map { "name:" + $0.compactKey }
    marks = Set([id, domain, name].compactMap { $0 })
  }

  /// Takes over what another one shows.
  mutating func merge(_ other: Employer) {
    sightings += other.sightings
    marks.formUnion(other.marks)
    companies.formUnion(other.companies)
    domains.formUnion(other.domains)
    entry = entry ?? other.entry
  }

  /// Whether both are one company: known as one, of one domain or name, or of names so near that one is a slip of the pen.
  func isSame(as other: Employer) -> Bool {
    if !marks.isDisjoint(with: other.marks) || !companies.isDisjoint(with: other.companies) { return true }
    if bearsName(in: other) || other.bearsName(in: self) { return true }
    if !companies.isEmpty && !other.companies.isEmpty { return false }
    if fits(other) || other.fits(self) { return true }
    return names.contains { mine in other.names.contains { Self.areNear(mine, $0) } }
  }

  /// Whether a name is one of this employer's.
  func bears(_ name: CompanyName) -> Bool {
    names.contains { Self.areNear($0, name) || $0.key == name.key } || domains.contains { name.resembles(domain: $0) }
  }

  /// Whether a domain of the other is a name of this one, letter for letter.
  private func bearsName(in other: Employer) -> Bool {
    let labels = Set(other.domains.map { FoldedText($0.prefix { $0 != "." }).joined })
    return names.contains { labels.contains($0.compactKey) }
  }

  /// Whether a domain of the other can belong to a name of this one.
  private func fits(_ other: Employer) -> Bool {
    let domains = other.domains
    return names.contains { name in domains.contains { name.resembles(domain: $0) } }
  }

  private static func areNear(_ one: CompanyName, _ other: CompanyName) -> Bool {
    let (short, long) = one.words.count <= other.words.count ? (one.words, other.words) : (other.words, one.words)
    if let first = short.first, first.count >= 4, long.starts(with: short) { return true }
    let (left, right) = (Array(one.compactKey.utf8), Array(other.compactKey.utf8))
    let allowed = min(left.count, right.count) >= 9 ? 2 : min(left.count, right.count) >= 6 ? 1 : 0
    return allowed > 0 && left.first == right.first && SlipOfThePen.isAtMost(allowed, left, right)
  }

  private var names: [CompanyName] { sightings.compactMap(\.company) }

  /// The name that is worth showing: a profile's or the database's before one that was guessed from a domain.
  var name: String? {
    let order: [Sighting.Origin] = [.crm, .linkedin, .announcement, .form, .chat, .mail]
    for origin in order {
      if let name = sightings.first(where: { $0.origin == origin && $0.company != nil })?.company { return name.text }
    }
    return nil
  }

  /// The company's id: the directory's, else the client database's, else any that a record gives.
  var companyID: String? {
    if let id = entry?.id { return id }
    let ids = sightings.compactMap { sighting in sighting.companyID.map { (sighting.origin == .crm ? 0 : 1, $0) } }
    return ids.min { $0.0 < $1.0 }?.1
  }

  /// The domain of its mail.
  var domain: String? { sightings.compactMap(\.domain).first ?? entry?.domain }

  /// When a profile says that it began.
  var start: String? { sightings.compactMap(\.start).min() }

  /// When it began, as far as any source shows: a profile's word, else the first sign of it.
  var begin: String? { start ?? sightings.compactMap(\.firstSeen).min() }

  /// The last date for which a source vouches.
  var last: String? { sightings.compactMap(\.lastSeen).max() }

  /// When a profile says that it ended, unless another role there goes on or a later source shows it as present.
  var end: String? {
    guard let past = sightings.filter(\.isHistory).max(by: { ($0.end ?? "") < ($1.end ?? "") }) else { return nil }
    let goesOn = sightings.contains { sighting in
      sighting.origin == .linkedin && sighting.end == nil
        && (sighting.start != nil || (sighting.asOf ?? "") > (past.asOf ?? ""))
    }
    return goesOn ? nil : past.end
  }

  /// Whether the agency ever knew the person there, rather than reading of it as past.
  var isKnown: Bool { sightings.contains { !$0.isHistory && $0.origin != .announcement } }

  /// Whether a profile shows it as present, and when.
  var presentOnProfile: String? {
    sightings.filter { $0.origin == .linkedin && $0.end == nil }.compactMap(\.lastSeen).max()
  }

  /// The origins of all that is shown.
  var origins: Set<Sighting.Origin> { Set(sightings.map(\.origin)) }

  /// The latest title.
  var title: String? {
    sightings.filter { $0.title != nil }.max { ($0.start ?? $0.lastSeen ?? "") < ($1.start ?? $1.lastSeen ?? "") }?
      .title
  }
}

/// The distance between two spellings, as far as it matters.
enum SlipOfThePen {
  /// Whether insertions, deletions, changes and swaps of neighbours, at most `limit` of them, turn one into the other.
  static func isAtMost(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard abs(left.count - right.count) <= limit, left.count <= 200 else { return false }
    var before: [Int] = []
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var next = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(row[j + 1] + 1, next[j] + 1, row[j] + (byte == other ? 0 : 1))
        if i > 0, j > 0, byte == right[j - 1], left[i - 1] == other { best = min(best, before[j - 1] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return (row.last ?? 0) <= limit
  }
}
