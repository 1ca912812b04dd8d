// The plain text of a profile page, pasted into a file.
import WebPage

/// Reads a profile from the copied text of its page.
///
/// A copy has no markup: it is taken apart by the headings of its sections, and a section's entries by the lines that hold
/// nothing but dates. What stands before the first heading is the top card.
struct PastedProfile {
  let lines: [(text: String, number: Int)]
  let words: PastedWords
  let dates: PastedDates

  init(_ text: String, _ words: PastedWords) {
    self.words = words
    dates = PastedDates(words)
    lines = PastedLines(text, words).lines
  }

  /// The profile; nil when the text has no section of one, or no name above it.
  func profile() -> Profile? {
    let starts = lines.indices.filter { words.part(lines[$0].text) != nil }
    let isProfile = starts.contains { [.experience, .education].contains(words.part(lines[$0].text)) }
    guard isProfile || lines.contains(where: { words.without("contact", atEndOf: $0.text) != nil }) else { return nil }
    let first = starts.first ?? lines.count
    guard var profile = PastedTop(self, lines[..<first]).profile() else { return nil }
    var seen: Set<PastedWords.Part> = []
    for (number, start) in starts.enumerated() {
      guard let part = words.part(lines[start].text), part != .other, seen.insert(part).inserted else { continue }
      let end = number + 1 < starts.count ? starts[number + 1] : lines.count
      read(part, lines[(start + 1)..<end], into: &profile)
      profile.places.append((part == .experience ? "positions" : part.rawValue, "from line \(lines[start].number)"))
    }
    return profile
  }

  private func read(
    _ part: PastedWords.Part, _ section: ArraySlice<(text: String, number: Int)>, into profile: inout Profile
  ) {
    let texts = section.map(\.text)
    switch part {
    case .experience:
      profile.positions = PastedExperience(texts, words).positions()
      let isCut = texts.contains { words.begins("more", $0) && words.names("more_experiences", in: $0) }
      if isCut, !profile.positions.isEmpty { profile.positionsComplete = false }
    case .education: profile.education = schools(texts)
    case .skills: profile.skills = skills(texts, beside: profile.positions)
    case .other: break
    }
  }

  /// A school is the line two above its dates, or the one above when there is no degree between.
  private func schools(_ all: [String]) -> [Profile.School] {
    let texts = all.filter { !isAside($0) }
    var (found, from): ([Profile.School], Int) = ([], 0)
    for (index, text) in texts.enumerated() {
      guard let range = dates.range(text) else { continue }
      let head = texts[from..<index].suffix(2)
      from = index + 1
      guard let school = head.first else { continue }
      let degree = head.count == 2 ? head.last : nil
      let split = degree.map(LayoutReading.degreeAndField)
      found.append(
        Profile.School(school: school, degree: split?.degree, field: split?.field, degreeText: degree, dates: range))
    }
    if found.isEmpty, let school = texts.first {
      let split = texts.dropFirst().first.map(LayoutReading.degreeAndField)
      found.append(
        Profile.School(school: school, degree: split?.degree, field: split?.field, degreeText: texts.dropFirst().first))
    }
    return found
  }

  /// The skills; below one stand the positions that it was shown in, `Recruiter at Quillwater`.
  private func skills(_ texts: [String], beside positions: [Profile.Position]) -> [String] {
    var seen: Set<String> = []
    let places = positions.map { [$0.title, $0.company].compactMap { $0 } }.filter { $0.count == 2 }
    return texts.filter { text in
      guard !places.contains(where: { place in place.allSatisfy { text.contains($0) } }) else { return false }
      return isSkill(text) && seen.insert(text).inserted
    }
  }

  private func isSkill(_ text: String) -> Bool {
    text.utf8.count <= 100 && !isAside(text) && !words.names("endorsements", in: text) && !text.contains(" · ")
      && text.contains(where: \.isLetter) && dates.range(text) == nil && !words.begins("endorsements", text)
  }

  /// Whether a line is a button, a picture's name, or a note with a label in front.
  func isAside(_ text: String) -> Bool { words.has("noise", text) || isNote(text) }

  /// The same without the words of the bars around the page, which may be titles here.
  func isNote(_ text: String) -> Bool {
    if words.begins("more", text) || isLogo(text) { return true }
    guard let colon = text.firstIndex(of: ":") else { return words.has("labels", text) }
    return words.has("labels", text[..<colon])
  }

  func isLogo(_ text: String) -> Bool { words.without("logo", atEndOf: text) != nil || words.begins("logo", text) }
}
