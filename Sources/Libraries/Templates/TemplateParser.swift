/// Builds the body of a template from its tokens.
struct TemplateParser {
  let source: [UInt8]
  /// Whether `{Hi|Hello}` in the template's own text is a choice.
  let spins: Bool
  private var depth = 0
  private var spinCount = 0

  /// A tag that ended or divided a block.
  struct Tag {
    var name: String
    var markup: Range<Int>
    var offset: Int
  }

  init(source: [UInt8], spins: Bool) {
    self.source = source
    self.spins = spins
  }

  mutating func parse() throws(SyntaxFailure) -> Body {
    var tokens = Tokenizer(source: source, marks: spins ? SpinMarks(source: source).marks : [])
    return try block(&tokens, until: []).body
  }

  /// Nodes up to one of the tags named, which is returned; to the end of the template when none is named.
  mutating func block(_ tokens: inout Tokenizer, until stops: [String], opener: Tag? = nil) throws(SyntaxFailure) -> (
    body: Body, stop: Tag?
  ) {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 { throw SyntaxFailure(tokens.at, "blocks are nested more than 100 deep") }
    var body = Body()
    while let token = try tokens.next() {
      switch token {
      case .text(let range):
        let text = Array(source[range])
        if !text.allSatisfy(isSpace) { body.isBlank = false }
        body.nodes.append(.text(text))
      case .spin(.open, let offset):
        let spin = try spin(&tokens, offset: offset)
        body.isBlank = body.isBlank && spin.options.allSatisfy(\.isBlank)
        body.nodes.append(.spin(spin))
      case .spin(let mark, let offset):
        guard stops.isEmpty, opener?.name == "{" else {
          throw SyntaxFailure(offset, "a tag is not closed within the alternative that ends here")
        }
        return (body, Tag(name: mark == .bar ? "|" : "}", markup: offset..<offset, offset: offset))
      case .output(let range):
        body.isBlank = false
        if let output = try output(range) { body.nodes.append(.output(output)) }
      case .tag(let name, let markup, let offset):
        let tag = Tag(name: name, markup: markup, offset: offset)
        if stops.contains(name) { return (body, tag) }
        try append(tag: tag, tokens: &tokens, to: &body)
      }
    }
    if let opener { throw SyntaxFailure(opener.offset, "'\(opener.name)' is not closed") }
    return (body, nil)
  }

  /// The alternatives of a choice, behind its opening brace.
  private mutating func spin(_ tokens: inout Tokenizer, offset: Int) throws(SyntaxFailure) -> Spin {
    let ordinal = spinCount
    spinCount += 1
    let opener = Tag(name: "{", markup: offset..<offset, offset: offset)
    var options: [Body] = []
    while true {
      let (body, stop) = try block(&tokens, until: [], opener: opener)
      options.append(body)
      if stop?.name != "|" { return Spin(options: options, ordinal: ordinal) }
    }
  }

  /// The expression of `{{ … }}` or `echo`; nil when there is none.
  private func output(_ range: Range<Int>) throws(SyntaxFailure) -> FilteredExpression? {
    var parser = ExpressionParser(source, range)
    return parser.peek() == nil ? nil : try parser.filtered()
  }

  private mutating func append(tag: Tag, tokens: inout Tokenizer, to body: inout Body) throws(SyntaxFailure) {
    switch tag.name {
    case "assign", "capture", "comment", "doc", "#": break
    case "if", "unless", "case", "for", "liquid", "raw", "ifchanged": break
    default: body.isBlank = false
    }
    switch tag.name {
    case "#": try checkComment(tag)
    case "comment": try skipComment(&tokens, opener: tag)
    case "doc": try skipDocumentation(&tokens, opener: tag)
    case "raw":
      try demandNothing(tag)
      let range = try tokens.raw(until: "endraw", offset: tag.offset)
      if !range.isEmpty { body.nodes.append(.text(Array(source[range]))) }
      body.isBlank = body.isBlank && range.isEmpty
    case "liquid":
      var lines = Tokenizer(lines: tag.markup, of: source)
      let inner = try block(&lines, until: []).body
      body.isBlank = body.isBlank && inner.isBlank
      body.nodes += inner.nodes
    case "echo": if let output = try output(tag.markup) { body.nodes.append(.output(output)) }
    case "assign": body.nodes.append(try assignment(tag))
    case "capture": body.nodes.append(try capture(tag, &tokens))
    case "increment", "decrement": body.nodes.append(.increment(try target(tag), by: tag.name == "increment" ? 1 : -1))
    case "break", "continue":
      try demandNothing(tag)
      body.nodes.append(.interrupt(tag.name == "break" ? .break : .continue))
    case "cycle": body.nodes.append(.cycle(try cycle(tag)))
    case "render", "include": body.nodes.append(.partial(try partial(tag)))
    default: try appendBlock(tag, tokens: &tokens, to: &body)
    }
  }

  private mutating func appendBlock(_ tag: Tag, tokens: inout Tokenizer, to body: inout Body) throws(SyntaxFailure) {
    switch tag.name {
    case "if", "unless":
      let (node, isBlank) = try conditional(tag, &tokens)
      body.nodes.append(.conditional(node))
      body.isBlank = body.isBlank && isBlank
    case "case":
      let (node, isBlank) = try choice(tag, &tokens)
      body.nodes.append(.choice(node))
      body.isBlank = body.isBlank && isBlank
    case "for":
      let (node, isBlank) = try loop(tag, &tokens)
      body.nodes.append(.loop(node))
      body.isBlank = body.isBlank && isBlank
    case "tablerow":
      let head = try loopHead(tag)
      let inner = try block(&tokens, until: ["endtablerow"], opener: tag).body
      body.nodes.append(.table(Loop(head, body: inner, otherwise: nil)))
    case "ifchanged":
      try demandNothing(tag)
      let inner = try block(&tokens, until: ["endifchanged"], opener: tag).body
      body.nodes.append(.ifChanged(inner))
      body.isBlank = body.isBlank && inner.isBlank
    case "": throw SyntaxFailure(tag.offset, "expected the name of a tag")
    default: throw SyntaxFailure(tag.offset, "unexpected tag '\(tag.name)'")
    }
  }

  /// Refuses markup behind the name of a tag that takes none.
  func demandNothing(_ tag: Tag) throws(SyntaxFailure) {
    try ExpressionParser(source, tag.markup).finish()
  }
}
