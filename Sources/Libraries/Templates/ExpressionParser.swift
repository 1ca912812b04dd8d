/// Reads the markup of outputs and tags: values, filters, conditions.
struct ExpressionParser {
  let source: [UInt8]
  var at: Int
  let end: Int
  private var depth = 0

  init(_ source: [UInt8], _ range: Range<Int>) {
    self.source = source
    at = range.lowerBound
    end = range.upperBound
  }

  /// The next byte that is not white space, nil at the end; it is not taken.
  mutating func peek() -> UInt8? {
    while at < end, isSpace(source[at]) { at += 1 }
    return at < end ? source[at] : nil
  }

  /// Takes the byte if it is next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    at += 1
    return true
  }

  mutating func demand(_ character: Unicode.Scalar) throws(SyntaxFailure) {
    if !take(UInt8(ascii: character)) { throw unexpected("'\(character)'") }
  }

  /// Takes the word if it is next.
  mutating func take(word: String) -> Bool {
    let start = at
    if let next = identifier(), next == word { return true }
    at = start
    return false
  }

  /// Takes an identifier: letters, digits, `_`, `-`, and at most one `?` at its end.
  mutating func identifier() -> String? {
    guard let first = peek(), isWordByte(first), !isDigit(first) else { return nil }
    let start = at
    while at < end, isWordByte(source[at]) || source[at] == UInt8(ascii: "-") { at += 1 }
    if at < end, source[at] == UInt8(ascii: "?") { at += 1 }
    return String(decoding: source[start..<at], as: UTF8.self)
  }

  func finish() throws(SyntaxFailure) {
    var copy = self
    if copy.peek() != nil { throw copy.unexpected("the end of the tag") }
  }

  /// The error that says what stands here instead of what was expected.
  mutating func unexpected(_ expected: String) -> SyntaxFailure {
    guard peek() != nil else { return SyntaxFailure(at, "expected \(expected), found the end") }
    let found = String(decoding: source[at..<min(end, at + 20)].prefix { !isSpace($0) }, as: UTF8.self)
    return SyntaxFailure(at, "expected \(expected), found '\(found)'")
  }

  /// A literal, range or variable.
  mutating func expression() throws(SyntaxFailure) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > 32 { throw SyntaxFailure(at, "brackets are nested more than 32 deep") }
    guard let first = peek() else { throw unexpected("a value") }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .literal(.string(try quoted()))
    case UInt8(ascii: "("): return try range()
    case UInt8(ascii: "["): return try path(root: "")
    case UInt8(ascii: "-"), 0x30...0x39: return .literal(try number())
    default:
      let start = at
      guard let name = identifier() else { throw unexpected("a value") }
      if let literal = Self.literals[name], !stepFollows() { return .literal(literal) }
      at = start
      return try path(root: identifier() ?? "")
    }
  }

  private static let literals: [String: Value] = [
    "blank": .blank, "empty": .empty, "false": .bool(false), "nil": .null, "null": .null, "true": .bool(true),
  ]

  private func stepFollows() -> Bool {
    var copy = self
    guard let next = copy.peek() else { return false }
    if next == UInt8(ascii: ".") { return copy.at + 1 >= end || source[copy.at + 1] != UInt8(ascii: ".") }
    return next == UInt8(ascii: "[")
  }

  mutating func quoted() throws(SyntaxFailure) -> String {
    guard let quote = peek(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw unexpected("a string")
    }
    let start = at + 1
    var index = start
    while index < end, source[index] != quote { index += 1 }
    guard index < end else { throw SyntaxFailure(at, "the string is not closed") }
    at = index + 1
    return String(decoding: source[start..<index], as: UTF8.self)
  }

  private mutating func number() throws(SyntaxFailure) -> Value {
    let start = at
    if source[at] == UInt8(ascii: "-") { at += 1 }
    let digits = at
    while at < end, isDigit(source[at]) { at += 1 }
    if digits == at {
      at = start
      throw unexpected("a value")
    }
    var isReal = false
    if at + 1 < end, source[at] == UInt8(ascii: "."), isDigit(source[at + 1]) {
      isReal = true
      at += 1
      while at < end, isDigit(source[at]) { at += 1 }
    }
    if at < end, isWordByte(source[at]) { throw SyntaxFailure(start, "a number ends in a letter") }
    let text = String(decoding: source[start..<at], as: UTF8.self)
    if !isReal, let whole = Int(text) { return .int(whole) }
    guard let real = Double(text), real.isFinite else { throw SyntaxFailure(start, "the number is too large") }
    return .real(real)
  }

  private mutating func range() throws(SyntaxFailure) -> Expression {
    try demand("(")
    let low = try expression()
    guard take(UInt8(ascii: ".")), at < end, source[at] == UInt8(ascii: ".") else { throw unexpected("'..'") }
    at += 1
    let high = try expression()
    try demand(")")
    return .range(low, high)
  }

  private mutating func path(root: String) throws(SyntaxFailure) -> Expression {
    let start = at - root.utf8.count
    var computed: Expression?
    if root.isEmpty {
      try demand("[")
      computed = try expression()
      try demand("]")
    }
    var steps: [Path.Step] = []
    while stepFollows() {
      if take(UInt8(ascii: "[")) {
        let key = try expression()
        if case .literal(.string(let name)) = key { steps.append(.name(name)) } else { steps.append(.index(key)) }
        try demand("]")
      } else {
        try demand(".")
        guard let name = identifier() else { throw unexpected("a name") }
        steps.append(.name(name))
      }
      if steps.count > 64 { throw SyntaxFailure(start, "the path has more than 64 steps") }
    }
    let text = String(decoding: source[start..<at], as: UTF8.self)
    return .path(Path(root: root, computedRoot: computed, steps: steps, text: text, place: start))
  }
}
