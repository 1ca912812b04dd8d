/// RFC 2047 encoded words in header text, with the damage of real mail.
struct EncodedWords {
  private let charsets: CharsetDecoder
  private let fallback: String
  private var out: [UInt8] = []
  private var pending: [UInt8] = []
  private var pendingCharset = ""

  /// `value` (unfolded) as UTF-8; raw 8-bit bytes are read as `fallback` when they are no UTF-8.
  static func decode(_ value: ArraySlice<UInt8>, _ charsets: CharsetDecoder, fallback: String = "") -> [UInt8] {
    guard hasMarker(value) else {
      return UTF8Text.isASCII(value) ? Array(value) : plain(value, charsets, fallback)
    }
    var words = EncodedWords(charsets: charsets, fallback: fallback)
    words.run(value)
    return words.out
  }

  private init(charsets: CharsetDecoder, fallback: String) {
    self.charsets = charsets
    self.fallback = fallback
  }

  private static func hasMarker(_ value: ArraySlice<UInt8>) -> Bool {
    var i = value.startIndex
    while i + 1 < value.endIndex {
      if value[i] == 0x3D, value[i + 1] == 0x3F { return true }
      i += 1
    }
    return false
  }

  private static func plain(_ value: ArraySlice<UInt8>, _ charsets: CharsetDecoder, _ fallback: String) -> [UInt8] {
    UTF8Text.isValid(value) ? Array(value) : charsets.utf8(value, charset: fallback).text
  }

  private mutating func run(_ value: ArraySlice<UInt8>) {
    var i = value.startIndex
    var literal = i
    var afterWord = false
    while i < value.endIndex {
      guard value[i] == 0x3D, let word = EncodedWord(value, at: i) else {
        i += 1
        continue
      }
      let between = value[literal..<i]
      if !(afterWord && between.allSatisfy(ASCII.isSpace)) {
        flush()
        out.append(contentsOf: Self.plain(between, charsets, fallback))
        // A gateway's mark before a word lost the blank that must stand there: `[SPAM]=?…?=`, `Re:=?…?=`.
        if let last = between.last, last == 0x5D || last == 0x3A { out.append(0x20) }
      }
      take(word)
      i = word.end
      literal = i
      afterWord = true
    }
    flush()
    out.append(contentsOf: Self.plain(value[literal...], charsets, fallback))
  }

  private mutating func take(_ word: EncodedWord) {
    if word.charset != pendingCharset { flush() }
    pendingCharset = word.charset
    pending.append(contentsOf: word.bytes)
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let text = charsets.utf8(pending[...], charset: pendingCharset).text
    for byte in text { out.append(byte == 0x0A || byte == 0x0D || byte == 0 ? 0x20 : byte) }
    pending.removeAll(keepingCapacity: true)
  }
}

/// One encoded word: `=?charset*language?Q?text?=`.
struct EncodedWord {
  var charset: String
  var bytes: [UInt8]
  /// Where the word ends.
  var end: Int

  /// The longest charset name that is read.
  private static let charsetLimit = 60

  /// The word that begins at `start` of `value`, nil when there is none.
  init?(_ value: ArraySlice<UInt8>, at start: Int) {
    guard start + 8 <= value.endIndex, value[start] == 0x3D, value[start + 1] == 0x3F else { return nil }
    let limit = min(value.endIndex, start + 2 + Self.charsetLimit)
    guard let mark = value[(start + 2)..<limit].firstIndex(of: 0x3F), mark + 2 < value.endIndex,
      value[mark + 2] == 0x3F, let stop = Self.close(value, from: mark + 3)
    else { return nil }
    let name = value[(start + 2)..<mark]
    guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    charset = name.prefix { $0 != 0x2A }.lowered.text
    let text = value[(mark + 3)..<stop]
    switch ASCII.lower(value[mark + 1]) {
    case 0x62: bytes = TransferEncoding.base64(text).bytes
    case 0x71: bytes = TransferEncoding.quotedPrintable(text, underscoreIsBlank: true).bytes
    default: return nil
    }
    end = min(stop + 2, value.endIndex)
  }

  /// Where the encoded text ends: at `?=`, or at the end of a value that was cut.
  private static func close(_ value: ArraySlice<UInt8>, from start: Int) -> Int? {
    var i = start
    while i < value.endIndex {
      if value[i] == 0x3F, i + 1 >= value.endIndex || value[i + 1] == 0x3D { return i }
      if value[i] == 0x3D, i + 2 < value.endIndex, value[i + 1] == 0x3F, value[i + 2] != 0x3D { return nil }
      i += 1
    }
    return nil
  }
}
