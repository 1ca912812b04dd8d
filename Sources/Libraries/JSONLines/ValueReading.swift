// Reading the values that a path table found. Each function gives what `Record` gives for the value's own path.
import Bytes

extension ValuePlace {
  @inline(__always)
  private func begins(with byte: UInt8, in json: RawSpan) -> Bool {
    exists && json.byte(range.lowerBound) == byte
  }

  /// Whether the value is a string.
  public func isString(in json: RawSpan) -> Bool { begins(with: UInt8(ascii: "\""), in: json) }

  /// Whether the value is a list.
  public func isList(in json: RawSpan) -> Bool { begins(with: UInt8(ascii: "["), in: json) }

  /// The text of a string.
  public func string(in json: RawSpan) -> String? {
    isString(in: json) ? JSONText.string(json, range) : nil
  }

  /// The strings of a list, or the one string.
  public func strings(in json: RawSpan) -> [String] {
    guard isList(in: json) else { return string(in: json).map { [$0] } ?? [] }
    var texts: [String] = []
    JSONTree.eachElement(json, range) { element in
      if json.byte(element.lowerBound) == UInt8(ascii: "\"") { texts.append(JSONText.string(json, element)) }
      return true
    }
    return texts
  }

  /// The spelling of a number.
  public func number(in json: RawSpan) -> String? {
    exists && Record.Kind(firstByte: json.byte(range.lowerBound)) == .number ? json.text(range) : nil
  }

  /// The value, decoded.
  public func json(in json: RawSpan) -> JSON? {
    // Written out, as a bare nil would be JSON's null.
    exists ? .some(JSONTree.value(json, range)) : .none
  }

  /// Whether the value is true.
  public func isTrue(in json: RawSpan) -> Bool { begins(with: UInt8(ascii: "t"), in: json) }

  /// Whether the value is the string `text`, however it is spelt; `text` holds no backslash.
  public func says(_ text: StaticString, in json: RawSpan) -> Bool {
    guard isString(in: json) else { return false }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    if inner.count == text.utf8CodeUnitCount {
      // Sound: a literal lives as long as the program, and has as many bytes as it says.
      let wanted = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      return wanted.indices.allSatisfy { wanted[$0] == json.byte(inner.lowerBound + $0) }
    }
    guard json.firstOffset(of: UInt8(ascii: "\\"), in: inner) != nil else { return false }
    return JSONText.string(json, range) == text.description
  }
}
