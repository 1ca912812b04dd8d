/// The brace that opens a choice, the bars between its alternatives, and the brace that closes it.
enum SpinMark {
  case open, bar, close
}

/// Where the choices of a template stand. Braces without a bar of their own are plain text, as are all within outputs,
/// tags and `raw`.
struct SpinMarks {
  private(set) var marks: [(offset: Int, mark: SpinMark)] = []
  private let source: [UInt8]
  private var open: [(offset: Int, bars: [Int])] = []

  /// Finds them in one pass.
  init(source: [UInt8]) {
    self.source = source
    var at = 0
    while at < source.count {
      let next = at + 1 < source.count ? source[at + 1] : 0
      let third = at + 2 < source.count ? source[at + 2] : 0
      switch source[at] {
      case UInt8(ascii: "{") where next == UInt8(ascii: "{") && third != UInt8(ascii: "%"):
        at = skip(to: UInt8(ascii: "}"), from: at + 2)
      case UInt8(ascii: "{") where next == UInt8(ascii: "%"): at = skipTag(from: at + 2)
      default:
        look(at)
        at += 1
      }
    }
    marks.sort { $0.offset < $1.offset }
  }

  private mutating func look(_ at: Int) {
    switch source[at] {
    case UInt8(ascii: "{"): open.append((at, []))
    case UInt8(ascii: "|") where !open.isEmpty: open[open.count - 1].bars.append(at)
    case UInt8(ascii: "}"):
      guard let inner = open.popLast(), !inner.bars.isEmpty else { return }
      marks.append((inner.offset, .open))
      marks += inner.bars.map { ($0, .bar) }
      marks.append((at, .close))
    default: break
    }
  }

  /// Behind the two bytes `close` and `}`.
  private func skip(to close: UInt8, from start: Int) -> Int {
    var at = start
    while at + 1 < source.count, !(source[at] == close && source[at + 1] == UInt8(ascii: "}")) { at += 1 }
    return min(source.count, at + 2)
  }

  /// Behind a tag; behind its end tag when it is `raw`.
  private func skipTag(from start: Int) -> Int {
    let end = skip(to: UInt8(ascii: "%"), from: start)
    let name = source[start..<end].drop { isSpace($0) || $0 == UInt8(ascii: "-") }.prefix(while: isWordByte)
    guard name.elementsEqual("raw".utf8) else { return end }
    return firstRange(of: Array("endraw".utf8), in: source, from: end) ?? source.count
  }
}
