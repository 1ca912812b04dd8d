/// Reads address headers (RFC 5322, 3.4) with the damage of real mail: groups are flattened, comments become names.
public struct AddressParser {
  /// No header has more addresses than this.
  static let limit = 10_000

  private let source: ArraySlice<UInt8>
  private let charsets: CharsetDecoder
  private let fallback: String
  private var phrase: [UInt8] = []
  private var comments: [UInt8] = []
  private var route: [UInt8]?
  private var quotedEnd = -1
  /// Set once a quote or bracket was seen to have no end, so that none behind it is looked for again.
  private var lacksQuote = false
  private var lacksBracket = false
  private var mailboxes: [Mailbox] = []

  /// The mailboxes of a header's value, folded or not; raw 8-bit names are read as `fallback` unless they are UTF-8.
  public static func parse(_ value: [UInt8], _ charsets: CharsetDecoder, fallback: String = "") -> [Mailbox] {
    parse(value[...], charsets, fallback: fallback)
  }

  static func parse(_ value: ArraySlice<UInt8>, _ charsets: CharsetDecoder, fallback: String) -> [Mailbox] {
    let flat = Unfolding.unfold(value)
    var parser = AddressParser(source: flat[...], charsets: charsets, fallback: fallback)
    parser.run()
    return parser.mailboxes
  }

  private init(source: ArraySlice<UInt8>, charsets: CharsetDecoder, fallback: String) {
    self.source = source
    self.charsets = charsets
    self.fallback = fallback
  }

  private mutating func run() {
    var i = source.startIndex
    while i < source.endIndex, mailboxes.count < Self.limit {
      switch source[i] {
      case 0x22 where !lacksQuote: i = quoted(from: i)
      case 0x28: i = comment(from: i)
      case 0x3C: i = angle(from: i)
      case 0x2C where isFamilyName(before: i):
        phrase.append(0x2C)
        i += 1
      case 0x2C, 0x3B:
        flush()
        i += 1
      case 0x3A where isGroupName:
        phrase.removeAll()
        comments.removeAll()
        quotedEnd = -1
        i += 1
      case 0x3D:
        i = word(from: i)
      default:
        let end = source[(i + 1)...].firstIndex(where: Self.isSpecial) ?? source.endIndex
        phrase.append(contentsOf: source[i..<end])
        i = end
      }
    }
    flush()
  }

  /// Whether the comma at `i` stands in a name that lacks its quotes: `Reyes, Dana <dana@kestrel.example>`.
  private func isFamilyName(before i: Int) -> Bool {
    guard route == nil, quotedEnd < 0, comments.isEmpty else { return false }
    let words = phrase.trimmed
    guard let first = words.first, first >= 0x80 || (first >= 0x41 && first <= 0x5A) || first == 0x3D,
      words.count <= Self.nameLimit, !words.contains(0x40), !words.contains(0x2C)
    else { return false }
    let next = source[(i + 1)...].prefix(Self.nameLimit).prefix { $0 != 0x2C && $0 != 0x3B }
    guard let open = next.firstIndex(of: 0x3C), next[open...].contains(0x40) else { return false }
    let given = next[..<open].trimmed
    return !given.isEmpty && !given.contains { $0 == 0x40 || $0 == 0x22 || $0 == 0x28 || $0 == 0x3A }
  }

  /// Names without quotes are not looked for in longer stretches.
  private static let nameLimit = 200

  /// Whether a byte may mean something outside of quotes.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x28, 0x2C, 0x3A...0x3D: true
    default: false
    }
  }

  /// A colon ends a group's name unless it stands in an address or after one.
  private var isGroupName: Bool {
    route == nil && !phrase.contains(0x40) && !phrase.trimmed.isEmpty
  }

  /// An encoded word goes into the phrase whole, whatever it holds.
  private mutating func word(from start: Int) -> Int {
    guard let word = EncodedWord(source, at: start) else {
      phrase.append(source[start])
      return start + 1
    }
    phrase.append(contentsOf: source[start..<word.end])
    return word.end
  }

  /// A quoted string; kept in quotes when it is the local part of an address.
  private mutating func quoted(from start: Int) -> Int {
    var text: [UInt8] = []
    var i = start + 1
    while i < source.endIndex, source[i] != 0x22 {
      if source[i] == 0x5C, i + 1 < source.endIndex { i += 1 }
      text.append(source[i])
      i += 1
    }
    guard i < source.endIndex else {
      lacksQuote = true
      phrase.append(0x20)
      return start + 1
    }
    if i + 1 < source.endIndex, source[i + 1] == 0x40 {
      phrase.append(contentsOf: source[start...i])
    } else {
      let isFirst = phrase.trimmed.isEmpty
      if isFirst { phrase.removeAll() }
      phrase.append(contentsOf: text)
      quotedEnd = isFirst ? phrase.count : -1
    }
    return i + 1
  }

  /// A comment with those nested in it; its text is added to `comments`.
  private mutating func comment(from start: Int) -> Int {
    var depth = 0
    var i = start
    if !comments.isEmpty { comments.append(0x20) }
    while i < source.endIndex {
      let byte = source[i]
      i += 1
      if byte == 0x28 {
        depth += 1
        if depth == 1 { continue }
      } else if byte == 0x29 {
        depth -= 1
        if depth == 0 { return i }
      } else if byte == 0x5C, i < source.endIndex {
        while i + 1 < source.endIndex, source[i] == 0x20 { i += 1 }
        comments.append(source[i])
        i += 1
        continue
      }
      comments.append(byte)
    }
    return i
  }

  /// The address in angle brackets, up to a bracket or, when it lacks one, a comma.
  private mutating func angle(from start: Int) -> Int {
    var text: [UInt8] = []
    var i = start + 1
    let close = lacksBracket ? nil : source[i...].firstIndex(of: 0x3E)
    lacksBracket = close == nil
    let stop = close ?? source[i...].firstIndex { $0 == 0x2C || $0 == 0x3B } ?? source.endIndex
    while i < stop {
      if source[i] == 0x28 {
        i = min(comment(from: i), stop)
      } else {
        if source[i] != 0x3C { text.append(source[i]) }
        i += 1
      }
    }
    if route == nil || route?.contains(0x40) == false { route = text }
    return close.map { $0 + 1 } ?? stop
  }
}

extension AddressParser {
  /// Ends a mailbox.
  private mutating func flush() {
    defer {
      phrase.removeAll(keepingCapacity: true)
      comments.removeAll(keepingCapacity: true)
      route = nil
      quotedEnd = -1
    }
    var address: String?
    if let route {
      address = Self.address(route[...])
    } else if let (found, rest) = Self.split(phrase, after: quotedEnd) {
      address = found
      phrase = rest
    }
    let isQuoted = quotedEnd > 0 && quotedEnd <= phrase.count && phrase[quotedEnd...].trimmed.isEmpty && route != nil
    var name = isQuoted ? quotedName(phrase[..<quotedEnd]) : display(phrase[...])
    let comment = display(comments[...])
    if address == nil, let bare = name, comment != nil, route == nil {
      address = bare
      name = nil
    }
    if let known = name, let comment { name = known + " (" + comment + ")" } else { name = name ?? comment }
    if name != nil || address != nil { mailboxes.append(Mailbox(name: name, address: address)) }
  }

  /// A phrase as people read it: decoded, white space collapsed, apostrophes around the whole taken off.
  private func display(_ raw: ArraySlice<UInt8>) -> String? {
    guard !raw.isEmpty else { return nil }
    let decoded = EncodedWords.decode(raw, charsets, fallback: fallback)
    var out: [UInt8] = []
    out.reserveCapacity(decoded.count)
    for byte in decoded.trimmed {
      if byte < 0x20 || byte == 0x7F || byte == 0x20 {
        if out.last != 0x20 { out.append(0x20) }
      } else {
        out.append(byte)
      }
    }
    if out.count > 2, out.first == 0x27, out.last == 0x27 { out = Array(out[1..<(out.count - 1)]) }
    let text = out.trimmed
    return text.isEmpty ? nil : text.text
  }

  /// A name that is one quoted string: the blanks inside the quotes belong to it (RFC 5322, 3.2.4).
  private func quotedName(_ raw: ArraySlice<UInt8>) -> String? {
    guard let plain = display(raw) else { return nil }
    guard raw.first == 0x20 || raw.last == 0x20 else { return plain }
    let isBlank = { (byte: UInt8) in byte == 0x20 }
    return String(repeating: " ", count: raw.prefix(while: isBlank).count) + plain
      + String(repeating: " ", count: raw.reversed().prefix(while: isBlank).count)
  }

  /// An address without white space, source route, `mailto:` or trailing dot.
  private static func address(_ raw: ArraySlice<UInt8>) -> String? {
    var text = raw.filter { !ASCII.isSpace($0) }[...]
    if text.first == 0x40, let colon = text.firstIndex(of: 0x3A) { text = text[(colon + 1)...] }
    while text.last == 0x2E { text = text.dropLast() }
    return text.isEmpty ? nil : text.text
  }

  /// Without brackets: the word with an `@` is the address, the rest is the name.
  private static func split(_ phrase: [UInt8], after quoted: Int) -> (address: String, rest: [UInt8])? {
    guard let at = phrase.lastIndex(of: 0x40), at >= quoted else { return nil }
    var low = at
    var high = at + 1
    if low > 0, phrase[low - 1] == 0x22, let open = phrase[..<(low - 1)].firstIndex(of: 0x22) {
      low = open
    } else {
      while low > 0, ASCII.isSpace(phrase[low - 1]) { low -= 1 }
      while low > 0, !isBreak(phrase[low - 1]) { low -= 1 }
    }
    while high < phrase.count, ASCII.isSpace(phrase[high]) { high += 1 }
    while high < phrase.count, !isBreak(phrase[high]) || joinsDot(phrase, high) { high += 1 }
    guard let found = address(phrase[low..<high]), found.utf8.count >= 3 else { return nil }
    return (found, Array(phrase[..<low]) + [0x20] + Array(phrase[high...]))
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    ASCII.isSpace(byte) || byte == 0x5B || byte == 0x5D
  }

  /// White space beside a dot belongs to the address: `test  . example`.
  private static func joinsDot(_ phrase: [UInt8], _ i: Int) -> Bool {
    guard phrase[i] == 0x20 else { return false }
    let next = phrase[i...].first { $0 != 0x20 }
    return next == 0x2E || (phrase[i - 1] == 0x2E && next != nil) || (phrase[i - 1] == 0x20 && next == 0x2E)
  }
}
