/// The tags that stand alone, and those whose content is not parsed.
extension TemplateParser {
  /// Every line of an inline comment begins with `#`.
  func checkComment(_ tag: Tag) throws(SyntaxFailure) {
    for line in source[tag.markup].split(separator: UInt8(ascii: "\n")).dropFirst() {
      if let first = line.first(where: { !isSpace($0) }), first != UInt8(ascii: "#") {
        throw SyntaxFailure(line.startIndex, "every line of a comment tag begins with '#'")
      }
    }
  }

  mutating func skipComment(_ tokens: inout Tokenizer, opener: Tag) throws(SyntaxFailure) {
    var open = 1
    while let token = try tokens.next() {
      guard case .tag(let name, _, let offset) = token else { continue }
      switch name {
      case "comment": open += 1
      case "raw": _ = try tokens.raw(until: "endraw", offset: offset)
      case "endcomment":
        open -= 1
        if open == 0 { return }
      default: break
      }
    }
    throw SyntaxFailure(opener.offset, "'comment' is not closed")
  }

  func skipDocumentation(_ tokens: inout Tokenizer, opener: Tag) throws(SyntaxFailure) {
    try demandNothing(opener)
    let range = try tokens.raw(until: "enddoc", offset: opener.offset)
    var inner = Tokenizer(source: Array(source[range]))
    while let token = try? inner.next() {
      if case .tag(name: "doc", _, _) = token { throw SyntaxFailure(opener.offset, "'doc' can't stand inside 'doc'") }
    }
  }

  /// The variable that a tag sets: an identifier without `?`, or digits.
  func target(_ parser: inout ExpressionParser) throws(SyntaxFailure) -> String {
    guard let first = parser.peek() else { throw parser.unexpected("a name") }
    if isDigit(first) {
      let start = parser.at
      while parser.at < parser.end, isDigit(source[parser.at]) { parser.at += 1 }
      return String(decoding: source[start..<parser.at], as: UTF8.self)
    }
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") { return try parser.quoted() }
    guard let name = parser.identifier(), !name.hasSuffix("?") else { throw parser.unexpected("a name") }
    return name
  }

  func target(_ tag: Tag) throws(SyntaxFailure) -> String {
    var parser = ExpressionParser(source, tag.markup)
    let name = try target(&parser)
    try parser.finish()
    return name
  }

  func assignment(_ tag: Tag) throws(SyntaxFailure) -> Node {
    var parser = ExpressionParser(source, tag.markup)
    let name = try target(&parser)
    try parser.demand("=")
    return .assign(name, try parser.filtered())
  }

  mutating func capture(_ tag: Tag, _ tokens: inout Tokenizer) throws(SyntaxFailure) -> Node {
    let name = try target(tag)
    return .capture(name, try block(&tokens, until: ["endcapture"], opener: tag).body)
  }

  func cycle(_ tag: Tag) throws(SyntaxFailure) -> Cycle {
    var parser = ExpressionParser(source, tag.markup)
    var group: Expression?
    _ = parser.peek()
    var start = parser.at
    var items = [try parser.expression()]
    if parser.take(UInt8(ascii: ":")) {
      group = items[0]
      _ = parser.peek()
      start = parser.at
      items = [try parser.expression()]
    }
    while parser.take(UInt8(ascii: ",")), parser.peek() != nil { items.append(try parser.expression()) }
    try parser.finish()
    let signature = source[start..<parser.end].filter { !isSpace($0) }
    return Cycle(group: group, items: items, signature: String(decoding: signature, as: UTF8.self))
  }

  func partial(_ tag: Tag) throws(SyntaxFailure) -> Partial {
    var parser = ExpressionParser(source, tag.markup)
    let isIsolated = tag.name == "render"
    let name = try parser.expression()
    if isIsolated {
      guard case .literal(.string) = name else { throw SyntaxFailure(tag.offset, "render takes a quoted name") }
    }
    var subject: Expression?
    var repeats = false
    var alias: String?
    for word in ["with", "for"] where subject == nil && parser.take(word: word) {
      subject = try parser.expression()
      repeats = word == "for"
      if parser.take(word: "as") {
        guard let name = parser.identifier() else { throw parser.unexpected("a name") }
        alias = name
      }
    }
    var arguments: [(name: String, value: Expression)] = []
    while true {
      _ = parser.take(UInt8(ascii: ","))
      guard parser.peek() != nil else { break }
      guard let name = parser.argumentName() else { throw parser.unexpected("'name: value'") }
      arguments.append((name, try parser.expression()))
    }
    return Partial(
      name: name, isIsolated: isIsolated, subject: subject, repeats: repeats, alias: alias, arguments: arguments,
      place: tag.offset)
  }
}
