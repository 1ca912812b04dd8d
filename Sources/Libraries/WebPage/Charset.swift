/// Brings a page's bytes to valid UTF-8 without NUL, which is what libxml2 is told to read.
///
/// Pages saved by a browser are UTF-8 even where no tag says so, so valid UTF-8 is believed first; only then the
/// page's own declaration, and bytes that fit neither are replaced one by one.
enum Charset {
  static func utf8(_ bytes: [UInt8], declared: String?) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let body = start == 0 ? bytes : Array(bytes[start...])
    if isUTF8(body) { return withoutNUL(body) }
    let name = (declared ?? sniffed(body))?.lowercased()
    if let name, isWestern(name) { return withoutNUL(fromWindows1252(body)) }
    return withoutNUL(Array(String(decoding: body, as: UTF8.self).utf8))
  }

  /// Whether the bytes are valid, without a copy of them.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private static func isWestern(_ name: String) -> Bool {
    ["iso-8859-1", "latin1", "us-ascii", "windows-1252", "cp1252", "iso-8859-15"].contains(name)
  }

  private static func withoutNUL(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains(0) ? bytes.map { $0 == 0 ? 32 : $0 } : bytes
  }

  /// The charset that a meta tag in the first 2,048 bytes names.
  private static func sniffed(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(2048).map { $0 < 128 ? $0 : 63 }, as: UTF8.self).lowercased()
    guard let range = head.firstRange(ofASCII: "charset=") else { return nil }
    let name = head.utf8[range...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      .prefix { ($0 | 32 >= 97 && $0 | 32 <= 122) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
    return String(Substring(name))
  }

  private static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    let little = bytes[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = 2
    while at + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(little ? second << 8 | first : first << 8 | second)
      at += 2
    }
    return withoutNUL(Array(String(decoding: units, as: UTF16.self).utf8))
  }

  /// Windows-1252 where it differs from Latin-1: bytes 0x80 to 0x9F (source: the WHATWG Encoding Standard).
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    let units = bytes.map { byte in (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

extension String {
  /// Where the first occurrence of an ASCII text ends, for texts of a few kilobytes.
  func firstRange(ofASCII needle: String) -> String.Index? {
    let (hay, want) = (Array(utf8), Array(needle.utf8))
    guard !want.isEmpty, hay.count >= want.count else { return nil }
    for start in 0...(hay.count - want.count) where hay[start..<start + want.count].elementsEqual(want) {
      return utf8.index(utf8.startIndex, offsetBy: start + want.count)
    }
    return nil
  }
}
