import CLibXML2

/// An element, attribute or text of a page. It keeps its page alive, so the pointer below stays valid.
public struct PageNode {
  let page: WebPage
  let pointer: xmlNodePtr

  /// The element's name in lower case.
  public var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  /// An attribute's value.
  public func attribute(_ name: String) -> String? {
    guard pointer.pointee.type == XML_ELEMENT_NODE, let raw = xmlGetNoNsProp(pointer, name) else { return nil }
    defer { kith_xml_free_string(raw) }
    return String(cString: raw)
  }

  /// The visible text on one line: white space squeezed, blocks and line breaks parted by a space, no scripts.
  public var text: String {
    if pointer.pointee.type != XML_ELEMENT_NODE { return PlainText.squeezed(content) }
    var collected = PlainText()
    collected.walk(pointer)
    return collected.squeezed
  }

  /// The text exactly as it stands in the page, for embedded data.
  public var rawText: String {
    guard let raw = xmlNodeGetContent(pointer) else { return "" }
    defer { kith_xml_free_string(raw) }
    return String(cString: raw)
  }

  /// Where the node stands in the page's source: the line, counted from 1.
  public var line: Int { xmlGetLineNo(pointer) }

  private var content: String.UTF8View { rawText.utf8 }
}

/// Collects the text below an element without recursion, so that deep pages cost no stack.
struct PlainText {
  private var bytes: [UInt8] = []

  /// Elements that end a line on the screen (source: the HTML standard's rendering section).
  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p", "pre",
    "section", "table", "tbody", "td", "th", "tr", "ul",
  ]
  private static let unseen: Set<String> = ["head", "noscript", "script", "style", "template"]

  mutating func walk(_ root: xmlNodePtr) {
    var node = root
    while true {
      if enter(node), let child = node.pointee.children {
        node = child
        continue
      }
      leave(node)
      while node != root, node.pointee.next == nil {
        guard let parent = node.pointee.parent else { return }
        node = parent
        leave(node)
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }

  /// Takes a node's own text; says whether its children are to be read.
  private mutating func enter(_ node: xmlNodePtr) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = node.pointee.content { bytes.append(contentsOf: String(cString: content).utf8) }
      return false
    case XML_ELEMENT_NODE:
      let name = PlainText.name(node)
      guard !PlainText.unseen.contains(name) else { return false }
      if PlainText.blocks.contains(name) { bytes.append(UInt8(ascii: "\n")) }
      return true
    default:
      return false
    }
  }

  private mutating func leave(_ node: xmlNodePtr) {
    guard node.pointee.type == XML_ELEMENT_NODE, PlainText.blocks.contains(PlainText.name(node)) else { return }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func name(_ node: xmlNodePtr) -> String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  var squeezed: String { PlainText.squeezed(bytes) }

  /// One line: runs of white space (no-break spaces too) become one space, zero-width marks vanish.
  static func squeezed(_ text: some Sequence<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    var space = false
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: continue
      case 9...13, 32, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: space = true
      default:
        if space, !scalars.isEmpty { scalars.append(" ") }
        space = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
