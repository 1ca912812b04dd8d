// What the text behind an author says: words, a file, or a note of WhatsApp's own.

/// The content of one exported message.
public struct ChatContent: Sendable, Equatable {
  /// What it is.
  public enum Kind: Sendable, Equatable {
    /// The author's words.
    case text
    /// A note about the chat: encryption, members, calls.
    case system
    /// A message that was taken back.
    case deleted
    /// A file or picture that was left out of the export.
    case omitted
  }

  /// What it is.
  public var kind = Kind.text
  /// The author's words, without notes of WhatsApp.
  public var text: String
  /// The names of files that were exported beside.
  public var attachments: [String] = []
  /// Their media types, where the export tells, by name.
  public var mediaTypes: [String: String] = [:]
  /// Words of somebody else that were passed on.
  public var forwarded = ""
  /// Whether a file was left out of the export, beside the words.
  public var omits = false
  /// Whether the author changed the message later.
  public var isEdited = false

  /// Just words.
  init(words: String) {
    text = Self.trimmed(words[...])
  }

  /// Reads `text`, all lines of a message behind the author; `hasGap`: a space stood between the colon and the text.
  init(_ text: String, hasGap: Bool) {
    let hasMark = text.unicodeScalars.first.map(LineCursor.isMark) ?? false
    self.text = Self.plain(text)
    takeEdited(isMarked: Self.endsInMarkedNote(text))
    takeAttachments()
    let key = Self.key(self.text)
    if Self.isEmptyView(key, hasGap) && attachments.isEmpty || Self.isOmitted(key, hasMark) {
      kind = .omitted
    } else if ChatPhrases.deleted.contains(key) || ChatPhrases.deletedBeginnings.contains(where: { key.hasPrefix($0) })
    {
      kind = .deleted
    } else if hasMark, ChatPhrases.system.contains(where: { key.contains($0) }) {
      kind = .system
    }
    if kind != .text { self.text = "" }
  }

  /// A line without an author, or one that looks as if it had one.
  static func isSystem(_ line: Substring) -> Bool {
    let key = key(plain(String(line)))
    return ChatPhrases.system.contains { key.contains($0) }
  }

  /// A message that could be seen once is exported as nothing, or as a dot, right behind the colon.
  private static func isEmptyView(_ key: String, _ hasGap: Bool) -> Bool {
    !hasGap && !key.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      && key.unicodeScalars.allSatisfy { $0.isASCII && $0 != "?" && $0 != "!" }
  }

  private static func isOmitted(_ key: String, _ hasMark: Bool) -> Bool {
    if ChatPhrases.omitted.contains(key) { return true }
    let words = key.split(separator: " ")
    guard words.count <= 6 else { return false }
    // Android: <Media omitted>, in any language.
    if key.hasPrefix("<"), key.hasSuffix(">"), !key.dropFirst().dropLast().contains(where: { "<>:".contains($0) }) {
      return words.count >= 2 && ChatPhrases.mediaStems.contains { key.contains($0) }
    }
    // iOS: a mark, what it was, and that it is not there.
    guard hasMark, !key.contains("<"), !key.contains(":"), let last = words.last else { return false }
    return words.count >= 2 && ChatPhrases.mediaNouns.contains { key.hasPrefix($0) }
      || ChatPhrases.omittedEndings.contains(String(last)) || ["已忽略", "省略"].contains { key.hasSuffix($0) }
  }

  /// Whether a text ends in `<…>` behind an invisible mark: a note of iOS, unless it names a file.
  private static func endsInMarkedNote(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.last == ">", let open = scalars.lastIndex(of: "<"), open > scalars.startIndex else { return false }
    return scalars[scalars.index(before: open)].value == 0x200E && !scalars[open...].contains(":")
  }

  private mutating func takeEdited(isMarked: Bool) {
    guard let open = text.lastIndex(of: "<"), text.hasSuffix(">") else { return }
    let note = text[open...].lowercased().replacing(".", with: "")
    guard open > text.startIndex, isMarked || ChatPhrases.edited.contains(note) else { return }
    isEdited = true
    text = Self.trimmed(text[..<open])
  }

  /// Takes `<attached: name>` (iOS) and `name (file attached)` (Android) out of the text.
  private mutating func takeAttachments() {
    while let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">"),
      let colon = text[open..<close].firstIndex(of: ":")
    {
      let mark = Self.trimmed(text[text.index(after: open)..<colon]).lowercased()
      let name = Self.trimmed(text[text.index(after: colon)..<close])
      guard ChatPhrases.attachedMarks.contains(mark) || Self.isNumberedFile(name), !name.isEmpty,
        attachments.count < 100
      else { break }
      attachments.insert(name, at: 0)
      text = Self.trimmed(text[..<open] + text[text.index(after: close)...])
    }
    let firstLine = text.prefix { $0 != "\n" }
    guard attachments.isEmpty, let open = firstLine.lastIndex(of: "("), open > firstLine.startIndex else { return }
    let name = Self.trimmed(firstLine[..<open])
    let note = Self.trimmed(firstLine[open...]).lowercased()
    guard ChatPhrases.attached.contains(note) || Self.isDatedFile(name) && note.hasSuffix(")") else { return }
    attachments.append(name)
    text = Self.trimmed(text[firstLine.endIndex...])
  }

  /// Whether a file is called as iOS calls what it exports: `00000012-PHOTO-2018-06-13-21-25-15.jpg`.
  private static func isNumberedFile(_ name: String) -> Bool {
    let parts = name.split(separator: "-", maxSplits: 1)
    return parts.count == 2 && parts[0].count == 8 && parts[0].allSatisfy { $0.isASCII && $0.isNumber }
      && parts[1].contains(".")
  }

  /// Whether a file is called as Android calls media: `IMG-20180613-WA0001.jpg`.
  private static func isDatedFile(_ name: String) -> Bool {
    let parts = name.split(separator: "-")
    return parts.count == 3 && parts[0].count == 3 && parts[1].count == 8 && parts[1].allSatisfy(\.isNumber)
      && parts[2].hasPrefix("WA")
  }

  /// The text without invisible marks and without blanks at its ends.
  static func plain(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: LineCursor.isMark) else { return trimmed(text[...]) }
    let kept = text.unicodeScalars.filter { !LineCursor.isMark($0) || $0.value == 0x200B }
    return trimmed(Substring(String(String.UnicodeScalarView(kept))))
  }

  private static func key(_ text: String) -> String {
    let lowered = text.lowercased()
    return lowered.hasSuffix(".") && lowered.count > 1 ? String(lowered.dropLast()) : lowered
  }

  static func trimmed(_ text: Substring) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
