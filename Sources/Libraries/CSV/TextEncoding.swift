/// How text is written in bytes.
public enum TextEncoding: Sendable, Equatable {
  /// UTF-8 until the first byte beyond ASCII shows otherwise: then Windows-1252.
  case detected
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252
  case latin1
  /// Another one, by the name that the C library knows.
  case named(String)

  /// The encoding of that label, or nil when nobody knows it.
  public init?(label: String) {
    switch label.lowercased().filter({ $0 != "-" && $0 != "_" }) {
    case "utf8", "utf8bom": self = .utf8
    case "utf16", "utf16le", "ucs2": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "cp1252", "windows1252", "ansi": self = .windows1252
    case "iso88591", "latin1": self = .latin1
    default:
      guard IconvStream(label: label) != nil else { return nil }
      self = .named(label)
    }
  }

  /// What the beginning of a file says of itself, and how many of its bytes say it.
  static func mark(of bytes: ArraySlice<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark, known by the NULs beside its ASCII letters.
  static func unmarked(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
    let sample = bytes.prefix(1024)
    guard sample.count >= 4 else { return nil }
    var even = 0
    var odd = 0
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    if odd > sample.count / 4, even == 0 { return .utf16LittleEndian }
    return even > sample.count / 4 && odd == 0 ? .utf16BigEndian : nil
  }
}

/// Windows-1252 as browsers read it: the five bytes without a character stand for themselves (WHATWG Encoding Standard,
/// index windows-1252).
enum Windows1252 {
  /// The characters of 0x80 to 0x9F.
  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The character of `byte`.
  static func scalar(_ byte: UInt8) -> UInt32 {
    byte >= 0x80 && byte < 0xA0 ? UInt32(upper[Int(byte) - 0x80]) : UInt32(byte)
  }
}

extension [UInt8] {
  /// Adds the UTF-8 of a scalar value; surrogates become U+FFFD.
  mutating func append(scalar value: UInt32) {
    if value < 0x80 {
      append(UInt8(truncatingIfNeeded: value))
    } else {
      append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }
  }
}

extension TextEncoding {
  /// Its usual name.
  public var name: String {
    switch self {
    case .detected, .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "Windows-1252"
    case .latin1: "ISO-8859-1"
    case .named(let label): label
    }
  }
}
