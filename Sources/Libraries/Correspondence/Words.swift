// Prose cut into words, for finding names, companies and set phrases in what people write.

/// One word, mark or line break of a text.
public struct Word: Sendable {
  /// What a piece of prose is.
  public enum Kind: Sendable, Equatable {
    case word, number, address, link, mark, lineBreak
  }

  /// The kind of this piece.
  public let kind: Kind
  /// The bytes of the text that it covers.
  public let range: Range<Int>
  /// Its letters in lower case, apostrophes straightened.
  public let lower: String
  /// Whether it begins with a capital letter.
  public let isCapital: Bool

  /// Whether it ends a sentence: a full stop, a question or exclamation mark, a line break.
  public var endsSentence: Bool {
    kind == .lineBreak || (kind == .mark && [".", "?", "!", "।"].contains(lower))
  }
}

/// A text with its words. Cutting takes one pass; a text longer than `limit` bytes is read only so far.
public struct Prose: Sendable {
  /// How much of a text is read.
  public static let limit = 1 << 16
  /// The bytes of the text.
  public let bytes: [UInt8]
  /// Its words in order.
  public let words: [Word]

  /// Cuts `text`.
  public init(_ text: String) {
    bytes = Array(text.utf8.prefix(Prose.limit))
    words = Prose.cut(bytes)
  }

  /// The text that `range` of the bytes covers.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The text of the words `range`, blanks between them as written.
  public func text(words range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, words.indices.contains(first), words.indices.contains(last)
    else { return "" }
    return text(words[first].range.lowerBound..<words[last].range.upperBound)
  }

  /// The words of the sentence that holds the word at `index`.
  public func sentence(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, !words[start - 1].endsSentence { start -= 1 }
    var end = index
    while end < words.count, !words[end].endsSentence { end += 1 }
    return start..<end
  }

  /// The index of the first word that reaches beyond byte `offset`.
  public func index(at offset: Int) -> Int {
    words.firstIndex { $0.range.upperBound > offset } ?? words.count
  }

  private static func cut(_ bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var index = 0
    var lineStart = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        let isWrap = isWrapped(bytes, lineStart..<index)
        lineStart = index + 1
        if isWrap {
          index += 1
          continue
        }
      }
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") {
        index += 1
        continue
      }
      let end = byte == UInt8(ascii: "\n") ? index + 1 : wordEnd(bytes, index)
      words.append(word(bytes, index..<end))
      index = end
    }
    return words
  }

  /// Whether the break after `line` only wraps a paragraph: the line is long, and text goes on in the next one.
  private static func isWrapped(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let next = line.upperBound + 1
    return line.count >= 50 && next < bytes.count && isInside(bytes[next])
  }

  private static func isInside(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isAlphanumeric(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  /// Marks that stay inside a word when letters stand on both sides: apostrophes, hyphens, the dots of addresses.
  private static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "_"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static func wordEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    if let length = wideMark(bytes, start) { return start + length }
    guard isInside(bytes[start]) else { return start + 1 }
    var end = start
    while end < bytes.count {
      if isInside(bytes[end]) {
        if wideMark(bytes, end) != nil { break }
        end += 1
      } else if joins(bytes[end]), end + 1 < bytes.count, isInside(bytes[end + 1]), wideMark(bytes, end + 1) == nil {
        end += 1
      } else if isLink(bytes, start, end) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether a word that began at `start` is a web address that goes on at `end`.
  private static func isLink(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let byte = bytes[end]
    guard byte > UInt8(ascii: " "), byte != UInt8(ascii: ">"), byte != UInt8(ascii: ")"), byte != UInt8(ascii: "\"")
    else { return false }
    return [Array("http".utf8), Array("www.".utf8), Array("linkedin.com".utf8)].contains {
      bytes[start..<end].starts(with: $0)
    }
  }

  /// The length of a mark outside ASCII that begins at `index`: dashes, curly quotes, ellipsis, danda, wide blanks.
  /// A curly apostrophe between letters is no mark.
  private static func wideMark(_ bytes: [UInt8], _ index: Int) -> Int? {
    let byte = bytes[index]
    if byte == 0xC2, index + 1 < bytes.count, [0xA0, 0xAB, 0xBB].contains(bytes[index + 1]) { return 2 }
    guard index + 2 < bytes.count else { return nil }
    if byte == 0xE2, bytes[index + 1] == 0x80 {
      let isApostrophe = bytes[index + 2] == 0x99
      if isApostrophe, index > 0, isAlphanumeric(bytes[index - 1]), index + 3 < bytes.count, isInside(bytes[index + 3])
      {
        return nil
      }
      return 3
    }
    return byte == 0xE0 && bytes[index + 1] == 0xA5 && bytes[index + 2] == 0xA4 ? 3 : nil
  }

  private static func word(_ bytes: [UInt8], _ range: Range<Int>) -> Word {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let first = bytes[range.lowerBound]
    let kind: Word.Kind
    if first == UInt8(ascii: "\n") {
      kind = .lineBreak
    } else if !isInside(first) || wideMark(bytes, range.lowerBound) != nil {
      kind = .mark
    } else if range.count > 3, bytes[range].contains(UInt8(ascii: "@")) {
      kind = .address
    } else if text.hasPrefix("http") || text.hasPrefix("www.") || text.hasPrefix("linkedin.com") {
      kind = .link
    } else {
      kind = first &- UInt8(ascii: "0") < 10 ? .number : .word
    }
    return Word(kind: kind, range: range, lower: lowered(text), isCapital: isCapital(text, first))
  }

  private static func lowered(_ text: String) -> String {
    let lower = text.lowercased()
    guard lower.utf8.contains(0xE2) else { return lower }
    return String(String.UnicodeScalarView(lower.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
  }

  private static func isCapital(_ text: String, _ first: UInt8) -> Bool {
    if first < 0x80 { return first &- UInt8(ascii: "A") < 26 }
    return text.unicodeScalars.first?.properties.isUppercase ?? false
  }
}
