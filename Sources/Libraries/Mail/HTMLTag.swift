import Bytes

/// One tag of an HTML document: what it is, and where its attributes lie.
struct HTMLTag {
  enum Kind {
    case hidden, lineBreak, paragraph, block, quote
    case list(ordered: Bool)
    case item, row, cell, rule, preformatted, link, image
    case inline
  }

  /// The name in lower case.
  let name: [UInt8]
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
    name = html[nameStart..<min(i, nameStart + 20)].lowered
    kind = Self.kinds[name] ?? .inline
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

  /// What the elements of HTML do to text (HTML Living Standard, section 15.3).
  private static let kinds: [[UInt8]: Kind] = {
    var kinds: [[UInt8]: Kind] = [:]
    func set(_ names: String, _ kind: Kind) {
      for name in names.split(separator: " ") { kinds[Array(name.utf8)] = kind }
    }
    set("script style title template noscript object svg math xml", .hidden)
    set("br", .lineBreak)
    set("p h1 h2 h3 h4 h5 h6 dl", .paragraph)
    set(
      "address article aside body caption center dd details div dt fieldset figure footer form head header html", .block
    )
    set("main nav section summary table tbody thead tfoot", .block)
    set("blockquote", .quote)
    set("ol", .list(ordered: true))
    set("ul menu dir", .list(ordered: false))
    set("li", .item)
    set("tr", .row)
    set("td th", .cell)
    set("hr", .rule)
    set("pre listing xmp plaintext", .preformatted)
    set("a", .link)
    set("img", .image)
    return kinds
  }()
}
