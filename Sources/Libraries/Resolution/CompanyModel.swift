import Bytes
import Identity
import JSONLines
import Matching
import Names
import Transliteration

/// What is known of one company record, prepared for comparing.
struct CompanyFeatures {
  /// Names by which it is known.
  var names: [(number: Int32, words: [[UInt8]], compact: [UInt8])] = []
  /// Registrable domains.
  var domains: [String] = []
  /// What the domains are called, folded as a name would be.
  var labels: [[UInt8]] = []
  var slugs: [[UInt8]] = []
  /// Hashes of what is said of the place; 0 when nothing is.
  var city: UInt64 = 0
  var country: UInt64 = 0
}

/// Reads company records into features.
struct CompanyReader {
  private let transliterator = Transliterator()
  var names = Interner()

  mutating func read(_ record: Record) -> CompanyFeatures {
    var features = CompanyFeatures()
    var seen: Set<String> = []
    for text in (record.strings("name") + record.strings("other_names")).prefix(16) {
      guard let name = CompanyName(transliterator.latin(text)), seen.insert(name.key).inserted else { continue }
      features.names.append((names.number(Array(name.compactKey.utf8)), name.words, Array(name.compactKey.utf8)))
    }
    let hosts = (record.strings("domains") + record.strings("domain") + record.strings("website")).prefix(32)
    for domain in hosts.compactMap({ DomainName(of: $0)?.registrable }) where !FreeMail.contains(domain) {
      if !features.domains.contains(domain) { features.domains.append(domain) }
    }
    features.labels = features.domains.map(EmployerLabel.ofDomain)
    features.slugs = record.strings("linkedin_url").prefix(4).compactMap {
      LinkedInAddress($0).flatMap { $0.kind == .company ? Array($0.slug.utf8) : nil }
    }
    if let location = record.string("location") {
      let city = FoldedText(location.prefix { $0 != "," }).comparable.joined()
      if !city.isEmpty { features.city = ContentHash.of(Array(city)) }
    }
    if let country = record.string("country").flatMap({ Country.code(for: $0) }) {
      features.country = ContentHash.of(Array(country.utf8))
    }
    return features
  }
}

/// How records of companies are compared: by name, domain, page and place.
struct CompanyModel: EntityModel {
  let records: [CompanyFeatures]
  private let nameRarity: [Float]
  private let wordWeights: [[UInt8]: Double]

  /// The model for `records` that `reader` has read.
  init(_ reader: CompanyReader, _ records: [CompanyFeatures]) {
    var counts: [[UInt8]: Int] = [:]
    for record in records { for name in record.names { for word in Set(name.words) { counts[word, default: 0] += 1 } } }
    self.init(records, reader.names.rarity(), words: counts, population: records.count)
  }

  /// The model for `records` of a population, when it is known how much an agreement on each name tells, and how many names have
  /// each word.
  init(_ records: [CompanyFeatures], _ rarity: [Float], words: [[UInt8]: Int], population: Int) {
    self.records = records
    nameRarity = rarity
    let total = Double(max(2, population))
    wordWeights = words.mapValues { max(0.2, logarithm(total / Double(max(1, $0)))) }
  }

  let comparisons = [
    Comparison(
      "name",
      [
        .init("different", match: 0.08, random: 0.993), .init("part", match: 0.08, random: 0.004),
        .init("similar", match: 0.08, random: 0.0005), .init("initials", match: 0.02, random: 0.0002),
        .init("equal", match: 0.74, random: 0.0005),
      ]),
    Comparison(
      "domain",
      [
        .init("different", match: 0.12, random: 0.999), .init("another name's", match: 0.06, random: 0.9),
        .init("other suffix", match: 0.05, random: 1e-4), .init("spells the name", match: 0.24, random: 2e-4),
        .init("equal", match: 0.53, random: 1e-5),
      ]),
    Comparison("page", [.init("different", match: 0.05, random: 0.999), .init("equal", match: 0.95, random: 1e-5)]),
    Comparison(
      "place",
      [
        .init("another country", match: 0.05, random: 0.4), .init("another city", match: 0.2, random: 0.45),
        .init("same country", match: 0.3, random: 0.1), .init("same city", match: 0.45, random: 0.05),
      ]),
  ]

  let blockingRules = ["domain", "name", "domain's name", "page", "first word", "two words", "initials"]

  let training = TrainingOptions()

  var limits: BlockLimits { Self.limits }

  static let limits = {
    var limits = BlockLimits(records: 150)
    limits.identifyingRules = [0, 1, 3]
    return limits
  }()

  var recordCount: Int { records.count }

  func keys(of number: Int) -> [BlockingKey] { Self.keys(of: records[number]) }

  static func keys(of record: CompanyFeatures) -> [BlockingKey] {
    var keys = record.domains.map { BlockingKey(rule: 0, Array($0.utf8)) }
    keys += record.slugs.map { BlockingKey(rule: 3, $0) }
    // Names and the names of domains meet under one rule.
    for compact in record.names.map(\.compact) + record.labels where !compact.isEmpty {
      keys.append(BlockingKey(rule: 1, compact))
      keys.append(BlockingKey(rule: 6, compact))
      if compact.count >= 6 { keys.append(BlockingKey(rule: 2, compact.prefix(6))) }
    }
    for name in record.names {
      if let first = name.words.first, first.count >= 3 { keys.append(BlockingKey(rule: 4, first)) }
      for word in name.words.dropFirst().prefix(4) where word.count >= 4 { keys.append(BlockingKey(rule: 5, word)) }
      if name.words.count >= 3 { keys.append(BlockingKey(rule: 6, name.words.compactMap(\.first))) }
    }
    return keys
  }

  func compare(_ left: Int, _ right: Int) -> Agreement { compare(records[left], records[right]) }

  private func compare(_ left: CompanyFeatures, _ right: CompanyFeatures) -> Agreement {
    var agreement = Agreement()
    compareNames(left, right, &agreement)
    let domains = domainLevel(left, right)
    agreement.set(1, level: domains)
    // A name that is only what the domain is called tells the same thing twice.
    if domains == Self.otherSuffix, isLabel(left), isLabel(right) { agreement.set(0, level: 0) }
    if !left.slugs.isEmpty, !right.slugs.isEmpty {
      agreement.set(2, level: left.slugs.contains(where: right.slugs.contains) ? 2 : 1)
    }
    agreement.set(3, level: PlaceAgreement.level((left.city, left.country), (right.city, right.country)))
    return agreement
  }

  private static let otherSuffix = 3

  /// Whether a company's names are those of its domains.
  private func isLabel(_ company: CompanyFeatures) -> Bool {
    company.names.allSatisfy { company.labels.contains($0.compact) }
  }

  private func compareNames(_ left: CompanyFeatures, _ right: CompanyFeatures, _ agreement: inout Agreement) {
    var level = 0
    var bits: Float = 0
    for first in left.names {
      for second in right.names {
        let found = nameLevel(first.words, first.compact, second.words, second.compact)
        guard found > level else { continue }
        level = found
        bits = found == 5 && first.number == second.number ? nameRarity[Int(first.number)] : 0
      }
    }
    agreement.set(0, level: level, rarity: bits)
  }

  private func nameLevel(_ left: [[UInt8]], _ leftCompact: [UInt8], _ right: [[UInt8]], _ rightCompact: [UInt8]) -> Int
  {
    if leftCompact == rightCompact { return 5 }
    if leftCompact.count >= 8, rightCompact.count >= 8, EditDistance.osa(leftCompact, rightCompact) <= 1 { return 3 }
    let cosine = TokenMeasures.softCosine(left, right) { wordWeights[$0] ?? 1 }
    if cosine >= 0.88 { return 3 }
    if isAcronym(left, rightCompact) || isAcronym(right, leftCompact) { return 4 }
    let shorter = left.count < right.count ? left : right
    let longer = left.count < right.count ? right : left
    if left.count != right.count, shorter.elementsEqual(longer.prefix(shorter.count)) { return 2 }
    return 1
  }

  private func isAcronym(_ words: [[UInt8]], _ compact: [UInt8]) -> Bool {
    words.count >= 3 && words.count == compact.count && words.compactMap(\.first) == compact
  }

  private func domainLevel(_ left: CompanyFeatures, _ right: CompanyFeatures) -> Int {
    if left.domains.contains(where: right.domains.contains) { return 5 }
    if !left.domains.isEmpty, !right.domains.isEmpty {
      return left.labels.contains(where: { !$0.isEmpty && right.labels.contains($0) }) ? Self.otherSuffix : 1
    }
    if left.domains.isEmpty && right.domains.isEmpty { return 0 }
    let (named, other) = left.domains.isEmpty ? (left, right) : (right, left)
    guard !named.names.isEmpty else { return 0 }
    return named.names.contains { name in other.labels.contains { spells($0, name.words, name.compact) } } ? 4 : 2
  }

  /// Whether a domain's name is the company's: whole, or its beginning up to the end of a word.
  private func spells(_ label: [UInt8], _ words: [[UInt8]], _ compact: [UInt8]) -> Bool {
    if label == compact { return true }
    guard let first = words.first, first.count >= 4, label.count >= first.count else { return false }
    return label == first || (compact.starts(with: label) && label.count >= 6)
  }
}
