// Reading values out of a record.
import Bytes

extension Record {
  /// The kind of a JSON value, told by its first byte.
  public enum Kind: Sendable, Equatable {
    case null, bool, number, string, array, object

    /// The kind of a value that begins with `byte`.
    @inlinable @inline(__always)
    public init(firstByte byte: UInt8) {
      switch byte {
      case UInt8(ascii: "\""): self = .string
      case UInt8(ascii: "{"): self = .object
      case UInt8(ascii: "["): self = .array
      case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool
      case UInt8(ascii: "n"): self = .null
      default: self = .number
      }
    }
  }

  /// The ranges of all values at `path`, in order.
  func ranges(_ path: JSONPath) -> [Range<Int>] {
    guard case .member(let name)? = path.steps.first, let index = index(of: name) else { return [] }
    let span = bytes.span.bytes
    var found = [valueRange(index)]
    for step in path.steps.dropFirst() {
      switch step {
      case .member(let name): found = found.compactMap { Record.member(name, span, $0) }
      case .each: found = found.flatMap { Record.elements(span, $0) }
      }
    }
    return found
  }

  /// The range of the one value at `path`, without an allocation when the path is a single member.
  func range(_ path: JSONPath) -> Range<Int>? {
    guard case .member(let name)? = path.steps.first, let index = index(of: name) else { return nil }
    if path.steps.count == 1 { return valueRange(index) }
    let span = bytes.span.bytes
    var range = valueRange(index)
    for step in path.steps.dropFirst() {
      switch step {
      case .member(let name):
        guard let inner = Record.member(name, span, range) else { return nil }
        range = inner
      case .each:
        guard let inner = Record.elements(span, range).first else { return nil }
        range = inner
      }
    }
    return range
  }

  private static func member(_ name: [UInt8], _ span: RawSpan, _ range: Range<Int>) -> Range<Int>? {
    guard span.byte(range.lowerBound) == UInt8(ascii: "{") else { return nil }
    var found: Range<Int>?
    JSONTree.eachMember(span, range) { key, value in
      let inner = key.lowerBound + 1..<key.upperBound - 1
      if span.equals(name, in: inner) {
        found = value
      } else if span.firstOffset(of: UInt8(ascii: "\\"), in: inner) != nil {
        var text: [UInt8] = []
        JSONText.decode(span, key, into: &text)
        if text == name { found = value }
      }
      return true
    }
    return found
  }

  private static func elements(_ span: RawSpan, _ range: Range<Int>) -> [Range<Int>] {
    span.byte(range.lowerBound) == UInt8(ascii: "[") ? JSONTree.elements(span, range) : []
  }

  /// The kind of the value at `path`, or nil when it is absent.
  public func kind(_ path: JSONPath) -> Kind? {
    range(path).map { Kind(firstByte: bytes[$0.lowerBound]) }
  }

  /// Whether there is a value at `path`; `null` is one.
  public func has(_ path: JSONPath) -> Bool { range(path) != nil }

  /// The text of the string at `path`.
  public func string(_ path: JSONPath) -> String? {
    guard let range = range(path), bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    return JSONText.string(bytes.span.bytes, range)
  }

  /// Puts the text of the string at `path` into `text` as UTF-8; false when there is none.
  public func utf8(_ path: JSONPath, into text: inout [UInt8]) -> Bool {
    text.removeAll(keepingCapacity: true)
    guard let range = range(path), bytes[range.lowerBound] == UInt8(ascii: "\"") else { return false }
    JSONText.decode(bytes.span.bytes, range, into: &text)
    return true
  }

  /// All strings at `path`; a value that is an array gives its strings.
  public func strings(_ path: JSONPath) -> [String] {
    let span = bytes.span.bytes
    return ranges(path).flatMap { JSONTree.value(span, $0).strings }
  }

  /// The spelling of the number at `path`.
  public func number(_ path: JSONPath) -> String? {
    guard let range = range(path), Kind(firstByte: bytes[range.lowerBound]) == .number else { return nil }
    return bytes.span.bytes.text(range)
  }

  /// The integer at `path`, or nil when it is none or does not fit.
  public func int(_ path: JSONPath) -> Int? { number(path).flatMap { Int($0) } }

  /// The number at `path`, as near as a double comes.
  public func double(_ path: JSONPath) -> Double? { number(path).flatMap { Double($0) } }

  /// The boolean at `path`.
  public func bool(_ path: JSONPath) -> Bool? {
    guard let range = range(path) else { return nil }
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "t"): return true
    case UInt8(ascii: "f"): return false
    default: return nil
    }
  }

  /// The value at `path`, decoded.
  public func json(_ path: JSONPath) -> JSON? {
    range(path).map { JSONTree.value(bytes.span.bytes, $0) }
  }

  /// All values at `path`, decoded.
  public func jsons(_ path: JSONPath) -> [JSON] {
    let span = bytes.span.bytes
    return ranges(path).map { JSONTree.value(span, $0) }
  }

  /// The value at `path` as it is spelt.
  public func raw(_ path: JSONPath) -> [UInt8]? {
    range(path).map { bytes.span.bytes.array($0) }
  }

  /// Calls `body` with the range in `bytes` of the value at `path` and its kind, without decoding or copying.
  public func withRaw<Result>(_ path: JSONPath, _ body: (RawSpan, Range<Int>, Kind) -> Result) -> Result? {
    guard let range = range(path) else { return nil }
    return body(bytes.span.bytes, range, Kind(firstByte: bytes[range.lowerBound]))
  }

  /// All members, decoded.
  public var object: JSONObject {
    JSONTree.object(bytes.span.bytes, index.record)
  }
}
