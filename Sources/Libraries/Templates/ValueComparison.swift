/// How values are compared.
extension Value {
  /// Equality as `==` tests it: numbers by value, nil and undefined alike, `empty` and `blank` as patterns.
  public func equals(_ other: Value) -> Bool {
    switch (self, other) {
    case (.empty, .empty), (.blank, .blank): return true
    case (.empty, .blank), (.blank, .empty): return false
    case (.empty, let value), (let value, .empty): return value.isEmpty
    case (.blank, let value), (let value, .blank): return value.isBlank
    case (.bool(let left), .bool(let right)): return left == right
    case (.int(let left), .int(let right)): return left == right
    case (.int(let left), .real(let right)), (.real(let right), .int(let left)): return Double(left) == right
    case (.real(let left), .real(let right)): return left == right
    case (.string(let left), .string(let right)): return left == right
    case (.range(let a, let b), .range(let c, let d)): return a == c && b == d
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
    case (.object(let left), .object(let right)):
      return left.members.count == right.members.count
        && left.members.allSatisfy { member in right[member.key].map { $0.equals(member.value) } ?? false }
    default: return isNil && other.isNil
    }
  }

  /// Order of two numbers or two strings; nil when they have none because one is no such value.
  /// - Throws: when both have an order but not with each other, such as a string and a number.
  func order(_ other: Value) throws(FilterError) -> Int? {
    switch (self, other) {
    case (.int(let left), .int(let right)): return left < right ? -1 : left > right ? 1 : 0
    case (.int, .real), (.real, .int), (.real, .real):
      let (left, right) = (asDouble, other.asDouble)
      return left < right ? -1 : left > right ? 1 : left == right ? 0 : nil
    case (.string(let left), .string(let right)): return compareBytes(left, right)
    case (.string, .int), (.string, .real), (.int, .string), (.real, .string):
      throw FilterError("can't compare \(kindName) with \(other.kindName)")
    default: return nil
    }
  }

  private var asDouble: Double {
    switch self {
    case .int(let number): Double(number)
    case .real(let number): number
    default: 0
    }
  }

  /// What the value is, for messages.
  var kindName: String {
    switch self {
    case .undefined, .null: "nothing"
    case .bool: "true or false"
    case .int, .real: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    case .range: "a range"
    case .empty: "empty"
    case .blank: "blank"
    }
  }

  /// Whether a string has the text, a list the element, an object the member.
  func contains(_ other: Value) -> Bool {
    guard other.isTruthy else { return false }
    switch self {
    case .string(let text): return containsBytes(text, other.text)
    case .array(let items): return items.contains { $0.equals(other) }
    case .object(let object): return object[other.text] != nil
    case .range(let low, let high):
      guard case .int(let number) = other else { return false }
      return number >= low && number <= high
    default: return false
    }
  }
}

/// Byte order of two strings: -1, 0 or 1.
func compareBytes(_ left: String, _ right: String) -> Int {
  if left.utf8.lexicographicallyPrecedes(right.utf8) { return -1 }
  return left.utf8.elementsEqual(right.utf8) ? 0 : 1
}

/// Whether `text` holds `part`, byte for byte.
func containsBytes(_ text: String, _ part: String) -> Bool {
  firstRange(of: Array(part.utf8), in: Array(text.utf8), from: 0) != nil
}

/// Where `part` first begins in `bytes` at or after `from`. An empty part is found at once.
func firstRange(of part: [UInt8], in bytes: [UInt8], from: Int) -> Int? {
  guard let head = part.first else { return from <= bytes.count ? from : nil }
  var at = from
  let last = bytes.count - part.count
  while at <= last {
    if bytes[at] == head, bytes[at..<at + part.count].elementsEqual(part) { return at }
    at += 1
  }
  return nil
}
