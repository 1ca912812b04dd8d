// The words by which the pasted text of a page is taken apart.
import CPageLayouts
import JSONLines

/// Headings, buttons and small words of profile pages, from the table `pasted-text.json`.
struct PastedWords {
  /// A part of a profile.
  enum Part: String {
    case experience, education, skills, other
  }

  private let headings: [String: Part]
  private let sets: [String: Set<String>]
  private let lists: [String: [String]]

  init(_ json: JSON) {
    var headings: [String: Part] = [:]
    for section in json["sections"]?.array ?? [] {
      guard let part = section["part"]?.string.flatMap(Part.init(rawValue:)) else { continue }
      for heading in section["headings"]?.strings ?? [] { headings[heading.lowercased()] = part }
    }
    self.headings = headings
    var lists: [String: [String]] = [:]
    for (key, value) in json.object?.members ?? [] {
      if value.array != nil { lists[key] = value.strings.map { $0.lowercased() } }
    }
    self.lists = lists
    sets = lists.mapValues { Set($0) }
  }

  /// The built-in table.
  static func builtIn() -> PastedWords {
    PastedWords(kith_pasted_words().flatMap { try? PageLayout.json($0) } ?? .null)
  }

  /// The part that a line heads, if it is a heading.
  func part(_ line: String) -> Part? { headings[line.lowercased()] }

  /// Whether the whole text is one of a list's.
  func has(_ list: String, _ text: some StringProtocol) -> Bool { sets[list]?.contains(text.lowercased()) ?? false }

  /// Whether one of the text's words is one of a list's.
  func names(_ list: String, in text: String) -> Bool {
    text.split { " ·,()\u{A0}".contains($0) }.contains { has(list, $0) }
  }

  /// Whether the text begins with an entry of a list.
  func begins(_ list: String, _ text: String) -> Bool {
    let lowered = text.lowercased()
    return (lists[list] ?? []).contains { entry in
      lowered.hasPrefix(entry) && (lowered.dropFirst(entry.count).first.map { !$0.isLetter } ?? true)
    }
  }

  /// The text without an entry of a list at its end; nil when it does not end so.
  func without(_ list: String, atEndOf text: String) -> String? {
    let lowered = text.lowercased()
    guard let entry = (lists[list] ?? []).first(where: { lowered.hasSuffix($0) }) else { return nil }
    var rest = text.dropLast(entry.count)
    while let last = rest.last, " ·\u{A0}".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
