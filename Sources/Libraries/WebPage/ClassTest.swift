import CLibXML2

/// The XPath function `has`, for the question that tables of layouts ask most: is `name` one of the element's classes?
///
/// In plain XPath it takes `contains(concat(' ', normalize-space(@class), ' '), ' name ')`, which copies each class
/// attribute of the page three times.
enum ClassTest {
  /// Called by libxml2 while it evaluates; its context and the value stack are valid until it returns, and the popped
  /// string is ours to free.
  static let function: xmlXPathFunction = { parser, count in
    guard let parser, count == 1, let name = xmlXPathPopString(parser) else { return }
    let holds = parser.pointee.context.pointee.node.map { ClassTest.has($0, name) } ?? false
    kith_xml_free_string(name)
    valuePush(parser, xmlXPathNewBoolean(holds ? 1 : 0))
  }

  /// Whether one of the words of the class attribute is `name`; both are NUL-terminated strings of libxml2.
  private static func has(_ node: xmlNodePtr, _ name: UnsafeMutablePointer<xmlChar>) -> Bool {
    guard node.pointee.type == XML_ELEMENT_NODE, let value = value(of: node) else { return false }
    let length = Int(xmlStrlen(name))
    var at = value
    while let hit = xmlStrstr(at, name), length > 0 {
      let isStart = hit == value || isSpace(hit[-1])
      if isStart, hit[length] == 0 || isSpace(hit[length]) { return true }
      at = hit + 1
    }
    return false
  }

  /// The text of the class attribute, which the parser keeps in one piece.
  private static func value(of node: xmlNodePtr) -> UnsafePointer<xmlChar>? {
    var attribute = node.pointee.properties
    while let current = attribute {
      if xmlStrEqual(current.pointee.name, "class") == 1 {
        return current.pointee.children?.pointee.content.map { UnsafePointer($0) }
      }
      attribute = current.pointee.next
    }
    return nil
  }

  private static func isSpace(_ byte: xmlChar) -> Bool { byte == 32 || (9...13).contains(byte) }
}
