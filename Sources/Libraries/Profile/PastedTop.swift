// The top card of a pasted profile.

/// Finds name, headline and place among the lines above the first section.
struct PastedTop {
  private let page: PastedProfile
  private let all: ArraySlice<(text: String, number: Int)>
  private let lines: [(text: String, number: Int)]

  init(_ page: PastedProfile, _ lines: ArraySlice<(text: String, number: Int)>) {
    self.page = page
    all = lines
    self.lines = lines.filter { line in
      !page.words.has("noise", line.text) && !page.words.begins("noise_begins", line.text)
        && !page.words.names("alerts", in: line.text) && !page.isLogo(line.text) && !Self.isAddress(line.text)
        && line.text.contains(where: \.isLetter)
    }
  }

  /// The profile so far; nil without a name.
  func profile() -> Profile? {
    let lines = lines[nameIndex...]
    guard let name = lines.first, name.text.count <= 100, name.text.split(separator: " ").count <= 8 else { return nil }
    var profile = Profile(layout: "pasted_text", name: Self.withoutBadge(name.text))
    profile.places.append(("name", "line \(name.number)"))
    let rest = lines.dropFirst().filter { !isBadge($0.text, profile.name) }
    let end = rest.firstIndex { isNetwork($0.text) || contactPlace($0.text) != nil } ?? rest.count
    let place = place(rest, end)
    if let place { note("location", \.location, place, in: &profile) }
    let last = place.map(\.number) ?? Int.max
    if let headline = rest.prefix(end).first(where: { $0.number < last }) {
      note("headline", \.headline, headline, in: &profile)
    }
    profile.connections = rest.lazy.map(\.text).filter(isNetwork).compactMap(LayoutReading.leadingNumber).first
    if let url = all.lazy.compactMap({ Self.url($0.text) }).first {
      profile.url = url
      profile.places.append(("linkedin_url", "top of the text"))
    }
    return profile
  }

  /// Where the name stands: above the contact details when the bar above the page has it too, else above the distance in
  /// the network, else first.
  private var nameIndex: Int {
    if let contact = lines.firstIndex(where: { contactPlace($0.text) != nil }),
      let name = (max(0, contact - 8)..<contact).first(where: { isRepeated($0) })
    {
      return name
    }
    let badge = lines.firstIndex {
      Self.isDistance($0.text) || ($0.text.hasPrefix("·") && Self.isDistance(String($0.text.dropFirst(2))))
    }
    let pronouns = { (text: String) in self.page.words.has("pronouns", text.filter { !"()".contains($0) }) }
    return badge.flatMap { lines[..<$0].lastIndex { !pronouns($0.text) && !$0.text.hasPrefix("·") } } ?? 0
  }

  private func isRepeated(_ index: Int) -> Bool {
    let name = Self.withoutBadge(lines[index].text)
    return lines[..<index].contains { Self.withoutBadge($0.text) == name }
  }

  private func note(
    _ key: String, _ path: WritableKeyPath<Profile, String?>, _ line: (text: String, number: Int),
    in profile: inout Profile
  ) {
    profile[keyPath: path] = line.text
    profile.places.append((key, "line \(line.number)"))
  }

  /// The place stands before the link to the contact details, on its line or above it; else before the connections, if
  /// it reads like a place.
  private func place(_ rest: [(text: String, number: Int)], _ end: Int) -> (text: String, number: Int)? {
    if let contact = rest.first(where: { contactPlace($0.text) != nil }) {
      let text = contactPlace(contact.text) ?? ""
      if !text.isEmpty { return (text, contact.number) }
      guard let above = rest.last(where: { $0.number < contact.number && !isNetwork($0.text) }) else { return nil }
      return rest.first?.number == above.number && !reads(above.text) ? nil : above
    }
    guard end < rest.count || rest.count <= 3 else { return nil }
    return rest.prefix(end).last { reads($0.text) }
  }

  private func contactPlace(_ text: String) -> String? { page.words.without("contact", atEndOf: text) }

  /// Whether a line reads like a place: `Lyon, France`, `Greater Lyon Area`.
  private func reads(_ text: String) -> Bool {
    guard text.count <= 80, !text.contains(where: { "|@:;!?".contains($0) }) else { return false }
    return text.contains(", ") && text.split(separator: ",").allSatisfy { $0.split(separator: " ").count <= 4 }
      || page.words.names("place", in: text)
  }

  private func isNetwork(_ text: String) -> Bool {
    (text.first?.isNumber == true || page.words.begins("more_than", text)) && text.count <= 60
      && text.contains(where: \.isNumber) && page.words.names("network", in: text)
  }

  /// Pronouns, the distance in the network, and the name once more.
  private func isBadge(_ text: String, _ name: String) -> Bool {
    let bare = text.filter { !"()".contains($0) }
    return text == name || text.hasPrefix("·") || page.words.has("pronouns", bare) || Self.isDistance(text)
  }

  private static func isDistance(_ text: String) -> Bool {
    guard let digit = text.first(where: \.isNumber), "123".contains(digit), text.count <= 40 else { return false }
    return text.first == digit && (text.count <= 4 || text.contains("degree"))
  }

  /// The name without what stands behind it in some copies: `Uta Falk (She/Her)`, `Uta Falk · 2nd`.
  private static func withoutBadge(_ text: String) -> String {
    var name = text.prefix { $0 != "·" }
    if let open = name.lastIndex(of: "("), name.last == ")", name[open...].contains("/") { name = name[..<open] }
    while name.last == " " { name.removeLast() }
    return name.isEmpty ? text : String(name)
  }

  private static func isAddress(_ text: String) -> Bool { text.contains("://") || url(text) != nil }

  private static func url(_ text: String) -> String? {
    text.split(separator: " ").lazy.filter { $0.contains("linkedin.com/") }
      .compactMap { ProfileAddress.normal($0.filter { !"<>()".contains($0) }) }.first
  }
}
