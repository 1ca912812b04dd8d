import Bytes
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

extension Record {
  /// The value at a path; nil when there is none.
  func value(at path: JSONPath) -> Value? {
    let scalar = withRaw(path) { span, range, kind -> Value? in
      switch kind {
      case .string: .string(JSONText.string(span, range))
      case .number: Templates.shortInteger(span, range).map { .int($0) } ?? Value.number(span.text(range))
      case .bool: .bool(span.byte(range.lowerBound) == UInt8(ascii: "t"))
      case .null: .null
      case .array, .object: nil
      }
    }
    guard let scalar else { return nil }
    return scalar ?? json(path).map { Value($0) }
  }

  /// Appends the text of the string or integer at a path; false, and nothing appended, when it is none or blank.
  func write(_ path: JSONPath, to out: inout [UInt8]) -> Bool {
    withRaw(path) { span, range, kind -> Bool in
      switch kind {
      case .string:
        let start = out.count
        JSONText.decode(span, range, into: &out)
        var at = start
        while at < out.count, isSpace(out[at]) { at += 1 }
        if at < out.count { return true }
        out.removeLast(out.count - start)
        return false
      case .number:
        guard Templates.shortInteger(span, range) != nil else { return false }
        out.append(span, range)
        return true
      default: return false
      }
    } ?? false
  }

  /// The integer of up to 18 digits at a path.
  func shortInteger(_ path: JSONPath) -> Int? {
    withRaw(path) { span, range, kind in kind == .number ? Templates.shortInteger(span, range) : nil } ?? nil
  }
}

/// The integer of up to 18 digits that the bytes spell; nil for any other number.
private func shortInteger(_ span: RawSpan, _ range: Range<Int>) -> Int? {
  let isNegative = span.byte(range.lowerBound) == UInt8(ascii: "-")
  let digits = isNegative ? range.dropFirst() : range
  guard digits.count <= 18 else { return nil }
  var number = 0
  for at in digits {
    let byte = span.byte(at)
    guard isDigit(byte) else { return nil }
    number = number * 10 + Int(byte - 0x30)
  }
  return isNegative ? -number : number
}
