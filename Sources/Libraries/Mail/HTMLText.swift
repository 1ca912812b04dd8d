import Bytes

/// HTML to text that reads well: paragraphs, lists, links, tables, and quotes as `>` lines. Tolerant, bounded, linear.
public struct HTMLText {
  /// The text of an HTML document in UTF-8.
  public static func convert(_ html: [UInt8]) -> [UInt8] {
    var converter = HTMLText(html)
    converter.run()
    return converter.text.finish()
  }

  /// Quotes and lists nested deeper than this stay at this depth.
  private static let depthLimit = 20

  private let html: [UInt8]
  private var at = 0
  private var text = TextLayout()
  private var preformatted = 0
  private var lists: [Int?] = []
  private var link: (target: [UInt8], start: Int)?
  private var cellsInRow = 0
  /// Set once a comment was seen to have no end, so that none behind it is looked for again.
  private var lacksCommentEnd = false

  private init(_ html: [UInt8]) {
    self.html = html
    text.reserve(html.count / 2)
  }

  private mutating func run() {
    while at < html.count {
      let next = html.index(of: 0x3C, in: at..<html.count) ?? html.count
      if next > at { words(html[at..<next]) }
      at = next
      if at < html.count { markup() }
    }
  }

  /// Adds running text, its references decoded.
  private mutating func words(_ source: ArraySlice<UInt8>) {
    let isPlain = html.index(of: 0x26, in: source.startIndex..<source.endIndex) == nil
    text.append(isPlain ? source : HTMLEntities.decode(source)[...], preformatted: preformatted > 0)
  }

  /// Reads what begins with `<`: a comment, a declaration, a tag, or a bare sign.
  private mutating func markup() {
    let next = at + 1 < html.count ? html[at + 1] : 0
    if next == 0x21 {
      skipDeclaration()
    } else if next == 0x3F {
      at = (html.index(of: 0x3E, in: at..<html.count) ?? html.count - 1) + 1
    } else if ASCII.isLetter(next) || (next == 0x2F && at + 2 < html.count && ASCII.isLetter(html[at + 2])) {
      let tag = HTMLTag(html, at)
      at = tag.end
      if tag.closes { close(tag) } else { open(tag) }
    } else {
      text.append([0x3C], preformatted: preformatted > 0)
      at += 1
    }
  }

  private mutating func skipDeclaration() {
    if !lacksCommentEnd, html.hasPrefix("<!--", at: at, limit: html.count) {
      if let end = html.index(of: [0x2D, 0x2D, 0x3E], in: (at + 2)..<html.count) {
        at = end + 3
        return
      }
      lacksCommentEnd = true
    }
    at = (html.index(of: 0x3E, in: at..<html.count) ?? html.count - 1) + 1
  }

  private mutating func open(_ tag: HTMLTag) {
    switch tag.kind {
    case .hidden: skipContent(of: tag)
    case .lineBreak: text.lineBreak()
    case .paragraph: text.block(blankLines: 1)
    case .block: text.block(blankLines: 0)
    case .quote:
      text.block(blankLines: 0)
      text.quoteDepth = min(text.quoteDepth + 1, Self.depthLimit)
    case .list(let ordered):
      text.block(blankLines: lists.isEmpty ? 1 : 0)
      if lists.count < Self.depthLimit { lists.append(ordered ? 0 : nil) }
    case .item: item()
    case .row:
      text.block(blankLines: 0)
      cellsInRow = 0
    case .cell:
      if cellsInRow > 0 { text.cell() }
      cellsInRow += 1
    case .rule:
      text.block(blankLines: 0)
      text.append(Array("________________________________".utf8)[...], preformatted: true)
      text.block(blankLines: 0)
    case .preformatted:
      text.block(blankLines: 1)
      preformatted += 1
    case .link: link = tag.attribute("href", in: html).map { ($0, text.mark) }
    case .image: image(tag)
    case .inline: break
    }
  }

  private mutating func close(_ tag: HTMLTag) {
    switch tag.kind {
    case .paragraph: text.block(blankLines: 1)
    case .block, .item, .row: text.block(blankLines: 0)
    case .quote:
      text.block(blankLines: 0)
      text.quoteDepth = max(0, text.quoteDepth - 1)
    case .list:
      if !lists.isEmpty { lists.removeLast() }
      text.block(blankLines: lists.isEmpty ? 1 : 0)
    case .preformatted:
      preformatted = max(0, preformatted - 1)
      text.block(blankLines: 1)
    case .link: closeLink()
    default: break
    }
  }

  private mutating func item() {
    text.block(blankLines: 0)
    guard let last = lists.indices.last else { return text.append(Array("- ".utf8)[...], preformatted: true) }
    var marker = [UInt8](repeating: 0x20, count: 2 * last)
    if let number = lists[last] {
      lists[last] = number + 1
      marker += Array(String(number + 1).utf8) + Array(". ".utf8)
    } else {
      marker += Array("- ".utf8)
    }
    text.append(marker[...], preformatted: true)
  }

  /// Writes a link's target behind its words, unless they are the same.
  private mutating func closeLink() {
    guard let (target, start) = link else { return }
    link = nil
    let words = text.since(start)
    var shown = target[...]
    if shown.begins("mailto:") { shown = shown.dropFirst(7).prefix { $0 != 0x3F } }
    guard !shown.isEmpty, shown.count < 300, !shown.begins("#"), !shown.begins("javascript:"), !words.isEmpty else {
      return
    }
    let bare = Self.bareTarget(shown)
    guard Self.bareTarget(words) != bare, !words.lowered.elementsEqual(shown.lowered) else { return }
    text.append(([0x20, 0x3C] + shown + [0x3E])[...], preformatted: false)
  }

  private static func bareTarget(_ address: ArraySlice<UInt8>) -> [UInt8] {
    var rest = address.trimmed
    if rest.begins("https://") { rest = rest.dropFirst(8) } else if rest.begins("http://") { rest = rest.dropFirst(7) }
    if rest.begins("tel:") { rest = rest.dropFirst(4) }
    while rest.last == 0x2F { rest = rest.dropLast() }
    return rest.lowered
  }

  /// The words that an image stands for.
  private mutating func image(_ tag: HTMLTag) {
    guard let words = tag.attribute("alt", in: html), words.count > 1, words.count < 100 else { return }
    text.append(([0x5B] + words + [0x5D])[...], preformatted: false)
  }

  /// Skips an element whose content is no text, at most to the end of the document.
  private mutating func skipContent(of tag: HTMLTag) {
    guard !tag.closesItself else { return }
    let closing = [0x3C, 0x2F] + html[tag.name.prefix(20)].lowered
    var from = at
    while let hit = html.index(of: [0x3C, 0x2F], in: from..<html.count) {
      let end = hit + closing.count
      if end <= html.count, html[hit..<end].lowered == closing {
        at = (html.index(of: 0x3E, in: hit..<html.count) ?? html.count - 1) + 1
        return
      }
      from = hit + 2
    }
    at = html.count
  }
}
