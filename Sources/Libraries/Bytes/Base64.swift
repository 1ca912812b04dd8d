/// Base64 (RFC 4648, section 4).
public enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// `bytes` in Base64 with padding, on one line.
  public static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 < group.count ? group[start + $1] : 0) }
      for digit in 0..<4 {
        let index = Int(bits >> (18 - 6 * UInt32(digit)) & 63)
        text.append(digit <= group.count ? alphabet[index] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Base64 {
  /// The bytes that `text` encodes; nil when it holds anything but the alphabet with its padding.
  public static func decode(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { decode(UnsafeRawBufferPointer($0).bytes) }
  }

  /// The bytes that `text` encodes, as above.
  public static func decode(_ text: RawSpan) -> [UInt8]? {
    var end = text.byteCount
    while end > 0, text.byte(end - 1) == UInt8(ascii: "=") { end -= 1 }
    guard end % 4 != 1, text.byteCount - end < 3 else { return nil }
    let whole = end / 4 * 4
    var bytes: [UInt8] = []
    // All digits that were seen: one that is none has left a bit above the sixth.
    var seen: UInt32 = 0
    bytes.append(addingCapacity: whole / 4 * 3 + 2) { output in
      // Sound: there is a value for each byte.
      values.withUnsafeBufferPointer { values in
        func digit(_ at: Int) -> UInt32 { at < end ? UInt32(values[Int(text.byte(at))]) : 0 }
        for at in stride(from: 0, to: whole, by: 4) {
          let (first, second, third, fourth) = (digit(at), digit(at + 1), digit(at + 2), digit(at + 3))
          seen |= first | second | third | fourth
          output.append(UInt8(truncatingIfNeeded: first << 2 | second >> 4))
          output.append(UInt8(truncatingIfNeeded: second << 4 | third >> 2))
          output.append(UInt8(truncatingIfNeeded: third << 6 | fourth))
        }
        guard whole < end else { return }
        let (first, second, third) = (digit(whole), digit(whole + 1), digit(whole + 2))
        seen |= first | second | third
        output.append(UInt8(truncatingIfNeeded: first << 2 | second >> 4))
        if whole + 2 < end { output.append(UInt8(truncatingIfNeeded: second << 4 | third >> 2)) }
      }
    }
    return seen < 64 ? bytes : nil
  }

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()
}
