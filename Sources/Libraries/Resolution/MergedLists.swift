import Identity
import JSONLines
import Names

/// Lists of the members of one entity as one.
enum MergedLists {
  /// Longest list that is written; what is beyond it is in the sources.
  private static let limit = 500

  /// Every element once, those of preferred records first.
  static func union(_ members: [GoldenMember], _ key: String) -> [JSON] {
    var seen: Set<String> = []
    var result: [JSON] = []
    for member in members {
      let elements = member.object[key].map { $0.array ?? ($0 == .null || $0 == "" ? [] : [$0]) } ?? []
      for element in elements where result.count < limit && seen.insert(Self.identity(element)).inserted {
        result.append(element)
      }
    }
    return result
  }

  /// Elements that differ in case and accents only are one.
  private static func identity(_ element: JSON) -> String {
    guard let text = element.string else { return element.text }
    let folded = FoldedText(text).text
    return folded.isEmpty ? text : folded
  }

  /// Addresses, each once; those at the current employer first, then those of preferred records.
  static func emails(_ members: [GoldenMember], current domain: String?) -> [String] {
    var seen: Set<String> = []
    let all = members.flatMap { $0.strings("emails") }.filter {
      seen.insert(EmailAddress($0)?.description ?? $0).inserted
    }
    let employer = domain.flatMap { DomainName(of: $0)?.registrable }
    let isCurrent = { (address: String) in employer != nil && EmailAddress(address)?.registrableDomain == employer }
    return Array((all.filter(isCurrent) + all.filter { !isCurrent($0) }).prefix(limit))
  }

  /// Positions in the order of time; those that tell the same of the same employer are one, with the widest dates.
  static func positions(_ members: [GoldenMember]) -> [JSON] {
    var order: [String] = []
    var merged: [String: JSONObject] = [:]
    for position in members.flatMap({ $0.object["positions"]?.array ?? [] }).prefix(limit * 4) {
      guard let object = position.object else { continue }
      let key = positionKey(object)
      if let known = merged[key] {
        merged[key] = widened(known, object)
      } else if order.count < limit {
        order.append(key)
        merged[key] = object
      }
    }
    let positions = order.compactMap { merged[$0] }
    return positions.enumerated().sorted { left, right in
      let (first, second) = (time(left.element), time(right.element))
      return first != second ? first < second : left.offset < right.offset
    }.map { .object($0.element) }
  }

  private static func positionKey(_ position: JSONObject) -> String {
    let company = position["company"]?.string.flatMap { CompanyName($0)?.key } ?? position["domain"]?.string ?? ""
    let title = position["title"]?.string.map { FoldedText($0).text } ?? ""
    let parts = [company, title] + ["start", "end", "by"].map { position[$0]?.string ?? "" }
    return parts.joined(separator: "\u{1F}")
  }

  private static func widened(_ known: JSONObject, _ other: JSONObject) -> JSONObject {
    var result = known
    for (key, value) in other.members {
      guard let before = result[key]?.string, let text = value.string else {
        if result[key] == nil { result[key] = value }
        continue
      }
      if key == "first_seen", text < before { result[key] = value }
      if key == "last_seen" || key == "as_of", text > before { result[key] = value }
    }
    return result
  }

  /// When a position was held, as far as is known; current ones of unknown date last.
  private static func time(_ position: JSONObject) -> String {
    ["start", "first_seen", "as_of", "last_seen", "end"].lazy.compactMap { position[$0]?.string }.first ?? "~"
  }
}
