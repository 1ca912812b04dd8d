// Bytes of texts: old charsets, quoted-printable, base64 and encoded words.

/// A charset with the way its bytes travel.
enum Charset: String {
  case utf8 = "utf-8"
  case latin1 = "iso-8859-1"
  case windows = "windows-1252"

  /// The bytes of a text, or nil when the charset lacks a letter.
  func encode(_ text: String) -> [UInt8]? {
    if self == .utf8 { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 || (0xa0...0xff).contains(scalar.value) {
        bytes.append(UInt8(scalar.value))
      } else if self == .windows, let byte = Self.extra[scalar] {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }

  /// Letters of windows-1252 that iso-8859-1 lacks (https://encoding.spec.whatwg.org/index-windows-1252.txt).
  private static let extra: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "„": 0x84, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96,
    "—": 0x97, "™": 0x99, "š": 0x9a, "œ": 0x9c, "ž": 0x9e,
  ]
}

/// How bytes travel through mail.
enum Transfer: String {
  case seven = "7bit"
  case eight = "8bit"
  case quoted = "quoted-printable"
  case base64 = "base64"

  func encode(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .seven, .eight: bytes
    case .quoted: quotedPrintable(bytes)
    case .base64: base64Lines(bytes)
    }
  }
}

private let hexDigits = Array("0123456789ABCDEF".utf8)

private func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var column = 0
  for (index, byte) in bytes.enumerated() {
    if byte == 0x0a {
      result.append(byte)
      column = 0
      continue
    }
    let atEnd = index + 1 == bytes.count || bytes[index + 1] == 0x0a
    let plain = (0x21...0x7e).contains(byte) && byte != 0x3d || (byte == 0x20 && !atEnd)
    let width = plain ? 1 : 3
    if column + width > 75 {
      result += [0x3d, 0x0a]
      column = 0
    }
    result += plain ? [byte] : [0x3d, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
    column += width
  }
  return result
}

private let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// Base64 without line breaks.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let rest = bytes.count - index
    let group =
      UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
      | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
    result.append(base64Digits[Int(group >> 18 & 63)])
    result.append(base64Digits[Int(group >> 12 & 63)])
    result.append(rest > 1 ? base64Digits[Int(group >> 6 & 63)] : 0x3d)
    result.append(rest > 2 ? base64Digits[Int(group & 63)] : 0x3d)
    index += 3
  }
  return result
}

private func base64Lines(_ bytes: [UInt8]) -> [UInt8] {
  let all = base64(bytes)
  var result: [UInt8] = []
  var index = 0
  while index < all.count {
    result += all[index..<min(index + 76, all.count)] + [0x0a]
    index += 76
  }
  return result
}

/// A header's words: as they are when ASCII, else encoded words of RFC 2047, `Q` or `B`.
func encodedWords(_ text: String, _ charset: Charset, base64 useBase64: Bool) -> String {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
  let used = charset.encode(text) == nil ? Charset.utf8 : charset
  var words: [String] = []
  var chunk = ""
  for character in text {
    if chunk.utf8.count + String(character).utf8.count > 36 {
      words.append(encodedWord(chunk, used, useBase64))
      chunk = ""
    }
    chunk.append(character)
  }
  words.append(encodedWord(chunk, used, useBase64))
  return words.joined(separator: "\n ")
}

private func encodedWord(_ text: String, _ charset: Charset, _ useBase64: Bool) -> String {
  let bytes = charset.encode(text) ?? Array(text.utf8)
  if useBase64 { return "=?\(charset.rawValue)?B?" + String(decoding: base64(bytes), as: UTF8.self) + "?=" }
  var coded = ""
  for byte in bytes {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: coded.unicodeScalars.append(Unicode.Scalar(byte))
    case 0x20: coded += "_"
    default: coded += "=" + String(decoding: [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]], as: UTF8.self)
    }
  }
  return "=?\(charset.rawValue)?Q?\(coded)?="
}
