/// A LinkedIn page, known by the part of its address that stays when host, language and tracking change.
public struct LinkedInAddress: Sendable, Hashable, CustomStringConvertible {
  /// What the page shows.
  public enum Kind: String, Sendable {
    /// A person (`/in/`, `/pub/`).
    case person = "in"
    /// A company (`/company/`).
    case company
    /// A school (`/school/`).
    case school
  }

  /// What the page shows.
  public let kind: Kind
  /// The page's name, lower-cased and percent-decoded, such as `jane-doe-4b1a2`.
  public let slug: String

  /// Reads any form of a LinkedIn address, with or without scheme; nil when it names no page of a person or company.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8.prefix(2048))[...].trimmed()
    if let host = DomainName(of: text)?.text, host == "linkedin.com" || host.hasSuffix(".linkedin.com") {
      guard let end = Self.endOfHost(bytes) else { return nil }
      bytes = bytes[end...]
    } else if !bytes.starts(with: "/in/".utf8), !bytes.starts(with: "in/".utf8) {
      return nil
    }
    bytes = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    self.init(segments: bytes.split(separator: UInt8(ascii: "/")).compactMap(Self.decoded))
  }

  private init?(segments: [String]) {
    let index = segments.firstIndex(of: "mwlite") == 0 ? 1 : 0
    guard segments.count > index + 1 else { return nil }
    let name = segments[index + 1]
    switch segments[index] {
    case "in": (kind, slug) = (.person, name)
    case "pub": (kind, slug) = (.person, Self.modern(name, Array(segments[(index + 2)...])))
    case "company": (kind, slug) = (.company, name)
    case "school", "edu": (kind, slug) = (.school, name)
    default: return nil
    }
    guard !slug.isEmpty else { return nil }
  }

  /// The slug of a person's page, or nil when `text` is none.
  public static func personSlug(_ text: some StringProtocol) -> String? {
    guard let address = LinkedInAddress(text), address.kind == .person else { return nil }
    return address.slug
  }

  /// The canonical address, `https://www.linkedin.com/in/SLUG`.
  public var description: String {
    var text = "https://www.linkedin.com/\(kind.rawValue)/"
    for byte in slug.utf8 {
      if byte < 0x80, byte > 0x20, byte != UInt8(ascii: "%") {
        text.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        text.unicodeScalars.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return text
  }

  /// What `/pub/NAME/A/B/C` was renamed to: `NAME-CBA`, with B and C filled up to three places.
  private static func modern(_ name: String, _ parts: [String]) -> String {
    guard parts.count == 3 else { return name }
    func filled(_ part: String) -> String { String(repeating: "0", count: max(0, 3 - part.utf8.count)) + part }
    return "\(name)-\(filled(parts[2]))\(filled(parts[1]))\(parts[0] == "0" ? "" : parts[0])"
  }

  /// Where the path begins; nil when there is none.
  private static func endOfHost(_ bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    if let scheme = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[scheme...].starts(with: "://".utf8) {
      start = scheme + 3
    } else if bytes.starts(with: "//".utf8) {
      start += 2
    }
    return bytes[start...].firstIndex(of: UInt8(ascii: "/"))
  }

  /// One segment of a path without its percent-encoding, in lower case; nil when it is no UTF-8 or has control bytes.
  private static func decoded(_ segment: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var rest = segment
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), case let digits = rest.prefix(2).compactMap({ hexadecimal($0) }), digits.count == 2
      {
        bytes.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)?.lowercased()
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }
}
