import Bytes

/// One tag of an HTML document: what it is, and where its attributes lie.
struct HTMLTag {
  enum Kind {
    case hidden, lineBreak, paragraph, block, quote
    case list(ordered: Bool)
    case item, row, cell, rule, preformatted, link, image
    case inline
  }

  /// Where the name lies.
  let name: Range<Int>
  let kind: Kind
  let closes: Bool
  let closesItself: Bool
  /// Where the document goes on.
  let end: Int
  private let attributes: Range<Int>

  /// Reads the tag whose `<` stands at `start`.
  init(_ html: [UInt8], _ start: Int) {
    var i = start + 1
    closes = i < html.count && html[i] == 0x2F
    if closes { i += 1 }
    let nameStart = i
    while i < html.count, ASCII.isLetter(html[i]) || ASCII.isDigit(html[i]) || html[i] == 0x3A { i += 1 }
    name = nameStart..<i
    kind = HTMLElements.kind(html, name)
    let stop = Self.tagEnd(html, i)
    attributes = i..<stop
    closesItself = stop > i && html[stop - 1] == 0x2F
    end = min(stop + 1, html.count)
  }

  /// The index of the `>` that ends the tag, outside of quoted values (unless a quote never ends).
  private static func tagEnd(_ html: [UInt8], _ start: Int) -> Int {
    var quote: UInt8?
    var i = start
    let limit = min(html.count, start + 2_000)
    while i < limit {
      let byte = html[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x3E {
        return i
      } else if byte == 0x22 || byte == 0x27, i > start, html[i - 1] == 0x3D || html[i - 1] == 0x20 {
        quote = byte
      }
      i += 1
    }
    return html.index(of: 0x3E, in: start..<html.count) ?? html.count
  }

  /// The value of the attribute `wanted` (lower-case), entities decoded.
  func attribute(_ wanted: StaticString, in html: [UInt8]) -> [UInt8]? {
    var i = attributes.lowerBound
    while i < attributes.upperBound {
      while i < attributes.upperBound, ASCII.isSpace(html[i]) || html[i] == 0x2F { i += 1 }
      let nameStart = i
      while i < attributes.upperBound, !ASCII.isSpace(html[i]), html[i] != 0x3D { i += 1 }
      let isWanted = html[nameStart..<i].equals(wanted)
      while i < attributes.upperBound, ASCII.isSpace(html[i]) { i += 1 }
      guard i < attributes.upperBound, html[i] == 0x3D else {
        if i == nameStart { i += 1 }
        continue
      }
      i += 1
      while i < attributes.upperBound, ASCII.isSpace(html[i]) { i += 1 }
      let value = Self.value(html, &i, attributes.upperBound)
      if isWanted { return HTMLEntities.decode(html[value].trimmed) }
    }
    return nil
  }

  private static func value(_ html: [UInt8], _ i: inout Int, _ limit: Int) -> Range<Int> {
    guard i < limit else { return limit..<limit }
    if html[i] == 0x22 || html[i] == 0x27 {
      let quote = html[i]
      let start = i + 1
      let stop = html.index(of: quote, in: start..<max(start, limit)) ?? limit
      i = min(stop + 1, limit)
      return start..<max(start, stop)
    }
    let start = i
    while i < limit, !ASCII.isSpace(html[i]) { i += 1 }
    return start..<i
  }
}

/// What the elements of HTML do to text (HTML Living Standard, section 15.3).
enum HTMLElements {
  /// What the element called by the bytes in `name` does.
  static func kind(_ html: [UInt8], _ name: Range<Int>) -> HTMLTag.Kind {
    let key = key(html, name)
    var slot = Self.slot(of: key)
    while table[slot].key != 0 {
      if table[slot].key == key { return table[slot].kind }
      slot = (slot + 1) % table.count
    }
    return .inline
  }

  /// The first seven letters of a name in lower case and its length, which tell all names of HTML apart.
  private static func key(_ text: [UInt8], _ name: Range<Int>) -> UInt64 {
    var key = UInt64(min(name.count, 255))
    for byte in text[name].prefix(7) { key = key << 8 | UInt64(ASCII.lower(byte)) }
    return key
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// An open table of names: twice as many places as there are names.
  private static let table: [(key: UInt64, kind: HTMLTag.Kind)] = {
    var table: [(key: UInt64, kind: HTMLTag.Kind)] = Array(repeating: (0, .inline), count: 256)
    for (names, kind) in names {
      for name in names.split(separator: " ").map({ Array($0.utf8) }) {
        let key = key(name, 0..<name.count)
        var place = slot(of: key)
        while table[place].key != 0 { place = (place + 1) % table.count }
        table[place] = (key, kind)
      }
    }
    return table
  }()

  private static let names: [(String, HTMLTag.Kind)] = [
    ("script style title template noscript object svg math xml", .hidden), ("br", .lineBreak),
    ("p h1 h2 h3 h4 h5 h6 dl", .paragraph),
    (
      "address article aside body caption center dd details div dt fieldset figure footer form head header html", .block
    ),
    ("main nav section summary table tbody thead tfoot", .block), ("blockquote", .quote),
    ("ol", .list(ordered: true)), ("ul menu dir", .list(ordered: false)), ("li", .item), ("tr", .row), ("td th", .cell),
    ("hr", .rule), ("pre listing xmp plaintext", .preformatted), ("a", .link), ("img", .image),
  ]
}
