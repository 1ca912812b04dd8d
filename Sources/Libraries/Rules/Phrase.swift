/// The phrase syntax of `says` and of word lists, translated to RE2: a phrase begins and ends at the edge of a word, a
/// space is any white space, an apostrophe is any apostrophe, and `{{name}}` is one of the words of that list.
struct Phrase {
  /// The word lists by name, already translated.
  var lists: [String: String] = [:]

  /// The RE2 alternation of the phrases; nil and the name of a word list that is not known (or not yet).
  func expression(_ phrases: [String]) -> (expression: String, unknown: String?) {
    var parts: [String] = []
    for phrase in phrases {
      let (part, unknown) = translate(Array(phrase.utf8))
      if let unknown { return ("", unknown) }
      parts.append(bounded(part))
    }
    return (parts.count == 1 ? parts[0] : "(?:\(parts.joined(separator: "|")))", nil)
  }

  /// Replaces the word lists in a plain RE2 pattern; all else stays as it is.
  func lists(in pattern: String) -> (expression: String, unknown: String?) {
    var out: [UInt8] = []
    let bytes = Array(pattern.utf8)
    var index = 0
    while index < bytes.count {
      if let (name, next) = listName(bytes, index) {
        guard let list = lists[name] else { return ("", name) }
        out.append(contentsOf: list.utf8)
        index = next
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return (String(decoding: out, as: UTF8.self), nil)
  }

  private func translate(_ bytes: [UInt8]) -> (String, String?) {
    var out: [UInt8] = []
    var index = 0
    var bracket = false
    while index < bytes.count {
      let byte = bytes[index]
      if let (name, next) = listName(bytes, index) {
        guard let list = lists[name] else { return ("", name) }
        out.append(contentsOf: list.utf8)
        index = next
        continue
      }
      index += 1
      switch byte {
      case UInt8(ascii: "\\") where index < bytes.count:
        out.append(contentsOf: [byte, bytes[index]])
        index += 1
      case UInt8(ascii: " ") where !bracket:
        let optional = index < bytes.count && "?*".utf8.contains(bytes[index])
        out.append(contentsOf: (optional ? "\\s*" : "\\s+").utf8)
        if optional { index += 1 }
      case UInt8(ascii: "'") where !bracket: out.append(contentsOf: "['’‘´`]".utf8)
      default:
        if byte == UInt8(ascii: "[") { bracket = true }
        if byte == UInt8(ascii: "]") { bracket = false }
        out.append(byte)
      }
    }
    return (String(decoding: out, as: UTF8.self), nil)
  }

  /// How long the text is with its word lists written out, in bytes, before spaces and apostrophes are.
  func length(of text: String) -> Int {
    let bytes = Array(text.utf8)
    guard !lists.isEmpty, bytes.contains(UInt8(ascii: "{")) else { return bytes.count }
    var (length, index) = (bytes.count, 0)
    while index < bytes.count {
      let list = listName(bytes, index)
      length += list.flatMap { lists[$0.0]?.utf8.count } ?? 0
      index = list?.1 ?? index + 1
    }
    return length
  }

  private func listName(_ bytes: [UInt8], _ index: Int) -> (String, Int)? {
    guard bytes[index...].starts(with: "{{".utf8) else { return nil }
    var end = index + 2
    while end < bytes.count, end - index < 64, bytes[end] != UInt8(ascii: "}") { end += 1 }
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "}"), bytes[end + 1] == UInt8(ascii: "}") else {
      return nil
    }
    return (String(decoding: bytes[(index + 2)..<end], as: UTF8.self), end + 2)
  }

  /// The edge of a word that may end beyond ASCII.
  static let wideEdge = "(?:\\b|[^\\pL\\d]|$)"

  /// Adds `\b` where the pattern begins or ends with something that is an ASCII word; RE2 knows no other word edges.
  private func bounded(_ pattern: String) -> String {
    let bytes = Array(pattern.utf8)
    guard let first = bytes.first, let last = bytes.last else { return pattern }
    let before = bytes.count > 1 ? bytes[bytes.count - 2] : 0
    let startsWord = isWord(first) || first == UInt8(ascii: "(") || first == UInt8(ascii: "[")
    let endsWord =
      before != UInt8(ascii: "\\") && (isWord(last) || ")]?*+}".utf8.contains(last))
      || before == UInt8(ascii: "\\") && "wd".utf8.contains(last)
    let hasTop = pattern.utf8.contains(UInt8(ascii: "|"))
    let core = hasTop ? "(?:\(pattern))" : pattern
    // Where a word of the last group ends beyond ASCII, \b does not see the edge.
    let isWide = bytes.contains { $0 >= 0x80 } && isWord(last) == false
    let edge = isWide ? Self.wideEdge : "\\b"
    return (startsWord ? "\\b" : "") + core + (endsWord ? edge : "")
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }
}
