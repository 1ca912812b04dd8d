/// The tags that enclose a block.
extension TemplateParser {
  mutating func conditional(_ tag: Tag, _ tokens: inout Tokenizer) throws(SyntaxFailure) -> (
    node: Conditional, isBlank: Bool
  ) {
    let closing = "end\(tag.name)"
    var branches: [(condition: Condition?, body: Body)] = []
    var current: Condition? = try condition(tag)
    if tag.name == "unless", let positive = current { current = .not(positive) }
    while true {
      let (body, stop) = try block(&tokens, until: ["elsif", "else", closing], opener: tag)
      branches.append((current, body))
      guard let stop, stop.name != closing else { break }
      current = stop.name == "elsif" ? try condition(stop) : nil
    }
    let isBlank = branches.allSatisfy { $0.body.isBlank }
    if isBlank { for index in branches.indices { branches[index].body.dropBlankText() } }
    return (Conditional(branches), isBlank)
  }

  private func condition(_ tag: Tag) throws(SyntaxFailure) -> Condition {
    var parser = ExpressionParser(source, tag.markup)
    return try parser.condition()
  }

  mutating func choice(_ tag: Tag, _ tokens: inout Tokenizer) throws(SyntaxFailure) -> (node: Choice, isBlank: Bool) {
    var parser = ExpressionParser(source, tag.markup)
    let subject = try parser.expression()
    try parser.finish()
    var branches: [(values: [Expression]?, body: Body)] = []
    var stop = try block(&tokens, until: ["when", "else", "endcase"], opener: tag).stop
    while let divider = stop, divider.name != "endcase" {
      let values = divider.name == "when" ? try whenValues(divider) : nil
      let inner = try block(&tokens, until: ["when", "else", "endcase"], opener: tag)
      branches.append((values, inner.body))
      stop = inner.stop
    }
    let isBlank = branches.allSatisfy { $0.body.isBlank }
    if isBlank { for index in branches.indices { branches[index].body.dropBlankText() } }
    return (Choice(subject: subject, branches: branches), isBlank)
  }

  private func whenValues(_ tag: Tag) throws(SyntaxFailure) -> [Expression] {
    var parser = ExpressionParser(source, tag.markup)
    var values = [try parser.expression()]
    while parser.take(UInt8(ascii: ",")) || parser.take(word: "or") { values.append(try parser.expression()) }
    try parser.finish()
    return values
  }

  mutating func loop(_ tag: Tag, _ tokens: inout Tokenizer) throws(SyntaxFailure) -> (node: Loop, isBlank: Bool) {
    let head = try loopHead(tag)
    var (body, stop) = try block(&tokens, until: ["else", "endfor"], opener: tag)
    var otherwise: Body?
    while let divider = stop, divider.name == "else" {
      let inner = try block(&tokens, until: ["else", "endfor"], opener: tag)
      otherwise = otherwise ?? inner.body
      stop = inner.stop
    }
    let isBlank = body.isBlank && otherwise?.isBlank ?? true
    if isBlank {
      body.dropBlankText()
      otherwise?.dropBlankText()
    }
    return (Loop(head, body: body, otherwise: otherwise), isBlank)
  }

  /// `variable in collection [reversed] [limit: n] [offset: n | continue] [cols: n]`.
  func loopHead(_ tag: Tag) throws(SyntaxFailure) -> LoopHead {
    var parser = ExpressionParser(source, tag.markup)
    guard let variable = parser.identifier() else { throw parser.unexpected("a name") }
    guard parser.take(word: "in") else { throw parser.unexpected("'in'") }
    _ = parser.peek()
    let start = parser.at
    let collection = try parser.expression()
    let written = String(decoding: source[start..<parser.at], as: UTF8.self)
    var head = LoopHead(
      variable: variable, collection: collection, name: "\(variable)-\(written)", place: tag.offset)
    while true {
      _ = parser.take(UInt8(ascii: ","))
      guard parser.peek() != nil else { break }
      if parser.take(word: "reversed") {
        head.isReversed = true
        continue
      }
      guard let name = parser.argumentName() else { throw parser.unexpected("limit, offset or reversed") }
      switch name {
      case "offset" where parser.take(word: "continue"): head.continues = true
      case "offset": head.offset = try parser.expression()
      case "limit": head.limit = try parser.expression()
      case "cols" where tag.name == "tablerow": head.columns = try parser.expression()
      default: throw SyntaxFailure(parser.at, "'\(tag.name)' takes no '\(name):'")
      }
    }
    return head
  }
}
