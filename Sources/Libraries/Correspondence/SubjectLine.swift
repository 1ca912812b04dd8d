// Subjects without the prefixes that mail programs of many languages put before an answer or a forward.

/// A subject cut into its prefixes and its base (RFC 5256, section 2.1, with the prefixes of other languages).
public struct SubjectLine: Sendable, Equatable {
  /// The subject without prefixes, blanks squeezed, in lower case.
  public let base: String
  /// Whether it says that it answers.
  public let isReply: Bool
  /// Whether it says that it passes something on.
  public let isForward: Bool

  /// Prefixes of answers, as mail programs in English, German, Dutch, the Nordic languages, French, Spanish, Italian,
  /// Portuguese, Polish, Hungarian, Turkish, Welsh, Finnish, Romanian, Greek, Hebrew, Chinese and Vietnamese write them.
  static let replies: Set<String> = [
    "antw", "antwort", "atb", "aw", "bls", "odp", "r", "re", "ref", "res", "resp", "rif", "rv", "rép", "sv", "tr-re",
    "vs", "vá", "ynt", "απ", "σχετ", "הת", "回复", "回覆", "答复", "返信",
  ]
  /// Prefixes of forwards in the same languages.
  static let forwards: Set<String> = [
    "doorst", "enc", "fs", "fw", "fwd", "i", "ilt", "i̇lt", "pd", "rvs", "továbbítás", "tr", "trs", "vb",
    "videresendt", "vl", "vs-fw", "wg", "yml", "πρθ", "הועבר", "転送", "轉寄", "转发",
  ]

  /// Cuts `subject`.
  public init(_ subject: String) {
    var rest = Substring(subject.prefix(1000))
    var isReply = false
    var isForward = false
    var changed = true
    while changed {
      changed = false
      rest = SubjectLine.trimmed(rest)
      if let (prefix, after) = SubjectLine.prefix(rest) {
        if SubjectLine.replies.contains(prefix) { isReply = true } else { isForward = true }
        rest = after
        changed = true
      } else if let after = SubjectLine.withoutTag(rest) {
        rest = after
        changed = true
      } else if let inner = SubjectLine.withoutForwardMarks(rest) {
        isForward = true
        rest = inner
        changed = true
      }
    }
    base = SubjectLine.squeezed(rest).lowercased()
    self.isReply = isReply
    self.isForward = isForward
  }

  /// The prefix that `text` begins with, in lower case, and what follows its colon: `Re:`, `AW[2]:`, `Re (3) :`.
  private static func prefix(_ text: Substring) -> (String, Substring)? {
    guard let colon = text.prefix(16).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    var word = text[..<colon]
    if let bracket = word.firstIndex(where: { "[(^".contains($0) }) {
      guard word[bracket...].allSatisfy({ $0.isNumber || "[]()^".contains($0) || $0 == " " }) else { return nil }
      word = word[..<bracket]
    }
    let prefix = trimmed(word).lowercased()
    guard replies.contains(prefix) || forwards.contains(prefix) else { return nil }
    return (prefix, text[text.index(after: colon)...])
  }

  /// What follows a list's tag such as `[hiring]`; a subject that is nothing but a tag keeps it.
  private static func withoutTag(_ text: Substring) -> Substring? {
    guard text.first == "[", let end = text.firstIndex(of: "]") else { return nil }
    let after = trimmed(text[text.index(after: end)...])
    return after.isEmpty ? nil : after
  }

  /// What `[Fwd: …]` holds, or what stands before a trailing `(fwd)`.
  private static func withoutForwardMarks(_ text: Substring) -> Substring? {
    let lower = text.lowercased()
    if lower.hasSuffix("(fwd)") { return text.dropLast(5) }
    if lower.hasPrefix("[fwd:"), lower.hasSuffix("]") { return text.dropFirst(5).dropLast() }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return text
  }

  private static func squeezed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
