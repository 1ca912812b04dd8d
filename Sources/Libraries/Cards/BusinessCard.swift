// Business cards as pasted text: lines without labels, or with such as "Tel.".
import Correspondence
import Identity
import Names

/// One card in a text.
public struct BusinessCard: Sendable {
  /// Its lines.
  public let text: String
  /// The number of its first line, from 1.
  public let line: Int

  /// The cards in `text`: parts between blank lines or rulers; a part without address and number belongs to the one before.
  public static func all(in text: String) -> [BusinessCard] {
    var cards: [(lines: [String], line: Int)] = []
    var isOpen = false
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = String(raw).oneLine
      guard line.contains(where: { $0.isLetter || $0.isNumber }) else {
        isOpen = false
        continue
      }
      // Somebody new: there was a gap, and the card before can be reached already.
      if let last = cards.indices.last, isOpen || !cards[last].lines.contains(where: isContact) {
        cards[last].lines.append(line)
      } else {
        cards.append(([line], index + 1))
      }
      isOpen = true
    }
    return cards.map { BusinessCard(text: $0.lines.joined(separator: "\n"), line: $0.line) }
  }

  private static func isContact(_ line: String) -> Bool {
    line.contains("@") || line.filter(\.isNumber).count >= 7
  }

  /// What the card says.
  public var facts: CardFacts {
    let lines = text.split { $0.isNewline || "|•·".contains($0) }.prefix(40).map { String($0).oneLine }
    let words = lines.flatMap { $0.split(whereSeparator: { " \t|,;<>()".contains($0) }).map(String.init) }
    let email = words.lazy.compactMap { EmailAddress($0) }.first
    var facts = CardFacts()
    facts.name = Self.name(lines, email)
    let block = SignatureBlock(
      lines.joined(separator: "\n"), writer: facts.name, domain: email?.employerDomain, mailbox: email?.local)
    facts.name = facts.name ?? block.name
    facts.emails = words.compactMap { EmailAddress($0)?.description }
    facts.phones = block.phones
    facts.linkedIn = block.linkedinURL.flatMap { LinkedInAddress($0)?.description }
    facts.webs = words.filter { $0.lowercased().hasPrefix("www.") || $0.lowercased().hasPrefix("http") }
    facts.title = block.title ?? lines.first { $0 != facts.name && JobTitle.isTitle($0) }
    facts.company = block.company ?? Self.company(lines, facts)
    facts.location = block.location
    facts.country = lines.last { $0.count > 3 && $0.allSatisfy { !$0.isNumber } && Country.code(for: $0) != nil }
    return facts
  }

  /// The line that names the person: the one that the address tells of, else the first that looks like a name.
  private static func name(_ lines: [String], _ email: EmailAddress?) -> String? {
    let candidates = lines.filter(isName)
    if let email, let told = PersonName(localPart: email.local) {
      let match = candidates.first { line in PersonName(line).map { $0.mayBeSame(as: told) } ?? false }
      if let match { return shown(match) }
    }
    return candidates.first.map(shown)
  }

  /// Two to five words of letters, all with a capital, that are no title and no firm's.
  private static func isName(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard (2...5).contains(words.count), !JobTitle.isTitle(line), Country.code(for: line) == nil else { return false }
    let isPlain = line.allSatisfy { $0.isLetter || " .-'’,".contains($0) }
    let capitals = words.count { $0.first?.isUppercase ?? false }
    return isPlain && capitals >= max(2, words.count - 2) && !hasLegalForm(line)
  }

  private static func shown(_ name: String) -> String {
    guard !name.contains(where: \.isLowercase) else { return name }
    return name.split(separator: " ").map { word in
      word.split(separator: "-").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
    }.joined(separator: " ")
  }

  private static func company(_ lines: [String], _ facts: CardFacts) -> String? {
    let domains =
      facts.emails.compactMap { EmailAddress($0)?.employerDomain }
      + facts.webs.compactMap { DomainName(of: $0)?.registrable }
    let others = lines.filter { line in
      line != facts.name && line != facts.title && !line.contains("@") && !facts.webs.contains { line.contains($0) }
    }
    return others.first { line in domains.contains { CompanyName(line)?.resembles(domain: $0) ?? false } }
      ?? others.first(where: hasLegalForm)
  }

  private static func hasLegalForm(_ line: String) -> Bool {
    CompanyName(line).map { $0.short.count < line.count } ?? false
  }
}
