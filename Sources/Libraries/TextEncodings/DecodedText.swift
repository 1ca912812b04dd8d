// Texts of any encoding for readers that know UTF-8 alone.

/// A whole text.
public struct DecodedText: Sendable {
  /// It, as UTF-8.
  public let bytes: [UInt8]
  /// What the user should know of its encoding; nil when it is UTF-8 or was told.
  public let note: String?

  /// The text that is written in `raw`; `encoding` nil: a mark or the bytes tell.
  public init(_ raw: [UInt8], encoding: TextEncoding?) {
    var isRead = false
    var source = TextSource(
      { buffer, _ in
        if isRead { return 0 }
        isRead = true
        buffer.append(contentsOf: raw)
        return raw.count
      }, encoding: encoding, checks: true)
    var text: [UInt8] = []
    // Nothing is thrown: the closure throws nothing.
    while !source.atEnd { _ = try? source.fill(&text, count: max(1, raw.count)) }
    bytes = text
    note = source.note
  }
}

/// A text that is read piece by piece. Where its encoding is not told only a mark, or UTF-16's NULs, tell it: the rest stays
/// as it is, since it may hold bytes that are no text.
public final class DecodedInput {
  private var source: TextSource
  private var text: [UInt8] = []

  /// The text of what `read` adds to its array.
  public init(_ read: @escaping TextSource.Read, encoding: TextEncoding?) {
    source = TextSource(read, encoding: encoding, checks: false)
  }

  /// Adds some of the text, at least about `count` bytes where there are so many; 0 at the end.
  public func read(into buffer: inout [UInt8], count: Int) throws -> Int {
    let before = buffer.count
    while buffer.count == before, !source.atEnd { _ = try source.fill(&buffer, count: count) }
    return buffer.count - before
  }

  /// What the user should know of the encoding, once all is read.
  public var note: String? { source.note }
}

extension TextSource {
  /// What the user should know of the encoding, once all is read; nil when there is nothing to tell.
  public var note: String? {
    var parts: [String] = []
    if wasDetected, encoding != .utf8, encoding != .detected { parts.append("read as \(encoding.name)\(doubt)") }
    if replacements > 0 {
      let many = replacements == 1 ? "1 byte is" : "\(replacements) bytes are"
      parts.append("\(many) no \(encoding.name) and became U+FFFD; say --encoding if it is another one")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private var doubt: String {
    guard let verdict else { return "" }
    if !verdict.rivals.isEmpty {
      let rivals = verdict.rivals.map(\.name).joined(separator: ", ")
      return ", but \(rivals) would do nearly as well: say --encoding"
    }
    return verdict.isStrange ? ", in which its words are strange, as in all others tried: say --encoding" : ""
  }
}
