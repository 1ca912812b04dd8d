/// Cuts a pattern that is one of several things into these, so that each is looked for only where its own words stand:
/// `\b(?:a|\b(?:b|c)\b)\b` into `\b(?:a)\b`, `\b(?:\b(?:b)\b)\b` and `\b(?:\b(?:c)\b)\b`. The leftmost match of the
/// pieces, the earlier piece's among those that begin at one place, is the pattern's.
enum PatternPieces {
  private static let most = 300
  /// Looking through group after group of a pattern of nothing but brackets would take the square of its length.
  private static let deepest = 100

  /// The pieces in order; the pattern itself where it can't be cut, or only into too many.
  static func of(_ pattern: String) -> [String] {
    let bytes = Array(pattern.utf8)
    var done: [[UInt8]] = []
    var rest = [bytes]
    while let next = rest.popLast() {
      guard let parts = cut(next) else {
        done.append(next)
        continue
      }
      rest.append(contentsOf: parts.reversed())
      guard done.count + rest.count <= most else { return [pattern] }
    }
    return done.count == 1 ? [pattern] : done.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The alternatives of the first group that has some, each with all that stands around it; nil where something else
  /// comes before it, or where more than the edges of words follows.
  private static func cut(_ pattern: [UInt8]) -> [[UInt8]]? {
    var start = 0
    for _ in 0..<deepest {
      guard let (bars, end) = alternation(pattern, from: start) else { return nil }
      if !bars.isEmpty {
        guard isOnlyEdges(pattern[end...]) else { return nil }
        let starts = [start] + bars.map { $0 + 1 }
        return zip(starts, bars + [end]).map { from, to in
          Array(pattern[..<start]) + Array(pattern[from..<to]) + Array(pattern[end...])
        }
      }
      while pattern[start...].starts(with: "\\b".utf8) { start += 2 }
      guard let inside = groupStart(pattern, start) else { return nil }
      start = inside
    }
    return nil
  }

  /// Behind the opening of the group at `start`, or nil when no group begins there.
  private static func groupStart(_ pattern: [UInt8], _ start: Int) -> Int? {
    guard start < pattern.count, pattern[start] == UInt8(ascii: "(") else { return nil }
    guard pattern[(start + 1)...].first == UInt8(ascii: "?") else { return start + 1 }
    let flags = pattern[(start + 2)...].prefix { "ims-".utf8.contains($0) }
    return pattern[flags.endIndex...].first == UInt8(ascii: ":") ? flags.endIndex + 1 : nil
  }

  /// Where the bars of the alternation from `start` on stand, and where it ends: at a closing bracket or at the end. Nil for
  /// what is not understood.
  private static func alternation(_ pattern: [UInt8], from start: Int) -> (bars: [Int], end: Int)? {
    var bars: [Int] = []
    var depth = 0
    var index = start
    while index < pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "\\"):
        index += 1
        if index < pattern.count, pattern[index] == UInt8(ascii: "Q") { return nil }
      case UInt8(ascii: "["):
        guard let end = classEnd(pattern, index) else { return nil }
        index = end
      case UInt8(ascii: "("):
        // Flags without a group of their own would hold for what follows, also in the next alternative.
        if pattern[(index + 1)...].first == UInt8(ascii: "?"), groupStart(pattern, index) == nil { return nil }
        depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return (bars, index) }
        depth -= 1
      case UInt8(ascii: "|") where depth == 0: bars.append(index)
      default: break
      }
      index += 1
    }
    return (bars, index)
  }

  /// The bracket that closes the class at `start`.
  private static func classEnd(_ pattern: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    if index < pattern.count, pattern[index] == UInt8(ascii: "^") { index += 1 }
    var isFirst = true
    while index < pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "]") where !isFirst: return index
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "[") where pattern[(index + 1)...].first == UInt8(ascii: ":"):
        while index < pattern.count, pattern[index] != UInt8(ascii: "]") { index += 1 }
      default: break
      }
      isFirst = false
      index += 1
    }
    return nil
  }

  /// Whether the rest closes groups and asks for the edges of words only.
  private static func isOnlyEdges(_ rest: ArraySlice<UInt8>) -> Bool {
    var rest = rest
    let edges = [")", "\\b", Phrase.wideEdge].map { Array($0.utf8) }
    while !rest.isEmpty {
      guard let edge = edges.first(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(edge.count)
    }
    return true
  }
}
