/// How text is written in bytes.
public enum TextEncoding: Sendable, Equatable {
  /// UTF-8 until the first bytes beyond ASCII show otherwise: then the encoding that explains them best.
  case detected
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252
  case latin1
  /// Another one, by its usual name in lower case.
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
      self = .named(label.lowercased())
    }
  }

  /// The names of the C library for encodings that go by several, or are read as a larger one in practice (WHATWG Encoding
  /// Standard, "Names and labels"): Shift_JIS as what Windows makes of it, with `㈱` and `①`.
  static let libraryNames = [
    "big5": "BIG5-HKSCS", "euc-kr": "UHC", "gb2312": "GB18030", "gbk": "GB18030", "iso-8859-9": "CP1254",
    "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "windows-1250": "CP1250", "windows-1251": "CP1251",
    "windows-1253": "CP1253", "windows-1254": "CP1254", "windows-1255": "CP1255", "windows-1256": "CP1256",
    "windows-1257": "CP1257", "windows-1258": "CP1258", "windows-31j": "CP932", "windows-874": "CP874",
    "x-sjis": "CP932",
  ]

  /// What the beginning of a file says of itself, and how many of its bytes say it.
  static func mark(of bytes: ArraySlice<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Whether `bytes` begin as UTF-16 does, with or without mark.
  public static func isUTF16(_ bytes: [UInt8]) -> Bool {
    let found = mark(of: bytes[...])?.encoding ?? unmarked(bytes[...])
    return found == .utf16LittleEndian || found == .utf16BigEndian
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
  /// Names as people write them, where capitals alone do not make them.
  private static let usualNames = [
    "big5": "Big5", "cp850": "CP850", "cp866": "CP866", "euc-jp": "EUC-JP", "euc-kr": "EUC-KR", "gb18030": "GB18030",
    "gbk": "GBK", "iso-8859-15": "ISO-8859-15", "iso-8859-2": "ISO-8859-2", "iso-8859-5": "ISO-8859-5",
    "iso-8859-6": "ISO-8859-6", "iso-8859-7": "ISO-8859-7", "iso-8859-9": "ISO-8859-9", "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U", "macintosh": "Mac Roman", "shift_jis": "Shift_JIS", "windows-1250": "Windows-1250",
    "windows-1251": "Windows-1251", "windows-1253": "Windows-1253", "windows-1254": "Windows-1254",
    "windows-1255": "Windows-1255", "windows-1256": "Windows-1256", "windows-1257": "Windows-1257",
    "windows-874": "Windows-874",
  ]

  /// Its usual name.
  public var name: String {
    switch self {
    case .detected, .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "Windows-1252"
    case .latin1: "ISO-8859-1"
    case .named(let label): Self.usualNames[label] ?? label
    }
  }
}
