// Numbers of lines, counted where they are asked for.
import Bytes

/// Counts the line breaks of a block.
enum LineCounter {
  /// How many lines end in `range`: at each LF, and where a CR alone ends a row also at each of those.
  static func breaks(_ bytes: RawSpan, _ range: Range<Int>, _ lineBreak: Dialect.LineBreak) -> Int {
    // Sound: the pointers do not leave the closure, and `range` was found inside the span.
    bytes.withUnsafeBytes { all in
      var count = 0
      for byte in all[range] where byte == UInt8(ascii: "\n") { count &+= 1 }
      guard lineBreak == .any, all[range].contains(UInt8(ascii: "\r")) else { return count }
      for index in range where all[index] == UInt8(ascii: "\r") {
        if index &+ 1 >= all.count || all[index &+ 1] != UInt8(ascii: "\n") { count &+= 1 }
      }
      return count
    }
  }

  /// Where the line begins that holds `offset`.
  static func start(_ bytes: RawSpan, _ offset: Int, _ lineBreak: Dialect.LineBreak) -> Int {
    var at = min(offset, bytes.byteCount)
    while at > 0 {
      let byte = bytes.byte(at - 1)
      if byte == UInt8(ascii: "\n") { return at }
      if byte == UInt8(ascii: "\r"), lineBreak == .any, at == bytes.byteCount || bytes.byte(at) != UInt8(ascii: "\n") {
        return at
      }
      at -= 1
    }
    return 0
  }
}
