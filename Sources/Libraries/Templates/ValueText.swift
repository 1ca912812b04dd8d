/// The most bytes that a rendering, or any text made in it, may have.
let textLimit = 4 << 20

/// How values are printed.
extension Value {
  /// The value as text, as `{{ value }}` prints it.
  public var text: String {
    switch self {
    case .string(let text): return text
    case .undefined, .null, .empty, .blank: return ""
    case .int(let number): return String(number)
    default:
      var bytes: [UInt8] = []
      write(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Appends the value's text.
  func write(to out: inout [UInt8]) {
    switch self {
    case .undefined, .null, .empty, .blank: break
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let number): out.append(contentsOf: String(number).utf8)
    case .real(let number): out.append(contentsOf: realText(number).utf8)
    case .string(let text): out.append(contentsOf: text.utf8)
    case .array(let items): for item in items where out.count <= textLimit { item.write(to: &out) }
    case .object: inspect(to: &out)
    case .range(let low, let high): out.append(contentsOf: "\(low)..\(high)".utf8)
    }
  }

  /// Appends the form with quotation marks that an object inside text has.
  private func inspect(to out: inout [UInt8]) {
    switch self {
    case .string(let text):
      out.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
      }
      out.append(UInt8(ascii: "\""))
    case .undefined, .null: out.append(contentsOf: "nil".utf8)
    case .array(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() where out.count <= textLimit {
        if index > 0 { out.append(contentsOf: ", ".utf8) }
        item.inspect(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let object):
      out.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() where out.count <= textLimit {
        if index > 0 { out.append(contentsOf: ", ".utf8) }
        Value.string(member.key).inspect(to: &out)
        out.append(contentsOf: "=>".utf8)
        member.value.inspect(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    default: write(to: &out)
    }
  }
}

/// A floating-point number as Liquid prints it: `5.0`, `1.0e+20`.
func realText(_ number: Double) -> String {
  let text = number.description
  guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) else { return text }
  let mantissa = text[..<mark]
  return mantissa.utf8.contains(UInt8(ascii: ".")) ? text : "\(mantissa).0\(text[mark...])"
}
