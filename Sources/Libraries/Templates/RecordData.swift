import JSONLines

extension Value {
  /// The value that JSON stands for. Integers too long for one and numbers too large for a double stay as they are spelt.
  public init(_ json: JSON) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let text): self = Value.number(text)
    case .string(let text): self = .string(text)
    case .array(let items): self = .array(items.map { Value($0) })
    case .object(let object): self = .object(ValueObject(object.members.map { ($0.key, Value($0.value)) }))
    }
  }

  static func number(_ text: String) -> Value {
    if let whole = Int(text) { return .int(whole) }
    if text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }),
      let real = Double(text), real.isFinite
    {
      return .real(real)
    }
    return .string(text)
  }
}

extension Record: TemplateData {
  public func value(_ name: String) -> Value {
    value(at: JSONPath(member: name), of: name) ?? .undefined
  }

  public func value(at path: JSONPath, of root: String) -> Value? {
    switch kind(path) {
    case .string?: string(path).map { .string($0) }
    case .number?: number(path).map { Value.number($0) }
    case .bool?: bool(path).map { .bool($0) }
    case .null?: .null
    case .array?, .object?: json(path).map { Value($0) }
    case nil: nil
    }
  }
}
