// Passing over values in text that the scanner has accepted, without asking once more whether it is valid.
import Bytes

/// Skips what is known to be valid JSON. `JSONScanner`, which asks, is the plain twin.
enum JSONSkipper {
  /// The offset after the value that begins at `at`.
  @inline(__always)
  static func value(_ json: RawSpan, _ at: Int, _ end: Int) -> Int {
    switch json.byte(at) {
    case UInt8(ascii: "\""):
      var escaped = false
      return string(json, at, end, escaped: &escaped)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return container(json, at, end)
    default: return word(json, at, end)
    }
  }

  /// The offset after the string whose opening quote is at `quote`; tells whether it holds a backslash.
  @inline(__always)
  static func string(_ json: RawSpan, _ quote: Int, _ end: Int, escaped: inout Bool) -> Int {
    let quotes = ByteLanes.repeating(UInt8(ascii: "\""))
    let backslashes = ByteLanes.repeating(UInt8(ascii: "\\"))
    var at = quote &+ 1
    while at &+ 8 <= end {
      let word = json.word(at)
      let marks = ByteLanes.zeros(in: word ^ quotes) | ByteLanes.zeros(in: word ^ backslashes)
      if marks == 0 {
        at &+= 8
        continue
      }
      at &+= ByteLanes.first(marks)
      if json.byte(at) == UInt8(ascii: "\"") { return at &+ 1 }
      escaped = true
      at &+= 2
    }
    while at < end {
      let byte = json.byte(at)
      if byte == UInt8(ascii: "\"") { return at &+ 1 }
      if byte == UInt8(ascii: "\\") { escaped = true }
      at &+= byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return end
  }

  /// The offset after the object or list that begins at `start`.
  private static func container(_ json: RawSpan, _ start: Int, _ end: Int) -> Int {
    var depth = 1
    var at = start &+ 1
    while at < end {
      switch json.byte(at) {
      case UInt8(ascii: "\""):
        var escaped = false
        at = string(json, at, end, escaped: &escaped)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth &-= 1
        if depth == 0 { return at &+ 1 }
      default: break
      }
      at &+= 1
    }
    return end
  }

  /// The offset after a number or a literal.
  private static func word(_ json: RawSpan, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      switch json.byte(at) {
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0A, 0x0D: return at
      default: at &+= 1
      }
    }
    return at
  }
}
