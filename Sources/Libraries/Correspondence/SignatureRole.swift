// Title, company and place among the lines of a signature.

extension SignatureBlock {
  /// Takes title, company and place from the parts of `line` that are no name: `Head of Talent, Kestrel Software`, or one
  /// of the two alone. A name with a legal form, or one that the domain spells, is the company; else the line of
  /// capitalised words next to name and title that is no department, no place and no person. `distance` says how many
  /// lines above stands the name, `isContact` that the line gives ways of contact, too.
  mutating func takeRole(_ line: Substring, _ parts: [SignatureLine.Part], distance: Int?, isContact: Bool) {
    guard !parts.isEmpty, !SignatureBlock.isAffiliation(line) else { return }
    var others = parts
    let hadTitle = title != nil
    if title == nil, let index = parts.firstIndex(where: isTitle) {
      let end = titleEnd(parts, from: index)
      title = SignatureBlock.inBrackets(SignatureBlock.span(of: parts[index..<end].map(\.text), in: line))
      others.removeSubrange(index..<end)
      quote = quote ?? String(line)
    }
    let foundTitle = !hadTitle && title != nil
    let isNear = foundTitle || distance == 0 || !isContact && (distance ?? (hadTitle ? 1 : 9)) <= 3 && parts.count <= 2
    if title == nil, department == nil, isNear, !isContact, others.count <= 2 {
      let part = others.first { !CompanyShape.isNotDepartment($0.text) && CompanyShape.isName($0.text) }
      department = part.map { String($0.text) }
    }
    let ranked = others.map { ($0, rank($0, isNear: isNear && (name != nil || title != nil))) }
    if let (best, rank) = ranked.max(by: { $0.1 < $1.1 }), rank > .none, rank > companyRank,
      rank > .place || company == nil
    {
      company = String(best.text)
      companyRank = rank
      quote = quote ?? String(line)
    } else if location == nil, !foundTitle, !isContact, isPlace(line, parts),
      !SignaturePhones.isRegister(line)
    {
      location = String(line)
    }
  }

  /// The title in brackets behind a name: `Dana's assistant` of `Patti (Dana's assistant)`; else `title` itself.
  static func inBrackets(_ title: String) -> String {
    guard let open = title.firstIndex(of: "("), let close = title[open...].firstIndex(of: ")"),
      !JobTitle.isTitle(title[..<open])
    else { return title }
    let inner = title[title.index(after: open)..<close]
    return JobTitle.isTitle(inner) ? String(inner) : title
  }

  /// The text of `line` from the first of some parts to the end of the last one.
  private static func span(of parts: [Substring], in line: Substring) -> String {
    guard let first = parts.first, let last = parts.last else { return "" }
    let line = String(line)
    guard parts.count > 1, let start = line.range(ofWord: String(first)) else { return String(first) }
    let rest = String(line[start...])
    guard let end = rest.range(ofWord: String(last)) else { return String(first) }
    return String(rest[..<end]) + String(last)
  }

  private func isTitle(_ part: SignatureLine.Part) -> Bool {
    !part.isBehindAt && JobTitle.isTitle(part.text) && !CompanyShape.matches(part.text, domain: domain)
  }

  /// Where a title ends that begins at `index`: a department or a region behind it belongs to it.
  private func titleEnd(_ parts: [SignatureLine.Part], from index: Int) -> Int {
    var end = index + 1
    while end < parts.count, !parts[end].isBehindAt, CompanyShape.rank(parts[end].text, domain: domain) == .none,
      !CompanyShape.isNotDepartment(parts[end].text) || SignatureBlock.regions.contains(parts[end].text.uppercased())
        || isTitle(parts[end])
    {
      end += 1
    }
    return end
  }

  private static let regions: Set<String> = [
    "AMER", "AMERICAS", "APAC", "BENELUX", "DACH", "EMEA", "LATAM", "MENA", "NORDICS", "UK&I",
  ]

  private func rank(_ part: SignatureLine.Part, isNear: Bool) -> CompanyShape.Rank {
    let text = part.text
    guard text.count > 1, text.contains(where: \.isLetter), !text.contains("@"), !text.contains(":"),
      !owner.isOwnName(text, shown: name)
    else { return .none }
    let own = CompanyShape.rank(text, domain: domain)
    if own >= .domain || own == .place { return own }
    guard !CompanyShape.isPlace(text), !JobTitle.isTitle(text) else { return .none }
    if part.isBehindAt { return .noun }
    if own == .noun { return isNear ? .noun : .none }
    let isPlausible =
      text.count > 2 && text.split(separator: " ").count <= 5 && CompanyShape.isName(text)
      && CompanyShape.isNotDepartment(text) && !CompanyShape.isPerson(text)
    return isNear && isPlausible ? .place : .none
  }

  private func isPlace(_ line: Substring, _ parts: [SignatureLine.Part]) -> Bool {
    CompanyShape.isPlace(line) || title != nil && company != nil && parts.count > 1
  }

  /// Whether a line says to whom a company belongs, not what it is called.
  private static func isAffiliation(_ line: Substring) -> Bool {
    let lower = line.lowercased()
    return [
      "a member of", "member of", "part of", "a division of", "a subsidiary of", "powered by", "ein unternehmen der",
      "mitglied der", "une société du", "membre du", "filiale de", "una empresa de", "miembro de", "uma empresa d",
      "membro de", "una società del", "onderdeel van", "registered in", "registered office", "follow us", "visit us",
    ].contains { lower.hasPrefix($0) }
  }

  /// Takes what a label names: `Company: Kestrel`; true when the line has a label.
  mutating func takeLabelled(_ line: Substring) -> Bool {
    guard let (label, value) = SignatureLine.labelled(line) else { return false }
    if SignatureBlock.companyLabels.contains(label), !value.isEmpty, !owner.isOwnName(value, shown: name) {
      company = String(value)
      companyRank = .legalForm
    } else if SignatureBlock.titleLabels.contains(label), !value.isEmpty {
      title = title ?? String(value)
    }
    return true
  }

  private static let companyLabels: Set<String> = [
    "azienda", "bedrijf", "company", "employer", "empresa", "entreprise", "firm", "firma", "organisation",
    "organization", "société", "कंपनी",
  ]

  private static let titleLabels: Set<String> = [
    "cargo", "designation", "fonction", "functie", "funktion", "position", "posizione", "puesto", "role", "ruolo",
    "title", "पद",
  ]
}
