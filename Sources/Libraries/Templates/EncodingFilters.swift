/// Filters that write texts for HTML, URLs and base 64, and read them back.
extension Filter {
  static let encodingFilters = [
    Filter("base64_decode") { input, _ in try decoded64(input, safe: false) },
    Filter("base64_encode") { input, _ in .string(encoded64(input.text, safe: false)) },
    Filter("base64_url_safe_decode") { input, _ in try decoded64(input, safe: true) },
    Filter("base64_url_safe_encode") { input, _ in .string(encoded64(input.text, safe: true)) },
    Filter("escape") { input, _ in input.isNil ? .null : .string(escaped(input.text)) },
    Filter("escape_once") { input, _ in input.isNil ? .null : .string(escapedOnce(input.text)) },
    Filter("url_decode") { input, _ in try urlDecoded(input.text) },
    Filter("url_encode") { input, _ in .string(urlEncoded(input.text)) },
  ]

  private static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    escapeHTML(text.utf8, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Escapes what is not part of a reference already.
  private static func escapedOnce(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "&"), isReference(bytes, at: index) {
        out.append(byte)
      } else {
        escapeHTML(CollectionOfOne(byte), into: &out)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isReference(_ bytes: [UInt8], at index: Int) -> Bool {
    let body = bytes[(index + 1)...].prefix(12)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return false }
    var name = body[..<end]
    if name.first == UInt8(ascii: "#") { name = name.dropFirst() }
    return !name.isEmpty && name.allSatisfy { isWordByte($0) }
  }

  private static func urlEncoded(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case _ where isWordByte(byte), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "~"): out.append(byte)
      case UInt8(ascii: " "): out.append(UInt8(ascii: "+"))
      default: out += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func urlDecoded(_ text: String) throws(FilterError) -> Value {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = hexValue(bytes[at + 1]),
        let low = hexValue(bytes[at + 2])
      {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(bytes[at] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[at])
        at += 1
      }
    }
    return try valid(out)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func valid(_ bytes: [UInt8]) throws(FilterError) -> Value {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw FilterError("the result is not UTF-8") }
    return .string(text)
  }

  private static func alphabet(safe: Bool) -> [UInt8] {
    Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\(safe ? "-_" : "+/")".utf8)
  }

  private static func encoded64(_ text: String, safe: Bool) -> String {
    let (bytes, letters) = (Array(text.utf8), alphabet(safe: safe))
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
      for place in 0..<4 {
        let letter = letters[Int(bits >> UInt32(18 - 6 * place)) & 63]
        out.append(place <= part.count ? letter : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func decoded64(_ input: Value, safe: Bool) throws(FilterError) -> Value {
    if input.isNil { return .string("") }
    guard case .string(let text) = input else { throw FilterError("expected a string, found \(input.kindName)") }
    let letters = alphabet(safe: safe)
    var out: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in text.utf8.prefix(while: { $0 != UInt8(ascii: "=") }) where !isSpace(byte) {
      guard let digit = letters.firstIndex(of: byte) else { throw FilterError("the text is not base 64") }
      bits = (bits << 6 | UInt32(digit)) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return try valid(out)
  }
}

/// Appends text with the characters that mean something in HTML as references.
func escapeHTML(_ text: some Sequence<UInt8>, into out: inout [UInt8]) {
  for byte in text {
    switch byte {
    case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): out.append(contentsOf: "&#39;".utf8)
    default: out.append(byte)
    }
  }
}
