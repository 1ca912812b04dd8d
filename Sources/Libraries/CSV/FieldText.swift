// From the bytes of a field to its text.
import Bytes

extension Dialect {
  /// Adds the text of `field`, which lies in `bytes`, to `text`; a NULL adds nothing.
  public func append(_ field: Field, of bytes: RawSpan, to text: inout [UInt8]) {
    switch field.form {
    case .plain, .quoted: text.append(bytes, field.range)
    case .doubled: appendDoubled(field, bytes, &text)
    case .escaped, .quotedEscaped: appendEscaped(field, bytes, &text)
    case .null: break
    }
  }

  /// The text of `field`, nil for a NULL; what is not UTF-8 becomes U+FFFD.
  public func text(_ field: Field, of bytes: RawSpan) -> String? {
    switch field.form {
    case .plain, .quoted: return bytes.text(field.range)
    case .null: return nil
    case .doubled, .escaped, .quotedEscaped:
      var text: [UInt8] = []
      append(field, of: bytes, to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }

  private func appendDoubled(_ field: Field, _ bytes: RawSpan, _ text: inout [UInt8]) {
    let quote = quote ?? UInt8(ascii: "\"")
    var start = field.start
    while start < field.end, let at = bytes.firstOffset(of: quote, in: start..<field.end) {
      text.append(bytes, start..<(at + 1))
      start = min(at + 2, field.end)
    }
    text.append(bytes, start..<field.end)
  }

  private func appendEscaped(_ field: Field, _ bytes: RawSpan, _ text: inout [UInt8]) {
    let escape = escape == .quote ? quote ?? UInt8(ascii: "\"") : UInt8(ascii: "\\")
    var at = field.start
    while at < field.end {
      let byte = bytes.byte(at)
      let hasNext = at + 1 < field.end
      if byte == escape, hasNext {
        text.append(meaning(of: bytes.byte(at + 1)))
        at += 2
      } else if byte == quote, field.form == .quotedEscaped, hasNext, bytes.byte(at + 1) == quote {
        text.append(byte)
        at += 2
      } else {
        text.append(byte)
        at += 1
      }
    }
  }

  /// What an escaped byte stands for (MySQL 8.0 reference manual, LOAD DATA, "escape sequences").
  private func meaning(of byte: UInt8) -> UInt8 {
    if escape == .quote { return byte == UInt8(ascii: "0") ? 0 : byte }
    switch byte {
    case UInt8(ascii: "0"): return 0x00
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "Z"): return 0x1A
    default: return byte
    }
  }
}
