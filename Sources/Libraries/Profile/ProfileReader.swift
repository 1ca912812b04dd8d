import CPageLayouts
import JSONLines
import WebPage

/// Reads profiles from pages by the tables of layouts.
///
///     let reader = try ProfileReader()
///     let profile = try reader.read(page)      // throws PageRefusal
public final class ProfileReader {
  /// The layouts in the order in which they are tried.
  public let layouts: [PageLayout]
  private let refusals: [(refusal: PageRefusal, shows: [XPath])]
  private let embedded: EmbeddedData
  private let words: PastedWords

  /// A reader with the built-in layouts behind those given.
  public init(extra: [JSON] = []) throws(LayoutError) {
    var layouts: [PageLayout] = []
    for json in extra { layouts.append(try PageLayout(json)) }
    for json in try Self.builtIn() { layouts.append(try PageLayout(json)) }
    self.layouts = layouts
    refusals = try Self.builtInRefusals()
    embedded = try EmbeddedData()
    words = try PastedWords.builtIn()
  }

  private static func builtIn() throws(LayoutError) -> [JSON] {
    var found: [JSON] = []
    while let table = kith_page_layout(found.count) { found.append(try PageLayout.json(table)) }
    return found
  }

  private static func builtInRefusals() throws(LayoutError) -> [(refusal: PageRefusal, shows: [XPath])] {
    guard let table = kith_page_refusals() else { return [] }
    var found: [(refusal: PageRefusal, shows: [XPath])] = []
    for entry in try PageLayout.json(table).array ?? [] {
      let reason = entry["reason"]?.string ?? ""
      var shows: [XPath] = []
      for text in entry["shows"]?.strings ?? [] { shows.append(try PageLayout.compiled(text, "refusals")) }
      found.append((PageRefusal(reason: reason, says: entry["says"]?.string ?? ""), shows))
    }
    return found
  }

  /// The profile that a page shows. `savedFrom` is the address that the file names, which fills a missing one.
  public func read(_ page: WebPage, savedFrom: String? = nil) throws(PageRefusal) -> Profile {
    guard var profile = firstReading(page) ?? embedded.person(page, savedFrom: savedFrom) else {
      throw refusal(of: page)
    }
    if profile.url == nil { profile.url = savedFrom.flatMap(ProfileAddress.normal) }
    embedded.fill(&profile, from: page)
    guard !Self.hiddenNames.contains(profile.name) else {
      throw PageRefusal(reason: "private_profile", says: "the page hides the member's name")
    }
    return profile
  }

  /// The profile in the text of a page that somebody copied into a file.
  public func read(pasted text: String) throws(PageRefusal) -> Profile {
    guard let profile = PastedProfile(text, words).profile() else {
      throw PageRefusal(reason: "not_a_profile", says: "a text without the sections of a profile")
    }
    return profile
  }

  /// What the first layout reads whose top and name are on the page.
  private func firstReading(_ page: WebPage) -> Profile? {
    for layout in layouts {
      guard let top = page.first(layout.top) else { continue }
      var reading = LayoutReading(page: page, layout: layout, top: top)
      guard var profile = reading.profile() else { continue }
      fillParts(of: &profile, from: page, top)
      return profile
    }
    return nil
  }

  /// Tries the other layouts for the parts that the first one did not find.
  private func fillParts(of profile: inout Profile, from page: WebPage, _ top: PageNode) {
    for layout in layouts where layout.name != profile.layout {
      guard profile.positions.isEmpty || profile.education.isEmpty else { return }
      var reading = LayoutReading(page: page, layout: layout, top: top)
      reading.fillParts(of: &profile)
    }
  }

  private func refusal(of page: WebPage) -> PageRefusal {
    for entry in refusals where entry.shows.contains(where: { page.holds($0) }) { return entry.refusal }
    return PageRefusal(reason: "not_a_profile", says: "a page of another site")
  }

  /// What LinkedIn writes instead of the name of a member whom the reader may not see.
  private static let hiddenNames: Set<String> = [
    "LinkedIn Member", "LinkedIn member", "LinkedIn Mitglied", "LinkedIn-Mitglied", "Membre de LinkedIn",
    "Miembro de LinkedIn", "Usuário do LinkedIn", "Utilisateur LinkedIn", "LinkedIn सदस्य",
  ]
}
