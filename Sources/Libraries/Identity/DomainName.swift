import CLibPSL

/// A host name, lower-cased, and the domain that its owner registered.
public struct DomainName: Sendable, Hashable, CustomStringConvertible {
  /// The whole name, such as `mail.acme.co.uk`.
  public let text: String

  /// Reads a bare host name with at least two labels; nil when the bytes are none.
  public init?(_ bytes: some Sequence<UInt8>) {
    var name = bytes.prefix(256).map { $0.lowered }
    if name.last == UInt8(ascii: ".") { name.removeLast() }
    guard name.count <= 253, Self.isHostName(name) else { return nil }
    let host = String(decoding: name, as: UTF8.self)
    text = name.allSatisfy { $0 < 0x80 } ? host : host.lowercased()
  }

  /// Whether there are at least two labels of 1 to 63 bytes, none beginning with a dash, the last of more than digits.
  private static func isHostName(_ name: [UInt8]) -> Bool {
    var (labels, start, isNumber) = (0, 0, true)
    for (index, byte) in name.enumerated() {
      if byte == UInt8(ascii: ".") {
        guard (1...63).contains(index - start), name[start] != UInt8(ascii: "-") else { return false }
        (labels, start, isNumber) = (labels + 1, index + 1, true)
      } else {
        guard isHostByte(byte) else { return false }
        if !(0x30...0x39).contains(byte) { isNumber = false }
      }
    }
    return labels >= 1 && !isNumber && name.count - start <= 63 && name[start] != UInt8(ascii: "-")
  }

  /// The host of a web or e-mail address, or a bare host: `https://www.acme.com:80/about` gives `www.acme.com`.
  public init?(of address: some StringProtocol) {
    var bytes = Array(address.utf8.prefix(2048))[...].trimmed()
    if let scheme = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[scheme...].starts(with: "://".utf8) {
      bytes = bytes[(scheme + 3)...]
    } else if bytes.starts(with: "//".utf8) {
      bytes = bytes.dropFirst(2)
    }
    bytes = bytes.prefix { !Self.hostEnds.contains($0) }
    if let at = bytes.lastIndex(of: UInt8(ascii: "@")) { bytes = bytes[(at + 1)...] }
    self.init(bytes.prefix { $0 != UInt8(ascii: ":") })
  }

  private static let hostEnds: [UInt8] = Array("/?# \\".utf8)

  /// The whole name.
  public var description: String { text }

  /// The domain that can be registered, such as `acme.co.uk`; nil when the name is itself a public suffix.
  public var registrable: String? { Self.registrable(text) }

  /// The registrable domain of a lower-cased host name, by the Public Suffix List.
  public static func registrable(_ host: String) -> String? {
    // Sound: libpsl answers with a pointer into the string it was given, and it is copied before that string ends.
    host.withCString { name in
      psl_registrable_domain(list.pointer, name).map { String(cString: $0) }
    }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), 0x80...0xFF: true
    default: false
    }
  }

  /// The list that Debian compiled into libpsl: constant, never freed, and only read, so that threads may share it.
  private struct SuffixList: @unchecked Sendable {
    let pointer = psl_builtin()
  }
  private static let list = SuffixList()
}

extension UInt8 {
  /// The ASCII letter in lower case; other bytes as they are.
  var lowered: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// Without ASCII spaces and control bytes at both ends.
  func trimmed() -> ArraySlice<UInt8> {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 }) else { return [] }
    return self[first...last]
  }
}
