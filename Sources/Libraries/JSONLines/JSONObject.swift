// The members of an object, in the order of the text.

/// A JSON object that keeps the order of its members, and duplicates when the text has them.
public struct JSONObject: Sendable {
  /// The members in order.
  public private(set) var members: [(key: String, value: JSON)]

  /// An object with `members`, in order.
  public init(_ members: [(key: String, value: JSON)] = []) {
    self.members = members
  }

  /// The value of `key`, the last one when it stands twice. Setting replaces that one in place or appends; nil removes.
  public subscript(key: String) -> JSON? {
    get { members.last { $0.key == key }?.value }
    set {
      guard let newValue else {
        members.removeAll { $0.key == key }
        return
      }
      if let index = members.lastIndex(where: { $0.key == key }) {
        members[index].value = newValue
      } else {
        members.append((key: key, value: newValue))
      }
    }
  }

  /// Adds a member at the end without looking whether the key is there.
  public mutating func append(_ key: String, _ value: JSON) {
    members.append((key: key, value: value))
  }

  /// Adds a string member at the end; nil and the empty string add nothing.
  public mutating func append(_ key: String, _ text: String?) {
    if let text, !text.isEmpty { members.append((key: key, value: .string(text))) }
  }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }

  /// Adds the object to `bytes` as JSON text without blanks.
  public func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.encode(member.key, into: &bytes)
      bytes.append(UInt8(ascii: ":"))
      member.value.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}

extension JSONObject: Equatable {
  public static func == (one: JSONObject, other: JSONObject) -> Bool {
    one.members.count == other.members.count
      && zip(one.members, other.members).allSatisfy { $0.key == $1.key && $0.value == $1.value }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init(elements.map { (key: $0.0, value: $0.1) })
  }
}
