/// A choice in a template's own text, `{Hi|Hello}`, made by who is written to and not by chance.
struct Spin: Sendable {
  /// The alternatives; each may hold choices of its own.
  let options: [[Node]]
  /// Which choice of the template this is.
  let ordinal: Int

  /// Cuts text into plain parts and choices. Braces without `|` stay as they are.
  static func parts(of text: [UInt8], offset: Int, count: inout Int, depth: Int = 0) throws(SyntaxFailure) -> [Node] {
    if depth > 8 { throw SyntaxFailure(offset, "choices are nested more than 8 deep") }
    var nodes: [Node] = []
    var start = 0
    var at = 0
    while at < text.count {
      guard text[at] == UInt8(ascii: "{"), let (end, bars) = closing(of: at, in: text), !bars.isEmpty else {
        at += 1
        continue
      }
      if at > start { nodes.append(.text(Array(text[start..<at]))) }
      let ordinal = count
      count += 1
      var options: [[Node]] = []
      var from = at + 1
      for bar in bars + [end] {
        options.append(
          try parts(of: Array(text[from..<bar]), offset: offset + from, count: &count, depth: depth + 1))
        from = bar + 1
      }
      nodes.append(.spin(Spin(options: options, ordinal: ordinal)))
      at = end + 1
      start = at
    }
    if start < text.count { nodes.append(.text(Array(text[start...]))) }
    return nodes
  }

  /// The longest choice in bytes: keeps the search for closing braces linear.
  private static let longest = 10_000

  /// The brace that closes the one at `open`, and the bars between them that are its own.
  private static func closing(of open: Int, in text: [UInt8]) -> (end: Int, bars: [Int])? {
    var depth = 0
    var bars: [Int] = []
    for index in open..<min(text.count, open + longest) {
      switch text[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return (index, bars) }
      case UInt8(ascii: "|") where depth == 1: bars.append(index)
      default: break
      }
    }
    return nil
  }

  /// The alternative for a seed (of record and template) and a variant: different for each of the first variants.
  func pick(seed: UInt64, variant: Int) -> [Node] {
    var mixed = seed ^ (UInt64(truncatingIfNeeded: ordinal) &* 0x9E37_79B9_7F4A_7C15)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    let start = Int(mixed % UInt64(options.count))
    return options[(start + variant % options.count + options.count) % options.count]
  }

  /// The seed that a record's id and a template's name give.
  static func seed(_ id: String, _ template: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [id, "\u{0}", template] {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return hash
  }
}
