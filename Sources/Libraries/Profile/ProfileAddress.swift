import Identity

/// Addresses of LinkedIn profiles in one spelling.
public enum ProfileAddress {
  /// `https://www.linkedin.com/in/SLUG` from any spelling of a profile's address: country hosts, overlays, queries,
  /// relative links, and slugs that were percent-encoded twice. Nil for addresses of anything else.
  public static func normal(_ address: String) -> String? {
    guard let path = path(address) else { return nil }
    let parts = path.split(separator: "/").map(String.init)
    guard let kind = parts.firstIndex(where: { $0 == "in" || $0 == "pub" }), kind + 1 < parts.count else { return nil }
    if parts[kind] == "pub" { return LinkedInAddress(address).flatMap { $0.kind == .person ? $0.description : nil } }
    let slug = PercentCode.encoded(PercentCode.decoded(parts[kind + 1]))
    guard !slug.isEmpty, slug.utf8.count <= 300 else { return nil }
    return "https://www.linkedin.com/in/\(slug)"
  }

  /// The path of an address on linkedin.com, or of a relative link.
  static func path(_ address: String) -> String? {
    var rest = address.prefix { $0 != "?" && $0 != "#" }
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      return onLinkedIn(rest)
    }
    if rest.hasPrefix("//") { return onLinkedIn(rest.dropFirst(2)) }
    return rest.hasPrefix("/") ? String(rest) : onLinkedIn(rest)
  }

  private static func onLinkedIn(_ rest: Substring) -> String? {
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let host = rest[..<slash].lowercased()
    guard host == "linkedin.com" || host.hasSuffix(".linkedin.com") else { return nil }
    return String(rest[slash...])
  }
}

/// Addresses of LinkedIn's company and school pages.
enum CompanyAddress {
  /// What stands behind `/company/` or `/school/`: the company's name in addresses, or its number.
  static func slug(_ address: String) -> String? {
    let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    guard let kind = parts.lastIndex(where: { $0 == "company" || $0 == "school" }), kind + 1 < parts.count else {
      return nil
    }
    return String(parts[kind + 1])
  }
}

/// Percent encoding of one path segment.
enum PercentCode {
  /// Decodes until nothing changes, at most three times; bytes that are no UTF-8 stay encoded.
  static func decoded(_ text: String) -> String {
    var current = text
    for _ in 0..<3 {
      guard let next = decodedOnce(current), next != current else { break }
      current = next
    }
    return current
  }

  private static func decodedOnce(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = hex(bytes[at + 1]),
        let low = hex(bytes[at + 2])
      {
        result.append(high << 4 | low)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  /// Encodes all but letters, digits, `-`, `_`, `.` and `~`.
  static func encoded(_ text: String) -> String {
    var result: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
