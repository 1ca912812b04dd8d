/// A page as a browser saved it: the HTML itself and what the file says about where and when it was saved.
public struct SavedPage: Sendable {
  /// How the page was saved.
  public enum Kind: String, Sendable {
    /// "Web page, complete" or "HTML only".
    case html
    /// The text of a page without its markup, as it is copied and pasted.
    case text
    /// One file of MIME parts.
    case mhtml
    /// The SingleFile browser extension.
    case singleFile = "singlefile"
  }

  /// How the page was saved.
  public let kind: Kind
  /// The page's HTML, still in its own charset.
  public let html: [UInt8]
  /// The charset that the MIME header names.
  public let charset: String?
  /// The address that the file names, as written.
  public let url: String?
  /// The time that the file names: RFC 3339 with the zone of the file.
  public let savedAt: String?

  /// Recognises the kind of a file by its own marks, never by its name.
  public init(_ bytes: [UInt8]) throws(WebPageError) {
    if MHTML.isArchive(bytes) {
      let archive = try MHTML(bytes)
      (kind, html, charset) = (.mhtml, archive.html, archive.charset)
      (url, savedAt) = (archive.url, archive.date.flatMap(SaveStamp.rfc3339))
      return
    }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let narrow = isWide || SavedPage.isText(bytes) ? Charset.utf8(bytes, declared: nil) : []
    if SavedPage.isText(narrow) {
      (kind, html, charset) = (.text, narrow, nil)
      (url, savedAt) = (nil, nil)
      return
    }
    (html, charset) = (bytes, nil)
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    if let mark = head.firstRange(ofASCII: "Page saved with SingleFile") {
      let comment = head[mark...].prefix { $0 != ">" }
      kind = .singleFile
      url = SavedPage.value("url:", in: comment)
      savedAt = SavedPage.value("saved date:", in: comment).flatMap(SaveStamp.rfc3339)
      return
    }
    kind = .html
    url = SavedPage.savedFrom(head)
    savedAt = nil
  }

  /// Whether nothing in the first 64 KB of a file looks like a tag; a page's text may well hold a `<` by itself.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 2_000_000 else { return false }
    let head = bytes.prefix(65_536)
    guard head.contains(where: { $0 > 32 }) else { return false }
    return !zip(head, head.dropFirst()).contains { byte, next in
      byte == UInt8(ascii: "<") && (next == 33 || next == 47 || (97...122).contains(next | 32))
    }
  }

  private static func value(_ key: String, in comment: Substring) -> String? {
    for line in comment.split(whereSeparator: \.isNewline) {
      let trimmed = PlainText.squeezed(line.utf8)
      if trimmed.hasPrefix(key) { return PlainText.squeezed(trimmed.dropFirst(key.count).utf8) }
    }
    return nil
  }

  /// The mark that browsers write: `<!-- saved from url=(0047)https://… -->`.
  private static func savedFrom(_ head: String) -> String? {
    guard let mark = head.firstRange(ofASCII: "saved from url=(") else { return nil }
    let rest = head[mark...].drop { $0 != ")" }.dropFirst()
    let url = rest.prefix { !$0.isWhitespace && $0 != ">" }
    return url.isEmpty ? nil : String(url)
  }
}
