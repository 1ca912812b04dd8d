import Bytes
import Calendar
import Identity

/// How values are written in each form.
extension Cell {
  /// The value as the column writes it; nil when it is no such value, empty when there is none.
  static func written(_ value: String, _ column: ImportColumn) -> String? {
    switch column.form {
    case .line, .list: return line(value)
    case .text: return text(value)
    case .email: return line(value).isEmpty ? "" : EmailAddress(line(value)).map(\.description)
    case .phone: return phone(line(value))
    case .e164: return line(value).isEmpty ? "" : phone(line(value)).flatMap { Phone.isE164($0) ? $0 : nil }
    case .url: return url(line(value))
    case .date: return date(line(value), column.dates)
    case .datetime: return instant(line(value))
    case .number: return number(line(value))
    case .bool:
      switch line(value).lowercased() {
      case "true", "yes", "1": return column.yesNo[0]
      case "false", "no", "0": return column.yesNo[1]
      default: return nil
      }
    case .key: return key(value)
    case .uuid: return value.isEmpty ? "" : "urn:uuid:\(uuid(value))"
    case .guid: return value.isEmpty ? "" : uuid(value)
    }
  }

  /// On one line, without control characters, white space squeezed.
  static func line(_ value: String) -> String {
    var out = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in value.unicodeScalars {
      if scalar.properties.isWhitespace || isInvisible(scalar) {
        pendingSpace = pendingSpace || !isInvisible(scalar)
        continue
      }
      if pendingSpace, !out.isEmpty { out.append(" ") }
      pendingSpace = false
      out.append(scalar)
    }
    return String(out)
  }

  /// On as many lines as it has, without other control characters.
  static func text(_ value: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in value.replacing("\r\n", with: "\n").unicodeScalars {
      if scalar == "\r" {
        out.append("\n")
      } else if scalar == "\n" || scalar.value >= 0x20 && !isInvisible(scalar) {
        out.append(scalar)
      } else if scalar == "\t" {
        out.append(" ")
      }
    }
    while let last = out.last, last.properties.isWhitespace { out.removeLast() }
    return String(String(out).drop { $0.isWhitespace })
  }

  /// Deleted, byte order mark, and the marks that turn the direction of writing and so hide what a cell says.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F: true
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func phone(_ value: String) -> String? {
    if value.isEmpty { return "" }
    let digits = value.utf8.count { (0x30...0x39).contains($0) }
    let isClean = value.utf8.allSatisfy {
      (0x30...0x39).contains($0) || [0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F, 0x78].contains($0)
    }
    return isClean && (5...20).contains(digits) && value.utf8.first != UInt8(ascii: "-") ? value : nil
  }

  private static func url(_ value: String) -> String? {
    if value.isEmpty { return "" }
    let lower = value.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), !value.contains(" ") else { return nil }
    return value
  }

  private static func date(_ value: String, _ form: String) -> String? {
    if value.isEmpty { return "" }
    guard let instant = try? Instant(dateOrTime: value) else { return nil }
    let text = instant.date.description
    let (year, month, day) = (text.prefix(4), text.dropFirst(5).prefix(2), text.suffix(2))
    switch form {
    case "mdy": return "\(month)/\(day)/\(year)"
    case "dmy": return "\(day)/\(month)/\(year)"
    default: return text
    }
  }

  private static func instant(_ value: String) -> String? {
    if value.isEmpty { return "" }
    guard let instant = try? Instant(dateOrTime: value) else { return nil }
    return instant.description.replacing("Z", with: ".000Z")
  }

  private static func number(_ value: String) -> String? {
    if value.isEmpty { return "" }
    guard let number = Double(value), number.isFinite, !value.lowercased().contains("x") else { return nil }
    return value
  }

  /// Letters, digits, `_` and `-` only; a value that had others gets a hash, so that no two become one.
  private static func key(_ value: String) -> String {
    let clean = String(
      decoding: value.utf8.map { byte -> UInt8 in
        let isKept = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x2D
        return isKept ? byte : 0x5F
      }, as: UTF8.self)
    return clean == value || value.isEmpty ? value : "\(clean.prefix(80))_\(SHA256.hex(value, digits: 8))"
  }

  /// A name-based UUID (RFC 9562, version 8: of SHA-256).
  private static func uuid(_ value: String) -> String {
    var bytes = Array(SHA256.hash(Array("kith\u{0}\(value)".utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = SHA256.hexadecimal(bytes)
    var parts: [Substring] = []
    var rest = hex[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}
