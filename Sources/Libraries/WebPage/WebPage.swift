import CLibXML2

/// A web page read tolerantly by libxml2's HTML parser, within limits, asked by XPath.
///
///     let page = try WebPage(bytes)
///     let name = page.first(try XPath("//h1"))?.text
public final class WebPage {
  let document: xmlDocPtr
  private let context: xmlXPathContextPtr

  /// Reads a page. `charset` is what a MIME header says, if there was one.
  public init(_ bytes: [UInt8], charset: String? = nil, limits: PageLimits = PageLimits()) throws(WebPageError) {
    guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    let text = Charset.utf8(bytes, declared: charset)
    try Preflight.check(text, limits)
    document = try Self.parse(text)
    guard let context = xmlXPathNewContext(document) else {
      xmlFreeDoc(document)
      throw .empty
    }
    context.pointee.opLimit = limits.steps
    xmlXPathRegisterFunc(context, "has", ClassTest.function)
    self.context = context
  }

  deinit {
    xmlXPathFreeContext(context)
    xmlFreeDoc(document)
  }

  /// The tree of valid UTF-8 bytes. The parser copies what it keeps, so the bytes need to live only for the call.
  private static func parse(_ text: [UInt8]) throws(WebPageError) -> xmlDocPtr {
    kith_xml_silence()
    guard let parser = htmlNewParserCtxt() else { throw .empty }
    defer { htmlFreeParserCtxt(parser) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = text.withUnsafeBytes { raw in
      htmlCtxtReadMemory(
        parser, raw.bindMemory(to: CChar.self).baseAddress, Int32(clamping: raw.count), nil, "UTF-8", Int32(options))
    }
    guard let document else { throw .empty }
    if parser.pointee.disableSAX != 0 {
      xmlFreeDoc(document)
      let code = parser.pointee.lastError.code
      throw code == Int32(bitPattern: XML_ERR_NO_MEMORY.rawValue) ? .textTooLong : .tooDeep
    }
    guard xmlDocGetRootElement(document) != nil else {
      xmlFreeDoc(document)
      throw .empty
    }
    return document
  }

  /// The element at the top.
  public var root: PageNode? { xmlDocGetRootElement(document).map { PageNode(page: self, pointer: $0) } }

  /// All nodes that an expression finds, in document order, below `node` or in the whole page.
  public func all(_ path: XPath, in node: PageNode? = nil) -> [PageNode] {
    guard let result = evaluate(path, node) else { return [] }
    defer { xmlXPathFreeObject(result) }
    guard result.pointee.type == XPATH_NODESET, let set = result.pointee.nodesetval else { return [] }
    xmlXPathNodeSetSort(set)
    return (0..<Int(set.pointee.nodeNr)).compactMap { index in
      set.pointee.nodeTab[index].map { PageNode(page: self, pointer: $0) }
    }
  }

  /// The first node that an expression finds.
  public func first(_ path: XPath, in node: PageNode? = nil) -> PageNode? { all(path, in: node).first }

  /// What an expression says as text: the first node's text, or the value of a string or number expression.
  public func string(_ path: XPath, in node: PageNode? = nil) -> String? {
    guard let result = evaluate(path, node) else { return nil }
    defer { xmlXPathFreeObject(result) }
    if result.pointee.type == XPATH_NODESET { return first(path, in: node)?.text }
    guard let raw = xmlXPathCastToString(result) else { return nil }
    defer { kith_xml_free_string(raw) }
    return PlainText.squeezed(String(cString: raw).utf8)
  }

  /// Whether an expression holds: a non-empty node set, a true, a number that is not 0, a text that is not empty.
  public func holds(_ path: XPath, in node: PageNode? = nil) -> Bool {
    guard let result = evaluate(path, node) else { return false }
    defer { xmlXPathFreeObject(result) }
    return xmlXPathCastToBoolean(result) == 1
  }

  private func evaluate(_ path: XPath, _ node: PageNode?) -> xmlXPathObjectPtr? {
    guard let compiled = path.compiled else { return nil }
    context.pointee.node = node?.pointer ?? xmlDocGetRootElement(document)
    context.pointee.opCount = 0
    return xmlXPathCompiledEval(compiled, context)
  }
}

/// An XPath 1.0 expression, compiled once. Beside the standard's functions, `has('name')` says whether the element has
/// that class.
public final class XPath {
  /// The expression as people wrote it.
  public let written: String
  private let expand: (String) -> String
  private var state = State.asked

  private enum State {
    case asked
    case compiled(xmlXPathCompExprPtr?)
  }

  /// Compiles an expression.
  public init(_ source: String) throws(WebPageError) {
    (written, expand) = (source, { $0 })
    guard compiled != nil else { throw .badXPath(source) }
  }

  /// An expression that is compiled when it is first needed, from what `expand` makes of it; one that is no XPath finds
  /// nothing. Tables hold many, of which a page needs few.
  public init(written: String, expand: @escaping (String) -> String) {
    (self.written, self.expand) = (written, expand)
  }

  deinit {
    if case .compiled(let compiled) = state { xmlXPathFreeCompExpr(compiled) }
  }

  /// Whether it is an XPath.
  public var isValid: Bool { compiled != nil }

  /// Nil when the text is no XPath.
  var compiled: xmlXPathCompExprPtr? {
    if case .compiled(let compiled) = state { return compiled }
    kith_xml_silence()
    let compiled = xmlXPathCompile(expand(written))
    state = .compiled(compiled)
    return compiled
  }
}
