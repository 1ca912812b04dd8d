import Bytes
import JSONLines

/// The elements of a JSON array that is known to be valid, in place.
enum ArrayElements {
  /// Calls `body` with the range and the kind of each element of the array in `range`.
  static func each(_ json: RawSpan, _ range: Range<Int>, _ body: (Range<Int>, Record.Kind) -> Void) {
    var at = range.lowerBound + 1
    let end = range.upperBound - 1
    while at < end {
      let byte = json.byte(at)
      if byte <= 0x20 || byte == UInt8(ascii: ",") {
        at += 1
        continue
      }
      let after = skip(json, at, end)
      body(at..<after, kind(byte))
      at = after
    }
  }

  static func kind(_ first: UInt8) -> Record.Kind {
    switch first {
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// The offset behind the value that begins at `start`.
  private static func skip(_ json: RawSpan, _ start: Int, _ end: Int) -> Int {
    var at = start
    var depth = 0
    while at < end {
      switch json.byte(at) {
      case UInt8(ascii: "\""):
        at = skipString(json, at, end)
        if depth == 0 { return at }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        at += 1
        if depth <= 0 { return at }
      case UInt8(ascii: ",") where depth == 0: return at
      case let byte where depth == 0 && byte <= 0x20: return at
      default: at += 1
      }
    }
    return end
  }

  private static func skipString(_ json: RawSpan, _ quote: Int, _ end: Int) -> Int {
    var at = quote + 1
    while at < end {
      switch json.byte(at) {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "\""): return at + 1
      default: at += 1
      }
    }
    return end
  }
}
