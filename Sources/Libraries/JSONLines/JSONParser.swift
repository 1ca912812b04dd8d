// From valid JSON text to a tree.
import Bytes

extension JSON {
  /// The value that `text` spells, with nothing but blanks around it.
  public init(parsing text: [UInt8]) throws(JSONError) {
    self = JSONTree.value(text.span.bytes, try JSONTree.range(text))
  }
}

/// Decodes text that `JSONScanner` has accepted; the scanner's bound on the depth bounds the recursion.
package enum JSONTree {
  /// The range of the value that `text` spells, with nothing but blanks around it.
  package static func range(_ text: [UInt8]) throws(JSONError) -> Range<Int> {
    let span = text.span.bytes
    let start = JSONScanner.skipBlanks(span, 0, span.byteCount)
    let end = start < span.byteCount ? JSONScanner.skipValue(span, start, span.byteCount, depth: 0) : -1
    guard end > 0, JSONScanner.skipBlanks(span, end, span.byteCount) == span.byteCount else {
      throw JSONDiagnosis.ofValue(text) ?? JSONError(column: 1, reason: "not JSON")
    }
    return start..<end
  }

  /// The value that fills `range`.
  package static func value(_ json: RawSpan, _ range: Range<Int>) -> JSON {
    switch json.byte(range.lowerBound) {
    case UInt8(ascii: "\""): .string(JSONText.string(json, range))
    case UInt8(ascii: "{"): .object(object(json, range))
    case UInt8(ascii: "["): .array(elements(json, range).map { value(json, $0) })
    case UInt8(ascii: "t"): .bool(true)
    case UInt8(ascii: "f"): .bool(false)
    case UInt8(ascii: "n"): .null
    default: .number(json.text(range))
    }
  }

  /// The object that fills `range`.
  static func object(_ json: RawSpan, _ range: Range<Int>) -> JSONObject {
    var object = JSONObject()
    eachMember(json, range) { key, value in
      object.append(JSONText.string(json, key), self.value(json, value))
      return true
    }
    return object
  }

  /// Calls `body` with the range of each key and value of the object that fills `range`, until it returns false.
  package static func eachMember(_ json: RawSpan, _ range: Range<Int>, _ body: (Range<Int>, Range<Int>) -> Bool) {
    var at = JSONScanner.skipBlanks(json, range.lowerBound + 1, range.upperBound)
    while at < range.upperBound, json.byte(at) == UInt8(ascii: "\"") {
      var escaped = false
      let keyEnd = JSONScanner.skipString(json, at, range.upperBound, escaped: &escaped)
      let colon = JSONScanner.skipBlanks(json, keyEnd, range.upperBound)
      let start = JSONScanner.skipBlanks(json, colon + 1, range.upperBound)
      let end = JSONScanner.skipValue(json, start, range.upperBound, depth: 0)
      guard end > 0, body(at..<keyEnd, start..<end) else { return }
      at = afterComma(json, end, range.upperBound)
    }
  }

  /// The ranges of the elements of the array that fills `range`.
  package static func elements(_ json: RawSpan, _ range: Range<Int>) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    eachElement(json, range) { element in
      elements.append(element)
      return true
    }
    return elements
  }

  /// Calls `body` with the range of each element of the array that fills `range`, until it returns false.
  package static func eachElement(_ json: RawSpan, _ range: Range<Int>, _ body: (Range<Int>) -> Bool) {
    var at = JSONScanner.skipBlanks(json, range.lowerBound + 1, range.upperBound)
    while at < range.upperBound, json.byte(at) != UInt8(ascii: "]") {
      let end = JSONScanner.skipValue(json, at, range.upperBound, depth: 0)
      guard end > 0, body(at..<end) else { return }
      at = afterComma(json, end, range.upperBound)
    }
  }

  @inline(__always)
  static func afterComma(_ json: RawSpan, _ at: Int, _ end: Int) -> Int {
    let next = JSONScanner.skipBlanks(json, at, end)
    guard next < end, json.byte(next) == UInt8(ascii: ",") else { return next }
    return JSONScanner.skipBlanks(json, next + 1, end)
  }
}
