// JSON as a tree, for what is not on a hot path: building records, reading nested members, configuration files.
import Bytes

/// A decoded JSON value. Numbers keep their spelling, objects their order.
public enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  /// The number as it was spelt, such as `0.10` or `1e400`.
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  /// An integer.
  public init(_ value: Int) { self = .number(String(value)) }
  /// A finite number in its shortest spelling; null when it is infinite or not a number.
  public init(_ value: Double) {
    guard value.isFinite else {
      self = .null
      return
    }
    self = .number(value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)")
  }
  /// A list of strings.
  public init(_ values: [String]) { self = .array(values.map(JSON.string)) }

  /// The text of a string.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The value of an integer.
  public var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }
  /// The value of a number.
  public var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }
  /// The value of a boolean.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements of an array.
  public var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
  /// The members of an object.
  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
  /// The strings of an array, or the one string; all else gives none.
  public var strings: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.compactMap(\.string)
    default: []
    }
  }

  /// The member `key` of an object.
  public subscript(key: String) -> JSON? { object?[key] }

  /// The value at a path of members such as `account.employees`; arrays are not entered.
  public subscript(path path: String) -> JSON? {
    path.split(separator: ".").reduce(self as JSON?) { $0?[String($1)] }
  }

  /// Adds the value to `bytes` as JSON text without blanks.
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): JSONText.encode(text, into: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object): object.write(to: &bytes)
    }
  }

  /// The value as JSON text without blanks.
  public var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral, ExpressibleByStringInterpolation
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self.init(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements.map { (key: $0.0, value: $0.1) }))
  }
  public init(nilLiteral: ()) { self = .null }
}
