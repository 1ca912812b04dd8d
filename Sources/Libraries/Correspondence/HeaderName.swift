// The name that people's mail programs put before their address, cleaned of what is no name.

/// Picks the best spelling of a person's name from the many that headers show.
public struct NameTally: Sendable {
  private var seen: [String: (own: Int, others: Int)] = [:]

  /// No names yet.
  public init() {}

  /// Notes one spelling; `isOwn` when the person wrote it, as sender, rather than somebody writing to them.
  public mutating func add(_ name: String, isOwn: Bool) {
    guard let name = HeaderName.cleaned(name), seen.count < 64 || seen[name] != nil else { return }
    var entry = seen[name] ?? (0, 0)
    if isOwn { entry.own += 1 } else { entry.others += 1 }
    seen[name] = entry
  }

  /// The best spelling: a full name before a single word, proper case before shouting, what they use themselves before
  /// what others call them, then the more frequent, the longer, the first by letters.
  public var best: String? {
    seen.max { one, other in
      let (first, second) = (rank(one.key, one.value), rank(other.key, other.value))
      return first == second ? one.key > other.key : first.lexicographicallyPrecedes(second)
    }?.key
  }

  /// All spellings, the best first.
  public var all: [String] {
    seen.sorted { one, other in
      let (first, second) = (rank(one.key, one.value), rank(other.key, other.value))
      return first == second ? one.key < other.key : second.lexicographicallyPrecedes(first)
    }.map(\.key)
  }

  private func rank(_ name: String, _ count: (own: Int, others: Int)) -> [Int] {
    let words = name.split(separator: " ")
    let hasFull = words.count { $0.count > 1 && !$0.hasSuffix(".") } >= 2
    let isProper =
      name.contains(where: \.isLowercase) && (words.first?.first?.isUppercase ?? false)
      && !words.contains { $0.count > 3 && $0.allSatisfy(\.isUppercase) }
    return [hasFull ? 1 : 0, isProper ? 1 : 0, min(count.own, 1), count.own + count.others, name.count]
  }
}

/// Cleans display names.
public enum HeaderName {
  /// What stands in brackets after a name, such as the company of `Rach (Tumble Tots)`; nil when there is none.
  public static func addition(_ name: String) -> String? {
    guard let open = name.lastIndex(of: "("), let close = name[open...].firstIndex(of: ")") else { return nil }
    let inner = name[name.index(after: open)..<close]
    return open != name.startIndex && inner.count >= 3 && CompanyShape.isName(inner) ? String(inner) : nil
  }

  /// `name` without quotes, brackets and additions, `Last, First` turned round; nil when no name is left.
  public static func cleaned(_ name: String) -> String? {
    var text = Substring(name.prefix(200))
    for mark in [" via ", " (", " [", " | ", " – ", " - ", " @ ", "<"] {
      if let place = String(text).range(ofWord: mark), place != text.startIndex {
        text = Substring(String(text)[..<place])
      }
    }
    let quotes: Set<Character> = ["\"", "'", "“", "”", "‘", "’", " ", "\t", "`", ",", ";"]
    while let first = text.first, quotes.contains(first) { text = text.dropFirst() }
    while let last = text.last, quotes.contains(last) { text = text.dropLast() }
    guard !text.contains("@"), text.contains(where: \.isLetter) else { return nil }
    let parts = withoutTitles(text).split(separator: ",").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !CompanyShape.isLegalSuffix(parts[1]),
      parts[0].split(separator: " ").count <= 3, parts[1].split(separator: " ").count <= 3
    {
      return parts[1] + " " + parts[0]
    }
    return (parts.first?.isEmpty ?? true) ? nil : parts[0]
  }

  /// `name` without degrees and chartered titles behind it: `Dana Frost, CFA`, `Dana Frost PhD`.
  private static func withoutTitles(_ name: Substring) -> Substring {
    var text = name
    while let cut = text.lastIndex(where: { $0 == "," || $0 == " " }), cut != text.startIndex {
      let last = text[text.index(after: cut)...].lowercased().filter { $0 != "." && $0 != " " }
      guard titles.contains(last) else { break }
      text = text[..<cut]
      while let end = text.last, end == "," || end == " " { text = text.dropLast() }
    }
    return text
  }

  /// `name` without words of courtesy before it: `Frau Weber` is `Weber`; doctors and professors stay.
  static func withoutCourtesy(_ name: String) -> String {
    var words = name.split(separator: " ")
    while words.count > 1, courtesies.contains(words[0].lowercased().filter { $0 != "." }) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  private static let courtesies: Set<String> = [
    "dhr", "dott", "dottoressa", "dottssa", "frau", "fru", "herr", "herrn", "hr", "m", "madame", "mevr", "mevrouw",
    "miss",
    "mlle", "mme", "monsieur", "mr", "mrs", "ms", "mx", "pan", "pani", "senhor", "senhora", "señor", "señora", "shri",
    "sig", "signor", "signora", "sigra", "smt", "sr", "sra", "sri", "श्री", "श्रीमती",
  ]

  /// Whether `text` is nothing but degrees and chartered titles.
  static func isDegree(_ text: Substring) -> Bool {
    text.split(separator: " ").allSatisfy { titles.contains($0.lowercased().filter { $0 != "." }) }
  }

  private static let titles: Set<String> = [
    "acca", "bsc", "ca", "cfa", "cfp", "cipd", "cipm", "cipp", "cissp", "cpa", "cspo", "dphil", "edd", "esq", "fca",
    "fcca", "frm", "jd", "llb",
    "llm", "mba", "mcipd", "msc", "mphil", "pe", "phd", "pharmd", "phr", "pmp", "rn", "shrm-cp", "shrm-scp", "sphr",
  ]
}
