/// The words that an author wrote now: without the mail that is quoted below or between, and without the signature.
///
/// Records of the pipeline come with their quoted parts split off already; this serves text that holds them still.
public enum NewWords {
  /// The new words of a text; what is left out ends a paragraph.
  ///
  /// - Parameter author: the sender's display name, by which a signature is known; may be empty.
  public static func of(_ text: [UInt8], author: [UInt8]) -> [UInt8] {
    let lines = split(text)
    let end = signatureStart(lines, text, author) ?? quoteStart(lines, text)
    var out: [UInt8] = []
    var gap = false
    for line in lines[..<min(end, quoteStart(lines, text))] {
      if isQuoted(text, line) {
        gap = true
        continue
      }
      if gap, !out.isEmpty { out.append(0x0A) }
      gap = false
      out.append(contentsOf: text[line])
      out.append(0x0A)
    }
    while let last = out.last, last == 0x0A || last == 0x0D || last == 0x20 { out.removeLast() }
    return out
  }

  private static func split(_ text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<text.count)
    return lines
  }

  private static func trimmed(_ text: [UInt8], _ line: Range<Int>) -> ArraySlice<UInt8> {
    var slice = text[line]
    while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
    while let last = slice.last, last == 0x20 || last == 0x0D || last == 0x09 { slice.removeLast() }
    return slice
  }

  private static func isQuoted(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    trimmed(text, line).first == UInt8(ascii: ">")
  }

  /// Index of the line with which the earlier mail begins, or the number of lines.
  private static func quoteStart(_ lines: [Range<Int>], _ text: [UInt8]) -> Int {
    for (index, line) in lines.enumerated() {
      let content = trimmed(text, line)
      if content.starts(with: "-----".utf8) || content.starts(with: "________".utf8) { return index }
      if isHeader(content), index + 1 < lines.count, isHeader(trimmed(text, lines[index + 1])) { return index }
      if isAttribution(content, next: index + 1 < lines.count ? trimmed(text, lines[index + 1]) : []) {
        return index
      }
    }
    return lines.count
  }

  private static let headerNames = [
    "aan:", "an:", "betreff:", "cc:", "date:", "datum:", "de:", "enviado:", "envoyé:", "från:", "from:", "gesendet:",
    "objet:", "onderwerp:", "para:", "sent:", "skickat:", "subject:", "to:", "van:", "verzonden:", "von:",
  ]

  private static func isHeader(_ content: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: content.prefix(16), as: UTF8.self).lowercased().drop { $0 == "*" }
    return headerNames.contains { text.hasPrefix($0) }
  }

  private static let attributionEnds = ["wrote:", "schrieb:", "écrit :", "écrit:", "escribió:", "schreef:", "skrev:"]

  /// `On … wrote:`, in one line or two.
  private static func isAttribution(_ content: ArraySlice<UInt8>, next: ArraySlice<UInt8>) -> Bool {
    guard content.count < 400 else { return false }
    let line = String(decoding: content, as: UTF8.self)
    let starts = ["On ", "Am ", "Le ", "El ", "Op ", "Den "].contains { line.hasPrefix($0) }
    if attributionEnds.contains(where: { line.hasSuffix($0) }) { return starts || line.utf8.contains(0x40) }
    let following = String(decoding: next.prefix(200), as: UTF8.self)
    return starts && next.count < 200 && attributionEnds.contains { following.hasSuffix($0) }
  }

  /// Index of the line with which the signature begins: after a closing or the author's own name on a line.
  private static func signatureStart(_ lines: [Range<Int>], _ text: [UInt8], _ author: [UInt8]) -> Int? {
    let names = author.split(separator: 0x20).map { $0.map { $0 | 0x20 } }.filter { $0.count > 1 }
    let stop = quoteStart(lines, text)
    for (index, line) in lines.enumerated().prefix(stop).dropFirst() {
      let content = trimmed(text, line)
      if content.elementsEqual("--".utf8) { return index }
      guard !content.isEmpty, content.count <= 60, index > 1 || content.count < 30 else { continue }
      let words = content.split { !isLetter($0) }.map { $0.map { $0 | 0x20 } }
      if let first = words.first, words.count <= 5, names.contains(first), !endsLikeAddress(content) { return index }
    }
    return nil
  }

  private static func endsLikeAddress(_ content: ArraySlice<UInt8>) -> Bool {
    content.last == UInt8(ascii: ",") || content.last == UInt8(ascii: ":") || content.last == UInt8(ascii: "?")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
