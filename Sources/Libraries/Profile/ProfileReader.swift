import CPageLayouts
import JSONLines
import WebPage

/// Reads profiles from pages by the tables of layouts.
///
///     let reader = try ProfileReader()
///     let profile = try reader.read(page)      // throws PageRefusal
public final class ProfileReader {
  private let extra: [PageLayout]
  private var builtIn: [PageLayout] = []
  private lazy var refusals = Self.builtInRefusals()
  private lazy var words = PastedWords.builtIn()
  private let embedded = EmbeddedData()

  /// A reader with the built-in layouts behind those given. The built-in tables are read when a page needs them, since
  /// most pages are of one of the first.
  public init(extra: [JSON] = []) throws(LayoutError) {
    var layouts: [PageLayout] = []
    for json in extra {
      layouts.append(try PageLayout(json))
      try layouts.last?.check()
    }
    self.extra = layouts
  }

  /// The layouts in the order in which they are tried.
  public var layouts: [PageLayout] {
    var found: [PageLayout] = []
    while let layout = layout(found.count) { found.append(layout) }
    return found
  }

  /// The layout at a place in that order; nil behind the last.
  private func layout(_ index: Int) -> PageLayout? {
    if index < extra.count { return extra[index] }
    let number = index - extra.count
    if number == builtIn.count, let table = kith_page_layout(number), let json = try? PageLayout.json(table),
      let layout = try? PageLayout(json)
    {
      builtIn.append(layout)
    }
    return number < builtIn.count ? builtIn[number] : nil
  }

  private static func builtInRefusals() -> [KnownRefusal] {
    (kith_page_refusals().flatMap { try? PageLayout.json($0) }?.array ?? []).map(KnownRefusal.init)
  }

  /// Whether all expressions of the built-in refusals are XPath.
  var refusalsAreValid: Bool { !refusals.isEmpty && refusals.allSatisfy { $0.shows.allSatisfy(\.isValid) } }

  /// The profile that a page shows. `savedFrom` is the address that the file names, which fills a missing one.
  public func read(_ page: WebPage, savedFrom: String? = nil) throws(PageRefusal) -> Profile {
    if let path = savedFrom.flatMap(ProfileAddress.path),
      let known = refusals.first(where: { $0.addresses.contains { path.hasPrefix($0) } })
    {
      throw known.refusal
    }
    guard var profile = firstReading(page) ?? embedded.person(page, savedFrom: savedFrom) else {
      throw refusal(of: page)
    }
    if profile.url == nil { profile.url = savedFrom.flatMap(ProfileAddress.normal) }
    embedded.fill(&profile, from: page)
    guard !Self.isHidden(profile.name) else {
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
    var index = 0
    while let layout = layout(index) {
      index += 1
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

  /// Whether LinkedIn wrote something instead of the name of a member whom the reader may not see: its own name and a word
  /// for a member, in any language, such as `LinkedIn-Mitglied`, `Membre de LinkedIn`.
  static func isHidden(_ name: String) -> Bool {
    name.utf8.count <= 40 && name.lowercased().contains("linkedin") && name.split(separator: " ").count <= 3
  }
}

/// A page that is known to be no profile: by what it shows, or by the address that it was saved from.
struct KnownRefusal {
  let refusal: PageRefusal
  let shows: [XPath]
  let addresses: [String]

  init(_ entry: JSON) {
    refusal = PageRefusal(reason: entry["reason"]?.string ?? "", says: entry["says"]?.string ?? "")
    shows = (entry["shows"]?.strings ?? []).map(PageLayout.expression)
    addresses = entry["addresses"]?.strings ?? []
  }
}
