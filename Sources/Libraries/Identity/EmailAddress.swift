/// An e-mail address in canonical form: what is shown, what it is compared by, and what kind of mailbox it is.
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
  /// Whose mailbox it is.
  public enum Kind: String, Sendable {
    /// One person's, at an employer.
    case work
    /// One person's, at a free-mail provider.
    case personal
    /// A function's, such as `info@` or `jobs@`: no identity of a person.
    case role
    /// A machine's, such as `noreply@` or `mailer-daemon@`.
    case automatic
  }

  /// What stands before the `@`, lower-cased, with its tag and dots.
  public let local: String
  /// What stands behind it, lower-cased, without a final dot.
  public let domain: String

  /// Longest address of RFC 5321.
  private static let longest = 254

  /// Reads an address, also in angle brackets or behind `mailto:`; nil when the text is none.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8.prefix(1024))[...].trimmed()
    if bytes.starts(with: "<".utf8), bytes.last == UInt8(ascii: ">") { bytes = bytes.dropFirst().dropLast().trimmed() }
    if bytes.first?.lowered == UInt8(ascii: "m"), bytes.prefix(7).map({ $0.lowered }).elementsEqual("mailto:".utf8) {
      bytes = bytes.dropFirst(7)
      bytes = bytes.prefix { $0 != UInt8(ascii: "?") }
    }
    guard bytes.count <= Self.longest, let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    let name = bytes[..<at]
    let host = bytes[(at + 1)...]
    guard Self.isLocalPart(name), let domain = DomainName(host) else { return nil }
    local =
      name.allSatisfy { $0 < 0x80 }
      ? String(decoding: name.map(\.lowered), as: UTF8.self) : String(decoding: name, as: UTF8.self).lowercased()
    self.domain = domain.text
  }

  /// Reads an address as people paste it: with a name before it, blanks within, percent-encoded behind `mailto:`, in wide
  /// letters, or with characters that nobody sees.
  public init?(written text: String) {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "%") }) {
      self.init(text)
      return
    }
    var text = PlainSpelling.cleaned(text)
    if let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      text = String(text[text.index(after: open)..<close])
    }
    self.init(PlainSpelling.withoutPercents(text.filter { $0 != " " }))
  }

  private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard !bytes.isEmpty, bytes.count <= 64 else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case 0...0x20, 0x7F: false
      case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"): false
      case UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "["): false
      case UInt8(ascii: "\\"), UInt8(ascii: "]"): false
      default: true
      }
    }
  }

  /// The address as it is shown and mailed to: lower-cased, nothing taken away.
  public var description: String { "\(local)@\(domain)" }

  /// What equal mailboxes share: without `+tag`, and at Google without dots and under one domain.
  public var matchKey: String {
    var name = local.utf8.prefix { $0 != UInt8(ascii: "+") }.map { $0 }
    if name.isEmpty { name = Array(local.utf8) }
    let isGoogle = domain == "gmail.com" || domain == "googlemail.com"
    if isGoogle { name.removeAll { $0 == UInt8(ascii: ".") } }
    return String(decoding: name, as: UTF8.self) + "@" + (isGoogle ? "gmail.com" : domain)
  }

  /// Whose mailbox it is, by its local part and its provider.
  public var kind: Kind { kind(isFreeMail: isFreeMail) }

  /// Whose mailbox it is, when it is known whether the provider gives mailboxes to anybody.
  public func kind(isFreeMail: Bool) -> Kind {
    let name = local.utf8.prefix { $0 != UInt8(ascii: "+") }.filter { !Self.separators.contains($0) }
    let plain = String(decoding: name, as: UTF8.self)
    if MailboxTable.automatic.contains(plain) || Self.automaticPrefixes.contains(where: { plain.hasPrefix($0) }) {
      return .automatic
    }
    if MailboxTable.roles.contains(plain) { return .role }
    return isFreeMail ? .personal : .work
  }

  private static let separators: [UInt8] = Array(".-_".utf8)
  private static let automaticPrefixes = ["noreply", "donotreply", "mailerdaemon", "bounce"]

  /// Whether the provider gives mailboxes to anybody.
  public var isFreeMail: Bool { FreeMail.contains(domain) }

  /// The domain that can be registered, such as `acme.co.uk` of `mail.acme.co.uk`.
  public var registrableDomain: String? { DomainName.registrable(domain) }

  /// The employer's domain: the registrable one, unless the provider gives mailboxes to anybody.
  public var employerDomain: String? { isFreeMail ? nil : registrableDomain }
}
