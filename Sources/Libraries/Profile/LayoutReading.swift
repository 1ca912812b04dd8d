import WebPage

/// One page read by one layout.
struct LayoutReading {
  let page: WebPage
  let layout: PageLayout
  let top: PageNode
  private var places: [(value: String, place: String)] = []

  init(page: WebPage, layout: PageLayout, top: PageNode) {
    self.page = page
    self.layout = layout
    self.top = top
  }

  /// Most entries of one part of a page.
  private static let mostEntries = 1_000

  /// The whole profile; nil when the page shows no name where this layout has it.
  mutating func profile() -> Profile? {
    guard let name = single("name") else { return nil }
    var profile = Profile(layout: layout.name, name: name)
    profile.givenName = single("given_name")
    profile.familyName = single("family_name")
    profile.headline = single("headline")
    profile.location = single("location") { !Self.isNetworkCount($0) }
    profile.url = address()
    profile.connections = single("connections").flatMap(Self.leadingNumber)
    profile.currentCompany = single("current_company")
    fillParts(of: &profile)
    return profile
  }

  /// Reads the repeated parts that a profile lacks: generations share them in other combinations than their top.
  mutating func fillParts(of profile: inout Profile) {
    if profile.positions.isEmpty {
      profile.positions = positions()
      if !profile.positions.isEmpty { profile.positionsComplete = layout.morePositions.map { !page.holds($0) } }
    }
    if profile.education.isEmpty { profile.education = schools() }
    if profile.skills.isEmpty { profile.skills = skills() }
    profile.places += places
  }

  private mutating func single(_ key: String, where fits: (String) -> Bool = { _ in true }) -> String? {
    for path in layout.values[key] ?? [] {
      let texts = page.all(path, in: top).lazy.map(\.text)
      guard let text = texts.first(where: { Self.isShown($0) && fits($0) }) else { continue }
      places.append((key, path.written))
      return text
    }
    return nil
  }

  private mutating func address() -> String? {
    for path in layout.values["url"] ?? [] {
      guard let url = page.all(path, in: top).lazy.compactMap({ ProfileAddress.normal($0.text) }).first else {
        continue
      }
      places.append(("linkedin_url", path.written))
      return url
    }
    return nil
  }

  private mutating func positions() -> [Profile.Position] {
    guard let section = layout.positions else { return [] }
    var found: [Profile.Position] = []
    for node in page.all(section.each).prefix(Self.mostEntries) {
      let lines = texts("dates", section, node)
      let position = Profile.Position(
        title: texts("title", section, node).first,
        company: texts("company", section, node).lazy.compactMap(EmploymentWords.company).first,
        companySlug: texts("company_url", section, node).lazy.compactMap(CompanyAddress.slug).first,
        dates: lines.lazy.compactMap(DateRange.init).first,
        months: (lines + texts("duration", section, node)).lazy.compactMap(Duration.months).first,
        location: location(section, node))
      if position.title != nil || position.company != nil { found.append(position) }
    }
    if !found.isEmpty { places.append(("positions", section.each.written)) }
    return found
  }

  private func location(_ section: PageLayout.Section, _ node: PageNode) -> String? {
    texts("location", section, node).first { DateRange($0) == nil }.flatMap(EmploymentWords.location)
  }

  private mutating func schools() -> [Profile.School] {
    guard let section = layout.education else { return [] }
    var found: [Profile.School] = []
    for node in page.all(section.each).prefix(Self.mostEntries) {
      guard let school = texts("school", section, node).first else { continue }
      let degreeText = texts("degree_text", section, node).first
      let split = degreeText.map(Self.degreeAndField)
      found.append(
        Profile.School(
          school: school,
          degree: texts("degree", section, node).first ?? split?.degree,
          field: texts("field", section, node).first ?? split?.field,
          degreeText: degreeText,
          dates: texts("dates", section, node).lazy.compactMap(DateRange.init).first))
    }
    if !found.isEmpty { places.append(("education", section.each.written)) }
    return found
  }

  private mutating func skills() -> [String] {
    for path in layout.values["skills"] ?? [] {
      var seen: Set<String> = []
      let found = page.all(path).prefix(Self.mostEntries).map(\.text).filter {
        Self.isShown($0) && seen.insert($0).inserted
      }
      guard !found.isEmpty else { continue }
      places.append(("skills", path.written))
      return found
    }
    return []
  }

  /// All texts of the first expression that finds any.
  private func texts(_ key: String, _ section: PageLayout.Section, _ node: PageNode) -> [String] {
    for path in section.values[key] ?? [] {
      let found = page.all(path, in: node).prefix(20).map(\.text).filter(Self.isShown)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Pages show `--` for nothing and asterisks for what a guest may not read.
  static func isShown(_ text: String) -> Bool {
    text.utf8.contains { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: " ") }
  }

  /// Whether a line counts the member's connections or followers: it stands where the place does, if none is shown.
  static func isNetworkCount(_ text: String) -> Bool {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    let lowered = text.lowercased()
    return networkWords.contains { lowered.contains($0) }
  }

  /// Beginnings of the words for connections and followers in LinkedIn's interface languages.
  private static let networkWords = [
    "abonn", "collegament", "conexi", "conexõ", "connect", "contacto", "follower", "kontakt", "relation", "seguid",
    "volger", "कनेक्शन", "फ़ॉलोअर", "फॉलोअर",
  ]

  /// `Master of Science, Physics` is a degree and a field; `, Physics` a field alone.
  static func degreeAndField(_ text: String) -> (degree: String?, field: String?) {
    let pieces = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2 else { return (text, nil) }
    let field = pieces[1].drop { $0 == " " }
    return (pieces[0].isEmpty ? nil : String(pieces[0]), field.isEmpty ? nil : String(field))
  }

  /// The number at the beginning of a text, as written: `500+`.
  static func leadingNumber(_ text: String) -> String? {
    let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "+" || $0 == "," || $0 == "." }
    return digits.isEmpty ? nil : String(digits)
  }
}
