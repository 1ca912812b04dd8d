/// Reads a pattern in RE2 syntax (github.com/google/re2/wiki/Syntax) that is known to be one, for `PatternNeeds`. What it
/// does not know makes it lost.
struct NeedsReader {
  private let scalars: [UInt32]
  private var at = 0
  private var depth = 0
  /// Whether something stood there that it does not know.
  private(set) var isLost = false

  /// Of more texts than that, or longer ones, not all are listed.
  private static let most = 32
  private static let longest = 20

  init(_ pattern: String) { scalars = pattern.unicodeScalars.map(\.value) }

  private func isNext(_ character: Unicode.Scalar) -> Bool { at < scalars.count && scalars[at] == character.value }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    at += 1
    return true
  }

  private mutating func lose() -> PatternPart {
    isLost = true
    at = scalars.count
    return .unknown
  }

  /// Reads up to the end, or to the bracket that closes the group.
  mutating func alternation() -> PatternPart {
    var parts = [sequence()]
    while take("|") { parts.append(sequence()) }
    guard parts.count > 1 else { return parts[0] }
    var whole = PatternPart(exact: [], needed: nil, reach: Reach())
    for part in parts {
      whole.reach = whole.reach.flatMap { one in part.reach.map { one.union($0) } }
      guard let known = whole.exact, let more = part.exact, known.count + more.count <= Self.most * 2 else {
        whole.exact = nil
        continue
      }
      whole.exact = known + more
    }
    if whole.exact == nil { whole.needed = WordChoice(parts.map(\.best)) }
    return whole
  }

  private mutating func sequence() -> PatternPart {
    var run: [[UInt8]] = [[]]
    var whole = PatternPart.empty
    var isExact = true
    while at < scalars.count, !isNext("|"), !isNext(")") {
      let part = repeated(item())
      whole.reach = whole.reach.flatMap { one in part.reach.map { one + $0 } }
      if let exact = part.exact, Self.multiply(&run, exact) { continue }
      isExact = false
      whole.needed = .rarer(whole.needed, WordChoice(run))
      if let exact = part.exact, exact.count <= Self.most {
        run = exact
      } else {
        whole.needed = .rarer(whole.needed, part.best)
        run = [[]]
      }
    }
    whole.exact = isExact ? run : nil
    if !isExact { whole.needed = .rarer(whole.needed, WordChoice(run)) }
    return whole
  }

  /// Appends each of the texts to each of the run's; false, and nothing done, when that would be too much.
  private static func multiply(_ run: inout [[UInt8]], _ texts: [[UInt8]]) -> Bool {
    guard run.count * texts.count <= most, !texts.isEmpty else { return false }
    guard texts.count > 1 else {
      guard run.allSatisfy({ $0.count + texts[0].count <= longest }) else { return false }
      for index in run.indices { append(texts[0], to: &run[index]) }
      return true
    }
    guard run.allSatisfy({ start in texts.allSatisfy { start.count + $0.count <= longest } }) else { return false }
    run = run.flatMap { start in
      texts.map { text in
        var made = start
        append(text, to: &made)
        return made
      }
    }
    return true
  }

  /// White space that follows white space is none of its own.
  private static func append(_ text: [UInt8], to run: inout [UInt8]) {
    for byte in text where byte != 0x20 || run.last != 0x20 { run.append(byte) }
  }

  /// A group, a class, an escape or a character.
  private mutating func item() -> PatternPart {
    let scalar = scalars[at]
    at += 1
    switch Unicode.Scalar(scalar) {
    case "(": return group()
    case "[": return Self.part(bracket())
    case "\\": return escape()
    case ".": return .unknown
    case "^", "$": return .empty
    case "*", "+", "?": return lose()
    default: return Self.literal(scalar)
    }
  }

  private mutating func group() -> PatternPart {
    guard depth < 100 else { return lose() }
    depth += 1
    defer { depth -= 1 }
    if take("?") {
      if take("P") { while at < scalars.count, !isNext(">") { at += 1 } }
      while at < scalars.count, !isNext(":"), !isNext(">"), !isNext(")") { at += 1 }
      if take(")") { return .empty }
      at += 1
    }
    var part = alternation()
    guard take(")") else { return lose() }
    part.kind = .other
    return part
  }

  private static func literal(_ scalar: UInt32) -> PatternPart { part(CharacterChoice(scalar)) }

  private static func part(_ choice: CharacterChoice) -> PatternPart {
    PatternPart(
      exact: choice.folded, needed: nil, reach: Reach(bytes: choice.isNarrow ? 1 : 4), kind: choice.kind)
  }

  private mutating func escape() -> PatternPart {
    guard at < scalars.count else { return lose() }
    let scalar = scalars[at]
    switch Unicode.Scalar(scalar) {
    case "b":
      at += 1
      return PatternPart(exact: [[PatternPart.edge]], needed: nil, reach: Reach())
    case "B", "A", "z":
      at += 1
      return .empty
    default:
      guard let choice = escapedChoice() else { return lose() }
      return Self.part(choice)
    }
  }

  /// The characters that the escape at `at`, behind its backslash, stands for; nil when it is not known.
  private mutating func escapedChoice() -> CharacterChoice? {
    guard at < scalars.count, let scalar = Unicode.Scalar(scalars[at]) else { return nil }
    at += 1
    switch scalar {
    case "d": return .word
    case "w": return .word
    case "s": return .space
    case "S": return .solid
    case "D", "W": return .any
    case "n", "t", "r", "f": return .space
    case "v", "a": return .any
    case "p", "P":
      // Letters and numbers are no white space.
      let isSolid = scalar == "p" && (isNext("L") || isNext("N"))
      if take("{") { while at < scalars.count, !take("}") { at += 1 } } else { at += 1 }
      return isSolid ? .solid : .any
    case "0"..."9", "A"..."Z", "a"..."z": return nil
    default: return CharacterChoice(scalar.value)
    }
  }

  /// The characters of a class, behind its opening bracket.
  private mutating func bracket() -> CharacterChoice {
    var choice = take("^") ? CharacterChoice.any : .none
    var isFirst = true
    while at < scalars.count, isFirst || !isNext("]") {
      isFirst = false
      choice.add(member())
    }
    if !take("]") { _ = lose() }
    return choice
  }

  private mutating func member() -> CharacterChoice {
    let scalar = scalars[at]
    at += 1
    if scalar == 0x5B, take(":") {
      while at < scalars.count, !isNext("]") { at += 1 }
      at += 1
      return .any
    }
    var low = CharacterChoice(scalar)
    if scalar == 0x5C {
      guard let escaped = escapedChoice() else {
        _ = lose()
        return .any
      }
      low = escaped
    }
    guard isNext("-"), at + 1 < scalars.count, scalars[at + 1] != 0x5D else { return low }
    at += 1
    let last = scalars[at]
    at += 1
    if last == 0x5C { return escapedChoice() == nil ? lost() : .any }
    return CharacterChoice(from: scalar, to: last)
  }

  private mutating func lost() -> CharacterChoice {
    _ = lose()
    return .any
  }

  /// The part with the repetitions that follow it.
  private mutating func repeated(_ part: PatternPart) -> PatternPart {
    var part = part
    while let (least, most) = repetition() {
      _ = take("?")
      part = Self.part(part, least, most)
    }
    return part
  }

  /// The bounds of the repetition that follows, or nil.
  private mutating func repetition() -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = at
    if take("{"), let least = number() {
      if take("}") { return (least, least) }
      if take(",") {
        if take("}") { return (least, nil) }
        if let most = number(), take("}") { return (least, most) }
      }
    }
    at = start
    return nil
  }

  private mutating func number() -> Int? {
    let start = at
    var value = 0
    while at < scalars.count, (0x30...0x39).contains(scalars[at]), at - start < 5 {
      value = value * 10 + Int(scalars[at] - 0x30)
      at += 1
    }
    return at > start ? value : nil
  }

  private static func part(_ part: PatternPart, _ least: Int, _ most: Int?) -> PatternPart {
    if least == 1, most == 1 { return part }
    var made = PatternPart(exact: nil, needed: least > 0 ? part.best : nil, reach: nil)
    if let most {
      made.reach = part.reach?.times(most)
    } else {
      switch part.kind {
      case .space: made.reach = Reach(spaces: 1)
      case .word: made.reach = Reach(words: 1)
      case .solid: made.reach = Reach(solids: 1)
      case .other: break
      }
    }
    if part.kind == .space {
      made.exact = least > 0 ? [[0x20]] : [[], [0x20]]
    } else if least == 0, most == 1, let exact = part.exact {
      made.exact = exact + [[]]
    }
    return made
  }
}

/// Characters of which one stands at a place.
struct CharacterChoice {
  /// Each of them folded; nil when they are too many or can't be folded.
  private(set) var folded: [[UInt8]]?
  /// What they all are.
  private(set) var kind: PatternPart.Kind
  private var isEmpty = false

  static let solid = CharacterChoice(folded: nil, kind: .solid)
  static let any = CharacterChoice(folded: nil, kind: .other)
  static let word = CharacterChoice(folded: nil, kind: .word)
  static let space = CharacterChoice(folded: [[0x20]], kind: .space)
  static let none = CharacterChoice(folded: [], kind: .other, isEmpty: true)

  /// Whether each takes one byte, in a text without odd letters.
  var isNarrow: Bool {
    kind == .word || kind == .space || folded?.allSatisfy { $0.count == 1 && $0[0] != 0x27 } ?? false
  }

  private init(folded: [[UInt8]]?, kind: PatternPart.Kind, isEmpty: Bool = false) {
    self.folded = folded
    self.kind = kind
    self.isEmpty = isEmpty
  }

  init(_ scalar: UInt32) {
    folded = FoldedText.folded(scalar).map { [$0] }
    kind = folded == [[0x20]] ? .space : Self.isWord(scalar) ? .word : scalar > 0x20 ? .solid : .other
  }

  init(from low: UInt32, to high: UInt32) {
    let isWithinOne = [(0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A)].contains { low >= $0.0 && high <= $0.1 }
    self.init(folded: nil, kind: isWithinOne ? .word : low > 0x20 ? .solid : .other)
  }

  private static func isWord(_ scalar: UInt32) -> Bool { scalar < 0x80 && FoldedText.isWord(UInt8(scalar)) }

  /// Adds other characters.
  mutating func add(_ other: CharacterChoice) {
    if isEmpty || kind == other.kind {
      kind = other.kind
    } else {
      let kinds: [PatternPart.Kind] = [.word, .solid]
      kind = kinds.contains(kind) && kinds.contains(other.kind) ? .solid : .other
    }
    isEmpty = false
    guard let known = folded, let more = other.folded else {
      folded = nil
      return
    }
    let united = known + more.filter { !known.contains($0) }
    folded = united.count <= 8 ? united : nil
  }
}
